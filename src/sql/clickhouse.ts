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
  if (every === "hour") {
    const text = `formatDateTime(${time}, '%Y-%m-%d %H:00:00')`;
    return { start: text, text };
  }
  const date = `toDate32(${time})`;
  // toStartOfMonth and the like end at 1970 and begin anew there; days and months counted back do not.
  const month = `${date} - (toDayOfMonth(${date}) - 1)`;
  const monthsBack = (length: number) =>
    `addMonths(${month}, -((toMonth(${date}) + ${11 - monthsAfterJanuary}) % ${length}))`;
  const starts = {
    day: date,
    week: `${date} - (toDayOfWeek(${date}) + ${6 - daysAfterMonday}) % 7`,
    month,
    quarter: monthsBack(3),
    year: monthsBack(12),
  };
  return { start: starts[every], text: `concat(toString(${starts[every]}), ' 00:00:00')` };
};

/** ClickHouse, on one server or many: a `Distributed` table takes the same query. */
export const clickhouse: Partial<Dialect> = {
  quote: (name) => `\`${name.replace(/[`\\]/g, "\\$&")}\``,
  double: (column) => `toFloat64(${column})`,
  periods,
};
