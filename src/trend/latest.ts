import { codesOf, type SegmentKey } from "../segment/group-rows.js";

/** Who a row is from; null where that is not known, and the row then counts by itself. */
export type Respondent = SegmentKey | undefined;

/** Rows in the order of time, with the time at which each is followed by another one of the same respondent. */
export interface Succession {
  /** Row numbers by series, then by time; of two at the same time, the row further down is the later. */
  readonly order: Uint32Array;
  /** By row: when the respondent's next row of the series is; infinity where there is none. */
  readonly nextTime: Float64Array;
}

/** Finds out when each row is followed by another one of the same respondent in the same series. */
export function successionOf(
  times: ArrayLike<number>,
  respondents: ArrayLike<Respondent>,
  seriesOf: ArrayLike<number>,
): Succession {
  const { codes, values } = codesOf("respondent", respondents);
  const order = Uint32Array.from({ length: times.length }, (_, row) => row).sort(
    (a, b) => seriesOf[a]! - seriesOf[b]! || times[a]! - times[b]! || a - b,
  );
  const nextTime = new Float64Array(times.length).fill(Number.POSITIVE_INFINITY);
  const previous = new Float64Array(values.length).fill(-1);
  for (const row of order) {
    const code = codes[row]!;
    const before = previous[code]!;
    previous[code] = row;
    const isKnown = before >= 0 && values[code] !== null;
    if (isKnown && seriesOf[before] === seriesOf[row]) nextTime[before] = times[row]!;
  }
  return { order, nextTime };
}

/** The rows of a part of the order that lie in a window and are the last ones of their respondents in it. */
export function latestIn(
  { order, nextTime }: Succession,
  times: ArrayLike<number>,
  [first, last]: readonly [first: number, last: number],
  window: { readonly start: number; readonly end: number },
): number[] {
  const rows: number[] = [];
  for (let place = lowerBound(window.start, first); place < last; place++) {
    const row = order[place]!;
    if (times[row]! >= window.end) break;
    if (nextTime[row]! >= window.end) rows.push(row);
  }
  return rows;

  /** The first place from `low` on whose time is at or after an instant. */
  function lowerBound(instant: number, low: number): number {
    let high = last;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (times[order[middle]!]! < instant) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
