import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nps } from "../../src/index.js";
import { designEffect } from "../../src/weights/design-effect.js";
import { effectiveSampleSize } from "../../src/weights/effective-sample-size.js";
import { postStratify } from "../../src/weights/post-stratify.js";
import { type RakeOptions, rake } from "../../src/weights/rake.js";
import { trimWeights } from "../../src/weights/trim-weights.js";

interface Row {
  readonly gender: string;
  readonly age: number;
  readonly isCustomer: boolean;
  readonly base: number;
  readonly score: number;
}

const row: fc.Arbitrary<Row> = fc.record({
  gender: fc.constantFrom("f", "m", "__proto__"),
  age: fc.integer({ min: 1, max: 4 }),
  isCustomer: fc.boolean(),
  base: fc.integer({ min: 1, max: 256 }).map((k) => k / 64),
  score: fc.integer({ min: 0, max: 10 }),
});
const rows = fc.array(row, { minLength: 1, maxLength: 40 });
const weights = fc.array(
  fc.integer({ min: 0, max: 640 }).map((k) => k / 64),
  { minLength: 1, maxLength: 30 },
);
const accessors = {
  gender: (one: Row) => one.gender,
  age: (one: Row) => one.age,
  isCustomer: (one: Row) => one.isCustomer,
};
const names = ["gender", "age", "isCustomer"] as const;
const base = (one: Row) => one.base;
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** What the weights of each category add up to. */
function totals(all: readonly Row[], weight: readonly number[], name: (typeof names)[number]): Map<string, number> {
  const found = new Map<string, number>();
  for (const [index, one] of all.entries())
    found.set(String(one[name]), (found.get(String(one[name])) ?? 0) + weight[index]!);
  return found;
}

/** Margins whose targets are what some weights of the rows add up to, so that they can be reached. */
function marginsOf(all: readonly Row[], wanted: readonly number[], scale = 1): RakeOptions<Row>["margins"] {
  return Object.fromEntries(
    names.map((name) => {
      const entries = [...totals(all, wanted, name)].map(([key, total]) => [key, total * scale] as const);
      return [name, { by: accessors[name], targets: Object.fromEntries(entries) }];
    }),
  );
}

/** Rows, and a second weight of each, from which targets are taken. */
const populations = fc.array(fc.tuple(row, fc.double({ min: 0.2, max: 5, noNaN: true })), {
  minLength: 1,
  maxLength: 40,
});

function expectClose(got: readonly number[], wanted: readonly number[], tolerance = 1e-9): void {
  expect(got).toHaveLength(wanted.length);
  for (const [index, value] of got.entries())
    expect(Math.abs(value - wanted[index]!), `${index}`).toBeLessThanOrEqual(tolerance * Math.max(1, wanted[index]!));
}

