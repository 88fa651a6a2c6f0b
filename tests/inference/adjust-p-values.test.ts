import { describe, expect, it } from "vitest";
import { type AdjustPValuesOptions, adjustPValues } from "../../src/index.js";

describe("adjustPValues", () => {
  it.each<[AdjustPValuesOptions["method"], number[]]>([
    [undefined, [0.03, 0.06, 0.06]],
    ["holm", [0.03, 0.06, 0.06]],
    ["bh", [0.03, 0.04, 0.04]],
    ["bonferroni", [0.03, 0.12, 0.09]],
    ["none", [0.01, 0.04, 0.03]],
  ])("adjusts by %s", (method, expected) => {
    for (const [index, p] of adjustPValues([0.01, 0.04, 0.03], { method }).entries())
      expect(p).toBeCloseTo(expected[index]!, 12);
  });

  it("leaves out nulls, and stops at 1", () => {
    expect(adjustPValues([0.9, null, 0.8])).toEqual([1, null, 1]);
    expect(adjustPValues([null])).toEqual([null]);
    expect(adjustPValues([])).toEqual([]);
  });

  it("never is −0", () => {
    for (const method of ["holm", "bh", "bonferroni", "none"] as const)
      expect(adjustPValues([-0, 0.5], { method })[0]).toBe(0);
  });

  it("does not change its input", () => {
    const raw = Object.freeze([0.04, 0.01]);
    expect(adjustPValues(raw)).toEqual([0.04, 0.02]);
  });

  it.each<[string, unknown, object, RegExp]>([
    ["NaN", [0.5, Number.NaN], {}, /^p-value at index 1 must be a number from 0 to 1, or null, got NaN$/],
    ["a p-value above 1", [1.1], {}, /p-value at index 0 .* got 1.1/],
    ["a p-value below 0", [-0.1], {}, /p-value at index 0 .* got -0.1/],
    ["text", ["0.5"], {}, /p-value at index 0 .* got "0.5"/],
    ["nothing", [undefined], {}, /p-value at index 0 .* got undefined/],
    ["an unknown method", [0.5], { method: "sidak" }, /method must be holm or bh .* got "sidak"/],
    ["no list", 0.5, {}, /^pValues must be a list of p-values, got 0.5$/],
  ])("refuses %s", (_, pValues, options, message) => {
    expect(() => adjustPValues(pValues as number[], options)).toThrow(message);
  });
});
