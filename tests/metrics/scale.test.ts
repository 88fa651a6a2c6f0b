import { describe, expect, it } from "vitest";
import { assertScale, isOnScale, ratingAt, showScale } from "../../src/metrics/scale.js";

const TENTHS = { min: 0, max: 1, step: 0.1 };
const FROM_ONE_HALF = { min: 0.5, max: 5, step: 0.25 };

describe("the rating that is meant", () => {
  it.each([
    [0.1 + 0.2, TENTHS, 0.3],
    [0.7 + 0.1, TENTHS, 0.8],
    [100 * 0.57, { min: 0, max: 100 }, 57],
    [1.25 - 1e-15, FROM_ONE_HALF, 1.25],
    [57 + 0.9e-6, { min: 0, max: 100, step: 1 }, 57],
    [0.1 + 0.2, { min: 0, max: 1, step: null }, 0.1 + 0.2],
    [3, { min: 0.5, max: 5, step: 2 }, 3],
    [57.1, { min: 0, max: 100, step: 1 }, 57.1],
    [57 + 1.1e-6, { min: 0, max: 100, step: 1 }, 57 + 1.1e-6],
  ])("by %d on %o is %d", (score, scale, rating) => {
    expect(ratingAt(score, scale)).toBe(rating);
  });
});

it.each([
  [0.1 + 0.2, TENTHS, true],
  [0.35, TENTHS, false],
  [2.75, FROM_ONE_HALF, true],
  [2.8, FROM_ONE_HALF, false],
  [0.25, FROM_ONE_HALF, false],
  [5.25, FROM_ONE_HALF, false],
  [1e15, { min: -1e15, max: 1e15 }, true],
  [Math.PI, { min: 0, max: 5, step: null }, true],
  [Number.NaN, { min: 0, max: 5, step: null }, false],
])("%d on %o: %o", (score, scale, isOn) => {
  expect(isOnScale(score, scale)).toBe(isOn);
});

it("is said in words", () => {
  expect(showScale({ min: 0, max: 10 })).toBe("from 0 to 10 in steps of 1");
  expect(showScale({ min: -1, max: 1, step: null })).toBe("from -1 to 1");
});

it.each([
  [{ min: 0, max: 10, step: 3 }, "null or a number that divides 0 to 10, got 3"],
  [{ min: 0, max: 10, step: 0 }, "null or a number that divides 0 to 10, got 0"],
  [{ min: 0, max: 10, step: -1 }, "null or a number that divides 0 to 10, got -1"],
  [{ min: 10, max: 10 }, "above scale.min 10, both within ±1e15, got 10"],
  [{ min: -1e16, max: 10 }, "within ±1e15, got -10000000000000000"],
])("%o is none", (scale, message) => {
  expect(() => assertScale("mine", scale)).toThrow(message);
});
