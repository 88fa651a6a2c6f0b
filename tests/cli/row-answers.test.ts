import { describe, expect, it } from "vitest";
import { csat } from "../../src/index.js";
import { jsonOf, runCsv } from "./run.js";

const json = (csv: string, line: string) => jsonOf(runCsv(csv, `${line} --format json`));
const counted = (...counts: readonly number[]) => csat(counts.map((n, index) => ({ score: index + 1, n })));
const without = ({ invalid: _, ...rest }: Record<string, unknown>) => rest;

describe("--count", () => {
  const csv = "shop,score,n\na,5,40\na,4,10\na,1,50\nb,5,7\nb,,3\nb,2,0\n";

  it("says how many answers a row stands for", async () => {
    const expected = csat([
      { score: 5, n: 47 },
      { score: 4, n: 10 },
      { score: 1, n: 50 },
      { score: null, n: 3 },
    ]);
    expect(await json(csv, "csat a.csv --score score --count n")).toEqual({ ...expected, invalid: 0 });
  });

  it("goes with segments, periods and comparisons", async () => {
    const { segments } = await json(csv, "csat a.csv --score score --count n --by shop");
    expect(segments).toMatchObject([
      { key: "a", n: 100, score: 50 },
      { key: "b", n: 7, missing: 3, score: 100 },
    ]);
    const dated = csv.replaceAll("a,", "2026-01-05,").replaceAll("b,", "2026-02-05,").replace("shop", "at");
    const { points } = await json(dated, "csat a.csv --score score --count n --time at --every month");
    expect(points).toMatchObject([{ n: 100 }, { n: 7 }]);
    const { measurements } = await json(csv, "compare a.csv --metric csat --score score --count n --by shop");
    expect(measurements).toMatchObject({ a: { n: 100 }, b: { n: 7 } });
  });

  it.each([
    ["1,234", 1234],
    ["1 234 567", 1_234_567],
    ["1\u00a0234", 1234],
    ["1’234", 1234],
    ["１２", 12],
    ["12.0", 12],
    ["", 0],
    [" 007 ", 7],
  ])("reads %j as %d", async (cell, n) => {
    const { out, err } = await runCsv(`score,n\n5,"${cell}"\n`, "csat a.csv --score score --count n --format json");
    expect([err, JSON.parse(out).n]).toEqual(["", n]);
  });

  // The point of 1.234 may part thousands, or decimals.
  it.each(["1.234", "12.000", "1,23", "1234,567", "-3", "2.5", "*", "n/a", "1e3", "9007199254740993"])(
    "refuses %j",
    async (cell) => {
      const { err } = await runCsv(`score,n\n5,"${cell}"\n4,1\n`, "csat a.csv --score score --count n");
      expect(err).toContain(`line 2, n: expected a count, a whole number from 0, got "${cell}"`);
    },
  );

  it("counts as many answers that cannot be read", async () => {
    expect(await json("score,n\n5,10\n9,4\n4,x\n", "csat a.csv --score score --count n")).toMatchObject({
      ...{ n: 10, invalid: 5 },
    });
  });

  it.each(["--weight n", "--respondent n --time n"])("does not go with %s", async (options) => {
    const { code, err } = await runCsv(csv, `csat a.csv --score score --count n ${options}`);
    expect([code, err]).toEqual([2, expect.stringMatching(/--count does not go with --(weight|respondent)/)]);
  });
});

describe("--counts", () => {
  const csv =
    'trust,Very poor,Poor,Neither,Good,Very good,"Good, all in all",n\nx,1,2,3,4,"1,000",7,8\ny,,0,1,2,3,7,8\n';
  const LIST = '"Very poor=1,Poor=2,Neither=3,Good=4,Very good=5"';

  it("names columns that count answers, and their ratings", async () => {
    const got = await json(csv, `csat a.csv --counts ${LIST}`);
    expect(got).toEqual({ ...counted(1, 2, 4, 6, 1003), invalid: 0 });
    expect(without(await json(csv, "csat a.csv --counts Good=4 --counts Poor=2"))).toEqual(
      without({ ...counted(0, 2, 0, 6) }),
    );
  });

  it("goes with segments, and with columns that have a comma in their name", async () => {
    const { segments } = await json(csv, `csat a.csv --counts ${LIST} --by trust`);
    expect(segments).toMatchObject([
      { key: "x", n: 1010 },
      { key: "y", n: 6 },
    ]);
    expect(await json(csv, 'csat a.csv --counts "Good, all in all=4,Poor=2"')).toMatchObject({ n: 16 });
  });

  it("may give several columns one rating", async () => {
    expect(await json("a,b,c\n1,2,3\n", "csat a.csv --counts a=5,b=5,c=1")).toMatchObject({ n: 6, score: 50 });
  });

  it("tells of rows with something else, of which nothing counts", async () => {
    const { err, out } = await runCsv(`${csv}z,*,1,1,1,1,1,1\n`, `csat a.csv --counts ${LIST} --format json`);
    expect(err).toContain('line 4, Very poor: expected a count, a whole number from 0, got "*"');
    expect(JSON.parse(out)).toMatchObject({ n: 1016, invalid: 1 });
  });

  it.each([
    ["--counts Good=4 --score n", "--counts does not go with --score"],
    ["--counts Good=4 --labels a=1", "--counts does not go with --labels"],
    ["--counts Good=6", 'csat: label "Good" stands for 6, off the scale from 1 to 5 in steps of 1'],
    ["--counts Good", '--counts must be a list such as "Very satisfied=5,Satisfied=4", got "Good"'],
    ["--counts Good=4,Good=5", '--counts says that "Good" is 4, and 5'],
    ["--counts Goods=4", 'a.csv has no column "Goods"; did you mean "Good"?'],
    ["", "--score is missing: --score COLUMN"],
    ["--counts Good=4 --sql duckdb --table t", "--sql does not go with --counts"],
    ["--score n --count n --sql duckdb --table t", "--sql does not go with --count"],
  ])("is refused: %s", async (options, message) => {
    expect(await runCsv(csv, `csat a.csv ${options}`)).toMatchObject({ code: 2, err: `cx-metrics: ${message}\n` });
  });
});
