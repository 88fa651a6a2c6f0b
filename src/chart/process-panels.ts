import type { JsonObject } from "./chart-spec.js";
import { extentOf } from "./extent.js";
import { drawn } from "./layers.js";
import { literal } from "./literal.js";
import { limitLayers, namesOfLines, ruleAt, signalMarks, signalWords } from "./process-layers.js";
import {
  type ChartControl,
  type NamedControlPoint,
  type ProcessSetting,
  processWriter,
  reasonsOf,
  valueWriter,
} from "./read-control.js";
import { dotLayers, lineLayers, type TrendDots } from "./trend-layers.js";

/** The values with centre, limits and signals. */
export function upperPanel(
  result: ChartControl,
  points: readonly NamedControlPoint[],
  { x, title }: { readonly x: JsonObject; readonly title: string },
  setting: ProcessSetting,
): JsonObject {
  const { width, height = 220, palette } = setting;
  const { center, method } = result;
  const domain = domainOf(points, center);
  const y = axisOf(title, 5, { domain, nice: false });
  const heightOf = (value: number) => ((domain[1] - value) / (domain[1] - domain[0])) * height;
  const dots = dotsOf(points, ({ value }) => value, method, setting);
  return {
    width,
    height,
    encoding: { x, color: { value: palette.accent } },
    layer: drawn([
      ...limitLayers(points, y, palette),
      ...(center === null ? [] : [ruleAt(center, y, palette.muted)]),
      ...lineLayers([dots], y),
      ...dotLayers([dots], y, {}, palette.background),
      signalMarks(points, dots, y, palette),
      signalWords(points, { y, height, heightOf }, result, setting),
      namesOfLines(points, center, { y, height, heightOf }, setting),
    ]),
  };
}

/** What the method looks at besides the values; null where that is nothing. */
export function lowerPanel(
  { movingRange, method, decisionInterval = null }: ChartControl,
  points: readonly NamedControlPoint[],
  x: JsonObject,
  setting: ProcessSetting,
): JsonObject | null {
  const { say, width, palette } = setting;
  const series = (value: (point: NamedControlPoint) => number | null) => dotsOf(points, value, method, setting);
  const panel = (title: string, lines: readonly TrendDots[], rules: readonly number[]) => {
    const y = axisOf(title, 3);
    return {
      width,
      height: 80,
      encoding: { x, color: { value: palette.accent } },
      layer: drawn([
        ...rules.map((rule) => ruleAt(rule, y, palette.muted)),
        ...lineLayers(lines, y),
        ...dotLayers(lines, y, {}, palette.background),
      ]),
    };
  };
  if (points.some(({ sums }) => sums !== null)) {
    const [above, below] = [
      series(({ sums }) => sums?.above ?? null),
      series(({ sums }) => (sums ? 0 - sums.below : null)),
    ];
    return panel(
      say("sums"),
      [above, below],
      decisionInterval === null ? [0] : [0, decisionInterval, -decisionInterval],
    );
  }
  // The other methods take their spread from moving ranges, and do not judge them.
  const isJudged = method === "xmr" || method === "xmr-median";
  if (!isJudged || movingRange === null || points.every((point) => point.movingRange === null)) return null;
  const { mean, median, high } = movingRange;
  const usual = method === "xmr-median" ? median : mean;
  return panel(say("movingRange"), [series((point) => point.movingRange)], high === null ? [usual] : [usual, high]);
}

/** All values, limits and the centre, with room for the reasons of those that are farthest out. */
function domainOf(points: readonly NamedControlPoint[], center: number | null): readonly [number, number] {
  const numbers = points.flatMap(({ value, limits }) => [value, limits?.low ?? null, limits?.high ?? null]);
  const [least, most] = extentOf([center, ...numbers].filter((number) => number !== null));
  const room = (most - least) * 0.15 || Math.abs(most) * 0.1 || 1;
  return [least - room, most + room];
}

function axisOf(title: string, tickCount: number, scale: JsonObject = {}): JsonObject {
  return {
    type: "quantitative",
    scale: { zero: false, nice: true, ...scale },
    axis: { title: literal(title), tickCount, grid: false },
  };
}

function dotsOf(
  points: readonly NamedControlPoint[],
  numberOf: (point: NamedControlPoint) => number | null,
  method: string,
  setting: ProcessSetting,
): TrendDots {
  const write = valueWriter(processWriter(points, setting), method, setting);
  return points.map((point, place) => {
    const score = numberOf(point);
    if (score === null) return undefined;
    const text = write(score);
    const tip = setting.say("named", {
      name: point.name,
      text: [text, ...reasonsOf(point, method, setting)].join(setting.say("list")),
    });
    return { place, series: 0, score, low: null, high: null, isPartial: point.partial === true, tip };
  });
}
