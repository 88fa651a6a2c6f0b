import { describe, expect, it } from "vitest";
import { nps } from "../../src/index.js";
import { type PostStratifyOptions, postStratify } from "../../src/weights/post-stratify.js";

interface Row {
  readonly plan: string | number | boolean;
  readonly base?: number;
}

const rows: readonly Row[] = [
  { plan: "free", base: 1 },
  { plan: "pro", base: 1 },
  { plan: "pro", base: 2 },
  { plan: "pro", base: 0 },
];
const by = (row: Row) => row.plan;

describe("postStratify", () => {
  it("with shares keeps the number of rows as the total", () => {
    expect(postStratify(rows, { by, targets: { free: 0.7, pro: 0.3 } })).toEqual([2.8, 0.4, 0.4, 0.4].map(near));
  });

  it("with counts reaches them", () => {
    expect(postStratify(rows, { by, targets: { free: 600, pro: 900 } })).toEqual([600, 300, 300, 300].map(near));
    expect(postStratify(rows, { by, targets: { free: 0.1, pro: 0.3 } })).toEqual([0.1, 0.1, 0.1, 0.1].map(near));
  });

  it("takes targets for shares that add up to 1 but for rounding, and keeps the total exactly", () => {
    const rounded = postStratify(rows, { by, targets: { free: 0.333333, pro: 0.6666665 } });
    expect(rounded.reduce((sum, weight) => sum + weight)).toBeCloseTo(4, 12);
    const counts = postStratify(rows, { by, targets: { free: 0.333333, pro: 0.66666 } });
    expect(counts.reduce((sum, weight) => sum + weight)).toBeCloseTo(0.999993, 12);
  });

  it("weight", () => {
    const weight = (row: Row) => row.base!;
    expect(postStratify(rows, { by, targets: { free: 0.5, pro: 0.5 }, weight })).toEqual(
      [2, 2 / 3, 4 / 3, 0].map(near),
    );
    const third = (_: Row, index: number) => (index === 0 ? 3 : 1);
    expect(postStratify(rows, { by, targets: { free: 0.5, pro: 0.5 }, weight: third })).toEqual([3, 1, 1, 1]);
    expect(postStratify(rows, { by, targets: { free: 1, pro: 3 }, weight: undefined })).toEqual([1, 1, 1, 1]);
  });

  it("gives the row and its index to the accessors, and reads an iterable once", () => {
    function* generated() {
      yield* rows;
    }
    const targets = { even: 1, odd: 3 };
    const parity = (_: Row, index: number) => (index % 2 === 0 ? "even" : "odd");
    expect(postStratify(generated(), { by: parity, targets })).toEqual([0.5, 1.5, 0.5, 1.5]);
  });

  it("names categories as their targets are named", () => {
    const mixed = [{ plan: 1 }, { plan: "1" }, { plan: true }, { plan: "true" }, { plan: -0 }];
    expect(postStratify(mixed, { by, targets: { 1: 10, true: 20, 0: 5 } })).toEqual([5, 5, 10, 10, 5]);
    const odd = [{ plan: "__proto__" }, { plan: "constructor" }, { plan: "" }];
    const targets = JSON.parse('{ "__proto__": 2, "constructor": 3, "": 5 }');
    expect(postStratify(odd, { by, targets })).toEqual([2, 3, 5]);
    expect(() => postStratify(odd, { by, targets: { "": 1 } })).toThrow(
      'category of row 0 must be one with a target: "", got "__proto__"',
    );
    expect(() => postStratify([{ plan: "toString" }], { by, targets: { a: 1 } })).toThrow(/got "toString"$/);
  });

  it("takes a target of 0, with rows and without", () => {
    expect(postStratify(rows, { by, targets: { free: 0, pro: 1, gone: 0 } })).toEqual(
      [0, 4 / 3, 4 / 3, 4 / 3].map(near),
    );
  });

  it("gives weights that answers can have, however far apart targets and base weights are", () => {
    const far = [
      { plan: "a", base: 1e-100 },
      { plan: "a", base: 1e100 },
      { plan: "b", base: 1e100 },
    ];
    const weights = postStratify(far, { by, targets: { a: 1e-100, b: 1e100 }, weight: (row) => row.base! });
    expect(weights).toEqual([0, 1e-100, 1e100].map(near));
    expect(nps(weights.map((weight) => ({ score: 9, weight }))).n).toBe(3);
  });

  it.each<[string, Partial<PostStratifyOptions<Row>> | { [key in "by" | "targets" | "weight"]?: unknown }, unknown]>([
    [
      "a category without a target",
      { targets: { pro: 1 } },
      [TypeError, 'category of row 0 must be one with a target: "pro", got "free"'],
    ],
    [
      "a category of null",
      { by: () => null },
      [TypeError, 'category of row 0 must be one with a target: "free", "pro", got null'],
    ],
    ["no category", { by: () => undefined, targets: { undefined: 1 } }, [TypeError, /row 0 .*got undefined$/]],
    ["a category that is no number", { by: () => Number.NaN, targets: { NaN: 1 } }, [RangeError, /row 0 .*got NaN$/]],
    ["a category that is an object", { by: () => ({}) }, [TypeError, /row 0 .*got an object$/]],
    ["by that is no function", { by: "plan" }, [TypeError, 'by must be a function of a row, got "plan"']],
    [
      "a target without rows",
      { targets: { free: 1, pro: 1, team: 2 } },
      [RangeError, 'number of rows of "team" must be 1 or more, as its target is 2, got 0'],
    ],
    [
      "a target without weight",
      { weight: (row: Row) => (row.plan === "pro" ? 0 : 1), targets: { free: 0.2, pro: 0.8 } },
      [RangeError, 'weight of the rows of "pro" must be above 0, as its target is 0.8, got 0'],
    ],
    [
      "a negative target",
      { targets: { free: -1, pro: 2 } },
      [RangeError, 'target of "free" must be 0, or from 1e-100 to 1e100, got -1'],
    ],
    [
      "an infinite target",
      { targets: { free: 1, pro: Number.POSITIVE_INFINITY } },
      [RangeError, /^target of "pro" must be .*got Infinity$/],
    ],
    [
      "a target that is no number",
      { targets: { free: Number.NaN, pro: 1 } },
      [RangeError, /^target of "free" must be .*got NaN$/],
    ],
    ["a target as text", { targets: { free: "0.5", pro: 0.5 } }, [TypeError, /^target of "free" must be .*got "0.5"$/]],
    ["targets of 0", { targets: { free: 0, pro: 0 } }, [RangeError, "sum of the targets must be above 0, got 0"]],
    ["no targets", { targets: {} }, [RangeError, "sum of the targets must be above 0, got 0"]],
    [
      "targets left out",
      { targets: undefined },
      [TypeError, "targets must be an object with the target of each category, got undefined"],
    ],
    ["targets of null", { targets: null }, [TypeError, /^targets must be .*got null$/]],
    ["targets in a list", { targets: [0.5, 0.5] }, [TypeError, /^targets must be .*got an array$/]],
    [
      "a negative weight",
      { weight: (_: Row, index: number) => 1 - index },
      [RangeError, "weight of row 2 must be 0, or from 1e-100 to 1e100, got -1"],
    ],
    ["a weight left out", { weight: () => undefined }, [TypeError, /^weight of row 0 must be .*got undefined$/]],
    ["a weight as text", { weight: () => "1" }, [TypeError, /^weight of row 0 must be .*got "1"$/]],
    ["weight that is no function", { weight: "base" }, [TypeError, 'weight must be a function of a row, got "base"']],
  ])("refuses %s", (_, options, expected) => {
    const [error, message] = expected as [typeof RangeError, string | RegExp];
    const call = () =>
      postStratify(rows, { by, targets: { free: 0.5, pro: 0.5 }, ...options } as PostStratifyOptions<Row>);
    expect(call).toThrow(error);
    expect(call).toThrow(typeof message === "string" ? new RegExp(`^${escaped(message)}$`) : message);
  });

  it.each(["rows", 5, null, undefined, {}])("refuses %o for rows", (wrong) => {
    const options = { by, targets: { free: 1 } };
    expect(() => postStratify(wrong as unknown as Row[], options)).toThrow(
      /^rows must be an iterable of objects, got /,
    );
  });

  it("refuses no rows, as no target can be reached", () => {
    expect(() => postStratify([], { by, targets: { free: 1 } })).toThrow('number of rows of "free" must be 1 or more');
  });

  it("names at most ten categories", () => {
    const targets = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`c${index}`, 1]));
    expect(() => postStratify(rows, { by, targets })).toThrow(/: "c0", .*"c9", …, got "free"$/);
  });
});

function near(value: number) {
  return value === 0 ? 0 : expect.closeTo(value, value < 1e-50 ? 110 : 9);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
