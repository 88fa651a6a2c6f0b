import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nps, roundShares } from "../../src/index.js";

describe("roundShares", () => {
  it.each([
    [
      [1 / 3, 1 / 3, 1 / 3],
      [34, 33, 33],
    ],
    [
      [1 / 6, 1 / 3, 1 / 2],
      [17, 33, 50],
    ],
    [
      [0.125, 0.125, 0.75],
      [13, 12, 75],
    ],
    [
      [0.005, 0.995],
      [1, 99],
    ],
    [
      [0.29, 0.71],
      [29, 71],
    ],
    [
      [1, 0],
      [100, 0],
    ],
    [[1], [100]],
    // Of 15.8, 6.1 and 3.1 percent, the first gets the one that is missing.
    [
      [47_000, 16_000, 15_800, 12_000, 6100, 3100],
      [47, 16, 16, 12, 6, 3],
    ],
  ])("%o are %o percent", (shares, percentages) => {
    expect(roundShares(shares)).toEqual(percentages);
  });

  it("gives what is missing to the largest remainders, and among equal ones to the earlier", () => {
    // 14.29, 28.57 and 57.14 are cut to 14, 28 and 57: the one that is missing goes to 28.57.
    expect(roundShares([1, 2, 4])).toEqual([14, 29, 57]);
    expect(roundShares([1, 1, 1, 1, 1, 1])).toEqual([17, 17, 17, 17, 16, 16]);
  });

  it("digits", () => {
    expect(roundShares([1, 1, 1], { digits: 1 })).toEqual([33.4, 33.3, 33.3]);
    expect(roundShares([1, 2, 4], { digits: 1 })).toEqual([14.3, 28.6, 57.1]);
    expect(roundShares([1, 1, 1], { digits: 10 })).toEqual([33.3333333334, 33.3333333333, 33.3333333333]);
  });

  it("adds up to 100, each less than one unit off", () => {
    const parts = fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(parts, fc.nat({ max: 6 }), (counts, digits) => {
        const total = counts.reduce((sum, count) => sum + count, 0);
        const rounded = roundShares(counts, { digits });
        if (total === 0) {
          expect(rounded).toEqual(counts.map(() => null));
          return;
        }
        const units = rounded.map((percentage) => Math.round(percentage! * 10 ** digits));
        expect(units.reduce((sum, unit) => sum + unit, 0)).toBe(100 * 10 ** digits);
        units.forEach((unit, index) => {
          expect(rounded[index]).toBe(unit / 10 ** digits);
          expect(Math.abs(unit - (counts[index]! / total) * 100 * 10 ** digits)).toBeLessThan(1);
        });
      }),
      { numRuns: 300 },
    );
  });

  it("takes the shares and the bands of a measurement", () => {
    const { bands } = nps([10, 8, 3]);
    const shares = Object.values(bands).map((band) => band.share);
    expect(roundShares(shares)).toEqual([34, 33, 33]);
    expect(roundShares(bands)).toEqual({ detractor: 34, passive: 33, promoter: 33 });
    expect(roundShares(bands, { digits: 1 })).toEqual({ detractor: 33.4, passive: 33.3, promoter: 33.3 });
    expect(roundShares(nps([]).bands)).toEqual({ detractor: null, passive: null, promoter: null });
  });

  it.each([[[]], [[null, null]], [[0, 0]]])("has no percentages of nobody: %o", (shares) => {
    expect(roundShares(shares)).toEqual(shares.map(() => null));
  });

  it("leaves the shares alone", () => {
    const shares = Object.freeze([0.2, 0.3, 0.5]);
    expect(roundShares(shares)).toEqual([20, 30, 50]);
  });

  it("never is −0", () => {
    expect(roundShares([-0, 1])).toEqual([0, 100]);
  });

  it.each([
    [[0.5, -0.1], RangeError, "share at index 1 must be a finite number from 0 up, or null where all are, got -0.1"],
    [[Number.NaN], RangeError, /^share at index 0 must be .*got NaN$/],
    [[1, Number.POSITIVE_INFINITY], RangeError, /^share at index 1 must be .*got Infinity$/],
    [[0.5, null], TypeError, /^share at index 1 must be .*got null$/],
    [["0.5"], TypeError, /^share at index 0 must be .*got "0.5"$/],
  ])("refuses %o", (shares, error, message) => {
    expect(() => roundShares(shares as number[])).toThrow(error);
    expect(() => roundShares(shares as number[])).toThrow(message);
  });

  it.each([null, undefined, 5, "0.5"])("refuses %o, which has no shares", (shares) => {
    expect(() => roundShares(shares as never)).toThrow(/^shares must be a list, or the bands of a measurement, got /);
  });

  it("refuses a band that is null", () => {
    expect(() => roundShares({ good: { share: 0.5 }, bad: null } as never)).toThrow(
      new TypeError("share at index 1 must be a finite number from 0 up, or null where all are, got undefined"),
    );
  });

  it.each([-1, 11, 0.5, Number.NaN])("refuses %d digits", (digits) => {
    expect(() => roundShares([1], { digits })).toThrow(RangeError);
    expect(() => roundShares([1], { digits })).toThrow(`digits must be a whole number from 0 to 10, got ${digits}`);
  });
});
