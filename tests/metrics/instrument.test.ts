import { describe, expect, it } from "vitest";
import { defineInstrument, type Instrument, SERVQUAL_1988, SERVQUAL_1991, tallyServqual } from "../../src/index.js";

const mine = { name: "mine", scale: { min: 1, max: 7 }, dimensions: { a: [1, 2] } };

describe("defineInstrument names what is wrong", () => {
  it.each<[string, unknown, string]>([
    ["name", { name: 5 }, "name of the instrument must be text, got 5"],
    ["scale", { scale: { min: 1, max: 1 } }, "mine: scale.max must be above scale.min 1, both within ±1e15, got 1"],
    [
      "scale without a name",
      { name: undefined, scale: null },
      "instrument: scale.min must be within ±1e15, got undefined",
    ],
    ["dimension", { dimensions: { a: [1], b: 2 } }, "mine: dimension b must be a list of at least one item, got 2"],
    ["dimension", { dimensions: { b: [] } }, "mine: dimension b must be a list of at least one item, got an array"],
    [
      "items",
      { dimensions: { a: [1], b: [3] } },
      'mine: the items must be the numbers 1 to 2; 2 is missing, got "1, 3"',
    ],
    ["item", { dimensions: { a: [2, 1], b: [2] } }, "mine: item must be in one place only, got 2"],
    ["reversed", { reversed: "2" }, 'mine: reversed must be a list of items, got "2"'],
    ["reversed item", { reversed: [1, 3] }, "mine: reversed item must be an item of a dimension, got 3"],
    ["reversed item", { reversed: [undefined] }, "mine: reversed item must be an item of a dimension, got undefined"],
  ])("%s: %o", (_, part, message) => {
    expect(() => defineInstrument({ ...mine, ...(part as object) })).toThrow(expect.objectContaining({ message }));
  });

  it.each([[undefined], [null], ["ab"], [{}]])("dimensions: %o", (dimensions) => {
    expect(() => defineInstrument({ ...mine, dimensions: dimensions as never })).toThrow(
      "mine: dimensions must be an object of lists of items, with at least one dimension, got ",
    );
  });

  it.each([[[true]], [[1, "x"]], [["x", undefined]], [[undefined]], [[null]]])("item: %o", (items) => {
    expect(() => defineInstrument({ ...mine, dimensions: { a: items as never } })).toThrow(
      `mine: item must be a number, or a key, and all items the same, got ${items.length > 1 ? "" : items[0]}`,
    );
  });

  it.each([undefined, null])("scale, of %o", (instrument) => {
    expect(() => defineInstrument(instrument as unknown as Instrument)).toThrow("instrument: scale.min must be");
  });
});

describe("the instrument of a tally", () => {
  it("is a copy of the whole", () => {
    const { instrument } = tallyServqual([], { instrument: SERVQUAL_1988 });
    expect(instrument).toStrictEqual(SERVQUAL_1988);
    expect(instrument.reversed).not.toBe(SERVQUAL_1988.reversed);
    expect(instrument.dimensions.empathy).not.toBe(SERVQUAL_1988.dimensions.empathy);
  });

  it("is plain JSON, with its step and without the parts that were left out", () => {
    const { scale, dimensions } = mine;
    const tally = tallyServqual([], { instrument: { scale, dimensions } });
    expect(JSON.parse(JSON.stringify(tally))).toStrictEqual(tally);
    expect(tally.instrument).toStrictEqual({ scale: { min: 1, max: 7, step: 1 }, dimensions });
  });
});

it("SERVQUAL is named by its year", () => {
  expect([SERVQUAL_1988.name, SERVQUAL_1991.name]).toEqual(["SERVQUAL 1988", "SERVQUAL 1991"]);
});
