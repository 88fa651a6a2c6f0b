import { describe, expect, it } from "vitest";
import { nps, type SegmentKey, type SegmentKeyValue, segment } from "../../src/index.js";
import { groupRows } from "../../src/segment/group-rows.js";

/** The keys of segments, and how many rows each has. */
function countsBy(column: ArrayLike<SegmentKeyValue>): [SegmentKey, number | null][] {
  return segment(column.length, { by: column, score: new Uint8Array(column.length), metric: nps }).map(({ key, n }) => [
    key,
    n,
  ]);
}

describe("keys", () => {
  it("are different where they are of different kinds, and null and undefined are one", () => {
    expect(countsBy(["0", "null", null, 0, false, "", undefined, "false", null, -0, 1, "1", true])).toEqual([
      [false, 1],
      [true, 1],
      [0, 2],
      [1, 1],
      ["", 1],
      ["0", 1],
      ["1", 1],
      ["false", 1],
      ["null", 1],
      [null, 3],
    ]);
  });

  it("may be the names of everything an object has", () => {
    const names = ["toString", "__proto__", "constructor", "hasOwnProperty", "__proto__", "length"];
    expect(countsBy(names)).toEqual([
      ["__proto__", 2],
      ["constructor", 1],
      ["hasOwnProperty", 1],
      ["length", 1],
      ["toString", 1],
    ]);
  });

  it("are not trimmed, folded or rounded", () => {
    expect(countsBy(["north", "North", "north ", "é", "e\u0301", 0.1, 0.1 + 0.2, 0.3])).toHaveLength(8);
  });

  it("never are -0, wherever it stands", () => {
    for (const column of [[-0, 0], [0, -0], Float64Array.of(-0, 0), Float64Array.of(-0, 0.5, 0)])
      expect(Object.is(countsBy(column as number[])[0]![0], 0)).toBe(true);
  });

  it("are in code unit order, whatever the language", () => {
    expect(countsBy(["ä", "z", "a", "Z", "10", "9"]).map(([key]) => key)).toEqual(["10", "9", "Z", "a", "z", "ä"]);
  });

  it.each<[string, number[]]>([
    ["few bytes", [3, 200, 3, 0]],
    ["every byte", Array.from({ length: 600 }, (_, row) => (row * 7) % 256)],
    ["a byte and one more", Array.from({ length: 600 }, (_, row) => row % 257)],
    ["numbers above and below a byte", [3, 256, -1, 3, 70_000]],
    ["fractions", [0.5, 3, 0.25, 0.5]],
    ["one number", [7]],
    ["none", []],
  ])("of a typed array are those of a plain one: %s", (_, numbers) => {
    const expected = countsBy(numbers);
    expect(countsBy(Float64Array.from(numbers))).toEqual(expected);
    expect(expected.reduce((sum, [, n]) => sum + n!, 0)).toBe(numbers.length);
    if (numbers.every(Number.isInteger)) expect(countsBy(Int32Array.from(numbers))).toEqual(expected);
    if (numbers.every((number) => number === (number & 255)))
      expect(countsBy(Uint8Array.from(numbers))).toEqual(expected);
  });

  it.each<[string, unknown, string]>([
    ["NaN", Number.NaN, "got NaN"],
    ["infinity", Number.POSITIVE_INFINITY, "got Infinity"],
    ["an object", {}, "got an object"],
    ["a date", new Date(0), "got an object"],
    ["an array", ["a"], "got an array"],
    ["a symbol", Symbol("north"), "got Symbol(north)"],
    ["a bigint", 9n, "got 9n"],
    ["a function", () => 1, "got a function"],
    ["text in an object", Object("north"), "got an object"],
  ])("cannot be %s", (_, key, got) => {
    const column = ["a", "b", key] as string[];
    const score = [9, 9, 9];
    const allowed = "must be text, a finite number, true, false, or null where there is none";
    expect(() => segment(3, { by: column, score, metric: nps })).toThrow(`by of row 2 ${allowed}, ${got}`);
    const both = { at: score, ward: (__: unknown, index: number) => column[index]! };
    expect(() => segment(3, { by: both, score, metric: nps })).toThrow(`by.ward of row 2 ${allowed}, ${got}`);
    expect(() => segment(3, { by: both, score, metric: nps })).toThrow(
      typeof key === "number" ? RangeError : TypeError,
    );
  });

  it("cannot be NaN in a typed array", () => {
    const by = Float64Array.of(1, 2, Number.NaN);
    expect(() => segment(3, { by, score: by, metric: nps })).toThrow(/^by of row 2 must be .* got NaN$/);
  });
});

