import type fastCheck from "fast-check";
import { expect, vi } from "vitest";

// Code with every mutant in it is many times slower: few runs of each law, the same for each mutant, and no shrinking.
vi.mock("fast-check", async (importOriginal) => {
  const { default: fc } = await importOriginal<{ default: typeof fastCheck }>();
  const few = { numRuns: 15, seed: 2026, endOnFailure: true };
  const isLaw = () => /tests\/laws\//.test(expect.getState().testPath ?? "");
  const assert = ((property, parameters) =>
    fc.assert(property, { ...parameters, ...(isLaw() ? few : {}) })) as typeof fc.assert;
  return { default: { ...fc, assert } };
});
