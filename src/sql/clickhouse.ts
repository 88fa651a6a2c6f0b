import type { Dialect } from "./dialect.js";
import type { PeriodRules, StoredTime } from "./period-rules.js";

const LOCAL: Record<StoredTime, (column: string, zone: string) => string> = {
  // A DateTime of ClickHouse is an instant, whatever zone it is shown in.
  instant: (column, zone) => `toTimezone(${column}, ${zone})`,
  utc: (column, zone) => `toTimezone(${column}, ${zone})`,
  "epoch-ms": (column, zone) => `fromUnixTimestamp64Milli(${column}, ${zone})`,
};

const periods: PeriodRules = ({ column, storedAs, timeZone, every, daysAfterMonday, monthsAfterJanuary }) => {
  const time = LOCAL[storedAs](column, `'${timeZone}'`);
  if (every === "hour") return `formatDateTime(${time}, '%Y-%m-%d %H:00:00')`;
  const date = `toDate32(${time})`;
  const shifted = (start: string) =>
    monthsAfterJanuary === 0
      ? `${start}(${date})`
      : `addMonths(${start}(subtractMonths(${date}, ${monthsAfterJanuary})), ${monthsAfterJanuary})`;
  const starts = {
    day: date,
    week: `${date} - (toDayOfWeek(${date}) + ${6 - daysAfterMonday}) % 7`,
    month: `toStartOfMonth(${date})`,
    quarter: shifted("toStartOfQuarter"),
    year: shifted("toStartOfYear"),
  };
  return `concat(toString(${starts[every]}), ' 00:00:00')`;
};

/** ClickHouse, on one server or many: a `Distributed` table takes the same query. */
export const clickhouse: Dialect = {
  quote: (name) => `\`${name.replace(/[`\\]/g, "\\$&")}\``,
  refuses: () => null,
  exactly: (column) => column,
  double: (column) => `toFloat64(${column})`,
  sortable: (column) => column,
  periods,
};