describe("groups of rows", () => {
  it("are numbered as they appear, each value once", () => {
    const keys = ["b", null, "a", undefined, "b", -0, 0];
    const { groupOf, values } = groupRows(keys, (key) => key);
    expect([...groupOf]).toEqual([0, 1, 2, 1, 0, 3, 3]);
    expect(values).toEqual([["b"], [null], ["a"], [0]]);
    const bytes = groupRows({ length: 4 }, Float32Array.of(-0, 7, 0, 255));
    expect([...bytes.groupOf]).toEqual([0, 1, 0, 2]);
    expect(bytes.values).toEqual([[0], [7], [255]]);
  });
});

describe("dimensions", () => {
  const rows = [
    { a: "x / y", b: "z", score: 9 },
    { a: "x", b: "y / z", score: 3 },
    { a: "x", b: null, score: 8 },
    { a: "x", b: "–", score: 8 },
  ];
  const options = { score: (row: (typeof rows)[number]) => row.score, metric: nps };

  it("keep segments apart that are written alike", () => {
    const all = segment(rows, { ...options, by: { a: (row) => row.a, b: (row) => row.b } });
    expect(all.map(({ key, keys, n }) => [key, keys, n])).toEqual([
      ["x / y / z", { a: "x", b: "y / z" }, 1],
      ["x / –", { a: "x", b: "–" }, 1],
      ["x / –", { a: "x", b: null }, 1],
      ["x / y / z", { a: "x / y", b: "z" }, 1],
    ]);
  });

  it("may have the names of everything an object has", () => {
    const names = ["__proto__", "constructor", "toString", "length", "key"];
    const by = Object.fromEntries(names.map((name, index) => [name, () => index]));
    const [one] = segment(rows, { ...options, by });
    expect(Object.entries(one!.keys)).toEqual(names.map((name, index) => [name, index]));
    expect(Object.getPrototypeOf(one!.keys)).toBe(Object.prototype);
    expect(one).toMatchObject({ key: "0 / 1 / 2 / 3 / 4", level: 5, n: 4 });
  });

  it("count a row in one group only, whatever the number of groups of each", () => {
    const n = 1200;
    const by = { a: (_: unknown, row: number) => row % 30, b: (_: unknown, row: number) => Math.floor(row / 30) % 20 };
    const all = segment(n, { by, score: new Uint8Array(n), metric: nps });
    expect(all).toHaveLength(600);
    expect(all.every((one) => one.n === 2)).toBe(true);
  });

  it("may be no more than a name each, with what fails in one of them named", () => {
    expect(() => segment(rows, { ...options, by: { a: () => 1, b: undefined as unknown as () => number } })).toThrow(
      /^by\.b must be a function of a row, or a column of values, got undefined$/,
    );
  });
});

describe("many keys", () => {
  it("do not exhaust the stack", () => {
    const n = 130_000;
    const by = { ward: (_: unknown, row: number) => row };
    const all = segment(n, { by, score: new Uint8Array(n).fill(9), metric: light, vsRest: false });
    expect(all).toHaveLength(n);
  }, 60_000);
});

/** The measurement of nobody, with the number of answers: enough for what does not look at scores. */
function light(answers: Iterable<unknown>) {
  return { ...NOBODY, n: [...answers].length };
}

const NOBODY = nps([]);
