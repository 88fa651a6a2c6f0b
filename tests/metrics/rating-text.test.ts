import { describe, expect, it } from "vitest";
import { type RatingLabels, ratingReader } from "../../src/metrics/rating-text.js";

const scale = { min: 1, max: 7 };
const reader = (labels?: RatingLabels) => ratingReader({ metric: "mood", scale }, labels);

describe("ratingReader", () => {
  const read = reader({ Good: 6, "Very  good": 7, "0": 3, "-": 1 });

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
    ["7分", 7],
    ["６ 分", 6],
    ["5星", 5],
    ["5颗星", 5],
    ["7分（非常满意）", 7],
    ["7分，满意", 7],
    ["6、满意", 6],
    ["6．满意", 6],
    ["ＧＯＯＤ", 6],
    [" very\n good ", 7],
    ["very good", 7],
    ["0", 3],
    ["−", 1],
  ])("%j is %d", (text, rating) => {
    expect(read(text)).toBe(rating);
  });

  it.each(["", "  ", "\u00a0\u3000"])("%j is missing", (text) => {
    expect(read(text)).toBeNull();
  });

  // Minutes, half points, dates, ranges, and points of so many.
  it.each(["5分钟", "5分半", "3月5日", "3-5分", "3、5", "5分7分", "5分/7分", "7分制", "5分满意"])(
    "%j is no rating in points, and stays as it is",
    (text) => {
      expect(read(text)).toBe(text);
    },
  );

  it.each(["4x", "x4", "4 4", "7 - 8", "7 -", "7 very", "2.", ".5", "--2", "verygood", " Bad "])(
    "%j is no rating, and stays as it is",
    (text) => {
      expect(read(text)).toBe(text);
    },
  );

  // Spreadsheets make such dates of "9-10", "5-4", "3-3-26".
  it.each([
    ...[
      "9-Oct",
      "09-Oct",
      "1-Mar-26",
      "5-Apr",
      "10-Sep",
      "10-Sept.",
      "1-March-2026",
      "3 - May",
      "4.Dec 25",
      "２－Ｊａｎ",
    ],
    ...["3. März", "09. Okt", "1. Mrz 26", "1-mars", "9-oct.", "5-avr", "01-févr-26", "1-ene", "4-dic-26"],
  ])("%j is a date, and stays as it is", (text) => {
    expect(read(text)).toBe(text);
  });

  it.each([
    "6 - Marvellous",
    "5 - Decent",
    "3 - May be",
    "3 - May 2 times",
    "4-Mar 100",
    "2 - Not",
    "1 - Junk",
    "7 - Octopus",
  ])("%j begins as a date does, and is none", (text) => {
    expect(read(text)).toBe(Number(text[0]));
  });

  it("takes a date for a rating where a label says so", () => {
    expect(reader({ "5-Jun": 6 })("5-jun")).toBe(6);
  });

  describe("a label that is a number", () => {
    // Option 1 is the best one, and 99 and -1 are no answer.
    const turned = reader({ "1": 7, "２.0": 6, "99": null, "-1": null, "3 - Fair": 2 });

    it.each(["1", "1.0", " 1.00", "１", "+1", "1 - Very good", "1、很满意", "1分", 1])("stands for %j too", (cell) => {
      expect(turned(cell)).toBe(7);
    });

    it.each(["99", "99.00", "99 - Don't know", 99, "-1", "−1.0", -1])("may say that %j is no answer", (cell) => {
      expect(turned(cell)).toBeNull();
    });

    it("is of no other number", () => {
      expect(["2", "2 - Good", "3", "3 - Fair", "3 - fine", "12", 12, "1x", "9.9"].map(turned)).toEqual([
        ...[6, 6, 3, 2, 3],
        ...[12, 12, "1x", 9.9],
      ]);
    });

    it("has one rating", () => {
      expect(() => reader({ "1": 7, "1.0": 6 })).toThrow(
        new RangeError('mood: the rating of label "1.0" must be the same in every spelling, 7, got 6'),
      );
      expect(reader({ "1": 7, "1.0": 7 })("1")).toBe(7);
    });
  });

  it("leaves numbers without a label as they are", () => {
    expect([4, 2.5, -0].map(reader({ "1": 7 }))).toEqual([4, 2.5, 0]);
  });

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
