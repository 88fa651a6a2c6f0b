import { describe, expect, it } from "vitest";
import type { SegmentKey } from "../../src/index.js";
import { compareKeys } from "../../src/segment/segment-keys.js";

const ascending: SegmentKey[] = [false, true, -1, 0, 2, 10, "", "10", "2", "Z", "a", "ä", null];

describe("compareKeys", () => {
  it("puts any two keys in one order: false and true, numbers, text, null", () => {
    for (const [i, a] of ascending.entries())
      for (const [j, b] of ascending.entries()) expect(Math.sign(compareKeys(a, b))).toBe(Math.sign(i - j));
  });

  it("sorts keys from any order, and keeps equal ones", () => {
    expect([...ascending].reverse().sort(compareKeys)).toEqual(ascending);
    expect(["b", null, "a", null, "b"].sort(compareKeys)).toEqual(["a", "b", "b", null, null]);
  });
});
