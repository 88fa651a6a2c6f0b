import { describe, expect, it } from "vitest";
import { CALLS, ENTRIES, TARGETS } from "./calls.js";
import { callAt } from "./fuzz.js";

/** What an entry exports that can be called or parses. */
function callables(entry: object): string[] {
  const isCallable = (value: unknown) =>
    typeof value === "function" || (typeof value === "object" && value !== null && "safeParse" in value);
  return Object.entries(entry)
    .filter(([, value]) => isCallable(value))
    .map(([name]) => name)
    .sort();
}

describe("random calls", () => {
  it.each(Object.keys(ENTRIES) as (keyof typeof ENTRIES)[])("know of every export of %s", (entry) => {
    expect(Object.keys(CALLS[entry]).sort()).toEqual(callables(ENTRIES[entry]));
  });

  // `npm run test:fuzz` makes a million.
  it("give a valid result, or an error that says what is allowed", async () => {
    const problems: string[] = [];
    const results = new Set<string>();
    for (let position = 0; position < 60 * TARGETS.length; position++) {
      const { target, outcome, problem } = await callAt(2026, position);
      if (problem !== null) problems.push(`at ${position}: ${target}: ${problem}`);
      if (outcome === "result") results.add(target);
    }
    expect(problems).toEqual([]);
    // Calls that were all refused would test nothing.
    expect(results.size).toBe(TARGETS.length);
  }, 120_000);
});