describe("raking", () => {
  it("reaches targets that can be reached, in counts and in shares, and keeps the total", () => {
    fc.assert(
      fc.property(populations, fc.constantFrom("counts", "shares"), (pairs, kind) => {
        const all = pairs.map(([one]) => one);
        const wanted = pairs.map(([, weight]) => weight);
        const population = sum(wanted);
        fc.pre(kind === "shares" || Math.abs(population - 1) > 1e-3);
        const margins = marginsOf(all, wanted, kind === "shares" ? 1 / population : 1);
        // Sparse tables may take long: each round brings some of them but 1 percent nearer.
        const result = rake(all, { margins, weight: base, maxIterations: 100_000 });
        const { weights: got, converged, largestError } = result;
        expect(converged).toBe(true);
        expect(largestError).toBeLessThanOrEqual(1e-10);
        const total = kind === "shares" ? sum(all.map(base)) : population;
        expect(Math.abs(sum(got) - total)).toBeLessThanOrEqual(1e-9 * total);
        for (const name of names)
          for (const [key, weight] of totals(all, got, name)) {
            const target = margins[name]!.targets[key]! * (kind === "shares" ? total : 1);
            expect(Math.abs(weight - target), `${name} ${key}`).toBeLessThanOrEqual(1e-9 * target);
          }
      }),
    );
  });

  it("multiplies each base weight by a factor of each of its categories, and nothing else", () => {
    fc.assert(
      fc.property(populations, (pairs) => {
        const all = pairs.map(([one]) => one);
        const margins = marginsOf(
          all,
          pairs.map(([, weight]) => weight),
        );
        const { weights: got } = rake(all, { margins, weight: base });
        const factors = new Map<string, number>();
        for (const [index, one] of all.entries()) {
          const cell = names.map((name) => one[name]).join();
          const factor = got[index]! / one.base;
          expect(factor / (factors.get(cell) ?? factor)).toBeCloseTo(1, 12);
          factors.set(cell, factor);
        }
        // In a two-by-two part of the table, the odds ratio stays that of the base weights.
        const ratio = (a: string, b: string) => (factors.get(a) ?? Number.NaN) / (factors.get(b) ?? Number.NaN);
        const left = ratio("f,1,true", "m,1,true");
        const right = ratio("f,1,false", "m,1,false");
        if (!Number.isNaN(left * right)) expect(left / right).toBeCloseTo(1, 6);
      }),
    );
  });

  it("changes nothing where the base weights reach the targets already", () => {
    fc.assert(
      fc.property(rows, fc.boolean(), (all, isShares) => {
        const own = all.map(base);
        const margins = marginsOf(all, own, isShares ? 1 / sum(own) : 1);
        const result = rake(all, { margins, weight: base });
        expect(result).toMatchObject({ weights: own, converged: true, iterations: 0 });
      }),
    );
  });

  it("of one margin is post-stratification", () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(...names), fc.constantFrom(1, 50, 1000), (all, name, total) => {
        const keys = [...new Set(all.map((one) => String(one[name])))];
        const parts = keys.map((_, index) => (total * (index + 1)) / sum(keys.map((_, other) => other + 1)));
        const margin = {
          by: accessors[name],
          targets: Object.fromEntries(keys.map((key, index) => [key, parts[index]!])),
        };
        const { weights: got, converged, iterations } = rake(all, { margins: { margin }, weight: base });
        expect(converged).toBe(true);
        expect(iterations).toBeLessThanOrEqual(1);
        expectClose(got, postStratify(all, { ...margin, weight: base }));
      }),
    );
  });

  it("does not depend on the order of the rows or the scale of the base weights", () => {
    fc.assert(
      fc.property(populations, (pairs) => {
        const all = pairs.map(([one]) => one);
        const wanted = pairs.map(([, weight]) => weight);
        // Targets that add up to 1 are shares, of a total that grows with the base weights.
        fc.pre(Math.abs(sum(wanted) - 1) > 1e-3);
        const margins = marginsOf(all, wanted);
        const { weights: got } = rake(all, { margins, weight: base });
        expectClose(rake([...all].reverse(), { margins, weight: base }).weights.reverse(), got, 1e-8);
        expectClose(rake(all, { margins, weight: (one) => one.base * 1000 }).weights, got, 1e-8);
      }),
    );
  });

  it("says what it reaches, whatever the targets, in numbers that weigh answers", () => {
    const targets = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(rows, targets, (all, numbers) => {
        let next = 0;
        const margins: RakeOptions<Row>["margins"] = Object.fromEntries(
          names.map((name) => {
            const keys = [...new Set(all.map((one) => String(one[name])))];
            const parts = keys.map(() => numbers[next++]!);
            if (sum(parts) === 0) parts[0] = 1;
            const shares = parts.map((part) => part / sum(parts));
            return [
              name,
              { by: accessors[name], targets: Object.fromEntries(keys.map((key, index) => [key, shares[index]!])) },
            ];
          }),
        );
        const result = rake(all, { margins, weight: base, maxIterations: 50 });
        expect(result.converged).toBe(result.largestError <= 1e-10);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
        expect(result.weights.every((weight) => weight >= 0)).toBe(true);
        const { n, score } = nps(all.map((one, index) => ({ score: one.score, weight: result.weights[index] })));
        expect(n).toBe(all.length);
        expect(score === null).toBe(sum(result.weights) === 0);
      }),
    );
  });
});

