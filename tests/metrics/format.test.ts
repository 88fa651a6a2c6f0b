import { describe, expect, it } from "vitest";
import { format, nps } from "../../src/index.js";

describe("format", () => {
  it.each([
    [33.333333, "33.3"],
    [-33.333333, "-33.3"],
    [100, "100.0"],
    [0, "0.0"],
    [-0, "0.0"],
    [-0.04, "0.0"],
    [-0.05, "-0.1"],
    [0.05, "0.1"],
    [0.25, "0.3"],
    [-0.25, "-0.3"],
    [null, "–"],
  ])("%d is %s", (score, text) => {
    expect(format({ score })).toBe(text);
  });

  it("rounds half away from zero what arithmetic leaves just below the half", () => {
    // 4.35 × 100 is 434.99999999999994.
    expect(format({ score: (4.35 * 100) / 10 }, { digits: 0 })).toBe("44");
    expect(format({ score: 1.005 }, { digits: 2 })).toBe("1.01");
    expect(format({ score: 0.1 + 0.7 + 0.05 }, { digits: 1 })).toBe("0.9");
    expect(format({ score: -2.5 }, { digits: 0 })).toBe("-3");
    expect(format({ score: 2.5 }, { digits: 0 })).toBe("3");
  });

  it("takes a measurement", () => {
    expect(format(nps([10, 9, 6]))).toBe("33.3");
    expect(format(nps([]))).toBe("–");
  });

  it("takes a number and null alone", () => {
    expect([format(33.333333), format(-0), format(null)]).toEqual(["33.3", "0.0", "–"]);
  });

  it("keeps languages and digits apart, however many of them are in use", () => {
    const commas = { en: ".", de: ",", fr: ",", "en-GB": ".", "de-CH": ".", it: ",", ja: "." };
    for (const _ of [1, 2])
      for (let digits = 1; digits <= 15; digits++)
        for (const [locale, comma] of Object.entries(commas))
          expect(format(1 / 9, { locale, digits })).toBe(`0${comma}${"1".repeat(digits)}`);
  });

  it("has 0 to 20 digits", () => {
    expect(format(0.5, { digits: 0 })).toBe("1");
    expect(format(0.5, { digits: 20 })).toBe(`0.5${"0".repeat(19)}`);
  });

  it("every option changes the text", () => {
    const measurement = { score: 1234.5678 };
    expect(format(measurement)).toBe("1,234.6");
    expect(format(measurement, { digits: 3 })).toBe("1,234.568");
    expect(format(measurement, { locale: "de" })).toBe("1.234,6");
    expect(format(measurement, { locale: undefined, digits: undefined })).toBe("1,234.6");
  });

  it.each([
    [{ score: Number.NaN }, RangeError, "score must be a finite number or null, got NaN"],
    [{ score: Number.POSITIVE_INFINITY }, RangeError, "score must be a finite number or null, got Infinity"],
    [{ score: "33" }, TypeError, 'score must be a finite number or null, got "33"'],
    [{}, TypeError, "score must be a finite number or null, got undefined"],
  ])("refuses %o", (measurement, error, message) => {
    expect(() => format(measurement as { score: number })).toThrow(error);
    expect(() => format(measurement as { score: number })).toThrow(message);
  });

  it.each<[unknown, typeof TypeError | typeof RangeError, string]>([
    [-1, RangeError, "-1"],
    [21, RangeError, "21"],
    [1.5, RangeError, "1.5"],
    [Number.NaN, RangeError, "NaN"],
    ["1", TypeError, '"1"'],
  ])("refuses %o digits", (digits, error, shown) => {
    expect(() => format(1, { digits: digits as number })).toThrow(
      new error(`digits must be a whole number from 0 to 20, got ${shown}`),
    );
  });

  it.each<[unknown, string]>([
    ["not a locale", '"not a locale"'],
    ["", '""'],
    [null, "null"],
    [["de"], "an array"],
  ])("refuses %o for a locale", (locale, shown) => {
    expect(() => format(1, { locale: locale as string })).toThrow(
      new RangeError(`locale must be the tag of a language, such as "en" or "zh-CN", got ${shown}`),
    );
  });
});
