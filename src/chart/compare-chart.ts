import { type ChartOptions, readOptions } from "./chart-options.js";
import type { ChartSpec, JsonObject } from "./chart-spec.js";
import { listed, sentences } from "./describe.js";
import { frame, noData } from "./frame.js";
import { axisOf, intervalLayers, numbersOf } from "./intervals.js";
import { legendOf } from "./legend.js";
import { levelPhrase } from "./level-phrase.js";
import {
  type ChartComparisons,
  type CompareSetting,
  type NamedDifference,
  readComparisons,
} from "./read-comparisons.js";
import { planRows, rowsView } from "./rows-view.js";
import { COMPARE_WORDS, REST_NAME } from "./words.js";
import { differenceWriter, digitsFor, writePValue } from "./write.js";

/**
 * Shows differences of scores, each with its confidence interval, beside the line of no difference.
 *
 * @param comparisons - a comparison, several under names of your own, or the list that `compareAll` returns; fresh or
 *   stored as JSON
 * @param options - title, size, theme, locale and words
 * @returns a Vega-Lite specification. Differences that are more than noise stand out: those whose p-value, adjusted
 *   if it is, is below 1 − level
 * @throws TypeError for something that is no comparison; what the options throw
 *
 * @example
 * ```ts
 * import { compareAll, csat } from "cx-metrics";
 * import { compareChart } from "cx-metrics/chart";
 *
 * const shop = (satisfied: number) => csat([{ score: 5, n: satisfied }, { score: 1, n: 100 - satisfied }]);
 * compareChart(compareAll({ north: shop(80), south: shop(78), west: shop(60) })).description.split("; ");
 * // → [
 * //   "Differences of scores: south − north: -2.0 (-13.2 to +9.3), p 0.73",
 * //   "west − north: -20.0 (-31.9 to -7.3), p 0.005",
 * //   "west − south: -18.0 (-30.1 to -5.1), p 0.011.",
 * // ]
 * ```
 */
export function compareChart(comparisons: ChartComparisons, options: ChartOptions = {}): ChartSpec {
  const setting = readOptions(options, COMPARE_WORDS, REST_NAME);
  const { say } = setting;
  const rows = readComparisons(comparisons, setting);
  if (rows.length === 0) return noData(setting);
  const what = say("compareTitle");
  const texts = textsOf(rows, setting);
  const told = rows.map(({ name }, index) => say("named", { name, text: texts[index]! }));
  const description = sentences([say("named", { name: what, text: listed(told, setting) })], setting);
  const level = levelPhrase(
    rows.map(({ interval }) => interval),
    setting,
  );
  // An adjusted p-value may be above what the interval of one comparison shows.
  const adjusted = rows.some(({ isAdjusted }) => isAdjusted) ? say("adjusted") : "";
  const subtitle = [level, adjusted].filter((part) => part !== "").join(say("list"));
  return frame(setting, { title: setting.title ?? what, subtitle, description }, draw(rows, texts, setting));
}

function draw(rows: readonly NamedDifference[], texts: readonly string[], setting: CompareSetting): JsonObject {
  const { palette, say } = setting;
  const plan = planRows(rows.map(({ name }) => name));
  const values = rows.flatMap((row, index) => {
    const place = plan.middles[index]!;
    if (row.difference === null) return [];
    const { name, difference: score, interval } = row;
    const tip = say("named", { name, text: texts[index]! });
    const kind = isSure(row) ? 0 : 1;
    return [{ place, kind, score, low: interval?.low ?? null, high: interval?.high ?? null, tip }];
  });
  const x = axisOf([0, ...numbersOf(values)], [-Infinity, Infinity], setting);
  const { params, legend, domain } = legendOf([say("moreThanNoise"), say("mayBeNoise")]);
  const scale = { domain, range: [palette.accent, palette.quiet] };
  const color = { field: "kind", type: "nominal", scale, legend };
  const zero = {
    data: { values: [{ zero: 0 }] },
    mark: { type: "rule", color: palette.ink, strokeWidth: 1.5, aria: false },
    encoding: { x: { ...x, field: "zero" }, y: { value: 0 }, y2: { value: "height" } },
  };
  const columns = rows.map(({ difference }, index) =>
    difference === null
      ? { note: "", value: "", instead: texts[index]! }
      : { note: "", value: texts[index]!, instead: "" },
  );
  return { params, ...rowsView(setting, plan, columns, [zero, ...intervalLayers(values, x, color)]) };
}

/** Whether a difference is more than noise. */
function isSure({ interval, pValue }: NamedDifference): boolean {
  return pValue !== null && pValue < 1 - (interval?.level ?? 0.95);
}

/** The differences in words, all with the same number of decimals: "+10.0 (-11.5 to 31.0), p 0.37". */
function textsOf(rows: readonly NamedDifference[], setting: CompareSetting): string[] {
  const { say } = setting;
  const widths = rows.flatMap(({ interval }) => (interval === null ? [] : [interval.high - interval.low]));
  const { scoreWithInterval } = differenceWriter(setting, setting.digits ?? digitsFor(widths));
  return rows.map(({ difference, interval, pValue }) => {
    if (difference === null) return say("notCompared");
    const text = scoreWithInterval(difference, interval);
    return pValue === null ? text : [text, writePValue(setting, pValue)].join(say("list"));
  });
}
