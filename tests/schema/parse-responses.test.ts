import { describe, expect, it } from "vitest";
import * as z from "zod";
import { nps } from "../../src/index.js";
import { npsResponseSchema, parseResponses } from "../../src/schema/index.js";

const rows = [{ score: 10 }, { score: "9" }, { score: null }, 7, { score: 11, weight: -1 }, { score: 3 }];

describe("parseResponses", () => {
  it("keeps what fits, in its order", () => {
    const { valid } = parseResponses(npsResponseSchema, rows);
    expect(valid).toEqual([{ score: 10 }, { score: null }, { score: 3 }]);
    expect(nps(valid)).toMatchObject({ score: 0, n: 2, missing: 1 });
  });

  it("says of the others where they were and why", () => {
    const { rejected } = parseResponses(npsResponseSchema, rows);
    expect(rejected.map(({ index }) => index)).toEqual([1, 3, 4]);
    expect(rejected[0]?.issues).toEqual([
      { path: ["score"], message: 'expected a rating from 0 to 10 in steps of 1, got "9"' },
    ]);
    expect(rejected[1]?.issues[0]?.path).toEqual([]);
    expect(rejected[2]?.issues.map(({ path }) => path)).toEqual([["score"], ["weight"]]);
  });

  it("takes any iterable and any schema, and returns what the schema makes of a row", () => {
    const trimmed = z.string().trim().min(1);
    const { valid, rejected } = parseResponses(trimmed, new Set([" a ", " ", "b"]));
    expect(valid).toEqual(["a", "b"]);
    expect(rejected.map(({ index }) => index)).toEqual([1]);
  });

  it("has nothing to say of no rows", () => {
    expect(parseResponses(npsResponseSchema, [])).toEqual({ valid: [], rejected: [] });
  });

  it.each([null, undefined, {}, (row: unknown) => row])("refuses %o, which is no schema", (schema) => {
    expect(() => parseResponses(schema as never, [{ score: 9 }])).toThrow(
      /^schema must be a zod schema of one row, got /,
    );
  });

  it.each(["rows", null, undefined, { score: 9 }])("refuses %o, which is no list of rows", (wrong) => {
    const call = () => parseResponses(npsResponseSchema, wrong as unknown as unknown[]);
    expect(call).toThrow(TypeError);
    expect(call).toThrow("rows must be an iterable of responses");
  });
});
