import { codesOf, type RowGroups, type SegmentKey } from "../segment/group-rows.js";
import { bisect } from "./bisect.js";

/** Who a row is from; null where that is not known, and the row then counts by itself. */
export type Respondent = SegmentKey | undefined;

/** Rows in the order of time, with the time at which each is followed by another one of the same respondent. */
export interface Succession {
  /** Row numbers by series, then by time; of two at the same time, the row further down is the later. */
  readonly order: Uint32Array;
  /** By place in this order: when the row is. */
  readonly times: Float64Array;
  /** By place in this order: when the respondent's next row of the series is; infinity where there is none. */
  readonly nextTimes: Float64Array;
  /** The first place of each series, and at the end the number of rows. */
  readonly bounds: Uint32Array;
}

/** Finds out when each row is followed by another one of the same respondent in the same series. */
export function successionOf(
  times: ArrayLike<number>,
  respondents: ArrayLike<Respondent>,
  { groupOf: seriesOf, values: series }: RowGroups,
): Succession {
  const { codes, values } = codesOf("respondent", respondents);
  const order = Uint32Array.from({ length: times.length }, (_, row) => row).sort(
    (a, b) => seriesOf[a]! - seriesOf[b]! || times[a]! - times[b]! || a - b,
  );
  const sortedTimes = Float64Array.from(order, (row) => times[row]!);
  const nextTimes = new Float64Array(times.length).fill(Infinity);
  const bounds = new Uint32Array(series.length + 1).fill(order.length);
  const previous = new Float64Array(values.length).fill(-1);
  for (let place = order.length - 1; place >= 0; place--) bounds[seriesOf[order[place]!]!] = place;
  for (let place = 0; place < order.length; place++) {
    const row = order[place]!;
    const code = codes[row]!;
    const before = previous[code]!;
    previous[code] = place;
    const isOfSeries = before >= bounds[seriesOf[row]!]!;
    if (isOfSeries && values[code] !== null) nextTimes[before] = sortedTimes[place]!;
  }
  return { order, times: sortedTimes, nextTimes, bounds };
}

/** The places of a series in the order whose rows lie in a window and are the last ones of their respondents in it. */
export function latestIn(
  { times, nextTimes, bounds }: Succession,
  series: number,
  window: { readonly start: number; readonly end: number },
): number[] {
  const places: number[] = [];
  const last = bounds[series + 1]!;
  const first = bisect(bounds[series]!, last, (place) => times[place]! >= window.start);
  for (let place = first; place < last && times[place]! < window.end; place++)
    if (nextTimes[place]! >= window.end) places.push(place);
  return places;
}
