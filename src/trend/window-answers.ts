import type { Measurement } from "../metrics/measurement.js";
import { answersInPlace, type Metric, measureGroup } from "../segment/measure-group.js";
import { type GroupAnswers, tallyGroups } from "../segment/tally-groups.js";
import { latestIn, type Respondent, successionOf } from "./latest.js";
import { slotFinder } from "./slots.js";
import type { TimedRows } from "./timed-rows.js";
import type { TimeWindow } from "./windows.js";

/** Scores the answers of a series in a window. */
export function windowMeasurer<Result extends Measurement>(
  rows: TimedRows,
  windows: readonly TimeWindow[],
  metric: Metric<Result>,
): (series: number, window: TimeWindow) => Result {
  const { times, scores, weights, respondents, series: groups } = rows;
  const seriesOf = groups.groupOf;
  const answersIn = respondents === undefined ? pooledAnswers(rows, windows) : latestAnswers(rows, respondents);
  return (series, window) => {
    const isInside = (row: number) =>
      seriesOf[row] === series && times[row]! >= window.start && times[row]! < window.end;
    return measureGroup(metric, window.isFull ? answersIn(series, window) : [], () =>
      answersInPlace(scores, weights, isInside),
    );
  };
}

type WindowAnswers = (series: number, window: TimeWindow) => readonly GroupAnswers[];

/** Finds the answers of windows, each pooled from the parts that windows have in common, which are counted once. */
function pooledAnswers(rows: TimedRows, windows: readonly TimeWindow[]): WindowAnswers {
  const cuts = [...new Set(windows.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const slots = cuts.length - 1;
  if (slots < 1) return () => [];
  const { times, scores, weights, series: groups } = rows;
  const groupsOf = slotFinder(times, cuts, groups.groupOf);
  const counted = tallyGroups({ groupsOf, groups: groups.values.length * slots, scores, weights });
  const place = new Map(cuts.map((cut, index) => [cut, index]));
  return (series, { start, end }) =>
    counted.slice(series * slots + place.get(start)!, series * slots + place.get(end)!);
}

/** Finds the latest answer of each respondent in a window. */
function latestAnswers(rows: TimedRows, respondents: ArrayLike<Respondent>): WindowAnswers {
  const succession = successionOf(rows.times, respondents, rows.series);
  // In the order of time, the answers of a window lie side by side.
  const scores = Array.from(succession.order, (row) => rows.scores[row]);
  const weights = rows.weights && Array.from(succession.order, (row) => rows.weights![row]!);
  return (series, window) => {
    const latest = latestIn(succession, series, window);
    return tallyGroups({
      groupsOf: (from, to) => new Uint8Array(to - from),
      groups: 1,
      scores: latest.map((place) => scores[place]),
      weights: weights && latest.map((place) => weights[place]!),
    });
  };
}
