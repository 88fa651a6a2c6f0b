import { describe, expect, it } from "vitest";
import * as z from "zod";
import { nps, tally } from "../../src/index.js";
import { tallySchema } from "../../src/schema/index.js";

const row = { score: 9, n: 2, weight: 3, weightSq: 5 };

describe("tallySchema", () => {
  it("gives a stored tally back", () => {
    const original = tally([10, 9, null, { score: 3, n: 3, weight: 4.5 }, { score: 0.1, weight: 0 }]);
    const stored = tallySchema.parse(JSON.parse(JSON.stringify(original)));
    expect(stored).toStrictEqual(original);
  });

  it("parses what measure takes", () => {
    expect(nps(tallySchema.parse([row, { ...row, score: 3 }])).score).toBe(0);
    expect(tallySchema.parse([])).toEqual([]);
  });

  it.each([
    ["a score in text", { ...row, score: "9" }],
    ["no score", { n: 2, weight: 3, weightSq: 5 }],
    ["a score that is no number", { ...row, score: Number.NaN }],
    ["no count", { score: 9, weight: 3, weightSq: 5 }],
    ["half an answer", { ...row, n: 1.5 }],
    ["a negative count", { ...row, n: -2 }],
    ["no weight", { score: 9, n: 2, weightSq: 5 }],
    ["a negative weight", { ...row, weight: -3 }],
    ["an endless weight", { ...row, weight: Number.POSITIVE_INFINITY }],
    ["weight without answers", { ...row, n: 0 }],
    ["squares too small for the weight", { ...row, weightSq: 4.4 }],
    ["squares too large for the weight", { ...row, weightSq: 9.1 }],
  ])("refuses %s", (_, wrong) => {
    expect(tallySchema.safeParse([row, wrong]).success).toBe(false);
  });

  it("says what is wrong", () => {
    const issues = (value: unknown) => tallySchema.safeParse(value).error?.issues;
    expect(issues([row, { ...row, n: 1.5 }])?.[0]?.path).toEqual([1, "n"]);
    expect(issues([row, { ...row, weightSq: 10 }])?.[0]?.message).toBe(
      "weightSq at index 1 must be from weight^2 / n to weight^2, got 10",
    );
  });

  it.each([null, row, "[]"])("refuses %o, which is no list of rows", (value) => {
    expect(tallySchema.safeParse(value).success).toBe(false);
  });

  it("nests in a schema of one's own and converts to JSON Schema", () => {
    const month = z.object({ month: z.iso.date(), answers: tallySchema });
    expect(month.parse({ month: "2026-03-01", answers: [row] }).answers).toEqual([row]);
    const schema = z.toJSONSchema(month).properties?.answers as z.core.JSONSchema.ArraySchema;
    expect(schema).toMatchObject({ type: "array", items: { required: ["score", "n", "weight", "weightSq"] } });
  });
});
