import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { NpsCard } from "../../docs/examples/recipes/NpsCard.js";
import { tally } from "../../src/index.js";
import { textOf } from "./text-of.js";

const textFor = (answers: readonly (number | null)[], locale?: string) =>
  textOf(renderToStaticMarkup(createElement(NpsCard, { tally: tally(answers), locale })));
const times = (n: number, score: number) => Array.from({ length: n }, () => score);

it("shows the score with its interval, and what was left blank", () => {
  expect(textFor([...times(50, 10), ...times(30, 8), ...times(20, 3), null])).toBe(
    "Net Promoter Score 30 14 to 44, with 95 % confidence 100 answers, 1 left blank",
  );
});

it("says that nobody answered, and shows a 0 that people gave as 0", () => {
  expect(textFor([null, null])).toBe("Net Promoter Score No answers yet 0 answers, 2 left blank");
  expect(textFor([...times(20, 10), ...times(20, 0)])).toMatch(/^Net Promoter Score 0 -30 to 30,/);
});

it("warns of few answers", () => {
  expect(textFor([10, 9, 3])).toContain("Few answers: chance alone");
  expect(textFor(times(30, 9))).not.toContain("Few answers");
});

it("writes numbers of the reader's language", () => {
  expect(textFor([...times(20, 10), ...times(20, 0)], "sv")).toContain("−30 to 30");
});
