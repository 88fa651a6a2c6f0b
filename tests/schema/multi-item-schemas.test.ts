import { describe, expect, it } from "vitest";
import * as z from "zod";
import { csi, defineInstrument, servqual } from "../../src/index.js";
import { csiResponseSchema, itemsResponseSchema, servqualResponseSchema } from "../../src/schema/index.js";

const sevens = Array.from({ length: 22 }, () => 7);

function issuesOf(schema: z.ZodType, value: unknown): [string, string][] {
  const { error } = schema.safeParse(value);
  return (error?.issues ?? []).map(({ path, message }) => [path.join("."), message]);
}

describe("servqualResponseSchema", () => {
  const schema = servqualResponseSchema();

  it("parses what servqual scores", () => {
    const response = schema.parse({
      expectations: sevens,
      perceptions: sevens.map(() => 5),
      weight: 2,
      respondentId: 7,
    });
    expect(servqual([response]).overall.gap?.score).toBe(-2);
    expect(servqual([schema.parse({ perceptions: [null, ...sevens.slice(1)] })]).overall.gap).toBeNull();
  });

  it.each<[string, unknown, [string, string][]]>([
    [
      "an item off the scale",
      { perceptions: [...sevens.slice(0, 4), 8, ...sevens.slice(5)] },
      [["perceptions.4", "expected a rating of item 5 from 1 to 7 in steps of 1, got 8"]],
    ],
    ["21 items", { perceptions: sevens.slice(1) }, [["perceptions", "expected 22 ratings, got 21"]]],
    ["23 items", { perceptions: [...sevens, 7] }, [["perceptions", "expected 22 ratings, got 23"]]],
    ["no perceptions", { expectations: sevens }, [["perceptions", "expected 22 ratings, got undefined"]]],
    [
      "points that add up to 101",
      { perceptions: sevens, importance: [20, 20, 20, 20, 21] },
      [["importance", "expected points that add up to 100, got 101"]],
    ],
    [
      "points of too few dimensions",
      { perceptions: sevens, importance: [50, 50] },
      [["importance", "expected points for tangibles, reliability, responsiveness, assurance, empathy"]],
    ],
    [
      "a negative weight",
      { perceptions: sevens, weight: -1 },
      [["weight", "expected a weight, 0 or from 1e-100 to 1e100, got -1"]],
    ],
  ])("refuses %s", (_, value, issues) => {
    expect(issuesOf(schema, value)).toEqual(issues);
  });

  it("reads null as left out, as databases write it", () => {
    const response = schema.parse({ expectations: null, perceptions: sevens, importance: null, submittedAt: null });
    expect(response).toEqual({ perceptions: sevens });
    expect(servqual([response]).overall.gap).toBeNull();
  });

  it("names items by their keys where an instrument does", () => {
    const instrument = defineInstrument({ scale: { min: 1, max: 5 }, dimensions: { a: ["x", "y"], b: ["z"] } });
    const keyed = servqualResponseSchema(instrument);
    expect(servqual([keyed.parse({ perceptions: { x: 1, z: null } })], { instrument }).dimensions.a.perception.n).toBe(
      1,
    );
    expect(issuesOf(keyed, { perceptions: { x: 6 } })).toEqual([
      ["perceptions.x", "expected a rating of item x from 1 to 5 in steps of 1, got 6"],
    ]);
    expect(issuesOf(keyed, { perceptions: { q: 1 } })).toHaveLength(1);
  });

  it("extends, and converts to a JSON schema", () => {
    expect(schema.extend({ branch: z.string() }).safeParse({ perceptions: sevens }).success).toBe(false);
    expect(z.toJSONSchema(schema)).toMatchObject({ type: "object", required: ["perceptions"] });
    expect(() => z.toJSONSchema(schema, { io: "input" })).not.toThrow();
  });

  it("refuses an instrument that is not sound", () => {
    expect(() => servqualResponseSchema({ scale: { min: 1, max: 5 }, dimensions: { a: [1, 1] } })).toThrow(/one place/);
  });
});

describe("csiResponseSchema", () => {
  it("parses what csi scores", () => {
    const responses = [{ items: [10, 1] }, { items: [10, null], importance: [1, 2] }];
    expect(csi([csiResponseSchema.parse(responses[0])]).score).toBe(50);
    expect(csi([csiResponseSchema.parse(responses[1])]).score).toBe(100);
  });

  it("reads null as left out, as databases write it", () => {
    expect(csiResponseSchema.parse({ items: [10, 1], importance: null })).toEqual({ items: [10, 1] });
  });

  it("says which item is off the scale, and that of another scale", () => {
    expect(issuesOf(csiResponseSchema, { items: [1, 11] })).toEqual([
      ["items.1", "expected a rating of each item from 1 to 10 in steps of 1, got 11"],
    ]);
    expect(issuesOf(itemsResponseSchema({ scale: { min: 1, max: 5 } }), { items: [6] })).toHaveLength(1);
  });

  it("holds the number of items to what was said", () => {
    const three = itemsResponseSchema({ items: 3 });
    expect(three.safeParse({ items: [1, 2, 3], importance: [1, 1, 1] }).success).toBe(true);
    expect(three.safeParse({ items: [1, 2] }).success).toBe(false);
    expect(three.safeParse({ items: [1, 2, 3], importance: [1] }).success).toBe(false);
    expect(csiResponseSchema.safeParse({ items: [] }).success).toBe(false);
    expect(() => itemsResponseSchema({ items: 0 })).toThrow(RangeError);
  });
});
