import { describe, expect, it } from "vitest";
import { designEffect } from "../../src/weights/design-effect.js";
import { effectiveSampleSize } from "../../src/weights/effective-sample-size.js";

describe("effectiveSampleSize and designEffect", () => {
  it.each([
    [[1, 1, 1, 1], 4, 1],
    [[0.1, 0.1, 0.1], 3, 1],
    [[4, 2, 2], 8 / 3, 9 / 8],
    [[1, 0], 1, 2],
    [[7], 1, 1],
    [[1e100, 1e100], 2, 1],
    [[1e-100, 1e-100, 1e-100], 3, 1],
    [[1e-100, 1e100], 1, 2],
  ])("of %o are %d and %d", (weights, size, effect) => {
    expect(effectiveSampleSize(weights)).toBe(size);
    expect(designEffect(weights)).toBe(effect);
  });

  it.each([[[]], [[0]], [[0, 0]]])("of %o, which weigh nothing, are null", (weights) => {
    expect(effectiveSampleSize(weights)).toBeNull();
    expect(designEffect(weights)).toBeNull();
  });

  it("take any iterable, once", () => {
    function* weights() {
      yield* [4, 2, 2];
    }
    expect(effectiveSampleSize(weights())).toBe(8 / 3);
    expect(designEffect(weights())).toBe(9 / 8);
    expect(effectiveSampleSize(Float32Array.of(4, 2, 2))).toBe(8 / 3);
    expect(designEffect(new Set([4, 2]))).toBeCloseTo(10 / 9, 12);
  });

  it.each([
    [[1, -1], RangeError, "weight at index 1 must be 0, or from 1e-100 to 1e100, got -1"],
    [[Number.NaN], RangeError, "weight at index 0 must be 0, or from 1e-100 to 1e100, got NaN"],
    [[1, Number.POSITIVE_INFINITY], RangeError, /^weight at index 1 must be .*, got Infinity$/],
    [[1e-101], RangeError, /^weight at index 0 must be .*, got 1e-101$/],
    [["1"], TypeError, /^weight at index 0 must be .*, got "1"$/],
    [[1, null], TypeError, /^weight at index 1 must be .*, got null$/],
    [Array(1), TypeError, /^weight at index 0 must be .*, got undefined$/],
    ["11", TypeError, 'weights must be an iterable of numbers, got "11"'],
    [5, RangeError, "weights must be an iterable of numbers, got 5"],
    [undefined, TypeError, "weights must be an iterable of numbers, got undefined"],
  ])("refuse %o", (weights, error, message) => {
    for (const call of [effectiveSampleSize, designEffect]) {
      expect(() => call(weights as number[])).toThrow(error);
      expect(() => call(weights as number[])).toThrow(message);
    }
  });
});
