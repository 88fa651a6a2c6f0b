import { assertOptions, wrong } from "../answers/wrong.js";
import type { MetricDefinition } from "../metrics/definition.js";
import { measure } from "../metrics/measure.js";
import type { Measurement } from "../metrics/measurement.js";
import { type Accessor, type Rows, readColumn, readRows } from "./column.js";
import type { By, DimensionOf } from "./group-rows.js";
import { type Segment, type SegmentOptions, segment } from "./segment.js";

/** What an invitation led to. */
export type ResponseBand = "silent" | "responded";

/** How to compute response rates. */
export interface ResponseRateOptions<Row, B extends By<Row> = By<Row>>
  extends Pick<
    SegmentOptions<Row, Measurement<ResponseBand>, B>,
    "weight" | "minN" | "vsRest" | "adjust" | "order" | "totals"
  > {
  /** Whether an invited one responded: true or false. */
  readonly responded: Accessor<Row, boolean>;
}

const RESPONSE_RATE: MetricDefinition<ResponseBand> = {
  metric: "response rate",
  scale: { min: 0, max: 1 },
  better: "higher",
  statistic: "share",
  bands: [
    { name: "silent", sentiment: "negative", from: 0 },
    { name: "responded", sentiment: "positive", from: 1 },
  ],
};

/**
 * The percentage of the invited who responded, by segment: both counts come from one list, so they are of the same people.
 *
 * @param invited - all who were asked, any iterable of rows, or their number where all accessors are columns
 * @param options - who responded, and how to segment: `by` as for `segment`, or without it the whole alone, "total"
 * @returns for each segment a measurement: `score` in percent with Wilson's interval, `n` the invited, and the bands `responded` and
 *   `silent`. With `minN`, segments of fewer invited are suppressed
 * @throws TypeError for a `responded` that is neither true nor false, naming the row; otherwise what `segment` throws
 *
 * @remarks Source: the share of the invited who responded, with the interval of Wilson (1927).
 *
 * @example
 * ```ts
 * import { responseRate } from "cx-metrics";
 *
 * const invited = [
 *   { channel: "mail", score: 9 }, { channel: "mail", score: null }, { channel: "mail", score: null },
 *   { channel: "kiosk", score: 7 }, { channel: "kiosk", score: 10 },
 * ];
 * const rates = responseRate(invited, { by: (row) => row.channel, responded: (row) => row.score !== null });
 * rates.map(({ key, n, score }) => [key, n, score]); // → [["kiosk", 2, 100], ["mail", 3, 33.3]]
 * ```
 */
export function responseRate<Row, B extends By<Row>>(
  invited: Rows<Row>,
  options: ResponseRateOptions<Row, B> & { readonly by: B },
): Segment<Measurement<ResponseBand>, DimensionOf<B>>[];
export function responseRate<Row>(
  invited: Rows<Row>,
  options: ResponseRateOptions<Row> & { readonly by?: undefined },
): Segment<Measurement<ResponseBand>, "key">[];
export function responseRate<Row>(
  invited: Rows<Row>,
  options: ResponseRateOptions<Row> & { readonly by?: By<Row> | undefined },
): Segment<Measurement<ResponseBand>>[] {
  assertOptions(options);
  const { responded, by = () => null, totals, ...others } = options;
  const rows = readRows(invited);
  const column = readColumn("responded", rows, responded);
  const score = Uint8Array.from({ length: rows.length }, (_, row) => {
    if (typeof column[row] !== "boolean") throw wrong(`responded of row ${row}`, column[row], "true or false");
    return Number(column[row]);
  });
  const segments = segment(Array.isArray(rows) ? (rows as Row[]) : rows.length, {
    ...others,
    by,
    totals: options.by === undefined || totals,
    score,
    metric: (answers) => measure(answers, RESPONSE_RATE),
  });
  return options.by === undefined ? segments.slice(0, 1) : segments;
}
