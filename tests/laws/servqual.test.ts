import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cronbachAlpha,
  defineInstrument,
  type GapEstimates,
  type Instrument,
  mergeServqual,
  type ServqualResponse,
  type ServqualResult,
  servqual,
  tallyServqual,
} from "../../src/index.js";

const INSTRUMENT = defineInstrument({
  name: "hotel",
  scale: { min: 1, max: 7 },
  dimensions: { rooms: [1, 2, 3, 4], staff: [5, 6, 7], food: [8, 9] },
  reversed: [2, 8],
});
const ITEMS = 9;

const rating = fc.option(fc.integer({ min: 1, max: 7 }), { freq: 6 });
const ratings = fc.array(rating, { minLength: ITEMS, maxLength: ITEMS });
const weight = fc.integer({ min: 0, max: 256 }).map((k) => k / 64);
const importance = fc.constantFrom([20, 30, 50], [100, 0, 0], [25, 25, 50]);
const response = fc.record({ expectations: ratings, perceptions: ratings, weight, importance });
const responses = fc.array(response, { maxLength: 25 });
const whole = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: ITEMS, maxLength: ITEMS });
const complete = fc.array(fc.record({ expectations: whole, perceptions: whole }), { minLength: 1, maxLength: 20 });

/** Every number of a result under its path, so that two results can be compared within a tolerance. */
function numbers(value: unknown, path = ""): [string, unknown][] {
  if (typeof value !== "object" || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, item]) => numbers(item, `${path}.${key}`));
}

function expectClose(got: unknown, wanted: unknown): void {
  const other = new Map(numbers(wanted));
  const own = numbers(got);
  expect(own.map(([path]) => path)).toEqual([...other.keys()]);
  for (const [path, value] of own) {
    const match = other.get(path);
    if (typeof value !== "number" || typeof match !== "number") expect(value, path).toBe(match);
    else expect(Math.abs(value - match), path).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(match)));
  }
}

function estimates(result: ServqualResult): GapEstimates[] {
  return [result.overall, result.weighted, ...Object.values(result.dimensions), ...result.items].filter(
    (part) => part !== null,
  );
}

const score = (input: Parameters<typeof servqual>[0], options = {}) =>
  servqual(input as ServqualResponse[], { instrument: INSTRUMENT as Instrument, ...options });

