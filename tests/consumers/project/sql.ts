// A user of cx-metrics/sql.
import { type Measurement, type NpsBand, nps, type Segment, type Tally } from "cx-metrics";
import {
  type Condition,
  type DialectName,
  type DriverRow,
  type Query,
  type ReadSegmentsOptions,
  type ReadTrendOptions,
  readSegments,
  readTally,
  readTrend,
  type StoredTime,
  type TableName,
  type TallyQueryOptions,
  type TimeColumn,
  tallyQuery,
} from "cx-metrics/sql";
import type { TrendPoint, TrendSeries } from "cx-metrics/trend";

type Scored = Measurement<NpsBand>;
const dialect: DialectName = "duckdb";
const from: TableName = ["lake", "survey"];
const storedAs: StoredTime = "utc";
const time: TimeColumn = { column: "at", every: "month", timeZone: undefined, storedAs };
const where: Condition = { text: "region = ?", values: ["north"] };
const options: TallyQueryOptions = { dialect, from, score: "nps", by: { region: "region" }, time, where };
export const query: Query = tallyQuery(options);
/** As drivers take values. */
declare const send: (text: string, values?: string[] | unknown[]) => Promise<StoredRow[]>;
interface StoredRow {
  score: number;
  n: bigint;
}
const listed = tallyQuery({ dialect, from, score: "nps", where: { text: "region = ?", values: ["north"] } });
export const answers: Promise<Tally> = send(listed.text, [...listed.values]).then((stored) => readTally(stored));
export const sent: Promise<StoredRow[]> = send(listed.text, listed.values);
const named = tallyQuery({ dialect, from, score: "nps", where: { text: "region = {it:String}", values: { it: "a" } } });
export const it: unknown = named.values.it;
export const none: unknown[] = tallyQuery({ dialect, from, score: "nps" }).values;
const rows: readonly DriverRow[] = [{ score: 10, n: 12n }];
export const stored: Tally = readTally(rows);
const segmentsOptions: ReadSegmentsOptions<Scored> = { metric: nps, minN: 5 };
export const segments: Segment<Scored>[] = readSegments(rows, segmentsOptions);
const trendOptions: ReadTrendOptions<Scored> = { metric: nps, every: "month" };
export const points: TrendPoint<Scored>[] = readTrend(rows, { ...trendOptions, by: false });
export const series: TrendSeries<Scored>[] = readTrend(rows, { ...trendOptions, by: true });
