import { describe, expect, it } from "vitest";
import { within } from "../../src/stats/within.js";

describe("within", () => {
  it("takes a mean back into the range of the numbers, and leaves one there", () => {
    expect(within([3, 3], 3.0000000000000004)).toBe(3);
    expect(within([3, 5], 2.9999999999999996)).toBe(3);
    expect(within([3, 5], 4.2)).toBe(4.2);
    expect(within([-0, 0], -0)).toBe(0);
  });
});
