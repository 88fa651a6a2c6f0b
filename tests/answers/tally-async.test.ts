import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { type Answer, type Answers, tallyAsync } from "../../src/index.js";

const rows = [
  { score: 9, n: 1, weight: 1, weightSq: 1 },
  { score: 10, n: 3, weight: 4, weightSq: 6 },
  { score: null, n: 1, weight: 1, weightSq: 1 },
];
const answers: Answer[] = [10, null, { score: 10, weight: 2 }, 9, 10];

async function* generate(items: readonly unknown[] = answers): AsyncGenerator<Answer> {
  yield* items as Answer[];
}

describe("tallyAsync", () => {
  it("tallies answers as they arrive", async () => {
    expect(await tallyAsync(generate())).toStrictEqual(rows);
  });

  it("takes a plain iterable and promises of answers too", async () => {
    expect(await tallyAsync(answers)).toStrictEqual(rows);
    const promises = answers.map((answer) => Promise.resolve(answer));
    expect(await tallyAsync(promises as unknown as Answers)).toStrictEqual(rows);
  });

  it("has nothing to say of an empty stream", async () => {
    expect(await tallyAsync(generate([]))).toStrictEqual([]);
  });

  it.each([
    [["9"], TypeError, 'score at index 0 must be a finite number or null, got "9"'],
    [[9, Number.NaN], RangeError, "score at index 1 must be a finite number or null, got NaN"],
    [[9, 9, { score: 9, n: -1 }], RangeError, "n at index 2 must be a whole number from 0 to 2^53 - 1, got -1"],
  ])("rejects %o", async (items, error, message) => {
    await expect(tallyAsync(generate(items))).rejects.toThrow(error);
    await expect(tallyAsync(generate(items))).rejects.toThrow(message);
  });

  it.each(["99", null, undefined, { score: 9 }, 9])("rejects %o, which is no stream", async (stream) => {
    const call = () => tallyAsync(stream as unknown as Answers);
    await expect(call()).rejects.toThrow("answers must be an async iterable");
  });

  it("passes on the error of a stream that breaks", async () => {
    const broken = (async function* () {
      yield 9;
      throw new Error("connection lost");
    })();
    await expect(tallyAsync(broken)).rejects.toThrow("connection lost");
  });

  it("closes a stream that it rejects", async () => {
    const node = Readable.from([9, "9", 9], { objectMode: true });
    await expect(tallyAsync(node)).rejects.toThrow(TypeError);
    expect(node.destroyed).toBe(true);

    let reason: unknown = "not cancelled";
    const web = new ReadableStream({
      pull: (controller) => controller.enqueue("9"),
      cancel: (why) => {
        reason = why;
      },
    });
    await expect(tallyAsync(web)).rejects.toThrow(TypeError);
    expect(reason).toBeUndefined();
  });
});
