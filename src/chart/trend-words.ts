import type { Setting } from "./chart-options.js";
import { listed, sentences, whyNoScore } from "./describe.js";
import type { ChartPoint, PlacedSeries, Timeline } from "./read-points.js";
import type { TREND_WORDS } from "./words.js";
import { scoreWriter, writeCount } from "./write.js";

export type TrendSetting = Setting<keyof typeof TREND_WORDS.en>;

type Scored = ChartPoint & { readonly score: number };

/** What a trend shows, of each series its ends and its extremes. */
export function describeTrend({ periods, series }: Timeline, metric: string, setting: TrendSetting): string {
  const { say } = setting;
  const range = say("from", { metric, first: periods[0]!, last: periods.at(-1)! });
  const told = series.map((one) => {
    const text = describeSeries(one, setting);
    return one.name === "" ? text : say("named", { name: one.name, text });
  });
  return sentences([say("named", { name: range, text: listed(told, setting) })], setting);
}

function describeSeries({ points }: PlacedSeries, setting: TrendSetting): string {
  const { say } = setting;
  const scored = points.filter((point): point is Scored => point !== undefined && point.score !== null);
  if (scored.length === 0) return say("noScore");
  const lowest = scored.reduce((least, point) => (point.score < least.score ? point : least));
  const highest = scored.reduce((most, point) => (point.score > most.score ? point : most));
  const empty = points.length - scored.length;
  return [
    say("firstPoint", { point: describePeriod(scored[0]!, setting) }),
    say("lastPoint", { point: describePeriod(scored.at(-1)!, setting) }),
    say("lowestPoint", { point: describePeriod(lowest, setting) }),
    say("highestPoint", { point: describePeriod(highest, setting) }),
    ...(empty === 0 ? [] : [say("emptyPeriods", { n: writeCount(setting, empty) })]),
  ].join(say("semicolon"));
}

/** A point in words: "39.8 (37.2 to 42.5) in 2026-03, n 2,746". */
export function describePeriod(point: ChartPoint, setting: TrendSetting): string {
  const { say } = setting;
  const { key: period, score, interval, n, partial } = point;
  if (score === null) return say("named", { name: period, text: whyNoScore(point, setting) });
  const text = scoreWriter(setting, point.statistic).scoreWithInterval(score, interval);
  const told = say("pointOf", { period, score: text, n: writeCount(setting, n) });
  return partial ? say("partialPoint", { point: told }) : told;
}
