import { describe, expect, it } from "vitest";
import { type Accessor, type Measurement, nps, type Rows, type SegmentOptions, segment } from "../../src/index.js";

const rows = [
  { at: "a", score: 10, weight: 1 },
  { at: "b", score: 3, weight: 2 },
  { at: "a", score: 8, weight: 3 },
];
type Row = (typeof rows)[number];
const options = {
  by: (row: Row) => row.at,
  score: (row: Row) => row.score,
  weight: (row: Row) => row.weight,
  metric: nps,
};
const expected = segment(rows, options);

describe("rows", () => {
  it.each<[string, () => Rows<Row>]>([
    [
      "a generator",
      () =>
        (function* () {
          yield* rows;
        })(),
    ],
    ["a set", () => new Set(rows)],
    ["the values of a map", () => new Map(rows.entries()).values()],
    ["an iterable of one's own", () => ({ [Symbol.iterator]: () => rows.values() })],
    ["a frozen array", () => Object.freeze(rows.map((row) => Object.freeze({ ...row }))) as unknown as Row[]],
  ])("may be %s", (_, make) => {
    expect(segment(make(), options)).toEqual(expected);
    expect(segment(make(), { ...options, score: [10, 3, 8], weight: Uint8Array.of(1, 2, 3) })).toEqual(expected);
  });

  it("may be a typed array", () => {
    const [low, high] = segment(Uint8Array.of(10, 3, 8), { by: (row) => row > 5, score: (row) => row, metric: nps });
    expect([low!.n, high!.n, high!.score]).toEqual([1, 2, 50]);
  });

  it("may be a number, of which an accessor gets the positions", () => {
    const byPosition = {
      by: (row: unknown) => rows[row as number]!.at,
      score: (_: unknown, index: number) => rows[index]!.score,
      weight: [1, 2, 3],
      metric: nps,
    };
    expect(segment(3, byPosition)).toEqual(expected);
    expect(segment(0, { ...byPosition, weight: [] })).toEqual([]);
  });

  it.each<[string, unknown, new (message: string) => Error, RegExp]>([
    ["text", "abc", TypeError, /^rows must be an iterable of rows, or their number .* got "abc"$/],
    ["nothing", undefined, TypeError, /^rows must be .* got undefined$/],
    ["null", null, TypeError, /^rows must be .* got null$/],
    ["an object", { length: 3 }, TypeError, /^rows must be .* got an object$/],
    ["a boolean", true, TypeError, /^rows must be .* got true$/],
    ["a number below 0", -1, RangeError, /^rows must be .* from 0 to 2\^32 - 1, got -1$/],
    ["a fraction", 2.5, RangeError, /^rows must be .* got 2\.5$/],
    ["no number", Number.NaN, RangeError, /^rows must be .* got NaN$/],
    ["more than can be numbered", 2 ** 32, RangeError, /^rows must be .* got 4294967296$/],
  ])("cannot be %s", (_, given, kind, message) => {
    const columns = { by: ["a"], score: [1], metric: nps };
    expect(() => segment(given as Row[], columns)).toThrow(message);
    expect(() => segment(given as Row[], columns)).toThrow(kind);
  });
});

describe("many rows", () => {
  it("are counted each in its own group, whatever their number", () => {
    for (const n of [8191, 8192, 8193, 20_000]) {
      const by = Uint8Array.from({ length: n }, (_, row) => (row * 7) % 3);
      const score = Float64Array.from({ length: n }, (_, row) => row % 11);
      const weight = Float64Array.from({ length: n }, (_, row) => (row % 5) + 1);
      const plain = segment(n, { by, score, metric: nps, vsRest: false });
      const weighted = segment(n, { by, score, weight, metric: nps, vsRest: false });
      for (const key of [0, 1, 2]) {
        const own = Array.from({ length: n }, (_, row) => row).filter((row) => by[row] === key);
        expect(plain[key]).toMatchObject(nps(own.map((row) => score[row])));
        expect(weighted[key]).toMatchObject(nps(own.map((row) => ({ score: score[row]!, weight: weight[row] }))));
      }
    }
  });
});

