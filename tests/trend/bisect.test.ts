import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bisect } from "../../src/trend/bisect.js";

describe("bisect", () => {
  it("finds from where on a condition holds, far from 0 too", () => {
    const start = fc.integer({ min: -8_640_000_000_000_000, max: 8_640_000_000_000_000 });
    fc.assert(
      fc.property(start, fc.nat(100), fc.nat(120), (from, length, offset) => {
        const found = bisect(from, from + length, (at) => at >= from + offset);
        expect(found).toBe(from + Math.min(length, offset));
      }),
    );
  });

  it("asks no more often than it has to", () => {
    let asked = 0;
    bisect(0, 1_000_000, (at) => {
      asked++;
      return at >= 314_159;
    });
    expect(asked).toBeLessThanOrEqual(20);
  });

  it("is the end of an empty range", () => {
    expect(bisect(3, 3, () => false)).toBe(3);
  });
});
