import { wrong } from "../answers/wrong.js";

/** Throws unless sums have the shape of those of nobody; whoever is counted is among the responses. */
export function assertSums(what: string, sums: unknown, empty: unknown, responses: number): void {
  if (typeof empty === "number") {
    const isCount = /(responses|\.n(\.\d+)?|any|incomplete\.\d+)$/.test(what);
    if (isCount && !(Number.isSafeInteger(sums) && (sums as number) >= 0 && (sums as number) <= responses))
      throw wrong(what, sums, "a whole number from 0 to that of the responses");
    if (!Number.isFinite(sums)) throw wrong(what, sums, "a finite number");
    return;
  }
  const shape = Array.isArray(empty) ? `a list of ${empty.length}` : `an object with ${Object.keys(empty as object)}`;
  if (typeof sums !== "object" || sums === null || Array.isArray(sums) !== Array.isArray(empty))
    throw wrong(what, sums, shape);
  if (Array.isArray(sums) && sums.length !== (empty as unknown[]).length)
    throw wrong(`the length of ${what}`, sums.length, String((empty as unknown[]).length));
  for (const [name, part] of Object.entries(empty as object))
    assertSums(`${what}.${name}`, (sums as Readonly<Record<string, unknown>>)[name], part, responses);
}
