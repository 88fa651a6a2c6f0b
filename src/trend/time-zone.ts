import { wrong } from "../answers/wrong.js";

/** Throws unless the runtime knows a time zone. */
export function assertTimeZone(timeZone: string): void {
  try {
    // Some runtimes take offsets too, which databases read with the other sign or not at all.
    const isName = typeof timeZone === "string" && !/^[+-]/.test(timeZone);
    if (isName) return void new Intl.DateTimeFormat("en", { timeZone });
  } catch {}
  throw wrongTimeZone(timeZone, 'an IANA time zone, such as "Asia/Shanghai"');
}

/** The error for a time zone that is unknown. */
export function wrongTimeZone(timeZone: string, allowed: string): RangeError {
  return new RangeError(wrong("timeZone", timeZone, allowed).message);
}

/** Whether a time zone is UTC by one of its names. */
export function isUtc(timeZone: string): boolean {
  return /^(Etc\/)?UTC$/i.test(timeZone);
}
