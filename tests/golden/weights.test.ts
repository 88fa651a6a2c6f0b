import { describe, expect, it } from "vitest";
import { nps } from "../../src/index.js";
import { designEffect } from "../../src/weights/design-effect.js";
import { effectiveSampleSize } from "../../src/weights/effective-sample-size.js";
import type { Margin } from "../../src/weights/margin.js";
import { postStratify } from "../../src/weights/post-stratify.js";
import { rake } from "../../src/weights/rake.js";
import { trimWeights } from "../../src/weights/trim-weights.js";
import { type GoldenCase, goldenCases, testGolden } from "../support/golden.js";

type Row = Readonly<Record<string, string | number>>;

/** The rows of columns. */
function rowsOf(columns: Readonly<Record<string, readonly (string | number)[]>>): Row[] {
  const [first = []] = Object.values(columns);
  return first.map((_, row) =>
    Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column[row]!])),
  );
}

/** Shares as counts of a population. */
function countsOf(shares: Readonly<Record<string, number>>, total: number): Record<string, number> {
  return Object.fromEntries(Object.entries(shares).map(([name, share]) => [name, share * total]));
}

function weighted(scores: readonly number[], weights: readonly number[]) {
  return nps(scores.map((score, row) => ({ score, weight: weights[row] })));
}

function raked({ input, options }: GoldenCase, toTargets: (shares: Record<string, number>) => Record<string, number>) {
  const margins = Object.keys(input.targets).map((name): [string, Margin<Row>] => [
    name,
    { by: (row) => row[name]!, targets: toTargets(input.targets[name]) },
  ]);
  const rows = rowsOf({ ...input.rows, base: input.baseWeights });
  const result = rake(rows, { margins: Object.fromEntries(margins), weight: (row) => row.base as number });
  expect(result.converged).toBe(true);
  const total = result.weights.reduce((sum, weight) => sum + weight, 0);
  return result.weights.map((weight) => (weight / total) * options.total);
}

describe("weights agree with R survey", () => {
  testGolden("rake", (golden) => {
    const weights = raked(golden, (shares) => countsOf(shares, golden.options.total));
    const { score, standardError, effectiveN } = weighted(golden.input.scores, weights);
    expect(effectiveSampleSize(weights)).toBeCloseTo(effectiveN!, 9);
    return {
      weights,
      deffKish: designEffect(weights),
      nKish: effectiveSampleSize(weights),
      minWeight: Math.min(...weights),
      maxWeight: Math.max(...weights),
      nps: score,
      npsSeIgnoringCalibration: standardError,
    };
  });

  // With shares the total is that of the base weights: the weights are the same up to a factor.
  testGolden("rake", (golden) => ({ weights: raked(golden, (shares) => shares) }));

  // Calibration by Newton's method, which has no loop over margins in common with raking.
  testGolden("calibrate.raking", (golden) => ({ weights: raked(golden, (shares) => shares) }));

  testGolden("postStratify", ({ input, options }) => {
    const rows = rowsOf({ stratum: input.stratum, base: input.baseWeights });
    const weights = postStratify(rows, {
      by: (row) => row.stratum!,
      targets: countsOf(input.targets, options.total),
      weight: (row) => row.base as number,
    });
    return { weights, nps: weighted(input.scores, weights).score };
  });

  testGolden("trimWeights", ({ input, options: { lower, upper } }) => ({
    weights: trimWeights(input.weights, { lower, upper }),
  }));

  testGolden("weighted.nps", ({ input: { weights } }) => ({
    nKish: effectiveSampleSize(weights),
    deffKish: designEffect(weights),
  }));

  it("keeps the total of the base weights where targets are shares", () => {
    for (const { input } of goldenCases.filter(({ method }) => method === "postStratify")) {
      const rows = rowsOf({ stratum: input.stratum, base: input.baseWeights });
      const weights = postStratify(rows, {
        by: (row) => row.stratum!,
        targets: input.targets,
        weight: (row) => row.base as number,
      });
      const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
      expect(sum(weights)).toBeCloseTo(sum(input.baseWeights), 9);
    }
  });
});
