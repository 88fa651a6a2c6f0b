import { describe, expect, it } from "vitest";
import { merge, mergeServqual, servqual, type Tally, tally, tallyChunks, tallyServqual } from "../../src/index.js";

const scores = [10, 9, null, 3, 7, 10, 0];

describe("tallyChunks", () => {
  it("tallies a web stream and a plain list alike", async () => {
    const options = { tally, merge, size: 2 };
    expect(await tallyChunks(scores, options)).toEqual(tally(scores));
    const stream = new ReadableStream<number | null>({
      start(controller) {
        for (const score of scores) controller.enqueue(score);
        controller.close();
      },
    });
    expect(await tallyChunks(stream, options)).toEqual(tally(scores));
  });

  it("sums responses to SERVQUAL up", async () => {
    const response = (shift: number) => ({
      expectations: Array.from({ length: 22 }, (_, item) => 5 + (item % 3)),
      perceptions: Array.from({ length: 22 }, (_, item) => 1 + ((item + shift) % 7)),
    });
    const responses = [0, 1, 2, 3, 4].map(response);
    const summary = await tallyChunks(responses, {
      tally: (some) => tallyServqual(some),
      merge: (sum, next) => mergeServqual(sum, next),
      size: 2,
    });
    const { overall, n } = servqual(summary);
    expect(n).toBe(5);
    expect(overall.gap?.score).toBeCloseTo(servqual(responses).overall.gap?.score ?? Number.NaN, 12);
  });

  it("holds no more rows at a time than a chunk has", async () => {
    const sizes: number[] = [];
    const count = (rows: unknown[]) => void sizes.push(rows.length);
    await tallyChunks(Array.from({ length: 25 }), { tally: count, merge: (sum) => sum, size: 10 });
    expect(sizes).toEqual([10, 10, 5]);
  });

  it("has chunks of ten thousand rows", async () => {
    const sizes: number[] = [];
    await tallyChunks(Array.from({ length: 10_001 }), {
      tally: (rows) => void sizes.push(rows.length),
      merge: (sum) => sum,
    });
    expect(sizes).toEqual([10_000, 1]);
  });

  it("is the summary of an empty chunk for no rows", async () => {
    expect(await tallyChunks([], { tally, merge })).toEqual([]);
  });

  it("tells in which chunk an answer was wrong, and closes the stream", async () => {
    let closed = false;
    async function* stream() {
      try {
        yield* [10, 9, 8, "x" as never, 7, 6];
      } finally {
        closed = true;
      }
    }
    await expect(tallyChunks(stream(), { tally, merge, size: 2 })).rejects.toThrow(
      'in the chunk that begins at row 2: score at index 1 must be a finite number or null, got "x"',
    );
    expect(closed).toBe(true);
  });

  it("keeps what was thrown, also where it is no error", async () => {
    const mistakes = [new Error("no such column"), "no such column", undefined];
    for (const mistake of mistakes) {
      const tallyOf = (): Tally => {
        throw mistake;
      };
      const failure = tallyChunks([1], { tally: tallyOf, merge });
      const reason = mistake === undefined ? "undefined" : "no such column";
      await expect(failure).rejects.toEqual(new Error(`in the chunk that begins at row 0: ${reason}`));
      await expect(failure).rejects.toHaveProperty("cause", mistake);
    }
  });

  it("makes no empty chunk of rows that fill their chunks", async () => {
    const sizes: number[] = [];
    await tallyChunks([1, 2, 3, 4], { tally: (rows) => void sizes.push(rows.length), merge: (sum) => sum, size: 2 });
    expect(sizes).toEqual([2, 2]);
  });

  it.each([0, -1, 1.5, Number.NaN])("refuses chunks of %d rows", async (size) => {
    await expect(tallyChunks([1], { tally, merge, size })).rejects.toThrow("size must be a whole number from 1");
  });

  it("refuses what is no function", async () => {
    await expect(tallyChunks([1], { tally, merge: undefined as never })).rejects.toThrow("merge must be a function");
    await expect(tallyChunks(9 as never, { tally, merge })).rejects.toThrow(
      "rows must be an async iterable of rows, got 9",
    );
  });
});
