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
} from "./read-control.js";
import { timeAxis } from "./time-axis.js";
import { PROCESS_WORDS } from "./words.js";
import { writeCount } from "./write.js";

/**
 * Draws a control chart, also called a process behaviour chart: the values with their centre and limits, and each signal with the
 * reason for it.
 *
 * @param result - what `controlChart` of `cx-metrics/trend` returns, fresh or from JSON
 * @param options - title, size, theme, locale and words
 * @returns a Vega-Lite specification. Below the values stand the moving ranges, or the sums of `cusum`, where there are any
 * @throws TypeError for something that is no such result; what the options throw
 *
 * @example
 * ```ts
 * import { processChart } from "cx-metrics/chart";
 *
 * const limits = { low: 20, center: 40, high: 60 };
 * const ordinary = { limits, movingRange: null, sums: null, signals: [] };
 * const points = [
 *   { ...ordinary, key: "2026-01", value: 38 },
 *   { ...ordinary, key: "2026-02", value: 43 },
 *   { ...ordinary, key: "2026-03", value: 12, signals: ["below-limit"] },
 * ];
 * processChart({ method: "xmr", center: 40, movingRange: null, points }).description;
 * // → "Control chart (periods: 3): centre 40.0; signals at: 2026-03 12.0 (below limit)."
 * ```
 */
export function processChart(result: ChartControl, options: ChartOptions = {}): ChartSpec {
  const setting = readOptions(options, PROCESS_WORDS);
  const { say, nameOf } = setting;
  const points = readControl(result, setting);
  if (points.every(({ value }) => value === null)) return noData(setting);
  const metric = points.find((point) => point.metric !== undefined)?.metric;
  const what = metric === undefined ? say("processTitleOfScores") : say("processTitle", { metric: nameOf(metric) });
  const description = describeProcess(what, result, points, setting);
  const { params, x, bare } = timeAxis(points.map(({ name }) => name));
  const axisTitle = metric === undefined ? say("score") : nameOf(metric);
  const lower = lowerPanel(result, points, x, setting);
  const upper = upperPanel(result, points, { x: lower === null ? x : bare, title: axisTitle }, setting);
  const heading = { title: setting.title ?? what, description };
  return frame(setting, heading, { params, spacing: 12, vconcat: lower === null ? [upper] : [upper, lower] });
}

function describeProcess(
  what: string,
  { center, method }: ChartControl,
  points: readonly NamedControlPoint[],
  setting: ProcessSetting,
): string {
  const { say } = setting;
  const write = processWriter(points, setting);
  const signals = points.filter((point) => point.signals.length > 0);
  const told = signals.map((point) => {
    const score = point.value === null ? say("noScore") : write.score(point.value);
    return say("signal", { period: point.name, score, reasons: reasonsOf(point, method, setting).join(say("list")) });
  });
  const parts = [
    ...(center === null ? [] : [say("center", { value: write.score(center) })]),
    signals.length === 0 ? say("noSignals") : say("signals", { list: listed(told, setting) }),
  ];
  const name = say("processOf", { title: what, n: writeCount(setting, points.length) });
  return sentences([say("named", { name, text: parts.join(say("semicolon")) })], setting);
}
