import { wrong } from "../answers/wrong.js";
import { roundShares } from "../metrics/round-shares.js";
import { type Kind, kindsOf } from "./band-kinds.js";
import { type ChartOptions, readOptions, type Setting } from "./chart-options.js";
import type { ChartSpec, JsonObject } from "./chart-spec.js";
import { describeMeasurement, describeRow, listed, sentences } from "./describe.js";
import { extentOf } from "./extent.js";
import { frame, noData } from "./frame.js";
import { legendOf } from "./legend.js";
import { inkOn } from "./palette.js";
import { type ChartMeasurements, type NamedRow, readRows } from "./read-rows.js";
import { textsOf } from "./row-texts.js";
import { BAR_HEIGHT, planRows, rowsView } from "./rows-view.js";
import { TOLD } from "./told.js";
import { BAND_NAMES, BANDS_WORDS, METRIC_NAMES } from "./words.js";
import { writeCount, writePercent } from "./write.js";

type Words = Setting<keyof typeof BANDS_WORDS.en>;

/** The answers of a row that are of one kind. */
interface Piece {
  readonly kind: Kind;
  readonly n: number;
  /** Rounded so that those of a row add up to 100. */
  readonly percent: number;
  /** Its left and right end, as shares from the middle of the neutral answers. */
  readonly from: number;
  readonly to: number;
}

/** A row with its pieces, from the worst to the best; none where there is nothing to show. */
interface PiecedRow extends NamedRow {
  readonly pieces: readonly Piece[];
}

/**
 * Shows how the answers of several groups are shared among the bands: stacked bars, negative answers to the left,
 * positive ones to the right, neutral ones half on each side.
 *
 * @param measurements - one measurement, several under names of your own, or a list of segments; fresh or stored as
 *   JSON. If they are of several metrics, the shares of the sentiments are shown
 * @param options - title, size, theme, locale and words
 * @returns a Vega-Lite specification. For suppressed segments, and those that nobody answered, words say so
 * @throws TypeError for something that is no measurement, or has no bands, as that of `csi`; what the options throw
 *
 * @example
 * ```ts
 * import { nps } from "cx-metrics";
 * import { bandsChart } from "cx-metrics/chart";
 *
 * const spec = bandsChart({ north: nps([{ score: 10, n: 60 }, { score: 8, n: 25 }, { score: 3, n: 15 }]) });
 * spec.description;
 * // → "NPS: shares of answers. north: Detractors 15%, Passives 25%, Promoters 60%, NPS 45.0 (29.3 to 58.1), n 100."
 * ```
 */
export function bandsChart(measurements: ChartMeasurements, options: ChartOptions = {}): ChartSpec {
  const setting = readOptions(options, BANDS_WORDS, METRIC_NAMES, BAND_NAMES);
  const { say, nameOf } = setting;
  const rows = readRows(measurements, setting);
  if (rows.length === 0) return noData(setting);
  for (const { name, measurement } of rows)
    if (Object.keys(measurement.bands).length === 0)
      throw wrong(`bands of ${name}`, measurement.bands, "at least one, as nps returns");
  const metrics = [...new Set(rows.map(({ measurement }) => nameOf(measurement.metric)))];
  const what = metrics.length === 1 ? say("bandsTitle", { metric: metrics[0]! }) : say("bandsTitleOfSeveral");
  const { title = what } = setting;
  const kinds = kindsOf(
    rows.map(({ measurement }) => measurement),
    setting,
  );
  const pieced = rows.map((row) => ({ ...row, pieces: piecesOf(row, kinds) }));
  const description = sentences(
    [
      what,
      listed(
        pieced.map((row) => describe(row, setting)),
        setting,
      ),
    ],
    setting,
  );
  const subtitle = say("bandsSubtitle", { metric: metrics.join(say("list")) });
  return frame(setting, { title, subtitle, description }, draw(pieced, kinds, setting));
}

