import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Accessor,
  type Adjustment,
  type Answer,
  type Answers,
  adjustPValues,
  CES_1,
  CSAT_10,
  compare,
  type MeasureOptions,
  type MetricDefinition,
  measure,
  NPS,
  nps,
  responseRate,
  type Segment,
  type SegmentKeyValue,
  segment,
} from "../../src/index.js";
import { answersOf, deepFrozen, methods, ratingsOn, rubbishFor, weights } from "./arbitraries.js";

const numRuns = 200;

interface Row {
  readonly ward: SegmentKeyValue;
  readonly shift: SegmentKeyValue;
  readonly score: Answer;
  readonly weight: number;
}

type Dimensions = Readonly<Record<string, Accessor<Row, SegmentKeyValue>>>;

const rating = ratingsOn(NPS);
/** Keys that are written alike, or that an object has of itself. */
const keys = fc.constantFrom<SegmentKeyValue[]>(
  "north",
  "null",
  "",
  "0",
  "__proto__",
  "constructor",
  null,
  undefined,
  0,
  -0,
  1,
  2.5,
  false,
);
const plainScores: fc.Arbitrary<Answer> = fc.oneof({ arbitrary: rating, weight: 5 }, fc.constantFrom(null, undefined));
const rowsWith = (score: fc.Arbitrary<Answer>): fc.Arbitrary<Row[]> =>
  fc.array(fc.record({ ward: keys, shift: keys, score, weight: weights }), { maxLength: 40 });

/** Rows whose answers may be anything that is an answer, without a weight beside them; or scores alone, with one. */
const surveys: fc.Arbitrary<{ rows: Row[]; weight: ((row: Row) => number) | undefined }> = fc.oneof(
  rowsWith(answersOf(rating)).map((rows) => ({ rows, weight: undefined })),
  rowsWith(plainScores).map((rows) => ({ rows, weight: (row: Row) => row.weight })),
);

const ward = (row: Row) => row.ward;
const shift = (row: Row) => row.shift;
const score = (row: Row) => row.score;
const dimensions = fc.constantFrom<Dimensions[]>({ ward }, { ward, shift }, { shift, ward });

/** Metrics of every statistic, with ratings of which some are off the scale. */
const metrics = fc
  .record({ method: methods, level: fc.constantFrom(0.5, 0.95), definition: fc.constantFrom(NPS, CSAT_10, CES_1) })
  .map(({ method, level, definition }: { method: MeasureOptions; level: number; definition: MetricDefinition }) => {
    return (answers: Answers) => measure(answers, definition, { ...method, level, invalid: "exclude" });
  });

const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, number) => total + number, 0);

/** Rows in another order, from a number. */
function shuffled<T>(values: readonly T[], seed: number): T[] {
  const result = [...values];
  let state = seed;
  for (let last = result.length - 1; last > 0; last--) {
    state = (state * 48271) % 2147483647;
    const other = state % (last + 1);
    [result[last], result[other]] = [result[other]!, result[last]!];
  }
  return result;
}

const seeds = fc.integer({ min: 1, max: 2147483646 });

/** The measurement in a segment, without what only a segment has. */
function measurementIn({
  key: _,
  keys: __,
  level: ___,
  suppressed: ____,
  share: _____,
  vsRest: ______,
  ...one
}: Segment) {
  return one;
}

/** The value of a row in a dimension, as a key. */
const keyOf = (accessor: Accessor<Row, SegmentKeyValue>, row: Row) => {
  const value = (accessor as (row: Row) => SegmentKeyValue)(row);
  return typeof value === "number" ? value + 0 : (value ?? null);
};

/** Whether a row belongs to a segment, by the segment's own keys. */
function isIn(row: Row, { keys }: Pick<Segment, "keys">, by: Dimensions): boolean {
  return Object.entries(keys).every(([dimension, key]) => keyOf(by[dimension]!, row) === key);
}

const withWeights = (rows: readonly Row[], weight: ((row: Row) => number) | undefined): Answer[] =>
  rows.map((row) => (weight ? { score: row.score as number, weight: weight(row) } : row.score));