describe("SERVQUAL", () => {
  it("is the same in any order", () => {
    fc.assert(
      fc.property(responses, (all) => {
        expectClose(score([...all].reverse()), score(all));
      }),
    );
  });

  it("is the same from parts, merged in any grouping, as from the whole", () => {
    fc.assert(
      fc.property(responses, responses, responses, (a, b, c) => {
        const [ta, tb, tc] = [a, b, c].map((part) => tallyServqual(part, { instrument: INSTRUMENT }));
        const whole = score([...a, ...b, ...c]);
        expectClose(servqual(mergeServqual(ta!, mergeServqual(tb!, tc!))), whole);
        expectClose(servqual(mergeServqual(mergeServqual(tc!, tb!), ta!)), whole);
      }),
    );
  });

  it("is the same from a tally, also one that was stored as JSON", () => {
    fc.assert(
      fc.property(responses, (all) => {
        const tally = tallyServqual(all, { instrument: INSTRUMENT });
        expect(servqual(tally)).toEqual(score(all));
        expect(servqual(JSON.parse(JSON.stringify(tally)))).toEqual(score(all));
        expect(structuredClone(tally)).toEqual(tally);
      }),
    );
  });

  it("is the same when an item is reversed together with its answers", () => {
    fc.assert(
      fc.property(responses, fc.integer({ min: 1, max: ITEMS }), (all, item) => {
        const isReversed = INSTRUMENT.reversed!.includes(item);
        const instrument: Instrument = {
          ...INSTRUMENT,
          reversed: isReversed
            ? INSTRUMENT.reversed!.filter((other) => other !== item)
            : [...INSTRUMENT.reversed!, item],
        };
        const turn = (row: (number | null)[]) =>
          row.map((value, index) => (index === item - 1 && value !== null ? 8 - value : value));
        const turned = all.map((one) => ({
          ...one,
          expectations: turn(one.expectations),
          perceptions: turn(one.perceptions),
        }));
        expect(score(turned, { instrument })).toEqual(score(all));
      }),
    );
  });

  it("has a gap of perception less expectation in every estimate", () => {
    fc.assert(
      fc.property(responses, (all) => {
        for (const { gap, expectation, perception } of estimates(score(all))) {
          if (gap?.score === null) expect([expectation?.score, perception.score]).toEqual([null, null]);
          else expect(gap!.score).toBeCloseTo(perception.score! - expectation!.score!, 12);
          expect([gap!.n, expectation!.n]).toEqual([perception.n, perception.n]);
          expect(gap!.n + gap!.missing).toBe(all.length);
        }
      }),
    );
  });

  it("moves every gap by a constant that is added to all perceptions", () => {
    const low = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: ITEMS, maxLength: ITEMS });
    const plain = { ...INSTRUMENT, reversed: [] };
    fc.assert(
      fc.property(fc.array(fc.record({ expectations: whole, perceptions: low }), { minLength: 1 }), (all) => {
        const raised = all.map((one) => ({ ...one, perceptions: one.perceptions.map((value) => value + 3) }));
        const [before, after] = [all, raised].map((input) => estimates(score(input, { instrument: plain })));
        for (const [index, { gap }] of before!.entries())
          expect(after![index]!.gap!.score! - gap!.score!).toBeCloseTo(3, 12);
      }),
    );
  });

  it("gives the unweighted mean for equal importance, whoever states it", () => {
    fc.assert(
      fc.property(complete, (all) => {
        const points = [100 / 3, 100 / 3, 100 / 3];
        const { overall, weighted } = score(all, { weights: points });
        expect(weighted!.gap!.score).toBeCloseTo(overall.gap!.score!, 12);
        const own = score(all.map((one) => ({ ...one, importance: points })));
        expect(own.weighted!.gap!.score).toBeCloseTo(overall.gap!.score!, 12);
        if (all.length > 1) expect(own.weighted!.gap!.standardError).toBeCloseTo(overall.gap!.standardError!, 7);
      }),
    );
  });

  it("has an overall gap that is the mean of the dimensions' gaps, and a standard error that is the paired one", () => {
    fc.assert(
      fc.property(complete, (all) => {
        const { overall, dimensions } = score(all);
        const gaps = Object.values(dimensions).map((dimension) => dimension.gap!.score!);
        expect(overall.gap!.score).toBeCloseTo(gaps.reduce((sum, gap) => sum + gap, 0) / 3, 12);
        if (all.length < 2) return;
        const own = all.map((one) => score([one]).overall.gap!.score!);
        const mean = own.reduce((sum, gap) => sum + gap, 0) / own.length;
        const variance = own.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / (own.length - 1) / own.length;
        expect(overall.gap!.standardError).toBeCloseTo(Math.sqrt(variance), 7);
      }),
    );
  });

  it("parts the respondents of each dimension into those it exceeded, met and failed", () => {
    fc.assert(
      fc.property(responses, (all) => {
        const { dimensions, overall, n, missing } = score(all);
        expect(n + missing).toBe(all.length);
        for (const { gap, confirmation } of Object.values(dimensions)) {
          const { exceeded, met, fellShort } = confirmation!;
          expect(exceeded.n + met.n + fellShort.n).toBe(gap!.n);
        }
        const { exceeded, met, fellShort } = overall.confirmation!;
        expect(exceeded.n + met.n + fellShort.n).toBe(n);
      }),
    );
  });

  it("says nothing that is not a number, and stays on the scale", () => {
    fc.assert(
      fc.property(responses, fc.constantFrom("half", "complete"), (all, missing) => {
        const result = score(all, { missing });
        for (const [path, value] of numbers(result)) {
          expect(value, path).not.toBeUndefined();
          if (typeof value === "number")
            expect(Number.isFinite(value) && !Object.is(value, -0), `${path} ${value}`).toBe(true);
        }
        for (const { gap, perception } of estimates(result)) {
          for (const value of [perception.score, perception.interval?.low, perception.interval?.high])
            if (value != null) expect(value >= 1 && value <= 7).toBe(true);
          for (const value of [gap?.score, gap?.interval?.low, gap?.interval?.high])
            if (value != null) expect(Math.abs(value)).toBeLessThanOrEqual(6);
        }
      }),
    );
  });
});

describe("Cronbach's alpha", () => {
  it("of identical items is 1", () => {
    const column = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(column, fc.integer({ min: 2, max: 6 }), (values, items) => {
        fc.pre(new Set(values).size > 1);
        const { alpha, standardized } = cronbachAlpha(values.map((value) => Array<number>(items).fill(value)));
        expect(alpha).toBeCloseTo(1, 12);
        expect(standardized).toBeCloseTo(1, 12);
      }),
    );
  });

  it("does not change when all ratings of an item are moved by a constant, or the rows are in another order", () => {
    fc.assert(
      fc.property(fc.array(whole, { minLength: 2, maxLength: 20 }), (rows) => {
        const moved = [...rows].reverse().map((row) => row.map((value, index) => value + 1000 * index));
        const [a, b] = [cronbachAlpha(rows).alpha, cronbachAlpha(moved).alpha];
        if (a === null) expect(b).toBeNull();
        else expect(b).toBeCloseTo(a, 9);
      }),
    );
  });
});
