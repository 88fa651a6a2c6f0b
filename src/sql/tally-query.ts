import { assertOptions, oneOf, wrong } from "../answers/wrong.js";
import type { Scale } from "../metrics/definition.js";
import { assertScale } from "../metrics/scale.js";
import { assertCalendar, type Calendar } from "../trend/calendar.js";
import { assertTimeZone } from "../trend/time-zone.js";
import { type Dialect, type DialectName, dialectOf } from "./dialect.js";
import type { PeriodColumns, StoredTime } from "./period-rules.js";
import { identifier, type TableName, tableIdentifier } from "./quote.js";

const STORED_TIMES: readonly StoredTime[] = ["instant", "utc", "epoch-ms"];

/** When rows were answered. */
export interface TimeColumn extends Partial<Calendar> {
  /** The column of times. */
  readonly column: string;
  /** The IANA time zone of the periods. @defaultValue "UTC" */
  readonly timeZone?: string | undefined;
  /**
   * What the column holds: `instant` a time with a zone (`timestamptz`, ClickHouse's `DateTime`, MariaDB's `timestamp`, in SQLite ISO
   * 8601 text), `utc` a time without one that is UTC, `epoch-ms` milliseconds since 1970. @defaultValue "instant"
   */
  readonly storedAs?: StoredTime | undefined;
}

/** A condition with parameters. */
export interface Condition {
  /** SQL, with the placeholders of the driver, such as `country = $1`. It is passed on as it is: never put values into it. */
  readonly text: string;
  /** The values of the placeholders, as the driver takes them. @defaultValue [] */
  readonly values?: readonly unknown[] | Readonly<Record<string, unknown>> | undefined;
}

/** What to tally. Names of tables and columns are quoted as they are, so capitals must be right. */
export interface TallyQueryOptions {
  /** The engine that the query is for. */
  readonly dialect: DialectName;
  /** The table or view, in parts where its name is qualified: `["public", "survey"]`. */
  readonly from: TableName;
  /** The column of ratings; null is a missing answer. */
  readonly score: string;
  /** The column of survey weights. @defaultValue each answer weighs 1 */
  readonly weight?: string | undefined;
  /** The column that divides the answers, or several under names of your own. @defaultValue all answers together */
  readonly by?: string | Readonly<Record<string, string>> | undefined;
  /** The column of times, with the periods to tally by where `every` is given. @defaultValue all times together */
  readonly time?: TimeColumn | undefined;
  /**
   * The column that says whose answer a row is: the latest one of each, by `time`, counts; with `every`, of each in each segment and
   * period. Rows with null count each. @defaultValue all count
   */
  readonly respondent?: string | undefined;
  /** Which rows count. @defaultValue all */
  readonly where?: Condition | undefined;
  /** The scale: ratings off it become one row, as an example of them, so that wrong values cannot make millions. @defaultValue none */
  readonly scale?: Scale | undefined;
}

/** A query, as drivers take it. */
export interface Query<Values = unknown[] | Record<string, unknown>> {
  /** The SQL. */
  readonly text: string;
  /** The values of the condition's placeholders: a list or an object, as they were given; an empty list for none. */
  readonly values: Values;
}

/**
 * Options whose condition has such values.
 *
 * @inline
 */
type WithValues<Values> = TallyQueryOptions & { readonly where?: { readonly values?: Values | undefined } | undefined };

/**
 * Writes the one `SELECT` that makes a database tally answers: it reads a billion rows and returns a row for each score, segment and
 * period, from which `readTally`, `readSegments` and `readTrend` compute what `nps`, `segment` and `trend` would.
 *
 * @param options - dialect, table, columns, condition
 * @returns the text of the query and the values of its placeholders
 * @throws TypeError for an unknown dialect, a name that the engine cannot have, periods in a dialect without them; RangeError for an
 *   unknown time zone, and one that the engine does not know
 *
 * @example
 * ```ts
 * import { tallyQuery } from "cx-metrics/sql";
 *
 * const { text, values } = tallyQuery({
 *   dialect: "postgres",
 *   from: ["public", "survey"],
 *   score: "nps",
 *   by: "region",
 *   where: { text: "country = $1", values: ["FR"] },
 * });
 * text.split("\n");
 * // → [
 * //   'SELECT cx_by_key AS by_key, cx_score AS score, cx_n AS n',
 * //   'FROM (',
 * //   '  SELECT r."region" AS cx_by_key, r."nps" AS cx_score, COUNT(*) AS cx_n',
 * //   '  FROM "public"."survey" AS r',
 * //   '  WHERE (country = $1',
 * //   '  )',
 * //   '  GROUP BY r."region", r."nps"',
 * //   ') AS t',
 * // ]
 * values; // → ["FR"]
 * ```
 */
