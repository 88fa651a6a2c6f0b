import { describe, expect, it } from "vitest";
import { addObservation, emptyCoMoments, meanOf, weightedMeanOf } from "../../src/stats/co-moments.js";

type Observation = readonly [values: readonly (number | null)[], weight: number];

function momentsOf(observations: readonly Observation[]) {
  const moments = emptyCoMoments(2);
  for (const [values, weight] of observations) addObservation(moments, values, weight);
  return moments;
}

const observations: readonly Observation[] = [
  [[5, 3], 1],
  [[4, null], 2],
  [[null, 6], 3],
  [[1, 2], 0.5],
];
const nothing: Observation = [[null, null], 7];

/** The same by its definition: each observation moves the mean by Σ share × w (x − mean of the variable) / Σw of the variable. */
function byDefinition(shares: readonly number[]) {
  const variables = shares.map((share, i) => {
    const known = observations.filter(([values]) => values[i] !== null);
    const weight = known.reduce((sum, [, w]) => sum + w, 0);
    return { share, weight, mean: known.reduce((sum, [values, w]) => sum + w * values[i]!, 0) / weight };
  });
  const influences = observations.map(([values, w]) =>
    variables.reduce((sum, { share, weight, mean }, i) => {
      const x = values[i];
      return x === null || x === undefined ? sum : sum + (share * w * (x - mean)) / weight;
    }, 0),
  );
  const n = observations.filter(([values]) => values.some((x, i) => x !== null && shares[i]! > 0)).length;
  return {
    mean: variables.reduce((sum, { share, mean }) => sum + share * mean, 0),
    standardError: Math.sqrt((n / (n - 1)) * influences.reduce((sum, influence) => sum + influence ** 2, 0)),
    n,
  };
}

describe("the mean of a variable", () => {
  it("has the standard error of a plain mean, where all weigh the same", () => {
    // 1, 2 and 6: mean 3, variance 7.
    const moments = momentsOf([1, 2, 6].map((x) => [[x, null], 2]));
    expect(meanOf(moments, 0)).toEqual({ mean: 3, standardError: expect.closeTo(Math.sqrt(7 / 3), 12), n: 3 });
  });

  it.each([0, 1])("is that of the observations that have it: variable %i", (variable) => {
    const { mean, standardError, n } = byDefinition(variable === 0 ? [1, 0] : [0, 1]);
    expect(meanOf(momentsOf([...observations, nothing]), variable)).toEqual({
      mean: expect.closeTo(mean, 12),
      standardError: expect.closeTo(standardError, 12),
      n,
    });
  });

  it("is null of nobody and of no weight, and has no standard error of one", () => {
    expect(meanOf(momentsOf([nothing]), 0)).toEqual({ mean: null, standardError: null, n: 0 });
    expect(meanOf(momentsOf([[[4, 1], 0]]), 0)).toEqual({ mean: null, standardError: null, n: 1 });
    expect(meanOf(momentsOf([[[4, 1], 3]]), 0)).toEqual({ mean: 4, standardError: null, n: 1 });
  });

  it("has a standard error of 0 where all are equal, whatever their rounding", () => {
    const moments = momentsOf(Array.from({ length: 10 }, () => [[0.1, null], 0.3]));
    expect(meanOf(moments, 0).standardError).toBe(0);
  });
});

describe("a weighted mean of variables", () => {
  it.each([[[1, 1]], [[7, 3]], [[0.2, 0.1]]])(
    "is linearised over observations that have some of them: weights %j",
    (weights) => {
      const [a = 0, b = 0] = weights;
      const { mean, standardError, n } = byDefinition([a / (a + b), b / (a + b)]);
      expect(weightedMeanOf(momentsOf([...observations, nothing]), weights)).toEqual({
        mean: expect.closeTo(mean, 12),
        standardError: expect.closeTo(standardError, 12),
        n,
      });
    },
  );

  it("is the mean of the only one that has weight", () => {
    const moments = momentsOf(observations);
    expect(weightedMeanOf(moments, [0, 5])).toEqual(meanOf(moments, 1));
  });

  it("is null where a variable is not there at all", () => {
    expect(weightedMeanOf(momentsOf([[[4, null], 1]]), [1, 1])).toEqual({ mean: null, standardError: null, n: 1 });
  });
});
