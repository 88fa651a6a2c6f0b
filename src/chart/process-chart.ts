import { type ChartOptions, readOptions } from "./chart-options.js";
import type { ChartSpec } from "./chart-spec.js";
import { listed, sentences } from "./describe.js";
import { frame, noData } from "./frame.js";
import { lowerPanel, upperPanel } from "./process-panels.js";
import {
  type ChartControl,
  type NamedControlPoint,
  type ProcessSetting,
  processWriter,
  readControl,
  reasonsOf,
  valueWriter,
} from "./read-control.js";
import { timeAxis } from "./time-axis.js";
import { METRIC_NAMES, PROCESS_WORDS } from "./words.js";
import { writeCount } from "./write.js";

/**
 * Draws a control chart, also called a process behaviour chart: the values with their centre and limits, and each
 * signal with the reason for it.
 *
 * @param result - what `controlChart` of `cx-metrics/trend` returns, fresh or from JSON
 * @param options - title, size, theme, locale and words
 * @returns a Vega-Lite specification. Below the values stand the moving ranges, or the sums of `cusum`, where there
 *   are any
 * @throws TypeError for something that is no such result; what the options throw
 *
 * @example
 * ```ts
 * import { nps } from "cx-metrics";
 * import { processChart } from "cx-metrics/chart";
 * import { controlChart } from "cx-metrics/trend";
 *
 * const promoters = [62, 58, 60, 61, 20, 59];
 * const months = promoters.map((n) => nps([{ score: 10, n }, { score: 8, n: 25 }, { score: 3, n: 75 - n }]));
 * processChart(controlChart(months)).description;
 * // → "NPS: control chart (periods: 6): centre 31.7; signals at: 5 -35.0 (below limit)."
 * ```
 */
export function processChart(result: ChartControl, options: ChartOptions = {}): ChartSpec {
  const setting = readOptions(options, PROCESS_WORDS, METRIC_NAMES);
  const { say, nameOf } = setting;
  const points = readControl(result, setting);
  if (points.every(({ value }) => value === null)) return noData(setting);
  const metric = points.find((point) => point.metric !== undefined)?.metric;
  const what = metric === undefined ? say("processTitleOfScores") : say("processTitle", { metric: nameOf(metric) });
  const description = describeProcess(what, result, points, setting);
  const { params, x, bare } = timeAxis(points.map(({ name }) => name));
  const axisTitle = nameOfValues(metric, result, setting);
  const lower = lowerPanel(result, points, x, setting);
  const upper = upperPanel(result, points, { x: lower === null ? x : bare, title: axisTitle }, setting);
  const heading = { title: setting.title ?? what, description };
  return frame(setting, heading, { params, spacing: 12, vconcat: lower === null ? [upper] : [upper, lower] });
}

/** What is drawn: scores, or for EWMA their moving average. */
function nameOfValues(metric: string | undefined, { method }: ChartControl, { say, nameOf }: ProcessSetting): string {
  if (method === "ewma")
    return metric === undefined ? say("movingAverage") : say("movingAverageOf", { metric: nameOf(metric) });
  return metric === undefined ? say("score") : nameOf(metric);
}

function describeProcess(
  what: string,
  { center, method }: ChartControl,
  points: readonly NamedControlPoint[],
  setting: ProcessSetting,
): string {
  const { say } = setting;
  const write = processWriter(points, setting);
  const writeValue = valueWriter(write, method, setting);
  const signals = points.filter((point) => point.signals.length > 0);
  const told = signals.map((point) => {
    const score = point.value === null ? say("noScore") : writeValue(point.value);
    return say("signal", { period: point.name, score, reasons: reasonsOf(point, method, setting).join(say("list")) });
  });
  const parts = [
    ...(center === null ? [] : [say("center", { value: write.score(center) })]),
    signals.length === 0 ? say("noSignals") : say("signals", { list: listed(told, setting) }),
  ];
  const name = say("processOf", { title: what, n: writeCount(setting, points.length) });
  return sentences([say("named", { name, text: parts.join(say("semicolon")) })], setting);
}
