/**
 * Tallies made by a database: the one query that it takes, and what becomes of its rows.
 *
 * @packageDocumentation
 * @module cx-metrics/sql
 */
export type { DialectName } from "./dialect.js";
export type { StoredTime } from "./period-rules.js";
export type { TableName } from "./quote.js";
export type { DriverRow } from "./read-rows.js";
export { type ReadSegmentsOptions, readSegments } from "./read-segments.js";
export { readTally } from "./read-tally.js";
export { type ReadTrendOptions, readTrend } from "./read-trend.js";
export { type Condition, type Query, type TallyQueryOptions, type TimeColumn, tallyQuery } from "./tally-query.js";
