import { describe, expect, it } from "vitest";
import { type RatingLabels, ratingReader } from "../../src/metrics/rating-text.js";

const scale = { min: 1, max: 7 };
const reader = (labels?: RatingLabels) => ratingReader({ metric: "mood", scale }, labels);

describe("ratingReader", () => {
  const read = reader({ Good: 6, "Very  good": 7, "5": 3, "-": 1 });

  it.each([
    ["4", 4],
    ["12", 12],
    ["+2", 2],
    ["-2", -2],
    ["−2", -2],
    ["2.25", 2.25],
    ["６．５", 6.5],
    [" 4\t", 4],
    ["7 - very", 7],
    ["7- very", 7],
    ["7 -very", 7],
    ["7=é", 7],
    ["7 (very\ngood)", 7],
    ["ＧＯＯＤ", 6],
    [" very\n good ", 7],
    ["very good", 7],
    ["5", 3],
    ["−", 1],
  ])("%j is %d", (text, rating) => {
    expect(read(text)).toBe(rating);
  });

  it.each(["", "  ", "\u00a0\u3000"])("%j is missing", (text) => {
    expect(read(text)).toBeNull();
  });

  it.each(["4x", "x4", "4 4", "7 - 8", "7 -", "7 very", "2.", ".5", "--2", "verygood", " Bad "])(
    "%j is no rating, and stays as it is",
    (text) => {
      expect(read(text)).toBe(text);
    },
  );

  it("takes no words where no labels are given", () => {
    expect(reader()("Good")).toBe("Good");
  });

  it("may have one rating under several spellings and labels", () => {
    expect(reader({ good: 6, GOOD: 6, fine: 6 })("Fine")).toBe(6);
  });

  it.each<[unknown, string]>([
    [8, 'mood: label "good" stands for 8, off the scale from 1 to 7 in steps of 1'],
    [1.5, 'mood: label "good" stands for 1.5, off the scale from 1 to 7 in steps of 1'],
    ["6", 'mood: label "good" stands for "6", off the scale from 1 to 7 in steps of 1'],
  ])("refuses a label for %o", (rating, message) => {
    expect(() => reader({ good: rating as number })).toThrow(new RangeError(message));
  });

  it("refuses two ratings for one label", () => {
    expect(() => reader({ good: 6, "Good ": 5 })).toThrow(
      new RangeError('mood: the rating of label "Good " must be the same in every spelling, 6, got 5'),
    );
  });
});