describe("an accessor", () => {
  it.each<[string, Accessor<unknown, string>]>([
    ["a plain array", ["a", "b", "a"]],
    ["anything with a length and indices", { length: 3, 0: "a", 1: "b", 2: "a" }],
  ])("may be %s", (_, by) => {
    expect(segment(rows, { ...options, by })).toEqual(expected);
    expect(segment(3, { by, score: { length: 3, 0: 10, 1: 3, 2: 8 }, weight: [1, 2, 3], metric: nps })).toEqual(
      expected,
    );
    expect(segment(rows, { ...options, by: { at: by } }).map(({ key }) => key)).toEqual(["a", "b"]);
  });

  it("is told the row and its index", () => {
    const seen: unknown[] = [];
    const watch = (row: Row, index: number) => {
      seen.push([row, index]);
      return 1;
    };
    segment(rows, { ...options, by: watch });
    expect(seen).toEqual(rows.map((row, index) => [row, index]));
  });

  it("may be a column with holes: rows without a key, and missing answers", () => {
    // biome-ignore format: a hole is what is tested
    const holes: (string | undefined)[] = Array(3);
    holes[1] = "b";
    const all = segment(3, { by: holes, score: Array(3) as number[], metric: nps });
    expect(all.map(({ key, n, missing }) => [key, n, missing])).toEqual([
      ["b", 0, 1],
      [null, 0, 2],
    ]);
  });

  it.each<[string, Partial<SegmentOptions<Row, Measurement>>, RegExp]>([
    ["by", { by: ["a", "b"] }, /^number of values in the column by must be the number of rows, 3, got 2$/],
    ["a dimension", { by: { at: ["a"] } }, /^number of values in the column by\.at must be .* 3, got 1$/],
    ["score", { score: [1, 2, 3, 4] }, /^number of values in the column score must be .* 3, got 4$/],
    ["weight", { weight: new Float64Array(0) }, /^number of values in the column weight must be .* 3, got 0$/],
  ])("cannot be a column of another length: %s", (_, column, message) => {
    expect(() => segment(rows, { ...options, ...column })).toThrow(message);
    expect(() => segment(rows, { ...options, ...column })).toThrow(RangeError);
  });

  it("cannot be a DataView, nor a column of bigints where numbers belong", () => {
    const view = new DataView(new ArrayBuffer(3)) as unknown as Uint8Array;
    expect(() => segment(3, { by: ["a", "b", "a"], score: view, metric: nps })).toThrow(/^score must be/);
    const bigints = BigInt64Array.of(1n, 2n, 3n) as unknown as Uint8Array;
    expect(() => segment(3, { by: ["a", "b", "a"], score: bigints, metric: nps })).toThrow(/score at index 0 .* 1n/);
    expect(() => segment(3, { by: bigints, score: [1, 2, 3], metric: nps })).toThrow(/^by of row 0 must be .* got 1n$/);
  });

  const failure = new RangeError("no such ward");
  const failing = (row: Row) => {
    if (row.at === "b") throw failure;
    return 1;
  };
  it.each<[string, Partial<SegmentOptions<Row, Measurement>>]>([
    ["by", { by: failing }],
    ["by.ward", { by: { at: options.by, ward: failing } }],
    ["score", { score: failing }],
    ["weight", { weight: failing }],
  ])("that throws is named, with the row and the cause: %s", (name, accessor) => {
    let thrown: unknown;
    try {
      segment(rows, { ...options, ...accessor });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(Error);
    expect((thrown as Error).message).toBe(`${name} of row 1 cannot be read: no such ward`);
    expect((thrown as Error).cause).toBe(failure);
  });

  it.each([
    ["text", "no such ward", "no such ward"],
    ["nothing", undefined, "undefined"],
    ["null", null, "null"],
  ])("may throw %s", (_, cause, reason) => {
    const by = () => {
      throw cause;
    };
    expect(() => segment(rows, { ...options, by })).toThrow(`by of row 0 cannot be read: ${reason}`);
  });

  it("is named where a row is not what it expects", () => {
    const withGap = [rows[0], null, rows[1]] as Row[];
    expect(() => segment(withGap, options)).toThrow(/^by of row 1 cannot be read: Cannot read properties of null/);
  });
});
