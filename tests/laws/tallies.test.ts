import { Readable } from "node:stream";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Answer, type Answers, merge, type Tally, tally, tallyAsync } from "../../src/index.js";
import { anyAnswers, countOf, deepFrozen, fullForm, weights } from "./arbitraries.js";

const numRuns = 300;

/** What a tally is, by its definition: for each score, the sums over the answers that have it. */
function tallyByDefinition(answers: readonly Answer[]): Tally {
  const all = answers.map(fullForm).filter(({ n }) => n > 0);
  const scores = [...new Set(all.map(({ score }) => score))];
  const sum = (score: number | null, part: "n" | "weight" | "weightSq") =>
    all.filter((answer) => answer.score === score).reduce((total, answer) => total + answer[part], 0);
  return scores
    .sort((a, b) => (a === null ? 1 : b === null ? -1 : a - b))
    .map((score) => ({
      score,
      n: sum(score, "n"),
      weight: sum(score, "weight"),
      weightSq: sum(score, "weightSq"),
    }));
}

describe("a tally", () => {
  it("holds for each score the sums over its answers, in ascending order, missing ones last", () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        expect(tally(answers)).toStrictEqual(tallyByDefinition(answers));
      }),
      { numRuns },
    );
  });

  it("counts every answer", () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const counted = tally(answers).reduce((sum, { n }) => sum + n, 0);
        expect(counted).toBe(answers.reduce<number>((sum, answer) => sum + countOf(answer), 0));
      }),
      { numRuns },
    );
  });

  it("of a tally is the same tally", () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const once = tally(answers);
        expect(tally(once)).toStrictEqual(once);
      }),
      { numRuns },
    );
  });

  it("does not depend on the order of the answers", () => {
    const reordered = anyAnswers.chain((answers) =>
      fc.tuple(fc.constant(answers), fc.shuffledSubarray(answers, { minLength: answers.length })),
    );
    fc.assert(
      fc.property(reordered, ([answers, shuffled]) => {
        expect(tally(shuffled)).toStrictEqual(tally(answers));
      }),
      { numRuns },
    );
  });

  it("of { score, n } is that of n times the score", () => {
    fc.assert(
      fc.property(fc.option(fc.integer({ min: -20, max: 300 })), fc.nat({ max: 100 }), (score, n) => {
        expect(tally([{ score, n }])).toStrictEqual(tally(Array.from({ length: n }, () => score)));
      }),
      { numRuns },
    );
  });

  it("of { score, n, weight, weightSq } is that of the weighted answers it stands for", () => {
    fc.assert(
      fc.property(fc.array(weights, { minLength: 1 }), (each) => {
        const weight = each.reduce((sum, w) => sum + w, 0);
        const weightSq = each.reduce((sum, w) => sum + w * w, 0);
        expect(tally(each.map((w) => ({ score: 7, weight: w })))).toStrictEqual(
          tally([{ score: 7, n: each.length, weight, weightSq }]),
        );
      }),
      { numRuns },
    );
  });

  it("survives JSON and structuredClone", () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const original = tally(answers);
        expect(JSON.parse(JSON.stringify(original))).toStrictEqual(original);
        expect(structuredClone(original)).toStrictEqual(original);
      }),
      { numRuns },
    );
  });

  it("leaves the answers alone", () => {
    fc.assert(
      fc.property(anyAnswers, anyAnswers, (a, b) => {
        const before = structuredClone(a);
        deepFrozen(a);
        const merged = merge(a, deepFrozen(tally(b)));
        expect(tally(a)).toStrictEqual(tallyByDefinition(before));
        expect(merged).toStrictEqual(tallyByDefinition([...before, ...b]));
        expect(a).toEqual(before);
      }),
      { numRuns },
    );
  });
});

describe("merging", () => {
  it("gives the tally of all answers together", () => {
    fc.assert(
      fc.property(fc.array(anyAnswers, { maxLength: 5 }), (parts) => {
        const together = tally(parts.flat());
        expect(merge(...parts)).toStrictEqual(together);
        expect(merge(...parts.map((part) => tally(part)))).toStrictEqual(together);
      }),
      { numRuns },
    );
  });

  it("is associative and commutative, with [] as its unit", () => {
    fc.assert(
      fc.property(anyAnswers, anyAnswers, anyAnswers, (a, b, c) => {
        expect(merge(merge(a, b), c)).toStrictEqual(merge(a, merge(b, c)));
        expect(merge(a, b)).toStrictEqual(merge(b, a));
        expect(merge(a, [])).toStrictEqual(tally(a));
        expect(merge([], a)).toStrictEqual(tally(a));
      }),
      { numRuns },
    );
  });
});