/** The pieces of a row side by side, so that 0 is in the middle of the neutral ones. */
function piecesOf({ measurement, isSuppressed }: NamedRow, kinds: readonly Kind[]): Piece[] {
  if (isSuppressed || measurement.score === null) return [];
  const bands = Object.entries(measurement.bands);
  const parts = kinds.map((kind) => {
    const held = bands.filter(([name, { sentiment }]) => kind.holds(name, sentiment)).map(([, band]) => band);
    const sum = (part: "n" | "share") => held.reduce((total, band) => total + (band[part] ?? 0), 0);
    return { kind, n: sum("n"), share: sum("share") };
  });
  const percents = roundShares(parts.map(({ share }) => share));
  const leftOf = { negative: 1, neutral: 0.5, positive: 0 };
  let to = -parts.reduce((left, { kind, share }) => left + leftOf[kind.sentiment] * share, 0);
  return parts.map(({ kind, n, share }, index) => {
    const from = to;
    to += share;
    return { kind, n, percent: percents[index] ?? 0, from, to };
  });
}

function describe(row: PiecedRow, setting: Words): string {
  const { say } = setting;
  if (row.pieces.length === 0) return describeRow(row, setting);
  const shares = row.pieces.map((piece) => sharePhrase(piece, setting));
  const text = [...shares, describeMeasurement(row.measurement, setting)].join(say("list"));
  return say("named", { name: row.name, text });
}

function sharePhrase({ kind, percent }: Piece, setting: Words): string {
  return setting.say("bandShare", { name: kind.name, share: writePercent(setting, percent) });
}

function draw(rows: readonly PiecedRow[], kinds: readonly Kind[], setting: Words): JsonObject {
  const plan = planRows(rows.map(({ name }) => name));
  const { params, legend, domain } = legendOf(kinds.map(({ name }) => name));
  const ends = rows.flatMap(({ pieces }) => pieces.flatMap(({ from, to }) => [from, to]));
  const scale = { domain: extentOf([0, ...ends]), nice: false, zero: false };
  const colors = { domain, range: kinds.map(({ color }) => color) };
  const color = { field: "kind", type: "nominal", scale: colors, legend };
  const x = { field: "from", type: "quantitative", scale, axis: null };
  const values = rows.flatMap((row, index) => barsOf(row, plan.middles[index]!, kinds, setting));
  const perShare = setting.width / (scale.domain[1]! - scale.domain[0]!);
  const readable = values.filter(({ from, to }) => (to - from) * perShare >= ROOM_FOR_LABEL);
  const bars = {
    data: { values },
    mark: { type: "rect", stroke: setting.palette.background, strokeWidth: 1 },
    encoding: {
      x,
      x2: { field: "to" },
      y: { ...plan.y, field: "top" },
      y2: { field: "bottom" },
      color,
      ...TOLD,
    },
  };
  const labels = {
    data: { values: readable },
    mark: { type: "text", fontSize: 11, color: { expr: "datum.ink" }, aria: false },
    encoding: { x: { ...x, field: "middle" }, text: { field: "label", type: "nominal" } },
  };
  const texts = rows.map((row) => textsOf(row, setting, "score"));
  return { params, ...rowsView(setting, plan, texts, [bars, labels]) };
}

/** The narrowest bar that its percentage fits into, in pixels. */
const ROOM_FOR_LABEL = 30;

function barsOf({ name, pieces }: PiecedRow, place: number, kinds: readonly Kind[], setting: Words) {
  return pieces.map((piece) => ({
    place,
    top: place - BAR_HEIGHT / 2,
    bottom: place + BAR_HEIGHT / 2,
    kind: kinds.indexOf(piece.kind),
    from: piece.from,
    to: piece.to,
    middle: (piece.from + piece.to) / 2,
    label: writePercent(setting, piece.percent),
    ink: inkOn(piece.kind.color),
    tip: setting.say("pieceShare", {
      name,
      share: sharePhrase(piece, setting),
      n: writeCount(setting, piece.n),
    }),
  }));
}