describe("segments", () => {
  it("are the metric of their own rows, and those of each combination of keys are there once", () => {
    fc.assert(
      fc.property(surveys, dimensions, metrics, ({ rows, weight }, by, metric) => {
        const all = segment(rows, { by, score, weight, metric });
        for (const one of all)
          expect(measurementIn(one)).toStrictEqual(
            metric(
              withWeights(
                rows.filter((row) => isIn(row, one, by)),
                weight,
              ),
            ),
          );
        const found = new Set(all.map(({ keys }) => JSON.stringify(Object.values(keys))));
        const expected = new Set(rows.map((row) => JSON.stringify(Object.values(by).map((each) => keyOf(each, row)))));
        expect(found).toEqual(expected);
        expect(all).toHaveLength(found.size);
        expect(all.every(({ level }) => level === Object.keys(by).length)).toBe(true);
      }),
      { numRuns },
    );
  });

  it("part the rows: answers, missing ones, invalid ones, weights and shares add up to the whole", () => {
    const anything = fc.oneof(
      { arbitrary: answersOf(rating), weight: 5 },
      rubbishFor(NPS).map(({ answer }) => answer as Answer),
    );
    const metric = (answers: Answers) => nps(answers, { invalid: "exclude" });
    fc.assert(
      fc.property(rowsWith(anything), dimensions, (rows, by) => {
        const all = segment(rows, { by, score, metric });
        const whole = metric(rows.map(score));
        for (const part of ["n", "missing", "invalid", "weight"] as const)
          expect(sum(all.map((one) => one[part]!))).toBe(whole[part]);
        for (const band of ["detractor", "passive", "promoter"] as const)
          expect(sum(all.map((one) => one.bands[band].n!))).toBe(whole.bands[band].n);
        for (const one of all) expect(one.share).toBe(whole.weight === 0 ? null : one.weight! / whole.weight);
        if (whole.weight > 0) expect(sum(all.map(({ share }) => share!))).toBeCloseTo(1, 12);
      }),
      { numRuns },
    );
  });

  it("have totals that are the metric of all their rows, each in front of its own parts", () => {
    fc.assert(
      fc.property(surveys, dimensions, metrics, ({ rows, weight }, by, metric) => {
        const all = segment(rows, { by, score, weight, metric, totals: true });
        const names = Object.keys(by);
        let path: Segment["keys"] = {};
        for (const one of all) {
          expect(measurementIn(one)).toStrictEqual(
            metric(
              withWeights(
                rows.filter((row) => isIn(row, one, by)),
                weight,
              ),
            ),
          );
          expect(Object.keys(one.keys)).toEqual(names.slice(0, one.level));
          const parent = Object.fromEntries(Object.entries(one.keys).slice(0, -1));
          expect(parent).toEqual(Object.fromEntries(Object.entries(path).slice(0, one.level - 1)));
          path = one.keys;
        }
        expect(all.filter(({ level }) => level === 0)).toHaveLength(1);
        const parts = segment(rows, { by, score, weight, metric, vsRest: false });
        expect(all.filter(({ level }) => level === names.length).map((one) => ({ ...one, vsRest: null }))).toEqual(
          parts,
        );
      }),
      { numRuns },
    );
  });

  it("are the same whatever the order of the rows", () => {
    const orders = fc.constantFrom("key", "score", "n", undefined);
    fc.assert(
      fc.property(
        surveys,
        dimensions,
        metrics,
        fc.record({ order: orders, minN: fc.nat({ max: 12 }), totals: fc.boolean() }),
        seeds,
        ({ rows, weight }, by, metric, options, seed) => {
          const all = segment(rows, { ...options, by, score, weight, metric });
          expect(segment(shuffled(rows, seed), { ...options, by, score, weight, metric })).toStrictEqual(all);
          const tied = { ...options, order: () => 0, by, score, weight, metric };
          expect(segment(shuffled(rows, seed), tied)).toStrictEqual(segment(rows, tied));
        },
      ),
      { numRuns },
    );
  });

  it("are compared with all other rows, at the level of the metric, adjusted over those that are shown", () => {
    const adjustments = fc.constantFrom<Adjustment[]>("holm", "bh", "bonferroni", "none");
    const options = fc.record({ adjust: adjustments, minN: fc.nat({ max: 8 }), totals: fc.boolean() });
    fc.assert(
      fc.property(surveys, dimensions, metrics, options, ({ rows, weight }, by, metric, chosen) => {
        const all = segment(rows, { ...chosen, by, score, weight, metric });
        const level = metric(withWeights(rows, weight)).interval?.level;
        const compared = all.filter((one) => !one.suppressed && one.level > 0);
        const expected = compared.map((one) => {
          const [rest, own] = [false, true].map((wanted) => rows.filter((row) => isIn(row, one, by) === wanted));
          return compare(metric(withWeights(rest!, weight)), metric(withWeights(own!, weight)), { level });
        });
        const adjusted = adjustPValues(
          expected.map(({ pValue }) => pValue),
          { method: chosen.adjust },
        );
        expect(compared.map(({ vsRest }) => vsRest)).toStrictEqual(
          expected.map((one, index) => ({ ...one, adjustedPValue: adjusted[index] })),
        );
        for (const one of all) if (one.suppressed || one.level === 0) expect(one.vsRest).toBeNull();
      }),
      { numRuns },
    );
  });

  it("are plain JSON, and leave rows and options alone", () => {
    fc.assert(
      fc.property(surveys, dimensions, fc.nat({ max: 8 }), ({ rows, weight }, by, minN) => {
        const options = deepFrozen({ by: { ...by }, score, weight, metric: nps, minN, totals: true });
        const all = segment(deepFrozen(rows), options);
        expect(JSON.parse(JSON.stringify(all))).toStrictEqual(all);
        expect(structuredClone(all)).toStrictEqual(all);
      }),
      { numRuns },
    );
  });

  it("of columns are those of accessors that are functions", () => {
    const numbers = fc.oneof(fc.integer({ min: -2, max: 3 }), fc.constantFrom(0.5, 255, 256, -0));
    const numbered = fc.record({ ward: numbers, shift: fc.nat({ max: 2 }), score: rating, weight: weights });
    const options = fc.record({ totals: fc.boolean(), minN: fc.nat({ max: 4 }) });
    fc.assert(
      fc.property(fc.array(numbered), fc.boolean(), fc.boolean(), options, (rows, isWeighted, isOne, chosen) => {
        const others = { ...chosen, metric: nps };
        const functions = { ...others, score, ...(isWeighted && { weight: (row: Row) => row.weight }) };
        const expected = segment(rows, { ...functions, by: isOne ? ward : { ward, shift } });
        const column = (part: "ward" | "shift" | "score" | "weight") => rows.map((row) => row[part]);
        const weight = isWeighted && { weight: Float32Array.from(column("weight")) };
        const plain = { ward: column("ward"), shift: column("shift") };
        const typed = { ward: Float64Array.from(plain.ward), shift: Uint8Array.from(plain.shift) };
        for (const columns of [plain, typed]) {
          const by = isOne ? columns.ward : columns;
          const bytes = Uint8Array.from(column("score"));
          const of = (all: Iterable<Row> | number, scores: ArrayLike<number> & object) =>
            segment(all, { ...others, ...weight, by, score: scores });
          expect(of(rows.length, column("score"))).toStrictEqual(expected);
          expect(of(rows.length, bytes)).toStrictEqual(expected);
          expect(of(rows, bytes)).toStrictEqual(expected);
          expect(segment(new Set<Row>(rows), { ...functions, by })).toStrictEqual(expected);
        }
      }),
      { numRuns },
    );
  });

  it("name the row of an answer that the metric refuses, and of no other", () => {
    const place = fc.record({ at: fc.nat(), isWeighted: fc.boolean(), isColumn: fc.boolean(), totals: fc.boolean() });
    const filled = rowsWith(plainScores).filter((rows) => rows.length > 0);
    fc.assert(
      fc.property(filled, dimensions, rubbishFor(NPS), place, (rows, by, { answer, error }, { at, ...how }) => {
        const index = at % rows.length;
        const scores = rows.map((row, other) => (other === index ? (answer as Answer) : row.score));
        // With weights, an answer is a score; without, it may be an object with a count and a weight.
        const isObject = typeof answer === "object" && answer !== null;
        const options = {
          by,
          score: how.isColumn ? scores : (_: Row, row: number) => scores[row],
          ...(how.isWeighted && { weight: (row: Row) => row.weight }),
          metric: nps,
          totals: how.totals,
          minN: 3,
        };
        let thrown: unknown;
        try {
          segment(rows, options);
        } catch (cause) {
          thrown = cause;
        }
        expect(thrown).toBeInstanceOf(how.isWeighted && isObject ? TypeError : error);
        expect((thrown as Error).message).toContain(` at index ${index} must be `);
      }),
      { numRuns },
    );
  });
});