describe("post-stratification", () => {
  it("gives each stratum its share, and leaves the proportions within it", () => {
    fc.assert(
      fc.property(populations, (pairs) => {
        const all = pairs.map(([one]) => one);
        const wanted = pairs.map(([, weight]) => weight / sum(pairs.map(([, weight]) => weight)));
        const shares = totals(all, wanted, "age");
        const got = postStratify(all, { by: accessors.age, targets: Object.fromEntries(shares), weight: base });
        const total = sum(all.map(base));
        for (const [key, weight] of totals(all, got, "age")) expect(weight / total).toBeCloseTo(shares.get(key)!, 10);
        for (const [index, one] of all.entries()) {
          const first = all.findIndex((other) => other.age === one.age);
          expect(got[index]! / got[first]!).toBeCloseTo(one.base / all[first]!.base, 9);
        }
      }),
    );
  });

  it("does not change its input or depend on the order of the rows", () => {
    fc.assert(
      fc.property(rows, (all) => {
        const targets = Object.fromEntries([...new Set(all.map((one) => one.age))].map((age) => [age, age]));
        const frozen = Object.freeze(all.map(Object.freeze)) as readonly Row[];
        const options = Object.freeze({ by: accessors.age, targets: Object.freeze(targets), weight: base });
        const got = postStratify(frozen, options);
        expectClose(postStratify([...frozen].reverse(), options).reverse(), got);
        const margins = Object.freeze({ age: options });
        expectClose(rake(frozen, Object.freeze({ margins, weight: base })).weights, got);
      }),
    );
  });
});

describe("the effective sample size", () => {
  it("of equal weights is their number, and the score is that without weights", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 200 }),
        fc.double({ min: 1e-100, max: 1e100, noNaN: true }),
        (scores, weight) => {
          const equal = scores.map(() => weight);
          expect(effectiveSampleSize(equal)).toBe(scores.length);
          expect(designEffect(equal)).toBe(1);
          expect(nps(scores.map((score) => ({ score, weight }))).score).toBeCloseTo(nps(scores).score!, 9);
        },
      ),
    );
  });

  it("is from 1 to the number of weights, that of a measurement, and the same at any scale", () => {
    fc.assert(
      fc.property(weights, fc.constantFrom(1, 1e-50, 1e50), (all, scale) => {
        const effective = effectiveSampleSize(all.map((weight) => weight * scale));
        const measured = nps(all.map((weight) => ({ score: 10, weight }))).effectiveN;
        if (effective === null) {
          expect([measured, designEffect(all), sum(all)]).toEqual([null, null, 0]);
          return;
        }
        expect(effective).toBeGreaterThanOrEqual(1 - 1e-12);
        expect(effective).toBeLessThanOrEqual(all.length + 1e-9);
        expect(effective).toBeCloseTo(measured!, 9);
        expect(designEffect(all)! * effective).toBeCloseTo(all.length, 9);
      }),
    );
  });
});

describe("trimming", () => {
  const limits = fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }));

  it("keeps the total and the order; if strict, also the limits", () => {
    fc.assert(
      fc.property(weights, limits, (all, [below, above]) => {
        const mean = sum(all) / all.length;
        const lower = mean * (below / 100);
        const upper = mean * (1 + above / 50);
        const got = trimWeights(Object.freeze(all), { lower, upper, strict: true });
        expect(sum(got)).toBeCloseTo(sum(all), 9);
        for (const weight of got) expect(weight >= lower && weight <= upper).toBe(true);
        const order = [...all.keys()].sort((a, b) => all[a]! - all[b]!);
        for (const [place, index] of order.slice(1).entries())
          expect(got[index]! - got[order[place]!]!).toBeGreaterThanOrEqual(-1e-9);
      }),
    );
  });

  it("agrees with strict trimming wherever one round is enough", () => {
    fc.assert(
      fc.property(weights, limits, (all, [below, above]) => {
        const mean = sum(all) / all.length;
        const options = { lower: mean * (below / 100), upper: mean * (1 + above / 50) };
        let once: number[];
        try {
          once = trimWeights(all, options);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
          return;
        }
        expect(sum(once)).toBeCloseTo(sum(all), 9);
        expect(Math.min(...once)).toBeGreaterThanOrEqual(0);
        if (once.every((weight) => weight >= options.lower && weight <= options.upper))
          expect(trimWeights(all, { ...options, strict: true })).toEqual(once);
      }),
    );
  });
});
