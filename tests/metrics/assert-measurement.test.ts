import { describe, expect, it } from "vitest";
import { type Measurement, measure, nps } from "../../src/index.js";
import { assertMeasurement, showPart } from "../../src/metrics/assert-measurement.js";

const sound = nps([10, 9, 7, 3]);
const nobody = nps([]);
const one = nps([9]);
const { detractor, passive, promoter } = sound.bands;

const assert = (value: unknown) => () => assertMeasurement("point 3", value as Measurement);

describe("a measurement of whatever origin", () => {
  it.each<[string, object]>([
    ["of several answers", sound],
    ["of nobody", nobody],
    ["of one answer, without a standard error", one],
    ["from a file", JSON.parse(JSON.stringify(sound))],
    ["of degrees of freedom of its own", { ...one, standardError: 5, df: 12 }],
    ["of two answers", { ...nps([9, 3]), standardError: 5 }],
  ])("is sound: %s", (_, value) => {
    expect(assert(value)).not.toThrow();
  });

  it.each<[string, unknown]>([
    ["null", null],
    ["undefined", undefined],
    ["a number", 5],
    ["an object without a metric", { ...sound, metric: undefined }],
    ["an object without bands", { ...sound, bands: undefined }],
    ["an object with bands of null", { ...sound, bands: null }],
    ["a score alone", { metric: "nps", bands: {}, score: 30 }],
  ])("is not %s", (_, value) => {
    expect(assert(value)).toThrow(/^point 3 must be a measurement, such as nps returns, got /);
  });

  const together = "point 3: score must be null together with mean and effectiveN, as where nobody answered, got ";
  it.each<[string, object, string]>([
    ["statistic", { statistic: "median" }, 'point 3: statistic must be net or share or mean or index, got "median"'],
    ["direction", { better: "up" }, 'point 3: better must be higher or lower, got "up"'],
    [
      "scale",
      { scale: { min: 0, max: "10" } },
      'point 3: scale.max must be above scale.min 0, both within ±1e15, got "10"',
    ],
    ["negative count", { n: -1 }, "point 3: n must be a whole number from 0 (null: suppressed), got -1"],
    [
      "fractional count",
      { missing: 1.5 },
      "point 3: missing must be a whole number from 0 (null: suppressed), got 1.5",
    ],
    [
      "absent count",
      { invalid: undefined },
      "point 3: invalid must be a whole number from 0 (null: suppressed), got undefined",
    ],
    ["score without a mean", { mean: null }, `${together}25`],
    ["score without an effectiveN", { effectiveN: null }, `${together}25`],
    ["mean without a score", { score: null }, `${together}null`],
    ["score of nobody", { n: 0 }, `${together}25`],
    ["weight of 0", { weight: 0 }, "point 3: weight must be from 1e-100 to 1e+120, got 0"],
    ["weight in text", { weight: "4" }, 'point 3: weight must be from 1e-100 to 1e+120, got "4"'],
    ["score above its range", { score: 101 }, "point 3: score must be from -100 to 100, got 101"],
    ["score below its range", { score: -101 }, "point 3: score must be from -100 to 100, got -101"],
    ["mean off the scale", { mean: 11 }, "point 3: mean must be from 0 to 10, got 11"],
    ["effectiveN of 0", { effectiveN: 0 }, "point 3: effectiveN must be from 1e-100 to 10000000000000000, got 0"],
    ["negative standard error", { standardError: -1 }, "point 3: standardError must be from 0 to 400, got -1"],
    [
      "standard error of twice the range",
      { standardError: 401 },
      "point 3: standardError must be from 0 to 400, got 401",
    ],
    [
      "half a degree of freedom",
      { df: 0.5 },
      "point 3: degrees of freedom must be from 1 to 10000000000000000, got 0.5",
    ],
    [
      "standard error of one answer",
      { n: 1, bands: {} },
      "point 3: degrees of freedom must be from 1 to 10000000000000000, got 0",
    ],
    [
      "band of null",
      { bands: { detractor, passive: null } },
      "point 3: sentiment of passive must be negative or neutral or positive, got undefined",
    ],
    [
      "band of more than all",
      { bands: { detractor, promoter: { ...promoter, n: 5 } } },
      "point 3: n of promoter must be from 0 to 4, got 5",
    ],
    [
      "share above 1",
      { bands: { promoter, passive: { ...passive, share: 1.1 } } },
      "point 3: share of passive must be from 0 to 1, got 1.1",
    ],
    [
      "share below 0, be it by little",
      { bands: { promoter, passive: { ...passive, share: -1e-12 } } },
      "point 3: share of passive must be from 0 to 1, got -1e-12",
    ],
    [
      "share that is no number",
      { bands: { promoter, passive: { ...passive, share: Symbol("a") } } },
      "point 3: share of passive must be from 0 to 1, got Symbol(a)",
    ],
    [
      "share of null among answers",
      { bands: { passive: { ...passive, share: null } } },
      "point 3: share of passive must be from 0 to 1, got null",
    ],
  ])("has no wrong %s", (_, part, message) => {
    expect(assert({ ...sound, ...part })).toThrow(expect.objectContaining({ message }));
  });

  it("has no share of nobody that is none", () => {
    const bands = { ...nobody.bands, passive: { ...nobody.bands.passive, share: 2 } };
    expect(assert({ ...nobody, bands })).toThrow("point 3: share of passive must be from 0 to 1, got 2");
    expect(assert({ ...nobody, weight: -1 })).toThrow("point 3: weight must be from 0 to 1e+120, got -1");
  });

  // Of -50 to 50 and of -100 to 100 the middle is 0: a slack by the ends and not by their distance would be none.
  it("may miss the ends of its range by a rounding, which grows with the range", () => {
    const centred = measure([50, 50], {
      metric: "balance",
      scale: { min: -50, max: 50 },
      better: "higher",
      statistic: "mean",
      bands: [{ name: "any", sentiment: "neutral" }],
    });
    expect(assert({ ...sound, score: 100 + 1e-7 })).not.toThrow();
    expect(assert({ ...sound, score: 100 + 1e-6 })).toThrow("score");
    expect(assert({ ...centred, score: 50 + 5e-8, mean: 50 + 5e-8 })).not.toThrow();
    expect(assert({ ...centred, mean: -50 - 1e-6 })).toThrow("mean");
  });
});

describe("showPart", () => {
  it("is a part as JSON, and of a scale its ends and step alone", () => {
    expect(showPart(sound, "metric")).toBe('"nps"');
    expect(showPart(sound, "better")).toBe('"higher"');
    expect(showPart(sound, "scale")).toBe('{"min":0,"max":10,"step":1}');
    const scale = { label: "0 to 10", max: 10, min: 0 } as unknown as Measurement["scale"];
    expect(showPart({ ...sound, scale }, "scale")).toBe(showPart(sound, "scale"));
  });
});