describe("a response rate", () => {
  it("is the part of the invited who responded, of each segment", () => {
    fc.assert(
      fc.property(rowsWith(plainScores), dimensions, fc.boolean(), (rows, by, totals) => {
        const responded = (row: Row) => typeof row.score === "number";
        const all = responseRate(rows, { by, responded, totals });
        for (const one of all) {
          const invited = rows.filter((row) => isIn(row, one, by));
          const k = invited.filter(responded).length;
          expect([one.n, one.missing, one.invalid]).toEqual([invited.length, 0, 0]);
          expect([one.bands.responded.n, one.bands.silent.n]).toEqual([k, invited.length - k]);
          if (invited.length === 0) expect(one.score).toBeNull();
          else expect(one.score).toBeCloseTo((100 * k) / invited.length, 10);
        }
        const [whole] = responseRate(rows, { responded });
        expect(whole).toMatchObject({ n: rows.length, bands: { responded: { n: rows.filter(responded).length } } });
      }),
      { numRuns },
    );
  });
});

/** Wards and shifts of which many are tiny, or without an answer: so many ratings, and so many who gave none. */
const smallGroups = fc.array(
  fc.record({
    ward: fc.constantFrom("a", "b", "c", null),
    shift: fc.constantFrom(1, 2, 3),
    scores: fc.oneof(
      fc.constant([]),
      fc.array(rating, { minLength: 1, maxLength: 3 }),
      fc.array(rating, { minLength: 1, maxLength: 30, size: "max" }),
    ),
    missing: fc.nat({ max: 2 }),
    weights: fc.array(weights, { minLength: 32, maxLength: 32 }),
  }),
  { minLength: 1, maxLength: 8 },
);
const smallRows: fc.Arbitrary<Row[]> = smallGroups
  .map((groups) =>
    groups.flatMap(({ ward, shift, scores, missing, weights }) =>
      [...scores, ...Array.from({ length: missing }, () => null)].map((score, index) => ({
        ward,
        shift,
        score,
        weight: weights[index]!,
      })),
    ),
  )
  .filter((rows) => rows.length > 0);
