import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { widthOf, wrap } from "../../src/chart/wrap.js";

describe("wrap", () => {
  it("breaks after spaces", () => {
    expect(wrap("a short name of five words", 80)).toEqual(["a short name ", "of five words"]);
  });

  it("breaks a long word anywhere, but never inside of an emoji", () => {
    expect(wrap("x".repeat(20), 60)).toEqual(["xxxxxxxx", "xxxxxxxx", "xxxx"]);
    const family = "👩‍👩‍👧‍👦";
    expect(wrap(family.repeat(4), 30)).toEqual([family.repeat(2), family.repeat(2)]);
  });

  it("breaks where the text does", () => {
    expect(wrap("one\ntwo\r\nthree", 500)).toEqual(["one", "two", "three"]);
    expect(wrap("", 500)).toEqual([""]);
  });

  it("loses nothing, and makes no line wider than asked but for a single character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 1, max: 300 }), (text, width) => {
        const lines = wrap(text, width);
        expect(lines.join("")).toBe(text.replaceAll(/\r\n|\r|\n/g, ""));
        for (const line of lines) expect(widthOf(line.trimEnd(), 12) <= width + 12 || [...line].length < 3).toBe(true);
      }),
    );
  });
});
