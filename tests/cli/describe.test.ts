import { describe, expect, it } from "vitest";
import { jsonOf, run, runCsv } from "./run.js";

/** What a column of those cells, each as often as said, looks like. */
async function guessOf(cells: Readonly<Record<string, number>>) {
  const rows = Object.entries(cells).flatMap(([cell, n]) => Array.from({ length: n }, () => `"${cell}",x`));
  const { columns } = await jsonOf(runCsv(`c,d\n${rows.join("\n")}\n`, "describe a.csv --format json"));
  return columns[0];
}

const evenly = (from: number, to: number, n = 50) =>
  Object.fromEntries(Array.from({ length: to - from + 1 }, (_, index) => [`${from + index}`, n]));

describe("a column looks like", () => {
  it.each([
    ["nps", evenly(0, 10), { min: 0, max: 10 }, []],
    ["nps with 11 for blank", { ...evenly(0, 10), 11: 30 }, { min: 0, max: 10 }, ["11"]],
    [
      "nps with 99, NA and labels",
      { ...evenly(1, 9), "0 - Not at all": 3, "10 - Very": 9, 99: 9, NA: 4 },
      { min: 0, max: 10 },
      ["99", "NA"],
    ],
    [
      "nps in points, with -3 and -2 for no answer",
      { ...evenly(0, 9), "10分": 20, "-3": 40, "-2": 40 },
      { min: 0, max: 10 },
      ["-3", "-2"],
    ],
    ["nps of happy customers", evenly(7, 10, 500), { min: 1, max: 10 }, []],
    ["csat", evenly(1, 5), { min: 1, max: 5 }, []],
    ["csat with 6 for not applicable and 0 for blank", evenly(0, 6), { min: 1, max: 5 }, ["0", "6"]],
    ["csat that nobody gave 5", evenly(1, 4), { min: 1, max: 5 }, []],
    ["csat with a slip", { ...evenly(1, 5), "4.5": 1, "3?": 1 }, { min: 1, max: 5 }, ["4.5", "3?"]],
    ["seven points", evenly(1, 7), { min: 1, max: 7 }, []],
    ["ten points", evenly(1, 10), { min: 1, max: 10 }, []],
    [
      "stars of a few rows, with words for no answer",
      { ...evenly(1, 5, 6), "Not Applicable": 200, "Not Available": 40, "N/A": 3 },
      { min: 1, max: 5 },
      ["Not Applicable", "Not Available", "N/A"],
    ],
    ["faces", evenly(1, 3), { min: 1, max: 3 }, []],
    ["thumbs", evenly(0, 1), { min: 0, max: 1 }, []],
    [
      "half stars",
      { "0.5": 9, 1: 9, "1.5": 9, 2: 9, "2.5": 9, 3: 9, "3.5": 9, 4: 9, "4.5": 9, 5: 9 },
      { min: 0.5, max: 5, step: 0.5 },
      [],
    ],
  ])("%s", async (_, cells, scale, off) => {
    const guess = await guessOf(cells);
    expect(guess).toMatchObject({ kind: "rating", scale });
    expect(guess.off.map(({ value }: { value: string }) => value).sort()).toEqual([...off].sort());
    expect(guess.use).toMatch(/nps|csat|ces|csi/);
  });

  it.each([
    ["empty", { "": 3, " ": 2 }, "empty", null],
    ["time", { "2026-03-05T14:00:00Z": 2, "2026-03-05": 1 }, "time", "--time"],
    ["time", { "03/04/2026": 3 }, "time", '--time --date-format "…"'],
    ["time", { "03/04/2026": 3, "13/04/2026": 1, "05/04/2026": 1 }, "time", '--time --date-format "d/M/yyyy"'],
    ["time", { "04/13/2026 10:00": 3, "04/05/2026 10:00": 1 }, "time", '--time --date-format "M/d/yyyy H:mm"'],
    ["time", { 1713418460: 2, 1713418461: 2 }, "time", "--time --date-format t"],
    ["time", { 1713418460123: 2, 1713418460124: 2 }, "time", "--time --date-format T"],
    ["id", Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`R${n}`, 1])), "id", "--respondent"],
    ["id", Object.fromEntries(Array.from({ length: 2000 }, (_, n) => [`R${n}`, 1])), "id", "--respondent"],
    ["weights", Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`${0.5 + n / 40}`, 1])), "number", "--weight"],
    ["row numbers", Object.fromEntries(Array.from({ length: 11 }, (_, n) => [`${n}`, 1])), "id", "--respondent"],
    ["boxes that are ticked or empty", { 1: 44 }, "number", null],
    ["decimal commas", { "0,875": 3, "1,25": 2, "1,000": 1 }, "number", "--decimal-comma"],
    [
      "weights with commas",
      Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`0,${n + 10}`, 1])),
      "number",
      "--decimal-comma",
    ],
    ["thousands", { "1,280": 3, "12,066": 2, "466": 1 }, "groups", "--by, --labels"],
    ["amounts", Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`${n * 1.5}`, 1])), "number", null],
    ["yes and no in numbers", { 1: 90, 2: 90 }, "number", null],
    ["regions", { north: 20, south: 10 }, "groups", "--by, --labels"],
    ["comments", { "Very good": 1, "Not so good": 1, "I do not know": 1 }, "text", null],
  ])("%s: %j", async (_, cells, kind, use) => {
    expect(await guessOf(cells)).toMatchObject({ kind, use });
  });
});

it("counts rows, missing and different values, and says what cannot be read", async () => {
  const got = await jsonOf(runCsv("a,b\n1,x\n,x\n2\n", "describe a.csv --format json"));
  expect(got).toMatchObject({
    rows: 3,
    invalid: 1,
    columns: [
      { column: "a", n: 1, missing: 1, distinct: 1 },
      { column: "b", n: 2, missing: 0, distinct: 1 },
    ],
  });
});

it("tells the questions of exports with several header rows", async () => {
  const { out } = await runCsv("Q1,Q2\nRate us,Why?\n9,x\n", "describe a.csv --header-rows 2");
  expect(out).toMatch(/^Q1 +Rate us +1 +0 /m);
});

it("takes several files together, and columns without a name by number", async () => {
  const files = { "a.csv": "score,\n9,x\n", "b.csv": "score,\n8,y\n" };
  const { columns } = await jsonOf(run(["describe", "a.csv", "b.csv", "--format", "json"], { files }));
  expect(columns).toMatchObject([
    { column: "score", n: 2 },
    { column: "(column 2)", n: 2 },
  ]);
});