describe("the container makes no difference", () => {
  const typedArrays: Readonly<Record<string, fc.Arbitrary<ArrayLike<number> & Iterable<number>>>> = {
    Int8Array: fc.int8Array(),
    Uint8Array: fc.uint8Array(),
    Uint8ClampedArray: fc.uint8ClampedArray(),
    Int16Array: fc.int16Array(),
    Uint16Array: fc.uint16Array(),
    Int32Array: fc.int32Array(),
    Uint32Array: fc.uint32Array(),
    Float32Array: fc.float32Array({ noNaN: true, noDefaultInfinity: true }),
    Float64Array: fc.float64Array({ noNaN: true, noDefaultInfinity: true }),
  };
  it.each(Object.entries(typedArrays))("%s", (_, arrays) => {
    fc.assert(
      fc.property(arrays, (array) => {
        expect(tally(array)).toStrictEqual(tallyByDefinition(Array.from(array)));
      }),
      { numRuns },
    );
  });

  it("plain arrays, generators and other iterables", () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const expected = tallyByDefinition(answers);
        const iterable = { [Symbol.iterator]: () => answers.values() };
        expect(tally([...answers])).toStrictEqual(expected);
        expect(tally(answers.values())).toStrictEqual(expected);
        expect(tally(iterable)).toStrictEqual(expected);
        expect(tally(new Map(answers.entries()).values())).toStrictEqual(expected);
      }),
      { numRuns },
    );
  });

  it("sets", () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: -5, max: 300 }))), (scores) => {
        const different = new Set(scores);
        expect(tally(different)).toStrictEqual(tallyByDefinition([...different]));
      }),
      { numRuns },
    );
  });

  it("long byte arrays, wherever they begin in their buffer and wherever they end", () => {
    const views = fc.record({
      offset: fc.nat({ max: 5 }),
      length: fc.integer({ min: 65_530, max: 65_550 }),
      seed: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
      highest: fc.constantFrom(1, 10, 255),
    });
    fc.assert(
      fc.property(views, ({ offset, length, seed, highest }) => {
        // Other bytes around the view must not be counted.
        const buffer = new Uint8Array(offset + length + 7).fill(99);
        const view = new Uint8Array(buffer.buffer, offset, length);
        let state = seed;
        for (let i = 0; i < length; i++) {
          state = (state * 48271) % 2147483647;
          view[i] = state % (highest + 1);
        }
        const counts = Array.from({ length: highest + 1 }, () => 0);
        for (const byte of view) counts[byte]!++;
        const rows = counts.map((n, score) => ({ score, n, weight: n, weightSq: n })).filter(({ n }) => n > 0);
        expect(tally(view)).toStrictEqual(rows);
      }),
      { numRuns: 60 },
    );
  });

  it("async generators, Node streams, web streams and plain iterables", async () => {
    async function* generate(answers: readonly Answer[]) {
      yield* answers;
    }
    await fc.assert(
      fc.asyncProperty(anyAnswers, async (answers) => {
        const expected = tallyByDefinition(answers);
        // A bare null ends a Node stream, so there a missing answer is an object.
        const chunks = answers.map((answer) => answer ?? { score: null });
        expect(await tallyAsync(generate(answers))).toStrictEqual(expected);
        expect(await tallyAsync(Readable.from(chunks, { objectMode: true }))).toStrictEqual(expected);
        expect(await tallyAsync(webStream(answers))).toStrictEqual(expected);
        expect(await tallyAsync(answers as Answers)).toStrictEqual(expected);
      }),
      { numRuns },
    );
  });
});

function webStream(answers: readonly Answer[]): ReadableStream<Answer> {
  return new ReadableStream({
    start(controller) {
      for (const answer of answers) controller.enqueue(answer);
      controller.close();
    },
  });
}
