import { isUtc, wrongTimeZone } from "../trend/time-zone.js";
import type { Dialect } from "./dialect.js";
import type { PeriodRules } from "./period-rules.js";

const periods: PeriodRules = ({ column, storedAs, timeZone, every, daysAfterMonday, monthsAfterJanuary }) => {
  if (!isUtc(timeZone)) throw wrongTimeZone(timeZone, "UTC, as SQLite knows no other time zone");
  const time = storedAs === "epoch-ms" ? `${column} / 1000.0, 'unixepoch'` : column;
  const monthsSince = (length: number) =>
    `'-' || ((CAST(strftime('%m', ${time}) AS INTEGER) + ${11 - monthsAfterJanuary}) % ${length}) || ' months'`;
  const starts = {
    hour: `strftime('%Y-%m-%d %H:00:00', ${time})`,
    day: `strftime('%Y-%m-%d 00:00:00', ${time})`,
    week: `strftime('%Y-%m-%d 00:00:00', ${time}, '-6 days', 'weekday ${(daysAfterMonday + 1) % 7}')`,
    month: `strftime('%Y-%m-01 00:00:00', ${time})`,
    quarter: `strftime('%Y-%m-01 00:00:00', ${time}, 'start of month', ${monthsSince(3)})`,
    year: `strftime('%Y-%m-01 00:00:00', ${time}, 'start of month', ${monthsSince(12)})`,
  };
  return { start: starts[every], text: starts[every] };
};

/** SQLite. */
export const sqlite: Partial<Dialect> = {
  double: (column) => `CAST(${column} AS REAL)`,
  // Text sorts by its letters: of the same moment in two zones, one would be later.
  sortable: (column, storedAs) => (storedAs === "epoch-ms" ? column : `julianday(${column})`),
  periods,
};
