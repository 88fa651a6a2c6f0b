import { wrong } from "../answers/wrong.js";

/** Throws unless the runtime knows a time zone. */
export function assertTimeZone(timeZone: string): void {
  try {
    if (typeof timeZone === "string") return void new Intl.DateTimeFormat("en", { timeZone });
  } catch {}
  throw new RangeError(wrong("timeZone", timeZone, 'an IANA time zone, such as "Asia/Shanghai"').message);
}
