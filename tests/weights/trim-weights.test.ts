import { describe, expect, it } from "vitest";
import { type TrimWeightsOptions, trimWeights } from "../../src/weights/trim-weights.js";

describe("trimWeights", () => {
  it("never has −0", () => {
    expect(trimWeights([-0, 1])).toEqual([0, 1]);
  });

  it.each<[string, number[], TrimWeightsOptions | undefined, number[]]>([
    ["no limits", [1, 5], undefined, [1, 5]],
    ["limits that all are within", [1, 5], { lower: 1, upper: 5, strict: true }, [1, 5]],
    ["nothing", [], { lower: 1, upper: 2, strict: true }, []],
    ["upper", [0.5, 0.5, 1, 6], { upper: 3 }, [1.5, 1.5, 2, 3]],
    ["lower", [0.5, 2, 3], { lower: 1 }, [1, 1.75, 2.75]],
    ["both, which even out", [0, 4], { lower: 1, upper: 3 }, [1, 3]],
    ["both", [0.5, 2, 6], { lower: 1, upper: 4 }, [1, 3.5, 4]],
    ["one round, which may push some out", [1, 2.5, 6], { upper: 3.5 }, [2.25, 3.75, 3.5]],
    ["strict: the same, till all are within", [1, 2.5, 6], { upper: 3.5, strict: true }, [2.5, 3.5, 3.5]],
    // What the third cannot take goes to the first, which has room although it was cut.
    [
      "strict, with room in those cut at the other side",
      [0, 5, 2],
      { lower: 1, upper: 2.5, strict: true },
      [2, 2.5, 2.5],
    ],
    ["strict, down", [4, 1.25, 0, 0], { lower: 1, upper: 4, strict: true }, [2.25, 1, 1, 1]],
    ["strict, with none within at first", [0, 5], { lower: 1, upper: 3, strict: true }, [2, 3]],
    ["strict, with no room to spare", [1, 2, 6], { upper: 3, strict: true }, [3, 3, 3]],
    ["strict, with a mean that rounding takes past the limit", [0.1, 1.3], { upper: 0.7, strict: true }, [0.7, 0.7]],
    ["infinite upper limit", [0.5, 2, 3], { lower: 1, upper: Number.POSITIVE_INFINITY, strict: true }, [1, 1.75, 2.75]],
    ["undefined options", [1, 5], { lower: undefined, upper: undefined, strict: undefined }, [1, 5]],
  ])("%s", (_, weights, options, trimmed) => {
    const frozen = Object.freeze([...weights]);
    const got = trimWeights(frozen, options);
    expect(got).toHaveLength(trimmed.length);
    for (const [index, weight] of got.entries()) expect(weight).toBeCloseTo(trimmed[index]!, 12);
    expect(got).not.toBe(frozen);
  });

  it("comes to an end where what is cut off is nothing but rounding", () => {
    const [lower, upper] = [0.5583333333333332, 7.258333333333333];
    const got = trimWeights([0.359375, 7.8125, 0.203125], { lower, upper, strict: true });
    for (const [index, limit] of [lower, upper, lower].entries()) expect(got[index]).toBeCloseTo(limit, 12);
  });

  it("takes any iterable", () => {
    expect(trimWeights(Float64Array.of(0.5, 0.5, 1, 6), { upper: 3 })).toEqual([1.5, 1.5, 2, 3]);
    expect(trimWeights(new Set([1, 2.5, 6]).values(), { upper: 3.5 })).toEqual([2.25, 3.75, 3.5]);
  });

  it.each<[string, unknown, unknown, typeof RangeError | typeof TypeError, string | RegExp]>([
    ["a negative weight", [1, -1], {}, RangeError, "weight at index 1 must be 0, or from 1e-100 to 1e100, got -1"],
    ["a weight as text", ["1"], {}, TypeError, /^weight at index 0 must be .*got "1"$/],
    ["no weights", null, {}, TypeError, "weights must be an iterable of numbers, got null"],
    [
      "limits the wrong way round",
      [1, 2],
      { lower: 3, upper: 2 },
      RangeError,
      "upper must be a number not below lower (3), got 2",
    ],
    ["a negative limit", [1], { lower: -1 }, RangeError, "lower must be a finite number from 0, got -1"],
    ["a negative upper limit", [1], { upper: -1 }, RangeError, "upper must be a number not below lower (0), got -1"],
    ["an infinite lower limit", [1], { lower: Number.POSITIVE_INFINITY }, RangeError, /^lower must be .*got Infinity$/],
    ["a limit of NaN", [1], { upper: Number.NaN }, RangeError, /^upper must be .*got NaN$/],
    ["a limit as text", [1], { upper: "3" }, TypeError, /^upper must be .*got "3"$/],
    ["a limit of null", [1], { lower: null }, TypeError, /^lower must be .*got null$/],
    ["strict as text", [1], { strict: "yes" }, TypeError, 'strict must be true or false, got "yes"'],
    [
      "strict limits below the mean",
      [1, 5],
      { upper: 2, strict: true },
      RangeError,
      "mean of the weights must be from 0 to 2, for all to fit there, got 3",
    ],
    [
      "strict limits above the mean",
      [1, 5],
      { lower: 4, strict: true },
      RangeError,
      "mean of the weights must be from 4 to Infinity, for all to fit there, got 3",
    ],
    [
      "limits that none is within",
      [1, 5],
      { lower: 2, upper: 3 },
      RangeError,
      "number of weights within the limits must be 1 or more, to keep the total of 6, got 0",
    ],
    [
      "a lower limit that the others cannot pay for",
      [0, 0, 1.5],
      { lower: 1 },
      RangeError,
      "trimmed weights must be 0 or more, to keep the total of 1.5, got -0.5",
    ],
  ])("refuses %s", (_, weights, options, error, message) => {
    const call = () => trimWeights(weights as number[], options as TrimWeightsOptions);
    expect(call).toThrow(error);
    expect(call).toThrow(message);
  });
});
