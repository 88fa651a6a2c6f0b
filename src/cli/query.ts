import { type DialectName, tallyQuery } from "../sql/index.js";
import { timeZoneOf } from "./answers.js";
import type { Arguments } from "./arguments.js";
import { calendarOf } from "./calendar-of.js";
import type { Io } from "./io.js";
import { definitionOf, type MetricName } from "./metric.js";
import { wrongUsage } from "./problem.js";

const DIALECTS = ["clickhouse", "duckdb", "mariadb", "postgres", "sqlite", "ansi"] as const satisfies DialectName[];

/** The query by which a database tallies what a command line asks for; no file is read. */
export function queryText(metric: MetricName | undefined, args: Arguments, io: Io): string {
  const { scale } = definitionOf(metric, args, io);
  const time = args.text("time");
  const { text } = underOptions(() =>
    tallyQuery({
      dialect: args.choice("sql", DIALECTS)!,
      from: args.required("table").split("."),
      score: args.required("score"),
      weight: args.text("weight"),
      by: dimensionsOf(args),
      time: time === undefined ? undefined : { column: time, timeZone: timeZoneOf(args), ...calendarOf(args) },
      respondent: args.text("respondent"),
      scale,
    }),
  );
  return `${text}\n`;
}

/** One column goes by the name `key`; several by their own, or where SQL has no such name by their number. */
function dimensionsOf(args: Arguments): string | Record<string, string> | undefined {
  const [first, ...others] = args.list("by").flatMap((names) => names.split(",").map((name) => name.trim()));
  if (first === undefined || others.length === 0) return first;
  return Object.fromEntries(
    [first, ...others].map((name, index) => [/^\w{1,40}$/.test(name) ? name : `column_${index + 1}`, name]),
  );
}

/** What an action returns; what it says of its options in throwing is said of those of the command line. */
function underOptions<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    const { message } = error as Error;
    const said = message.replace(/^from(?= must be)/, "table").replace(/^time\.(?=every)/, "");
    throw wrongUsage(said.replace(/^([a-z]+)(\.\w+)?(?= must be|: )/, "--$1"));
  }
}
