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

  it.each([{ digits: -1 }, { digits: 101 }, { locale: "not a locale" }])("refuses the options %o", (options) => {
    expect(() => format({ score: 1 }, options)).toThrow(RangeError);
  });
});
