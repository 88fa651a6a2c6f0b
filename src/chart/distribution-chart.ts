import type { Answers } from "../answers/answer.js";
import { assertDefinition } from "../metrics/define-metric.js";
import type { MetricDefinition } from "../metrics/definition.js";
import { type MeasureOptions, measure } from "../metrics/measure.js";
import { roundShares } from "../metrics/round-shares.js";
import { type ValidRows, validRows } from "../metrics/valid-rows.js";
import { colorsOf } from "./band-kinds.js";
import { type Bin, binsOf } from "./bins.js";
import { type ChartOptions, readOptions, type Setting } from "./chart-options.js";
import type { ChartSpec, JsonObject } from "./chart-spec.js";
import { describeMeasurement, sentences } from "./describe.js";
import { frame, noData } from "./frame.js";
import { legendOf } from "./legend.js";
import { literal } from "./literal.js";
import { TOLD } from "./told.js";
import { BAND_NAMES, DISTRIBUTION_WORDS, METRIC_NAMES } from "./words.js";
import { writeCount, writePercent } from "./write.js";

/** How a chart of answers looks and speaks, and how they are measured. */
export interface DistributionChartOptions extends ChartOptions, MeasureOptions {}

type DistributionSetting = Setting<keyof typeof DISTRIBUTION_WORDS.en>;

/** The most bars that have their percentage on top, and their rating below. */
const MOST_LABELLED = 25;
/** What a percentage takes, in pixels. */
const LABEL_WIDTH = 24;

/**
 * Shows how many gave each rating, in the colours of the bands.
 *
 * @param answers - ratings on the definition's scale, or a tally of them
 * @param definition - the metric, such as `NPS`
 * @param options - those of `measure`; title, size, theme, locale and words
 * @returns a Vega-Lite specification. A scale of more than 200 ratings, or a continuous one, is divided into 20 intervals
 * @throws what `measure` throws; what the options throw
 *
 * @example
 * ```ts
 * import { NPS } from "cx-metrics";
 * import { distributionChart } from "cx-metrics/chart";
 *
 * const spec = distributionChart([10, 9, 9, 8, 7, 3, null], NPS, { theme: "dark" });
 * spec.description;
 * // → "NPS: answers by rating. NPS 33.3 (-31.1 to 75.4), n 6, 1 missing. Detractors 17%, Passives 33%, Promoters 50%."
 * ```
 */
export function distributionChart<Name extends string>(
  answers: Answers,
  definition: MetricDefinition<Name>,
  options: DistributionChartOptions = {},
): ChartSpec {
  const setting = readOptions(options, DISTRIBUTION_WORDS, METRIC_NAMES, BAND_NAMES);
  const { say, nameOf } = setting;
  const { statistic = definition?.statistic, invalid = "throw" } = options;
  assertDefinition(definition, statistic);
  const valid = validRows(answers, definition, invalid);
  const measurement = measure(valid.rows, definition, options);
  if (measurement.score === null) return noData(setting);
  const what = say("distributionTitle", { metric: nameOf(definition.metric) });
  const percents: Readonly<Record<string, number | null>> = roundShares(measurement.bands);
  const shares = definition.bands.map(({ name }) =>
    say("bandShare", { name: nameOf(name), share: writePercent(setting, percents[name]!) }),
  );
  const subtitle = [describeMeasurement(measurement, setting), ...leftOut(valid, setting)].join(say("list"));
  const description = sentences([what, subtitle, shares.join(say("list"))], setting);
  return frame(
    setting,
    { title: setting.title ?? what, subtitle, description },
    draw(valid, definition, shares, setting),
  );
}

/** How many answers are not shown, and why. */
function leftOut({ missing, invalid }: ValidRows, setting: DistributionSetting): string[] {
  const counts = Object.entries({ missing, invalid }) as ["missing" | "invalid", number][];
  return counts.filter(([, n]) => n > 0).map(([what, n]) => setting.say(what, { n: writeCount(setting, n) }));
}

function draw(
  { rows }: ValidRows,
  definition: MetricDefinition,
  shares: readonly string[],
  setting: DistributionSetting,
): JsonObject {
  const { say, width, height = 220 } = setting;
  const { bins, domain, ticks } = binsOf(rows, definition);
  const most = Math.min(MOST_LABELLED, width / LABEL_WIDTH);
  const isLabelled = ticks.length > 0 && ticks.length <= most;
  const ratings = { title: literal(say("rating")), grid: false, ...(isLabelled && { values: ticks }) };
  const x = { type: "quantitative", scale: { domain, nice: false, zero: false }, axis: ratings };
  const percents = { format: ".0%", title: literal(say("shareOfAnswers")), tickCount: 4 };
  // The percentage of the highest bar needs room too.
  const top = Math.max(...bins.map(({ share }) => share)) * (isLabelled ? 1.12 : 1);
  const y = {
    type: "quantitative",
    scale: { domain: [0, top], nice: !isLabelled },
    axis: isLabelled ? null : percents,
  };
  const { params, legend, domain: kinds } = legendOf(shares);
  const scale = { domain: kinds, range: bandColors(definition, setting) };
  const bars = {
    data: { values: bins.flatMap((bin) => barsOf(bin, setting)) },
    mark: { type: "bar" },
    encoding: {
      x: { ...x, field: "from" },
      x2: { field: "to" },
      y: { ...y, field: "low" },
      y2: { field: "high" },
      color: { field: "band", type: "nominal", scale, legend },
      ...TOLD,
    },
  };
  return { params, width, height, layer: isLabelled ? [bars, labelLayer(bins, x, y, setting)] : [bars] };
}

function bandColors({ bands, better }: MetricDefinition, { palette }: Setting): string[] {
  const sentiments = bands.map(({ sentiment }) => sentiment);
  return better === "higher" ? colorsOf(sentiments, palette) : colorsOf(sentiments.toReversed(), palette).reverse();
}

function barsOf({ ratings, from, to, stacks }: Bin, setting: DistributionSetting): JsonObject[] {
  const { say, locale } = setting;
  const [first, last] = ratings.map((rating) => new Intl.NumberFormat(locale).format(rating));
  const rating = last === undefined ? first! : say("interval", { low: first!, high: last });
  return stacks.map(({ band, n, low, high }) => {
    const share = writePercent(setting, 100 * (high - low));
    return { band, from, to, low, high, tip: say("barShare", { rating, share, n: writeCount(setting, n) }) };
  });
}

/** Percentages on top of the bars. */
function labelLayer(bins: readonly Bin[], x: JsonObject, y: JsonObject, setting: DistributionSetting): JsonObject {
  const values = bins.map(({ from, to, share }) => ({
    middle: (from + to) / 2,
    share,
    label: share > 0 && share < 0.005 ? setting.say("lessThanOne") : writePercent(setting, 100 * share),
  }));
  return {
    data: { values },
    mark: { type: "text", baseline: "bottom", dy: -3, fontSize: 11, color: setting.palette.muted, aria: false },
    encoding: {
      x: { ...x, field: "middle" },
      y: { ...y, field: "share" },
      text: { field: "label", type: "nominal" },
    },
  };
}
