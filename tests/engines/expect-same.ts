import { expect } from "vitest";

/** Counts, which must be exact. */
const COUNTS = ["n", "missing", "invalid"];

/** Sums of weights, which are added up in another order. */
const SUMS = ["weight", "weightSq"];

/** Throws unless results are the same; where there are weights, up to the rounding of sums. */
export function expectSame(got: unknown, expected: unknown, isWeighted: boolean): void {
  expect(differenceOf(got, expected, "", isWeighted)).toBeNull();
}

/** The path of the first difference. */
function differenceOf(got: unknown, expected: unknown, path: string, isWeighted: boolean): string | null {
  if (Object.is(got, expected)) return null;
  const told = `${path}: ${JSON.stringify(got)} is not ${JSON.stringify(expected)}`;
  if (typeof got === "number" && typeof expected === "number") {
    const field = path.slice(path.lastIndexOf(".") + 1);
    if (!isWeighted || COUNTS.includes(field)) return told;
    const tolerance = SUMS.includes(field) ? 1e-12 * Math.abs(expected) : 1e-9 * Math.max(1, Math.abs(expected));
    return Math.abs(got - expected) <= tolerance ? null : told;
  }
  if (typeof got !== "object" || typeof expected !== "object" || got === null || expected === null) return told;
  if (got instanceof Date && expected instanceof Date) return got.getTime() === expected.getTime() ? null : told;
  const [ours, theirs] = [Object.entries(got), Object.entries(expected)];
  if (ours.length !== theirs.length) return `${path}: ${ours.length} entries, not ${theirs.length}`;
  for (const [key, value] of theirs) {
    const difference = differenceOf((got as Record<string, unknown>)[key], value, `${path}.${key}`, isWeighted);
    if (difference !== null) return difference;
  }
  return null;
}
