import { describe, expect, it } from "vitest";
import * as z from "zod";
import { CES, CSAT, CSAT_10, type MetricDefinition, NPS, nps, POLARITY, STARS_HALF } from "../../src/index.js";
import { npsResponseSchema, ratingFromText } from "../../src/schema/index.js";

describe("ratingFromText", () => {
  it.each([
    ["9", 9],
    ["9.0", 9],
    ["+9", 9],
    ["  9  ", 9],
    ["10 - Extremely likely", 10],
    ["0 – Not at all likely", 0],
    ["10 (Extremely likely)", 10],
    ["7: good", 7],
    ["9=sehr gut", 9],
    ["10. Muy probable", 10],
    ["９", 9],
    ["１０", 10],
    ["", null],
    ["   ", null],
    [9, 9],
    [null, null],
  ])("reads %o as %o", (text, rating) => {
    expect(ratingFromText(NPS).parse(text)).toBe(rating);
  });

  it.each([
    "9abc",
    "7-8",
    "7 - 8",
    "9,5",
    "8.5",
    "11",
    "-1",
    "9 9",
    "0x9",
    "1e1",
    "nine",
    "NaN",
    "Infinity",
    "9/10",
    "9-Oct",
    "1-Mar-26",
  ])("refuses %o", (text) => {
    const { success, error } = ratingFromText(NPS).safeParse(text);
    expect(success).toBe(false);
    expect(error?.issues[0]?.message).toMatch(/^expected a rating from 0 to 10 in steps of 1, got /);
  });

  it.each([undefined, true, 9n, {}, [9], 11, 8.5, Number.NaN])("refuses %o, which is no text", (value) => {
    expect(ratingFromText(NPS).safeParse(value).success).toBe(false);
  });

  it("names what it was given", () => {
    const message = (value: unknown) => ratingFromText(CSAT_10).safeParse(value).error?.issues[0]?.message;
    expect(message("9abc")).toBe('expected a rating from 1 to 10 in steps of 1, got "9abc"');
    expect(message("11")).toBe("expected a rating from 1 to 10 in steps of 1, got 11");
    expect(message(true)).toBe("expected a rating from 1 to 10 in steps of 1, got true");
  });

  it("reads fractions and negative numbers where the scale has them", () => {
    expect(ratingFromText(STARS_HALF).parse("3.5")).toBe(3.5);
    expect(ratingFromText(POLARITY).parse("-0.25")).toBe(-0.25);
    expect(ratingFromText(POLARITY).parse("−0.25")).toBe(-0.25);
  });

  describe("labels", () => {
    const labels = { "Strongly agree": 7, "Neither agree nor disagree": 4, "5": 6 };
    const agreement = ratingFromText(CES, { labels });

    it.each([
      ["Strongly agree", 7],
      ["strongly AGREE", 7],
      [" Strongly   agree ", 7],
      ["Ｓtrongly agree", 7],
      ["Neither agree nor disagree", 4],
      ["5", 6],
      ["3", 3],
      ["", null],
    ])("read %o as %o", (text, rating) => {
      expect(agreement.parse(text)).toBe(rating);
    });

    it("are unknown unless they are given", () => {
      expect(agreement.safeParse("Agree").success).toBe(false);
      expect(ratingFromText(CES).safeParse("Strongly agree").success).toBe(false);
    });

    it.each([
      [{ good: 6 }, RangeError, 'csat: label "good" stands for 6, off the scale from 1 to 5 in steps of 1'],
      [{ good: 4.5 }, RangeError, 'csat: label "good" stands for 4.5, off the scale from 1 to 5 in steps of 1'],
      [{ good: Number.NaN }, RangeError, /^csat: label "good" stands for NaN/],
      [{ good: "5" }, RangeError, /^csat: label "good" stands for "5"/],
      [
        { Good: 5, "good ": 4 },
        RangeError,
        /^csat: the rating of label "good " must be the same in every spelling, 5, got 4/,
      ],
    ])("refuse %o", (wrong, error, message) => {
      const call = () => ratingFromText(CSAT, { labels: wrong as Record<string, number> });
      expect(call).toThrow(error);
      expect(call).toThrow(message);
    });

    it("may be a Map", () => {
      const schema = ratingFromText(CES, { labels: new Map(Object.entries({ ...labels, "Don't know": null })) });
      expect(["strongly AGREE", "5", "don't know"].map((text) => schema.parse(text))).toEqual([7, 6, null]);
    });

    it.each([
      [null, "ces: labels must be an object or a Map from label to rating, got null"],
      ["good=5", 'ces: labels must be an object or a Map from label to rating, got "good=5"'],
      [["good", "bad"], "ces: labels must be an object or a Map from label to rating, got an array"],
      [new Set([5]), "ces: labels must be an object or a Map from label to rating, got an object"],
      [new Map([[5, 5]]), "ces: label must be text, got 5"],
      [new Map([["good", 9]]), 'ces: label "good" stands for 9, off the scale from 1 to 7 in steps of 1'],
    ])("cannot be %o", (wrong, message) => {
      expect(() => ratingFromText(CES, { labels: wrong as never })).toThrow(message);
    });

    it("may repeat a rating", () => {
      const schema = ratingFromText(CSAT, { labels: { good: 5, Good: 5, great: 5 } });
      expect(["good", "great"].map((label) => schema.parse(label))).toEqual([5, 5]);
    });
  });

  it("reads no rating as −0", () => {
    const difference: MetricDefinition = {
      metric: "difference",
      scale: { min: -3, max: 3 },
      better: "higher",
      statistic: "mean",
      bands: [{ name: "any", sentiment: "neutral" }],
    };
    expect(Object.is(ratingFromText(difference).parse("-0"), 0)).toBe(true);
  });

  it("takes labels for missing answers, and one for blank text", () => {
    const labels = { "N/A": null, "Don't know": null, "": 3, Great: 7 };
    const schema = ratingFromText(CES, { labels });
    expect(["n/a", "don't know", " ", "GREAT", "5"].map((text) => schema.parse(text))).toEqual([null, null, 3, 7, 5]);
    expect(() => ratingFromText(CES, { labels: { yes: 7, YES: null } })).toThrow('the rating of label "YES" must be');
  });

  it("applies labels that are numbers to numbers, alone or before words", () => {
    const schema = ratingFromText(CSAT, { labels: { 1: 5, 2: 4, 4: 2, 5: 1, 99: null } });
    expect([1, "1", "1.0", "2 - Satisfied", 3, 99, "99"].map((cell) => schema.parse(cell))).toEqual([
      ...[5, 5, 5, 4, 3, null, null],
    ]);
    expect(schema.safeParse(98).error?.issues[0]?.message).toBe("expected a rating from 1 to 5 in steps of 1, got 98");
  });

  it("takes the place of a response's score", () => {
    const row = npsResponseSchema.extend({ score: ratingFromText(NPS) });
    const responses = ["10", "9 - likely", "3", ""].map((score) => row.parse({ score }));
    expect(nps(responses)).toMatchObject({ n: 3, missing: 1, bands: { promoter: { n: 2 } } });
    expect(row.safeParse({ score: "9abc" }).error?.issues[0]?.path).toEqual(["score"]);
    expect(row.safeParse({}).success).toBe(false);
  });

  it.each(["output", "input"] as const)("converts to JSON Schema, %s", (io) => {
    const { anyOf } = z.toJSONSchema(ratingFromText(NPS), { io });
    expect(anyOf).toContainEqual({ type: "integer", minimum: 0, maximum: 10 });
    expect(anyOf).toContainEqual({ type: "null" });
  });

  it("refuses a contradictory definition", () => {
    expect(() => ratingFromText({ ...NPS, bands: [] })).toThrow(TypeError);
  });

  it("takes options that are an object", () => {
    expect(() => ratingFromText(NPS, null as never)).toThrow("options must be an object, got null");
  });
});