const minNs = fc.integer({ min: 1, max: 20 });
const nestings = fc.constantFrom<Dimensions[]>({ ward }, { ward, shift });
const answersIn = (rows: readonly Row[]) => rows.filter((row) => typeof row.score === "number").length;

/** Segments with all totals, and with the rows of each. */
function withRows(rows: readonly Row[], by: Dimensions, minN: number) {
  const all = segment(rows, { by, score, weight: (row) => row.weight, metric: nps, minN, totals: true });
  return all.map((one) => ({ one, own: rows.filter((row) => isIn(row, one, by)) }));
}

/** Whether a sum over parts follows from sums that are known, by adding and subtracting: Gauss's elimination. */
function solver(known: readonly (readonly number[])[]): (wanted: readonly number[]) => boolean {
  const echelon: { pivot: number; row: number[] }[] = [];
  const reduced = (equation: readonly number[]) =>
    echelon.reduce(
      (left, { pivot, row }) => left.map((value, part) => value - (left[pivot]! / row[pivot]!) * row[part]!),
      [...equation],
    );
  const isLeft = (value: number) => Math.abs(value) > 1e-9;
  for (const equation of known) {
    const row = reduced(equation);
    const pivot = row.findIndex(isLeft);
    if (pivot >= 0) echelon.push({ pivot, row });
  }
  return (wanted) => !reduced(wanted).some(isLeft);
}

