import { describe, expect, it } from "vitest";
import { assertOptions, show, wrong } from "../../src/answers/wrong.js";

describe("what a message shows of a value", () => {
  it.each([
    ["nine", '"nine"'],
    ["x".repeat(41), `"${"x".repeat(40)}"`],
    [9n, "9n"],
    [[9], "an array"],
    [Math.max, "a function"],
    [{ score: 9 }, "an object"],
    [null, "null"],
    [undefined, "undefined"],
    [Number.NaN, "NaN"],
    [Symbol("nine"), "Symbol(nine)"],
  ])("%s", (value, shown) => {
    expect(show(value)).toBe(shown);
  });

  it("runs no code of the value's own", () => {
    const trap = () => expect.unreachable();
    expect(show({ toString: trap, toJSON: trap, [Symbol.toPrimitive]: trap })).toBe("an object");
  });
});

describe("the error for a wrong value", () => {
  it("names what is wrong, what is allowed and what came", () => {
    expect(wrong("size", 1.5, "a whole number")).toEqual(new RangeError("size must be a whole number, got 1.5"));
    expect(wrong("size", "1", "a whole number")).toEqual(new TypeError('size must be a whole number, got "1"'));
  });

  it("is for options those that are no object", () => {
    for (const options of [null, undefined, "wilson", 0.9])
      expect(() => assertOptions(options)).toThrow(/^options must be an object, got /);
  });
});
