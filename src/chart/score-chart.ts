import { oneOf } from "../answers/wrong.js";
import { scoreRange } from "../metrics/score-range.js";
import { type ChartOptions, readOptions, type Setting } from "./chart-options.js";
import type { ChartSpec, JsonObject } from "./chart-spec.js";
import { describeMeasurement, describeRow, listed, sentences } from "./describe.js";
import { frame, noData } from "./frame.js";
import { axisOf, type IntervalRow, intervalLayers, numbersOf } from "./intervals.js";
import { levelPhrase } from "./level-phrase.js";
import { assertOneMetric } from "./read-measurement.js";
import { type ChartMeasurements, type NamedRow, readRows } from "./read-rows.js";
import { textsOf } from "./row-texts.js";
import { planRows, rowsView } from "./rows-view.js";
import { METRIC_NAMES, SCORE_WORDS } from "./words.js";

/** How a chart of scores looks and speaks. */
export interface ScoreChartOptions extends ChartOptions {
  /**
   * The order from top to bottom: as given, or by score from the highest to the lowest, where totals stand first and
   * those without a score last. @defaultValue "given"
   */
  readonly order?: "given" | "score" | undefined;
}

/**
 * Shows the scores of several groups, each as a dot with its confidence interval.
 *
 * @param measurements - one measurement, several under names of your own, or a list of segments; fresh or stored as
 *   JSON
 * @param options - order, title, size, theme, locale and words
 * @returns a Vega-Lite specification. The axis shows the scores there are, not all that there could be. For suppressed
 *   segments, and those that nobody answered, words say so
 * @throws TypeError for something that is no measurement, and for measurements of different metrics, statistics or
 *   scales; what the options throw
 *
 * @example
 * ```ts
 * import { nps, segment } from "cx-metrics";
 * import { scoreChart } from "cx-metrics/chart";
 *
 * const rows = [
 *   ...Array.from({ length: 30 }, (_, row) => ({ region: "north", score: row % 3 === 0 ? 6 : 9 })),
 *   ...Array.from({ length: 30 }, (_, row) => ({ region: "south", score: row % 2 === 0 ? 6 : 9 })),
 *   { region: "west", score: 10 },
 *   ...Array.from({ length: 8 }, () => ({ region: "east", score: 8 })),
 * ];
 * const regions = segment(rows, { by: (row) => row.region, score: (row) => row.score, metric: nps, minN: 5 });
 * scoreChart(regions, { order: "score" }).description.split(";");
 * // → [
 * //   "NPS by segment: north: 33.3 (-2.4 to 61.5), n 30",
 * //   " south: 0.0 (-33.7 to 33.7), n 30",
 * //   " east: not shown, to protect small groups",
 * //   " west: not shown, to protect small groups.",
 * // ]
 * ```
 */
export function scoreChart(measurements: ChartMeasurements, options: ScoreChartOptions = {}): ChartSpec {
  const setting = readOptions(options, SCORE_WORDS, METRIC_NAMES);
  const { say, nameOf } = setting;
  const { order = "given" } = options;
  oneOf("order", order, ["given", "score"]);
  const given = readRows(measurements, setting);
  assertOneMetric(given.map(({ measurement }) => measurement));
  if (given.length === 0) return noData(setting);
  const metric = nameOf(given[0]!.measurement.metric);
  const isAlone = given.length === 1 && given[0]!.name === metric;
  const what = isAlone ? metric : say("scoreTitle", { metric });
  const { title = what } = setting;
  const rows = order === "score" ? byScore(given) : given;
  const each = rows.map((row) => describeRow(row, setting));
  const told = isAlone
    ? describeMeasurement(given[0]!.measurement, setting)
    : say("named", { name: what, text: listed(each, setting) });
  const description = sentences([told], setting);
  const subtitle = levelPhrase(
    rows.map(({ measurement }) => measurement.interval),
    setting,
  );
  return frame(setting, { title, subtitle, description }, draw(rows, setting));
}

/** The highest first; what has no score, and what must not show by its place which one it has, last. */
function byScore(rows: readonly NamedRow[]): NamedRow[] {
  const rank = ({ isTotal, isSuppressed, measurement }: NamedRow) =>
    isSuppressed || measurement.score === null ? 2 : isTotal ? 0 : 1;
  const scoreOf = ({ measurement }: NamedRow) => measurement.score ?? 0;
  return [...rows].sort((a, b) => rank(a) - rank(b) || (rank(a) === 1 ? scoreOf(b) - scoreOf(a) : 0));
}

function draw(rows: readonly NamedRow[], setting: Setting): JsonObject {
  const plan = planRows(rows.map(({ name }) => name));
  const values = rows.flatMap((row, index) => dotOf(row, plan.middles[index]!, setting));
  const { statistic, scale } = rows[0]!.measurement;
  const x = axisOf(values.length === 0 ? [0] : numbersOf(values), scoreRange(statistic, scale), setting);
  const texts = rows.map((row) => textsOf(row, setting, "scoreWithInterval"));
  return rowsView(setting, plan, texts, intervalLayers(values, x, { value: setting.palette.accent }));
}

function dotOf(row: NamedRow, place: number, setting: Setting): IntervalRow[] {
  const { measurement, isSuppressed } = row;
  const { score, interval } = measurement;
  if (isSuppressed || score === null) return [];
  const tip = describeRow(row, setting);
  return [{ place, score, low: interval?.low ?? null, high: interval?.high ?? null, tip }];
}
