import { describe, expect, it } from "vitest";
import { type Answers, measure, NPS, tally } from "../../src/index.js";

describe("tally", () => {
  it("groups answers by score, missing ones last", () => {
    expect(tally([10, null, 9, 10, undefined])).toStrictEqual([
      { score: 9, n: 1, weight: 1, weightSq: 1 },
      { score: 10, n: 2, weight: 2, weightSq: 2 },
      { score: null, n: 2, weight: 2, weightSq: 2 },
    ]);
  });

  it("sorts by value: not as text, and null after the largest number", () => {
    const scores = [100, null, 9, -3, 0.5, 1e300, 20].map((score) => ({ score }));
    expect(tally(scores).map(({ score }) => score)).toEqual([-3, 0.5, 9, 20, 100, 1e300, null]);
  });

  it("adds up counts, weights and squares of weights", () => {
    const answers = [{ score: 7, n: 4 }, { score: 7, weight: 3 }, { score: 7, n: 2, weight: 6 }, 7];
    // The two that weigh 6 together are taken to weigh 3 each.
    expect(tally(answers)).toStrictEqual([{ score: 7, n: 8, weight: 14, weightSq: 4 + 9 + 18 + 1 }]);
  });

  it("keeps the squares of weights it is given", () => {
    const [row] = tally([{ score: 7, n: 2, weight: 6, weightSq: 26 }]);
    expect(row?.weightSq).toBe(26);
  });

  it("leaves out answers that are none, and keeps those of weight 0", () => {
    expect(tally([{ score: 3, n: 0 }])).toStrictEqual([]);
    expect(tally([{ score: 3, weight: 0 }])).toStrictEqual([{ score: 3, n: 1, weight: 0, weightSq: 0 }]);
  });

  it("counts a hole in an array as missing", () => {
    // biome-ignore lint/suspicious/noSparseArray: that is what is tested
    expect(tally([9, , 8, ,]).at(-1)).toStrictEqual({ score: null, n: 2, weight: 2, weightSq: 2 });
  });

  it("counts numbers that no counter is for: fractions, negative and large ones", () => {
    expect(tally([0.5, -1, 255, 256, 0.5]).map(({ score, n }) => [score, n])).toEqual([
      [-1, 1],
      [0.5, 2],
      [255, 1],
      [256, 1],
    ]);
  });

  it.each([
    ["an array", [-0, 0]],
    ["a Float64Array", new Float64Array([-0, 0])],
    ["a generator", [-0, 0].values()],
    ["objects", [{ score: -0 }, { score: 0 }]],
    ["nothing but an object with −0", [{ score: -0, n: 2 }]],
  ])("takes −0 and 0 for one score, 0, in %s", (_, answers) => {
    expect(tally(answers)).toStrictEqual([{ score: 0, n: 2, weight: 2, weightSq: 2 }]);
  });

  it("takes its own rows, however many of the largest weights they hold together", () => {
    for (const n of [1, 2, 7, 1000]) {
      const rows = tally(Array(n).fill({ score: 9, weight: 1e100 }));
      expect(tally(rows)).toStrictEqual(rows);
      expect(measure(rows, NPS)).toMatchObject({ score: 100, n });
    }
    const tooMuch = { score: 9, n: 2, weight: 2.1e100 };
    expect(() => tally([tooMuch])).toThrow(
      /^weight at index 0 must be 0, or from 1e-100 to 1e100 for each of n answers/,
    );
    expect(() => tally([{ score: 9, n: 0, weight: 1e-100 }])).toThrow(/^weight at index 0/);
  });

  it("returns no row for no answers", () => {
    expect(tally([])).toStrictEqual([]);
    expect(tally(new Uint8Array())).toStrictEqual([]);
    expect(tally(new Set<number>())).toStrictEqual([]);
  });

  it.each([
    [[1, Number.NaN], RangeError, "score at index 1 must be a finite number or null, got NaN"],
    [[Number.POSITIVE_INFINITY], RangeError, "score at index 0 must be a finite number or null, got Infinity"],
    [new Float32Array([1, 2, Number.NaN]), RangeError, "score at index 2 must be a finite number or null, got NaN"],
    [new BigInt64Array([9n]), TypeError, "score at index 0 must be a finite number or null, got 9n"],
    [[9, 9, "9"], TypeError, 'score at index 2 must be a finite number or null, got "9"'],
    [new Set([9, "9"]), TypeError, 'score at index 1 must be a finite number or null, got "9"'],
    [[true], TypeError, "score at index 0 must be a finite number or null, got true"],
    [[9n], TypeError, "score at index 0 must be a finite number or null, got 9n"],
    [[{}], TypeError, "score at index 0 must be a finite number or null, got undefined"],
    [[{ score: "9" }], TypeError, 'score at index 0 must be a finite number or null, got "9"'],
    [[1, { score: 9, n: 1.5 }], RangeError, "n at index 1 must be a whole number from 0 to 2^53 - 1, got 1.5"],
    [[{ score: 9, n: -1 }], RangeError, "n at index 0 must be a whole number from 0 to 2^53 - 1, got -1"],
    [[{ score: 9, n: "3" }], TypeError, 'n at index 0 must be a whole number from 0 to 2^53 - 1, got "3"'],
    [[{ score: 9, weight: -1 }], RangeError, /^weight at index 0 must be 0, or from 1e-100 to 1e100 .*, got -1$/],
    [[{ score: 9, weight: Number.POSITIVE_INFINITY }], RangeError, /^weight at index 0 .*, got Infinity$/],
    [[{ score: 9, weight: Number.NaN }], RangeError, /^weight at index 0 .*, got NaN$/],
    [[{ score: null, weight: -1 }], RangeError, /^weight at index 0 .*, got -1$/],
    [[{ score: 9, n: 0, weight: 2 }], RangeError, /^weight at index 0 .*, got 2$/],
    [[{ score: 9, n: 2, weightSq: 5 }], RangeError, "weightSq at index 0 must be from weight^2 / n to weight^2, got 5"],
    [[{ score: 9, n: 2, weightSq: 1 }], RangeError, "weightSq at index 0 must be from weight^2 / n to weight^2, got 1"],
    [[{ score: 9, weight: 0, weightSq: 1 }], RangeError, /^weightSq at index 0 .*, got 1$/],
    ["99", TypeError, 'answers must be an iterable of numbers, null or { score }, got "99"'],
    [null, TypeError, "answers must be an iterable of numbers, null or { score }, got null"],
    [undefined, TypeError, "answers must be an iterable of numbers, null or { score }, got undefined"],
    [{ score: 9 }, TypeError, "answers must be an iterable of numbers, null or { score }, got an object"],
    [9, RangeError, "answers must be an iterable of numbers, null or { score }, got 9"],
  ])("refuses %o", (answers, error, message) => {
    const call = () => tally(answers as Answers);
    expect(call).toThrow(error);
    expect(call).toThrow(message);
  });

  // Databases return counts as bigints.
  it.each([
    [{ score: 9, n: 2n }, "n at index 0"],
    [{ score: 9, weight: 2n }, "weight at index 0"],
    [{ score: 9, n: Symbol("2") }, "n at index 0"],
    [{ score: 9, weight: Symbol("2") }, "weight at index 0"],
    [{ score: 9, weightSq: 2n }, "weightSq at index 0"],
  ])("names what is wrong in %o, which arithmetic would choke on", (answer, message) => {
    const call = () => tally([answer] as unknown as Answers);
    expect(call).toThrow(TypeError);
    expect(call).toThrow(message);
  });

  it("refuses a DataView, which is not an iterable of anything", () => {
    const call = () => tally(new DataView(new ArrayBuffer(4)) as unknown as Answers);
    expect(call).toThrow(TypeError);
    expect(call).toThrow("answers must be an iterable");
  });

  it("refuses more answers than it can count exactly", () => {
    const many = { score: 9, n: Number.MAX_SAFE_INTEGER };
    expect(() => tally([many, 9])).toThrow(RangeError);
    expect(() => tally([many, 9])).toThrow("the number of answers with score 9 must be below 2^53");
  });
});