export function tallyQuery(options: WithValues<readonly unknown[]>): Query<unknown[]>;
export function tallyQuery(options: WithValues<Readonly<Record<string, unknown>>>): Query<Record<string, unknown>>;
export function tallyQuery(options: TallyQueryOptions): Query;
export function tallyQuery(options: TallyQueryOptions): Query {
  assertOptions(options);
  const dialect = dialectOf(options.dialect);
  const keys = keyColumns(options, dialect);
  const columns = [...keys, ...answerColumns(options, dialect)];
  // The names given here go on outside only: inside, they could be taken for columns of the table.
  const text = [
    `SELECT ${columns.map(({ name }) => `cx_${name} AS ${alias(name, dialect)}`).join(", ")}`,
    "FROM (",
    `  SELECT ${columns.map(({ name, value }) => `${value} AS cx_${name}`).join(", ")}`,
    ...sourceOf(options, keys, dialect).map((line) => `  ${line}`),
    `  GROUP BY ${columns.flatMap(({ groupedBy = [] }) => groupedBy).join(", ")}`,
    ") AS t",
  ];
  return { text: text.join("\n"), values: valuesOf(options) };
}

/** The name of a column of the result; with capitals quoted, as engines would change them. */
function alias(name: string, dialect: Dialect): string {
  return /[A-Z]/.test(name) ? dialect.quote(name) : name;
}

/** A column of the result. */
interface Column {
  readonly name: string;
  /** What it shows. */
  readonly value: string;
  /** By what rows are grouped for it. */
  readonly groupedBy?: readonly string[];
}

/** A column of the table; always qualified, as SQLite takes an unqualified one that is not there for text. */
function column(what: string, name: string, dialect: Dialect): string {
  return `r.${identifier(what, name, dialect)}`;
}

function keyColumns({ by, time }: TallyQueryOptions, dialect: Dialect): Column[] {
  const dimensions = typeof by === "string" ? { key: by } : (by ?? {});
  const isOfNone = by === dimensions && Object.keys(by).length === 0;
  if (typeof dimensions !== "object" || Array.isArray(dimensions) || isOfNone)
    throw wrong("by", by, "the name of a column, or an object of such under names of your own");
  const folded = Object.keys(dimensions).map((dimension) => dimension.toLowerCase());
  const twin = folded.findIndex((dimension, place) => folded.indexOf(dimension) < place);
  if (twin >= 0)
    throw wrong("a name of your own in by", Object.keys(dimensions)[twin], "one that differs by more than capitals");
  const keys = Object.entries(dimensions).map(([dimension, name]) => {
    if (!/^\w{1,40}$/.test(dimension))
      throw wrong("a name of your own in by", dimension, "made of up to 40 letters from a to z, digits and _");
    const key = column(`by.${dimension}`, name, dialect);
    return { name: `by_${dimension}`, value: dialect.common(key), groupedBy: [dialect.exactly(key)] };
  });
  if (time?.every === undefined) return keys;
  const { start, text } = periodOf(time, dialect);
  return [...keys, { name: "period", value: dialect.common(text), groupedBy: [start] }];
}

function periodOf(
  { every, storedAs = "instant", timeZone = "UTC", ...time }: TimeColumn,
  dialect: Dialect,
): PeriodColumns {
  const { weekStartsOn = 1, fiscalYearStartMonth = 1 } = time;
  assertCalendar({ every: every!, weekStartsOn, fiscalYearStartMonth });
  assertTimeZone(timeZone);
  oneOf("time.storedAs", storedAs, STORED_TIMES);
  if (dialect.periods === null)
    throw new TypeError("time.every: the dialect ansi has no periods, as engines differ in them");
  return dialect.periods({
    column: column("time.column", time.column, dialect),
    storedAs,
    timeZone,
    every: every!,
    daysAfterMonday: (weekStartsOn + 6) % 7,
    monthsAfterJanuary: fiscalYearStartMonth - 1,
  });
}

