import type { PeriodRules, StoredTime } from "./period-rules.js";

/** Cuts a local timestamp with date_trunc, shifted where weeks or years start elsewhere. */
export function dateTrunc(
  local: (column: string, storedAs: StoredTime, timeZone: string) => string,
  text: (timestamp: string) => string,
): PeriodRules {
  return ({ column, storedAs, timeZone, every, daysAfterMonday, monthsAfterJanuary }) => {
    const time = local(column, storedAs, timeZone);
    const days = every === "week" ? daysAfterMonday : 0;
    const months = every === "quarter" || every === "year" ? monthsAfterJanuary : 0;
    const shift = days > 0 ? `INTERVAL '${days} days'` : `INTERVAL '${months} months'`;
    const start =
      days + months === 0 ? `date_trunc('${every}', ${time})` : `date_trunc('${every}', ${time} - ${shift}) + ${shift}`;
    return { start, text: text(start) };
  };
}
