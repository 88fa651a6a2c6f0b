import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import budgets from "../package/budgets.json" with { type: "json" };

it.each(["README.md", "docs/zh-CN/README.md"])("%s names the budget of nps", (file) => {
  const text = readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");
  const { gzip } = budgets.find((budget) => budget.import === "{ nps }")!;
  expect(text.match(/import \{ nps \}`[^.]*?([\d.]+) kB/)?.[1]).toBe((gzip / 1000).toFixed(1));
});
