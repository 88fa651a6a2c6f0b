import { describe, expect, it } from "vitest";
import { nps } from "../../src/index.js";
import type { Margin } from "../../src/weights/margin.js";
import { type RakeOptions, rake } from "../../src/weights/rake.js";

interface Row {
  readonly gender: string;
  readonly age: string;
}

/** A row for each pair of letters. */
const rowsOf = (text: string): Row[] => text.split(" ").map(([gender, age]) => ({ gender: gender!, age: age! }));
const rows = rowsOf("fy fo my mo mo");
const gender = (targets: Record<string, number>): Margin<Row> => ({ by: (row) => row.gender, targets });
const age = (targets: Record<string, number>): Margin<Row> => ({ by: (row) => row.age, targets });
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

describe("rake", () => {
  it("reaches all margins, and says how well", () => {
    const margins = { gender: gender({ f: 0.5, m: 0.5 }), age: age({ y: 0.4, o: 0.6 }) };
    const { weights, converged, iterations, largestError } = rake(rows, { margins });
    expect(weights[0]! + weights[1]!).toBeCloseTo(2.5, 9);
    expect(weights[0]! + weights[2]!).toBeCloseTo(2, 9);
    expect(sum(weights)).toBeCloseTo(5, 9);
    // The odds ratio of the cells is that of the base weights.
    expect((weights[0]! * (weights[3]! + weights[4]!)) / (weights[1]! * weights[2]!)).toBeCloseTo(2, 8);
    expect(converged).toBe(true);
    expect(iterations).toBeGreaterThan(1);
    expect(largestError).toBeLessThanOrEqual(1e-10);
  });

  it("reaches independent margins in one round, as they do not disturb each other", () => {
    const margins = { gender: gender({ f: 30, m: 70 }), age: age({ y: 20, o: 80 }) };
    const { weights, iterations } = rake(rowsOf("fy fo my mo"), { margins });
    expect(iterations).toBe(1);
    for (const [index, wanted] of [6, 24, 14, 56].entries()) expect(weights[index]).toBeCloseTo(wanted, 9);
  });

  it("has the total of the counts, also where other margins are shares", () => {
    const margins = { gender: gender({ f: 0.5, m: 0.5 }), age: age({ y: 400, o: 600 }) };
    const { weights, converged } = rake(rows, { margins });
    expect(converged).toBe(true);
    expect(sum(weights)).toBeCloseTo(1000, 6);
    expect(weights[0]! + weights[1]!).toBeCloseTo(500, 6);
  });

  it("takes counts whose sums differ in their last digits", () => {
    const margins = { gender: gender({ f: 0.1, m: 0.2 }), age: age({ y: 0.15, o: 0.15 }) };
    expect(rake(rows, { margins }).converged).toBe(true);
  });

  it("weight", () => {
    const margins = { gender: gender({ f: 0.5, m: 0.5 }) };
    const weight = (_: Row, index: number) => (index === 0 ? 3 : 1);
    expect(rake(rows, { margins }).weights.map((value) => value.toFixed(3))).toEqual(
      [1.25, 1.25, 5 / 6, 5 / 6, 5 / 6].map((value) => value.toFixed(3)),
    );
    expect(rake(rows, { margins, weight }).weights.map((value) => value.toFixed(3))).toEqual(
      [2.625, 0.875, 7 / 6, 7 / 6, 7 / 6].map((value) => value.toFixed(3)),
    );
    expect(rake(rows, { margins, weight: undefined })).toEqual(rake(rows, { margins }));
    const zero = (_: Row, index: number) => (index === 3 ? 0 : 1);
    expect(rake(rows, { margins, weight: zero }).weights[3]).toBe(0);
    const onlyYoung = (row: Row) => (row.age === "y" ? 1 : 0);
    const both = { ...margins, age: age({ y: 1, o: 0 }) };
    expect(rake(rows, { margins: both, weight: onlyYoung }).weights).toEqual([1, 0, 1, 0, 0]);
  });

  it("tolerance and maxIterations", () => {
    const margins = { gender: gender({ f: 0.5, m: 0.5 }), age: age({ y: 0.4, o: 0.6 }) };
    const fine = rake(rows, { margins });
    const coarse = rake(rows, { margins, tolerance: 0.01 });
    expect(coarse.converged).toBe(true);
    expect(coarse.iterations).toBeLessThan(fine.iterations);
    expect(coarse.largestError).toBeGreaterThan(fine.largestError);
    expect(coarse.largestError).toBeLessThanOrEqual(0.01);
    const early = rake(rows, { margins, maxIterations: 1 });
    expect(early).toMatchObject({ converged: false, iterations: 1 });
    expect(rake(rows, { margins, tolerance: 0.9 })).toMatchObject({ iterations: 0, weights: [1, 1, 1, 1, 1] });
  });

  it("says where the margins contradict each other", () => {
    // Every f is y: there can be no fewer y than f.
    const margins = { gender: gender({ f: 0.6, m: 0.4 }), age: age({ y: 0.3, o: 0.7 }) };
    const result = rake(rowsOf("fy fy my mo mo"), { margins });
    expect(result).toMatchObject({ converged: false, iterations: 1000 });
    expect(result.largestError).toBeGreaterThan(0.1);
    expect(result.weights[3]! + result.weights[4]!).toBeCloseTo(3.5, 9);
    const answers = result.weights.map((weight) => ({ score: 10, weight }));
    expect(nps(answers).score).toBe(100);
  });

  it("says where a target of 0 takes all rows of another category", () => {
    const margins = { gender: gender({ f: 0, m: 1 }), age: age({ y: 0.5, o: 0.5 }) };
    const result = rake(rowsOf("fy fy mo mo"), { margins, maxIterations: 5 });
    expect(result).toMatchObject({ converged: false, iterations: 5, largestError: 1, weights: [0, 0, 1, 1] });
  });

  it("takes a target of 0 that leaves the others within reach", () => {
    const margins = { gender: gender({ f: 0, m: 1, x: 0 }), age: age({ y: 0.5, o: 0.5 }) };
    const result = rake(rows, { margins });
    expect(result.converged).toBe(true);
    expect(result.weights).toEqual([0, 0, 2.5, 1.25, 1.25]);
  });

  it("has as many margins and categories as one likes, with any names", () => {
    const many = Array.from({ length: 300 }, (_, id) => ({ id }));
    const margins = Object.fromEntries(
      [2, 3, 5, 7, 11, 13].map((modulus) => [
        modulus === 2 ? "__proto__" : `${modulus}`,
        {
          by: ({ id }: { id: number }) => id % modulus,
          targets: Object.fromEntries(Array.from({ length: modulus }, (_, rest) => [rest, (rest + 5) / modulus])),
        },
      ]),
    );
    for (const margin of Object.values(margins)) {
      const total = sum(Object.values(margin.targets));
      for (const key of Object.keys(margin.targets)) margin.targets[key]! *= 1000 / total;
    }
    expect(Object.keys(margins)).toContain("__proto__");
    const { weights, converged } = rake(many, { margins });
    expect(converged).toBe(true);
    expect(sum(weights)).toBeCloseTo(1000, 6);
    const odd = sum(weights.filter((_, id) => id % 2 === 1));
    expect(odd).toBeCloseTo((1000 * 6) / 11, 6);
  });

  it("tells combinations of many categories apart", () => {
    const pairs = [
      [1, 12],
      [11, 2],
    ];
    const keys = Array.from({ length: 13 }, (_, key) => key);
    const targets = (wanted: Record<number, number>) => Object.fromEntries(keys.map((key) => [key, wanted[key] ?? 0]));
    const margins = {
      first: { by: (pair: number[]) => pair[0]!, targets: targets({ 1: 30, 11: 70 }) },
      second: { by: (pair: number[]) => pair[1]!, targets: targets({ 12: 30, 2: 70 }) },
    };
    const { weights, converged } = rake(pairs, { margins });
    expect(converged).toBe(true);
    expect(weights).toEqual([30, 70]);
  });

  it("names a margin in its messages, whatever its name", () => {
    const margins = JSON.parse('{ "__proto__": {} }');
    expect(() => rake(rows, { margins })).toThrow('margin "__proto__": by must be a function of a row, got undefined');
  });

  it("reads the rows once, and leaves everything alone", () => {
    function* generated() {
      yield* rows;
    }
    const margins = Object.freeze({
      gender: Object.freeze(gender(Object.freeze({ f: 0.5, m: 0.5 }))),
      age: Object.freeze(age(Object.freeze({ y: 0.4, o: 0.6 }))),
    });
    const frozen = Object.freeze(rows.map(Object.freeze)) as readonly Row[];
    expect(rake(generated(), { margins })).toEqual(rake(frozen, Object.freeze({ margins })));
  });

  const good = gender({ f: 0.5, m: 0.5 });
  it.each<[string, unknown, typeof RangeError | typeof TypeError, string | RegExp]>([
    ["no margins", { margins: {} }, TypeError, "margins must be an object with one margin or more, got an object"],
    ["margins left out", {}, TypeError, "margins must be an object with one margin or more, got undefined"],
    ["margins in a list", { margins: [good] }, TypeError, /^margins must be .*got an array$/],
    [
      "a margin of null",
      { margins: { gender: null } },
      TypeError,
      'margin "gender" must be an object with by and targets, got null',
    ],
    ["a margin in a list", { margins: { gender: [] } }, TypeError, /^margin "gender" must be .*got an array$/],
    [
      "a margin without by",
      { margins: { gender: { targets: { f: 1 } } } },
      TypeError,
      'margin "gender": by must be a function of a row, got undefined',
    ],
    [
      "a margin without targets",
      { margins: { gender: { by: good.by } } },
      TypeError,
      /^margin "gender": targets must be .*got undefined$/,
    ],
    [
      "a row without target",
      { margins: { gender: good, age: age({ o: 1 }) } },
      TypeError,
      'margin "age": category of row 0 must be one with a target: "o", got "y"',
    ],
    [
      "a missing category",
      { margins: { gender: { ...good, by: () => null } } },
      TypeError,
      'margin "gender": category of row 0 must be one with a target: "f", "m", got null',
    ],
    [
      "a target without rows",
      { margins: { gender: gender({ f: 0.5, m: 0.25, x: 0.25 }) } },
      RangeError,
      'margin "gender": number of rows of "x" must be 1 or more, as its target is 0.25, got 0',
    ],
    [
      "a target without weight",
      { margins: { gender: good }, weight: (row: Row) => (row.gender === "f" ? 0 : 1) },
      RangeError,
      'margin "gender": weight of the rows of "f" must be above 0, as its target is 0.5, got 0',
    ],
    [
      "a negative target",
      { margins: { gender: gender({ f: 1.5, m: -0.5 }) } },
      RangeError,
      'margin "gender": target of "m" must be 0, or from 1e-100 to 1e100, got -0.5',
    ],
    [
      "targets of 0",
      { margins: { gender: gender({ f: 0, m: 0 }) } },
      RangeError,
      'margin "gender": sum of the targets must be above 0, got 0',
    ],
    [
      "unequal totals",
      { margins: { gender: gender({ f: 500, m: 500 }), age: age({ y: 400, o: 599 }) } },
      RangeError,
      'margins in counts must have the same total, got 1000 for "gender", 999 for "age"',
    ],
    [
      "shares in one, percentages and counts in others",
      { margins: { share: good, gender: gender({ f: 50, m: 50 }), age: age({ y: 2, o: 3 }) } },
      RangeError,
      'margins in counts must have the same total, got 100 for "gender", 5 for "age"',
    ],
    [
      "a negative weight",
      { margins: { gender: good }, weight: () => -1 },
      RangeError,
      "weight of row 0 must be 0, or from 1e-100 to 1e100, got -1",
    ],
    [
      "a negative tolerance",
      { margins: { gender: good }, tolerance: -1e-9 },
      RangeError,
      "tolerance must be from 0 up to below 1, got -1e-9",
    ],
    ["a tolerance of 1", { margins: { gender: good }, tolerance: 1 }, RangeError, /^tolerance must be .*got 1$/],
    [
      "a tolerance of NaN",
      { margins: { gender: good }, tolerance: Number.NaN },
      RangeError,
      /^tolerance must be .*got NaN$/,
    ],
    [
      "a tolerance as text",
      { margins: { gender: good }, tolerance: "0.1" },
      TypeError,
      /^tolerance must be .*got "0.1"$/,
    ],
    [
      "no iterations",
      { margins: { gender: good }, maxIterations: 0 },
      RangeError,
      "maxIterations must be a whole number from 1 to 1000000, got 0",
    ],
    [
      "half an iteration",
      { margins: { gender: good }, maxIterations: 1.5 },
      RangeError,
      /^maxIterations must be .*got 1.5$/,
    ],
  ])("refuses %s", (_, options, error, message) => {
    const call = () => rake(rows, options as RakeOptions<Row>);
    expect(call).toThrow(error);
    expect(call).toThrow(message);
  });

  it("refuses rows that are none", () => {
    expect(() => rake("rows" as unknown as Row[], { margins: { gender: good } })).toThrow(TypeError);
    expect(() => rake([], { margins: { gender: good } })).toThrow('margin "gender": number of rows of "f" must be');
  });
});
