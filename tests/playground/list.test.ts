import { describe, expect, it } from "vitest";
import { readList } from "../../docs/playground/data/list.js";
import { cellsOf } from "./support.js";

describe("a list of answers", () => {
  it.each([
    ["one a line", "10\n9\n8", ["10", "9", "8"]],
    ["one a line, with a last line end", "10\r\n9\r\n", ["10", "9"]],
    ["a blank line is an answer that is missing", "10\n\n8\n", ["10", "", "8"]],
    ["with commas", "10,9,,8", ["10", "9", "", "8"]],
    ["with commas on several lines", "10, 9\n8, 7", ["10", " 9", "8", " 7"]],
    ["with full-width commas", "10，9、、8\n7；6", ["10", "9", "", "8", "7", "6"]],
    ["with labels behind a Chinese comma", "5、满意\n4、还行", ["5、满意", "4、还行"]],
    ["with tabs", "10\t9\t8", ["10", "9", "8"]],
    ["with spaces", "10 9 8", ["10", "9", "8"]],
    ["with labels", "10 - Extremely likely\n9\nnine", ["10 - Extremely likely", "9", "nine"]],
    ["a decimal comma among numbers one a line is left as it is", "10\n9,5\n8", ["10", "9,5", "8"]],
    ["one answer", "10", ["10"]],
  ])("%s", (_, text, answers) => {
    expect(cellsOf(readList("list", text)!)).toEqual(answers);
  });

  it("has a header where words stand above figures", () => {
    const list = readList("list", "score\n10\n9")!;
    expect(list.columns[0]!.name).toBe("score");
    expect(cellsOf(list)).toEqual(["10", "9"]);
    expect([...list.lines]).toEqual([2, 3]);
  });

  it.each([["id,score\n1,10\n2,9"], ['"10"\n"9"'], ["north,10\nsouth,9"]])("is none: %j", (text) => {
    expect(readList("list", text)).toBe(null);
  });
});
