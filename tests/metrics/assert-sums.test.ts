import { describe, expect, it } from "vitest";
import { assertSums } from "../../src/metrics/assert-sums.js";

const zeros = (length: number) => Array.from({ length }, () => 0);
const empty = {
  responses: 0,
  items: { n: zeros(11), sum: zeros(2) },
  groups: [{ n: 0 }],
  any: 0,
  incomplete: zeros(11),
};
const sound = {
  responses: 3,
  items: { n: zeros(11), sum: [-2.5, 1e300] },
  groups: [{ n: 3 }],
  any: 2,
  incomplete: zeros(11),
};

const assert = (part: object) => () => assertSums("sums", { ...sound, ...part }, empty, 3);
const eleventh = (value: unknown) => [...zeros(10), value];

describe("stored sums", () => {
  it("are counts among the responses, and numbers of any size", () => {
    expect(assert({})).not.toThrow();
  });

  it.each<[string, object]>([
    ["responses", { responses: 4 }],
    ["any", { any: 1.5 }],
    ["any", { any: -1 }],
    ["any", { any: "2" }],
    ["groups.0.n", { groups: [{ n: -1 }] }],
    ["items.n.0", { items: { n: [-1, ...zeros(10)], sum: [0, 0] } }],
    ["items.n.10", { items: { n: eleventh(4), sum: [0, 0] } }],
    ["incomplete.0", { incomplete: [1.5, ...zeros(10)] }],
    ["incomplete.10", { incomplete: eleventh(-1) }],
  ])("have no other count %s than a whole number: %o", (where, part) => {
    expect(assert(part)).toThrow(`sums.${where} must be a whole number from 0 to that of the responses, got `);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, "1", null, undefined])("have no sum of %o", (value) => {
    expect(assert({ items: { n: zeros(11), sum: [0, value] } })).toThrow(
      `sums.items.sum.1 must be a finite number, got ${typeof value === "string" ? `"${value}"` : value}`,
    );
  });

  it("are counted by their own name alone, not by what they belong to", () => {
    expect(() => assertSums("any.sum", -1.5, 0, 3)).not.toThrow();
  });

  it.each<[string, object, string]>([
    ["no object", { items: 5 }, "sums.items must be an object with n,sum, got 5"],
    ["null", { items: null }, "sums.items must be an object with n,sum, got null"],
    ["a list for an object", { items: [1, 2] }, "sums.items must be an object with n,sum, got an array"],
    ["an object for a list", { groups: {} }, "sums.groups must be a list of 1, got an object"],
    ["no list", { groups: undefined }, "sums.groups must be a list of 1, got undefined"],
    ["a longer list", { groups: [{ n: 1 }, { n: 1 }] }, "the length of sums.groups must be 1, got 2"],
  ])("have the shape of those of nobody, not %s", (_, part, message) => {
    expect(assert(part)).toThrow(message);
  });
});
