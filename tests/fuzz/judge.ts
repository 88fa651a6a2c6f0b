import { isCallers, isProxy } from "./callers.js";

/** How a documented error reads: what is wrong, and what is allowed or why it cannot be. */
const DOCUMENTED = [
  / must (not )?(be|have|reach|differ) /,
  /^only measurements of one .* can be (compared|in one chart), got /,
  / cannot (both be given|be (read: |merged|pooled))/,
  /^in the chunk that begins at row \d+: /,
  / can be merged only of one | with expectations cannot be merged /,
  / needs at least one /,
  /^the options instrument and missing must /,
  /^time\.every: the dialect ansi has no periods/,
  /: label ".*" stands for .*, off the scale from /s,
  / can be compared in pairs only: /,
];
/** How an engine speaks, and never the library of itself. */
const ENGINES =
  /Cannot (read|set|convert|mix|assign|add|define|delete|redefine|create)|is not (a function|iterable|defined|a constructor|extensible)|Maximum call stack|Invalid (array length|time value|string length|time zone)|Reduce of empty|undefined \(/;
/** What touching such an object throws, whoever touches it: among them a proxy of what has inner state, such as a Set. */
const UNTOUCHABLE =
  /on a proxy that has been revoked|detached ArrayBuffer|called on incompatible receiver|requires that 'this' be a/;

export type Outcome = "result" | "documented error" | "error of the caller" | "untouchable argument";

/** What kind of error it is; a text where it is one that must not be. */
export function judgeError(error: unknown): { readonly outcome: Outcome } | { readonly problem: string } {
  if (isCallers(error)) return { outcome: "error of the caller" };
  if (!(error instanceof Error)) return { problem: `threw ${String(error)}` };
  if (UNTOUCHABLE.test(error.message)) return { outcome: "untouchable argument" };
  const known = error.name === "TypeError" || error.name === "RangeError" || "cause" in error;
  const own = error.message.replace(/(cannot be read: |^in the chunk that begins at row \d+: ).*/s, "$1");
  if (known && DOCUMENTED.some((form) => form.test(error.message)) && !ENGINES.test(own))
    return { outcome: "documented error" };
  return { problem: `${error.stack?.split("\n").slice(0, 6).join("\n")}` };
}

/** Everything in a value that could be written to, without running any code of it. */
export function objectsIn(value: unknown, found = new Set<object>(), depth = 0): Set<object> {
  if (typeof value !== "object" || value === null || found.has(value) || depth > 12 || found.size > 5000) return found;
  found.add(value);
  if (isProxy(value) || ArrayBuffer.isView(value)) return found;
  for (const { value: inner } of Object.values(Object.getOwnPropertyDescriptors(value)))
    objectsIn(inner, found, depth + 1);
  return found;
}

/** Whether nothing can be written to an object. */
const isFixed = (value: object) => !isProxy(value) && Object.isFrozen(value);

/** What is wrong with a result, as a text, or null where nothing is. */
export function problemOf(result: unknown, given: ReadonlySet<object>, shares: boolean): string | null {
  if (!shares) {
    const shared = [...objectsIn(result)].find((one) => given.has(one) && !isFixed(one));
    if (shared !== undefined)
      return `the result shares an object with the arguments: ${Object.keys(shared).join(", ")}`;
  }
  return shares ? null : problemAt("result", result, 0);
}

function problemAt(path: string, value: unknown, depth: number): string | null {
  if (typeof value === "number") return Number.isFinite(value) ? null : `${path} is ${value}`;
  if (typeof value === "bigint" || typeof value === "symbol") return `${path} is a ${typeof value}`;
  if (typeof value !== "object" || value === null || depth > 12) return null;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? `${path} is an invalid date` : null;
  const fields = Object.entries(value);
  for (const [name, inner] of fields.slice(0, 2000)) {
    const problem = problemAt(`${path}.${name}`, inner, depth + 1);
    if (problem !== null) return problem;
  }
  return countsProblem(path, value as Record<string, unknown>);
}

const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;

/** A measurement anywhere in a result must add up. */
function countsProblem(path: string, value: Record<string, unknown>): string | null {
  const { n, missing, invalid, bands, score, interval, weight } = value;
  if (!("n" in value && "missing" in value && "score" in value) || n === null) return null;
  if (!isCount(n) || !isCount(missing)) return `${path} counts ${String(n)} answers and ${String(missing)} missing`;
  if (invalid !== undefined && !isCount(invalid)) return `${path} counts ${String(invalid)} invalid`;
  if (n === 0 && score !== null) return `${path} has a score of nobody`;
  if (score === null && (n as number) > 0 && weight !== 0 && weight !== undefined && value.metric !== undefined)
    return `${path} has ${n} answers and no score`;
  const limits = interval as { low: number; high: number } | null | undefined;
  if (limits && !(limits.low <= limits.high)) return `${path}.interval is from ${limits.low} to ${limits.high}`;
  const parts = Object.values((bands ?? {}) as Record<string, { n: number }>);
  const sum = parts.reduce((total, part) => total + part.n, 0);
  if (parts.length > 0 && sum !== n) return `${path}.bands count ${sum} of ${n}`;
  return null;
}