function answerColumns(options: TallyQueryOptions, dialect: Dialect): Column[] {
  const { score, weight, scale, respondent, time } = options;
  const rating = column("score", score, dialect);
  const columns = [scoreColumn(rating, scale), { name: "n", value: "COUNT(*)" }];
  // Tells readers that the periods of these rows must not be pooled, as whoever answered in two would count twice, and of null times.
  if (respondent !== undefined) columns.push({ name: "latest", value: `COUNT(${sortableTime(time, dialect)})` });
  if (weight === undefined) return columns;
  const value = dialect.double(column("weight", weight, dialect));
  return [
    ...columns,
    { name: "weight", value: `SUM(${value})` },
    { name: "weight_sq", value: `SUM(${value} * ${value})` },
    // A sum passes over nulls and hides what is below 0: these two tell of them.
    { name: "weighted", value: `COUNT(${value})` },
    { name: "least_weight", value: `MIN(${value})` },
  ];
}

function sortableTime(time: TimeColumn | undefined, dialect: Dialect): string {
  if (!time) throw wrong("time", time, "given with respondent, to tell which answer is the latest");
  const { storedAs = "instant" } = time;
  oneOf("time.storedAs", storedAs, STORED_TIMES);
  return dialect.sortable(column("time.column", time.column, dialect), storedAs);
}

function scoreColumn(rating: string, scale: Scale | undefined): Column {
  if (scale === undefined) return { name: "score", value: rating, groupedBy: [rating] };
  const isOn = onScale(rating, scale);
  // Ratings off the scale are one group, which shows the smallest of them.
  return {
    name: "score",
    value: `MIN(${rating})`,
    groupedBy: [`CASE WHEN ${isOn} THEN ${rating} END`, `CASE WHEN ${rating} IS NULL OR ${isOn} THEN 0 ELSE 1 END`],
  };
}

function onScale(rating: string, scale: Scale): string {
  assertScale("scale", scale);
  const { min, max, step = 1 } = scale;
  const isWithin = `${rating} BETWEEN ${min} AND ${max}`;
  if (step === null) return `(${isWithin})`;
  // As far from whole as metrics let it be: what they take for a rating must not be one of those off the scale here.
  const rounding = `1e-15 * ${min === 0 ? `ABS(${rating})` : `(ABS(${rating}) + ${Math.abs(min)})`}`;
  if (step === 1 && Number.isInteger(min)) return `(${isWithin} AND ABS(${rating} - ROUND(${rating})) <= ${rounding})`;
  // With a decimal point, or whole numbers would be divided without a remainder.
  const by = Number.isInteger(step) ? step.toFixed(1) : String(step);
  const steps = `(${rating} - (${min})) / ${by}`;
  return `(${isWithin} AND ABS(${steps} - ROUND(${steps})) <= ${rounding} / ${by})`;
}

function sourceOf(options: TallyQueryOptions, keys: readonly Column[], dialect: Dialect): string[] {
  const table = [`FROM ${tableIdentifier(options.from, dialect)} AS r`, ...conditionOf(options)];
  const { respondent, time } = options;
  if (respondent === undefined) return table;
  const who = column("respondent", respondent, dialect);
  // Without periods, one answer of each counts in all.
  const within = time?.every === undefined ? [] : keys.flatMap(({ groupedBy = [] }) => groupedBy);
  const when = sortableTime(time, dialect);
  // Rows without a time come first, so that readers see them and refuse.
  const score = column("score", options.score, dialect);
  // Of the same moment the lower rating, on every engine; a missing answer only where there is no other.
  const lower = `CASE WHEN ${score} IS NULL THEN 1 ELSE 0 END, ${score}`;
  const order = `CASE WHEN ${when} IS NULL THEN 0 ELSE 1 END, ${when} DESC, ${lower}`;
  return [
    "FROM (",
    `  SELECT r.*, ROW_NUMBER() OVER (PARTITION BY ${[...within, dialect.exactly(who)].join(", ")} ORDER BY ${order}) AS cx_place`,
    ...table.map((line) => `  ${line}`),
    ") AS r",
    `WHERE r.cx_place = 1 OR ${who} IS NULL`,
  ];
}

function conditionOf({ where }: TallyQueryOptions): string[] {
  if (where === undefined) return [];
  if (typeof where?.text !== "string" || where.text.trim() === "")
    throw wrong("where", where, "{ text, values } with a condition as text");
  // Its last line may end with a comment.
  return [`WHERE (${where.text}`, ")"];
}

/** The values of the condition, in a list or an object of the query's own. */
function valuesOf({ where }: TallyQueryOptions): Query["values"] {
  const values = where?.values ?? [];
  if (typeof values !== "object") throw wrong("where.values", values, "a list or an object of values");
  return Array.isArray(values) ? [...values] : { ...values };
}
