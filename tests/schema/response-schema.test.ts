import { describe, expect, expectTypeOf, it } from "vitest";
import * as z from "zod";
import { CES, CSAT_10, csat, type MetricDefinition, nps, POLARITY, STARS_HALF, sentiment } from "../../src/index.js";
import {
  cesResponseSchema,
  csatResponseSchema,
  npsResponseSchema,
  responseSchema,
  sentimentResponseSchema,
} from "../../src/schema/index.js";

/** The path and the message of the first thing that is wrong. */
function firstIssue(schema: z.ZodType, value: unknown): string | undefined {
  const issue = schema.safeParse(value).error?.issues[0];
  return issue && `${issue.path.join(".")}: ${issue.message}`;
}

describe("responseSchema", () => {
  it("parses what measure takes", () => {
    const rows = [
      { score: 10, respondentId: "r1", submittedAt: "2026-03-05T14:00:00+08:00", weight: 3 },
      { score: 9, respondentId: 2 },
      { score: 3 },
      { score: null },
    ];
    const responses = rows.map((row) => npsResponseSchema.parse(row));
    expect(responses).toStrictEqual(rows);
    expect(nps(responses)).toMatchObject({ score: 60, n: 3, missing: 1, weight: 5 });
  });

  it.each([
    ["NPS", npsResponseSchema, 0, 10],
    ["CSAT", csatResponseSchema, 1, 5],
    ["CES", cesResponseSchema, 1, 7],
    ["SENTIMENT", sentimentResponseSchema, 1, 5],
    ["CSAT_10", responseSchema(CSAT_10), 1, 10],
  ])("knows the ends of the scale of %s", (_, schema, min, max) => {
    const accepts = (score: number) => schema.safeParse({ score }).success;
    expect([min - 1, min, max, max + 1].map(accepts)).toEqual([false, true, true, false]);
    expect(firstIssue(schema, { score: max + 1 })).toBe(
      `score: expected a rating from ${min} to ${max} in steps of 1, got ${max + 1}`,
    );
  });

  it("knows half steps and scales without steps", () => {
    const halves = responseSchema(STARS_HALF);
    expect(halves.parse({ score: 3.5 })).toEqual({ score: 3.5 });
    expect(firstIssue(halves, { score: 3.25 })).toBe(
      "score: expected a rating from 0.5 to 5 in steps of 0.5, got 3.25",
    );
    const polarity = responseSchema(POLARITY);
    expect(sentiment([polarity.parse({ score: 0.123 })], { definition: POLARITY }).score).toBe(100);
    expect(firstIssue(polarity, { score: 1.5 })).toBe("score: expected a rating from -1 to 1, got 1.5");
  });

  it("knows steps longer than 1", () => {
    const tens = responseSchema({
      ...CES,
      scale: { min: 10, max: 70, step: 10 },
      bands: [{ name: "any", sentiment: "neutral" }],
    });
    expect(tens.parse({ score: 30 })).toEqual({ score: 30 });
    expect(firstIssue(tens, { score: 35 })).toBe("score: expected a rating from 10 to 70 in steps of 10, got 35");
  });

  it.each([
    [{ score: "9" }, 'score: expected a rating from 0 to 10 in steps of 1, got "9"'],
    [{ score: 8.5 }, "score: expected a rating from 0 to 10 in steps of 1, got 8.5"],
    [{ score: Number.NaN }, "score: expected a rating from 0 to 10 in steps of 1, got NaN"],
    [{ score: true }, "score: expected a rating from 0 to 10 in steps of 1, got true"],
    [{ score: 9n }, "score: expected a rating from 0 to 10 in steps of 1, got 9n"],
    [{}, "score: expected a rating from 0 to 10 in steps of 1, got undefined"],
    [{ score: 9, weight: -1 }, "weight: expected a weight, 0 or from 1e-100 to 1e100, got -1"],
    [{ score: 9, weight: 1e101 }, "weight: expected a weight, 0 or from 1e-100 to 1e100, got 1e+101"],
    [{ score: 9, weight: 1e-101 }, "weight: expected a weight, 0 or from 1e-100 to 1e100, got 1e-101"],
    [
      { score: 9, weight: Number.POSITIVE_INFINITY },
      "weight: expected a weight, 0 or from 1e-100 to 1e100, got Infinity",
    ],
    [{ score: 9, weight: "2" }, 'weight: expected a weight, 0 or from 1e-100 to 1e100, got "2"'],
    [
      { score: 9, weight: null },
      "weight: expected a weight, 0 or from 1e-100 to 1e100, got null: leave the weight out where none is meant",
    ],
    [{ score: 9, submittedAt: "5 March" }, /^submittedAt: expected .*ISO 8601.*, got "5 March"$/],
    [{ score: 9, submittedAt: "2026-02-30" }, /^submittedAt: expected .*ISO 8601.*, got "2026-02-30"$/],
    [{ score: 9, submittedAt: 1_772_690_400 }, /^submittedAt: expected .*ISO 8601.*, got 1772690400$/],
    [{ score: 9, submittedAt: new Date(Number.NaN) }, /^submittedAt: expected .*ISO 8601/],
    [{ score: 9, respondentId: "" }, /^respondentId: /],
    [{ score: 9, respondentId: 1.5 }, /^respondentId: /],
  ])("refuses %o", (row, message) => {
    expect(firstIssue(npsResponseSchema, row)).toMatch(message);
  });

  it.each([9, null, "9", [9]])("refuses %o, which is no response", (row) => {
    expect(npsResponseSchema.safeParse(row).success).toBe(false);
  });

  it.each([0, 1e-100, 0.25, 1e100])("accepts the weight %d, as measure does", (weight) => {
    expect(nps([npsResponseSchema.parse({ score: 9, weight })]).weight).toBe(weight);
  });

  it.each([
    ["2026-03-05", "2026-03-05"],
    ["2026-03-05T14:00:00Z", "2026-03-05T14:00:00Z"],
    ["2026-03-05T14:00:00.123", "2026-03-05T14:00:00.123"],
    [new Date("2026-03-05T14:00:00Z"), "2026-03-05T14:00:00.000Z"],
  ])("takes the time %o", (submittedAt, text) => {
    expect(npsResponseSchema.parse({ score: 9, submittedAt }).submittedAt).toBe(text);
  });

  it("reads null as left out, as databases write it", () => {
    const row = { score: 9, respondentId: null, submittedAt: null };
    const response = npsResponseSchema.parse(row);
    expect(response).toEqual({ score: 9 });
    expect(Object.values(response)).not.toContain(null);
    expect(nps([response]).score).toBe(100);
    expect(npsResponseSchema.required({ submittedAt: true }).safeParse(row).success).toBe(false);
    expectTypeOf(response.respondentId).toEqualTypeOf<string | number | undefined>();
    expectTypeOf<z.input<typeof npsResponseSchema>["respondentId"]>().toEqualTypeOf<
      string | number | null | undefined
    >();
  });

  it("is extended with fields of one's own", () => {
    const schema = responseSchema(CSAT_10).extend({ shop: z.string() });
    const response = schema.parse({ score: 9, shop: "north" });
    expect(response).toEqual({ score: 9, shop: "north" });
    expect(csat([response], { definition: CSAT_10 }).score).toBe(100);
    expect(firstIssue(schema, { score: 9 })).toMatch(/^shop: /);
    expect(firstIssue(schema, { score: 11, shop: "north" })).toMatch(/^score: expected a rating from 1 to 10/);
  });

  it("nests in a schema of one's own", () => {
    const visit = z.object({ shop: z.string(), responses: z.array(npsResponseSchema) });
    expect(nps(visit.parse({ shop: "north", responses: [{ score: 10 }, { score: 8 }] }).responses).score).toBe(50);
    expect(firstIssue(visit, { shop: "north", responses: [{ score: 10 }, { score: "8" }] })).toMatch(
      /^responses.1.score: /,
    );
  });

  it.each(["output", "input"] as const)("converts to JSON Schema, %s", (io) => {
    const schema = z.toJSONSchema(npsResponseSchema.extend({ shop: z.string() }), { io });
    expect(schema.required).toEqual(["score", "shop"]);
    expect(Object.keys(schema.properties!)).toEqual(["score", "respondentId", "submittedAt", "weight", "shop"]);
    expect(schema.properties?.score).toEqual({
      anyOf: [{ type: "integer", minimum: 0, maximum: 10 }, { type: "null" }],
    });
    expect(schema.properties?.weight).toMatchObject({ type: "number", minimum: 0, maximum: 1e100 });
    for (const name of ["respondentId", "submittedAt"])
      expect(JSON.stringify(schema.properties?.[name]).includes('{"type":"null"}')).toBe(io === "input");
  });

  it("refuses a contradictory definition", () => {
    expect(() => responseSchema({ ...CSAT_10, scale: { min: 5, max: 1 } })).toThrow(RangeError);
    expect(() => responseSchema(undefined as unknown as MetricDefinition)).toThrow(TypeError);
  });
});
