import { utc } from "@date-fns/utc/utc";
import { format as formatted } from "date-fns/format";
import { parse } from "date-fns/parse";
import { wrongUsage } from "./problem.js";

const IN_UTC = { in: utc };
const SOME_DAY = Date.UTC(2026, 2, 14, 15, 9, 26);

/** Text in quotes, which stands for itself. */
const QUOTED = /''|'(''|[^'])+('|$)/g;
const TOKEN = /([yQqMLwIdecihHKkms])o|([a-z])\2*/gi;

/** Whether a format has one of the parts that these letters stand for. */
type Has = (letters: string) => boolean;

/** What is wrong with a format, and what it must have; the first that holds is reported. */
const FAULTS: readonly (readonly [isWrong: (has: Has, parts: readonly string[]) => boolean, allowed: string])[] = [
  [(has) => has("DY"), "dd for days and yyyy for years, such as dd/MM/yyyy"],
  [
    // A Unix time stands alone, so that a T between date and time is a letter without quotes.
    (has, parts) => has("ACFJNOUVWZfgjlnorvz") || (has("tT") && parts.length > 1),
    "letters of date-fns, and others in quotes, such as yyyy-MM-dd'T'HH:mm:ssX",
  ],
  [(has) => !has("yuRtT"), "a year, such as dd/MM/yyyy"],
  [(has) => !has("tTMLQqwI") || (has("d") && !has("ML")), "a month, MM (mm are minutes), such as dd/MM/yyyy"],
  [
    (_, parts) => isAnywhereBut(parts, "m", "hHKk") || isAnywhereBut(parts, "s", "m") || isAnywhereBut(parts, "S", "s"),
    "minutes (mm) behind hours, seconds (ss) behind minutes, and months as MM, such as dd/MM/yyyy HH:mm:ss",
  ],
  [
    (has) => has("hK") && !has("abB"),
    "a for am and pm beside h, or HH for 24 hours, such as M/d/yyyy h:mm a or dd/MM/yyyy HH:mm",
  ],
];

/** Throws for a format of date-fns by which times would be read wrongly, or none at all. */
export function assertDateFormat(format: string): void {
  const parts = partsOf(format);
  const has: Has = (letters) => parts.some((part) => letters.includes(part));
  const allowed = FAULTS.find(([isWrong]) => isWrong(has, parts))?.[1] ?? unlikeParts(format);
  if (allowed !== undefined) throw wrongUsage(`--date-format must have ${allowed}, got "${format}"`);
}

/** The letters of a format that stand for parts of a time, one for each part. */
export function partsOf(format: string): string[] {
  return [...format.replace(QUOTED, " ").matchAll(TOKEN)].map(([token]) => token[0]!);
}

function isAnywhereBut(parts: readonly string[], part: string, behind: string): boolean {
  return parts.some((other, index) => other === part && !(index > 0 && behind.includes(parts[index - 1]!)));
}

/** What date-fns refuses, be it the same part twice: it says so only in reading what fits so far. */
function unlikeParts(format: string): string | undefined {
  try {
    parse(formatted(SOME_DAY, format, IN_UTC), format, SOME_DAY, IN_UTC);
    return undefined;
  } catch {
    return "each part of a time once, in letters that go together, such as dd/MM/yyyy HH:mm or M/d/yyyy h:mm a";
  }
}
