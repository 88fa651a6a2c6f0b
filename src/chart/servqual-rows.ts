import type { GapEstimates, RatingEstimate } from "../metrics/servqual.js";
import type { Setting } from "./chart-options.js";
import type { JsonObject } from "./chart-spec.js";
import { axisOf, type IntervalRow, intervalLayers, numbersOf } from "./intervals.js";
import { legendOf } from "./legend.js";
import { tonesOf } from "./palette.js";
import { planRows, type RowTexts, rowsView } from "./rows-view.js";
import { TOLD } from "./told.js";
import type { SERVQUAL_WORDS } from "./words.js";
import { differenceWriter, scoreWriter, writeCount } from "./write.js";

export type ServqualSetting = Setting<keyof typeof SERVQUAL_WORDS.en>;

/** A dimension, or all of them together. */
export interface ServqualPart extends GapEstimates {
  readonly name: string;
  readonly isStrong: boolean;
}

/** Both ends of a dumbbell, in the row of its place. */
interface Dumbbell extends JsonObject {
  readonly place: number;
  readonly expectation: number;
  readonly perception: number;
  readonly color: string;
  readonly tip: string;
}

const NO_LIMITS = [-Infinity, Infinity] as const;

/** A part in words. */
export function describePart(part: ServqualPart, setting: ServqualSetting): string {
  const { say } = setting;
  const { gap, expectation, perception } = part;
  const { score, n, interval } = gap ?? perception;
  if (score === null) return say("nobody");
  const write = scoreWriter(setting, "mean");
  const count = writeCount(setting, n);
  if (gap === null) return say("figure", { score: write.scoreWithInterval(score, interval), n: count });
  return say("gapOf", {
    gap: gapWriter(setting).score(score),
    expectation: write.score(expectation!.score!),
    perception: write.score(perception.score!),
    n: count,
  });
}

/** Where service is expected and where it is perceived, with a line between the two. */
export function drawGaps(parts: readonly ServqualPart[], setting: ServqualSetting): JsonObject {
  const { palette, say } = setting;
  const plan = planRows(parts.map(({ name }) => name));
  const values = parts.flatMap((part, index) => dumbbellOf(part, plan.middles[index]!, setting));
  const numbers = values.flatMap(({ expectation, perception }) => [expectation, perception]);
  const x = axisOf(numbers.length === 0 ? [0] : numbers, NO_LIMITS, setting, setting.say("meanRating"));
  const { params, legend, domain } = legendOf([say("expectation"), say("perception")]);
  const color = { field: "end", type: "nominal", scale: { domain, range: [palette.muted, palette.accent] }, legend };
  const shape = { field: "end", type: "nominal", scale: { domain, range: ["diamond", "circle"] }, legend };
  const line = {
    data: { values },
    mark: { type: "rule", strokeWidth: 3, color: { expr: "datum.color" }, aria: false },
    encoding: { x: { ...x, field: "expectation" }, x2: { field: "perception" } },
  };
  const ends = {
    data: { values: values.flatMap(endsOf) },
    mark: { type: "point", filled: true, size: 110, opacity: 1 },
    encoding: { x: { ...x, field: "score" }, color, shape, ...TOLD },
  };
  const texts = parts.map((part) => textsOf(part, part.gap!, gapWriter(setting).scoreWithInterval, setting));
  return { params, ...rowsView(setting, plan, texts, [line, ends]) };
}

/** Where service is perceived, of respondents who were not asked what they expected. */
export function drawPerceptions(parts: readonly ServqualPart[], setting: ServqualSetting): JsonObject {
  const plan = planRows(parts.map(({ name }) => name));
  const values = parts.flatMap((part, index): IntervalRow[] => {
    const place = plan.middles[index]!;
    const { score, interval } = part.perception;
    const tip = setting.say("named", { name: part.name, text: describePart(part, setting) });
    return score === null ? [] : [{ place, score, low: interval?.low ?? null, high: interval?.high ?? null, tip }];
  });
  const write = scoreWriter(setting, "mean");
  const texts = parts.map((part) => textsOf(part, part.perception, write.scoreWithInterval, setting));
  const x = axisOf(numbersOf(values), NO_LIMITS, setting, setting.say("meanRating"));
  return rowsView(setting, plan, texts, intervalLayers(values, x, { value: setting.palette.accent }));
}

function gapWriter(setting: Setting) {
  return differenceWriter(setting, setting.digits ?? 2);
}

function dumbbellOf(part: ServqualPart, place: number, setting: ServqualSetting): Dumbbell[] {
  const gap = part.gap?.score ?? null;
  const expectation = part.expectation?.score ?? null;
  const perception = part.perception.score;
  if (gap === null || expectation === null || perception === null) return [];
  const { negative, positive } = tonesOf(setting.palette);
  const tip = setting.say("named", { name: part.name, text: describePart(part, setting) });
  return [{ place, expectation, perception, color: (gap < 0 ? negative : positive)[1], tip }];
}

function endsOf({ place, expectation, perception, tip }: Dumbbell): JsonObject[] {
  return [expectation, perception].map((score, end) => ({ place, end, score, tip }));
}

function textsOf(
  { isStrong }: ServqualPart,
  { score, n, interval }: RatingEstimate,
  write: (score: number, interval: RatingEstimate["interval"]) => string,
  setting: ServqualSetting,
): RowTexts {
  const note = setting.say("n", { n: writeCount(setting, n) });
  if (score === null) return { note, value: "", instead: setting.say("nobody"), isStrong };
  return { note, value: write(score, interval), isStrong };
}
