import { isUtc } from "../trend/time-zone.js";
import type { Dialect } from "./dialect.js";
import type { PeriodRules, StoredTime } from "./period-rules.js";
import { quoted } from "./quote.js";

/** A time in UTC. */
const IN_UTC: Record<StoredTime, (column: string) => string> = {
  // By way of the seconds since 1970, which do not depend on the zone of the connection.
  instant: (column) => `(TIMESTAMP'1970-01-01 00:00:00' + INTERVAL UNIX_TIMESTAMP(${column}) SECOND)`,
  utc: (column) => column,
  "epoch-ms": (column) => `(TIMESTAMP'1970-01-01 00:00:00' + INTERVAL ${column} * 1000 MICROSECOND)`,
};

const periods: PeriodRules = ({ column, storedAs, timeZone, every, daysAfterMonday, monthsAfterJanuary }) => {
  const utc = IN_UTC[storedAs](column);
  // Zones are tables that may be empty; for UTC none is needed.
  const zone = isUtc(timeZone) ? "+00:00" : timeZone;
  const local = `CONVERT_TZ(${utc}, '+00:00', '${zone}')`;
  const shifted = monthsAfterJanuary === 0 ? local : `(${local} - INTERVAL ${monthsAfterJanuary} MONTH)`;
  const back = monthsAfterJanuary === 0 ? "" : ` + INTERVAL ${monthsAfterJanuary} MONTH`;
  const starts = {
    hour: local,
    day: local,
    week: `${local} - INTERVAL (WEEKDAY(${local}) + ${7 - daysAfterMonday}) % 7 DAY`,
    month: `${local} - INTERVAL DAYOFMONTH(${local}) - 1 DAY`,
    quarter: `MAKEDATE(YEAR(${shifted}), 1) + INTERVAL QUARTER(${shifted}) - 1 QUARTER${back}`,
    year: `MAKEDATE(YEAR(${shifted}), 1)${back}`,
  };
  const text = `DATE_FORMAT(${starts[every]}, '%Y-%m-%d ${every === "hour" ? "%H" : "00"}:00:00')`;
  // Beyond these years MariaDB returns times unconverted, without a word.
  const start = `CASE WHEN ${utc} > '1970-01-01' AND ${utc} < '2038-01-19' THEN ${text} END`;
  return { start, text: start };
};

/** MariaDB. Its time zones are tables that an administrator fills; where they are empty, periods are null, which readers refuse. */
export const mariadb: Partial<Dialect> = {
  quote: (name) => quoted(name, "`"),
  refuses: (name) => {
    if ([...name].length > 64) return "at most 64 characters long in MariaDB";
    return /[\u{10000}-\u{10FFFF}]|[ \t-\r]$/u.test(name)
      ? "without emoji and without a space at its end in MariaDB"
      : null;
  },
  // Its collations take capitals, accents and spaces at the end for the same.
  exactly: (column) => `CAST(${column} AS BINARY)`,
  // With ONLY_FULL_GROUP_BY it refuses expressions that are not columns.
  common: (expression) => `MIN(${expression})`,
  double: (column) => `CAST(${column} AS DOUBLE)`,
  periods,
};