describe("suppression", () => {
  it("leaves no number of a suppressed segment, nor any of a group below minN, to be found by subtraction", () => {
    fc.assert(
      fc.property(smallRows, nestings, minNs, (rows, by, minN) => {
        const all = withRows(rows, by, minN);
        const parts = all.filter(({ one }) => one.level === Object.keys(by).length);
        const sumOf = (own: readonly Row[]) => parts.map((part) => (own.includes(part.own[0]!) ? 1 : 0));
        const shown = all.filter(({ one }) => !one.suppressed);
        // Whatever is shown tells of the whole by its share and its comparison, even where totals are not asked for.
        const canFind = solver(shown.length === 0 ? [] : [rows, ...shown.map(({ own }) => own)].map(sumOf));
        for (const { one, own } of all) expect(canFind(sumOf(own))).toBe(!one.suppressed);
        // Every sum over suppressed parts that can be found is of enough answers, of more than one segment.
        const hidden = parts.filter(({ one }) => one.suppressed);
        for (let subset = 1; subset < 2 ** hidden.length; subset++) {
          const some = hidden.filter((_, index) => subset & (2 ** index));
          const own = some.flatMap((part) => part.own);
          if (!canFind(sumOf(own))) continue;
          expect(some.length).toBeGreaterThan(1);
          expect(answersIn(own)).toBeGreaterThanOrEqual(minN);
        }
      }),
      { numRuns: 2 * numRuns },
    );
  });

  it("hides the small, then the smallest others of the same total until there are two with minN answers, no more", () => {
    fc.assert(
      fc.property(smallRows, nestings, minNs, (rows, by, minN) => {
        const all = withRows(rows, by, minN);
        const isHidden = new Map(all.map(({ one }) => [JSON.stringify(one.keys), one.suppressed]));
        for (const { one, own } of all) {
          const inside = all.filter(
            (part) => part.one.level === one.level + 1 && part.own.every((row) => own.includes(row)),
          );
          const sizes = inside.map((part) => answersIn(part.own)).sort((a, b) => a - b);
          const tooSmall = sizes.filter((n) => n < minN).length;
          let hidden = tooSmall;
          while (tooSmall > 0 && hidden < sizes.length && (hidden < 2 || sum(sizes.slice(0, hidden)) < minN)) hidden++;
          if (isHidden.get(JSON.stringify(one.keys))) hidden = sizes.length;
          const shown = inside.filter((part) => !part.one.suppressed);
          expect(shown).toHaveLength(sizes.length - hidden);
          expect(shown.map((part) => answersIn(part.own)).sort((a, b) => a - b)).toEqual(sizes.slice(hidden));
        }
        expect(all[0]!.one.suppressed).toBe(answersIn(rows) < minN);
      }),
      { numRuns: 2 * numRuns },
    );
  });

  it("is the same without totals, and with any order", () => {
    const orders = fc.constantFrom("key" as const, "score" as const, "n" as const);
    fc.assert(
      fc.property(smallRows, nestings, minNs, orders, (rows, by, minN, order) => {
        const levels = Object.keys(by).length;
        const hiddenIn = (all: readonly Segment[]) =>
          new Set(all.filter((one) => one.suppressed && one.level === levels).map(({ keys }) => JSON.stringify(keys)));
        const expected = hiddenIn(withRows(rows, by, minN).map(({ one }) => one));
        expect(hiddenIn(segment(rows, { by, score, metric: nps, minN, order }))).toEqual(expected);
      }),
      { numRuns },
    );
  });

  it("leaves nulls alone in place of numbers, at any depth", () => {
    const numbersIn = (value: unknown): unknown[] =>
      typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersIn) : [value];
    fc.assert(
      fc.property(smallRows, nestings, minNs, metrics, (rows, by, minN, metric) => {
        const { metric: name, statistic, better, scale, bands } = metric([]);
        for (const one of segment(rows, { by, score, metric, minN, totals: true })) {
          if (!one.suppressed) continue;
          const { key: _, keys: __, level: ___, bands: hidden, suppressed: ____, ...others } = one;
          expect(others).toMatchObject({ metric: name, statistic, better, scale });
          expect(numbersIn({ ...others, metric: null, statistic: null, better: null, scale: null })).toEqual(
            Object.keys(others).map(() => null),
          );
          expect(Object.keys(others).sort()).toEqual(
            [...Object.keys(metric([])), "share", "vsRest"].filter((field) => field !== "bands").sort(),
          );
          const nulls = { n: null, weight: null, share: null };
          expect(hidden).toStrictEqual(
            Object.fromEntries(Object.entries(bands).map(([band, { sentiment }]) => [band, { sentiment, ...nulls }])),
          );
        }
      }),
      { numRuns },
    );
  });

  it("shows the same whatever segments hidden together have of their answers each", () => {
    const options = fc.record({
      order: fc.constantFrom("key" as const, "score" as const, "n" as const),
      totals: fc.boolean(),
      adjust: fc.constantFrom<Adjustment[]>("holm", "bh"),
    });
    fc.assert(
      fc.property(smallRows, nestings, minNs, seeds, options, (rows, by, minN, seed, chosen) => {
        const hidden = withRows(rows, by, minN).filter(({ one }) => one.suppressed);
        // Answers change places with others that are hidden under the same shown total, or anywhere if nothing is shown.
        const place = (row: Row) => {
          const path = hidden.filter(({ own }) => own.includes(row)).map(({ one }) => one);
          const top = path.reduce<Segment | undefined>(
            (a, b) => (a === undefined || b.level < a.level ? b : a),
            undefined,
          );
          return top === undefined ? null : JSON.stringify(Object.values(top.keys).slice(0, -1));
        };
        const others = new Map<Row, Row>();
        for (const group of new Set(rows.map(place))) {
          const inside = rows.filter((row) => group !== null && place(row) === group);
          for (const [index, row] of shuffled(inside, seed).entries())
            others.set(inside[index]!, { ...inside[index]!, score: row.score, weight: row.weight });
        }
        const changed = rows.map((row) => others.get(row) ?? row);
        const figures = (all: readonly Row[]) =>
          segment(all, { ...chosen, by, score, weight: (row) => row.weight, metric: nps, minN });
        const wasHidden = withRows(changed, by, minN).map(({ one }) => one.suppressed);
        fc.pre(String(wasHidden) === String(withRows(rows, by, minN).map(({ one }) => one.suppressed)));
        expect(figures(changed)).toStrictEqual(figures(rows));
      }),
      { numRuns },
    );
  });

  it("shows of a segment by itself what it would whatever those hidden answered", () => {
    fc.assert(
      fc.property(smallRows, nestings, minNs, seeds, (rows, by, minN, seed) => {
        const hidden = withRows(rows, by, minN).filter(({ one }) => one.suppressed);
        const isHidden = (row: Row) => hidden.some(({ own }) => own.includes(row));
        const changed = rows.map((row, index) =>
          isHidden(row) && typeof row.score === "number" ? { ...row, score: (row.score + seed + index) % 11 } : row,
        );
        const options = { by, score, metric: nps, minN, vsRest: false };
        expect(segment(changed, options)).toStrictEqual(segment(rows, options));
      }),
      { numRuns },
    );
  });

  it("never compares with a rest that is itself too small", () => {
    fc.assert(
      fc.property(smallRows, nestings, minNs, (rows, by, minN) => {
        for (const { one, own } of withRows(rows, by, minN)) {
          if (one.suppressed) continue;
          const rest = answersIn(rows) - answersIn(own);
          expect(rest === 0 || rest >= minN).toBe(true);
        }
      }),
      { numRuns },
    );
  });
});

describe("answers that stand for several", () => {
  it("count as so many, for suppression too", () => {
    const counted = fc.record({ ward: keys, score: fc.option(rating), n: fc.integer({ min: 1, max: 12 }) });
    fc.assert(
      fc.property(fc.array(counted, { maxLength: 12 }), minNs, (rows, minN) => {
        const each = rows.flatMap(({ n, ...row }) => Array.from({ length: n }, () => row));
        const options = { by: (row: { ward: SegmentKeyValue }) => row.ward, metric: nps, minN };
        expect(segment(rows, { ...options, score: ({ score, n }) => ({ score, n }) })).toStrictEqual(
          segment(each, { ...options, score: (row) => row.score }),
        );
      }),
      { numRuns },
    );
  });
});
