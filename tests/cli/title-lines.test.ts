import { describe, expect, it } from "vitest";
import { jsonOf, run, runCsv } from "./run.js";

const ROWS = "id,nps\n1,10\n2,9\n3,x\n4,2\n";
const TITLE = "Survey 2025\n\n";

describe("lines before the header", () => {
  it.each([
    ["", `${TITLE}${ROWS}`],
    ["with delimiters", `Survey 2025,\n,\n${ROWS}`],
    ["with the line ends of Windows", `${TITLE}${ROWS}`.replaceAll("\n", "\r\n")],
    ["with those of old Macs", `${TITLE}${ROWS}`.replaceAll("\n", "\r")],
  ])("are skipped %s", async (_, csv) => {
    const { err, out } = await runCsv(csv, "nps a.csv --score nps --skip-lines 2 --format json");
    expect(JSON.parse(out)).toMatchObject({ n: 3, invalid: 1 });
    expect(err).toContain("1 row of 4 cannot be read\n  line 6, nps: ");
  });

  it("are skipped whatever parts a file comes in, and say nothing of its delimiter", async () => {
    const text = `a,b,c\n1,2\n${ROWS}`.replaceAll(",", ";").replace("a;b;c", "a,b,c");
    async function* parts() {
      for (const sign of text) yield Buffer.from(sign);
    }
    const words = ["nps", "-", "--score", "nps", "--skip-lines", "2", "--format", "json"];
    expect(await jsonOf(run(words, { stdin: parts() }))).toMatchObject({ n: 3, invalid: 1 });
  });

  it("may be all there are", async () => {
    expect(await runCsv(ROWS, "nps a.csv --score nps --skip-lines 9")).toMatchObject({
      code: 1,
      err: "cx-metrics: a.csv is empty\n",
    });
  });

  it.each([
    ["-1", "--skip-lines must be a whole number from 0 to 1000, got -1"],
    ["1.5", "--skip-lines must be a whole number from 0 to 1000, got 1.5"],
    ["1001", "--skip-lines must be a whole number from 0 to 1000, got 1001"],
  ])("are not %s", async (count, message) => {
    expect(await runCsv(ROWS, `nps a.csv --score nps --skip-lines ${count}`)).toMatchObject({
      code: 2,
      err: `cx-metrics: ${message}\n`,
    });
  });

  it("are none of JSON", async () => {
    const files = { "a.json": '{"nps":9}\n{"nps":8}\n' };
    const { code, err } = await run(["nps", "a.json", "--score", "nps", "--skip-lines", "1"], { files });
    expect([code, err]).toEqual([2, "cx-metrics: --skip-lines is of CSV and TSV, and a.json is JSON\n"]);
  });
});

describe("a title in the first line", () => {
  it.each([
    ["alone", `${TITLE}${ROWS}`, 3],
    ["with delimiters", `Survey 2025,,\nby region,,\n,,\nid,nps,why\n1,2,\n3,4,x\n`, 4],
    ["below empty lines", `\n\nSurvey 2025\n${ROWS}`, 4],
  ])("is told of, with what to say, %s", async (_, csv, line) => {
    const { code, err } = await runCsv(csv, "describe a.csv");
    expect(code).toBe(1);
    expect(err).toContain(
      `a.csv begins with a title, and its header seems to be line ${line}: say --skip-lines ${line - 1}`,
    );
    expect(await runCsv(csv, `describe a.csv --skip-lines ${line - 1}`)).toMatchObject({ code: 0, err: "" });
  });

  it.each([
    ["names of some columns only", "nps,,\n9,a,b\n7,c,d\n", "--skip-lines 0"],
    ["numbers with a comma below it", "nps\n9\n9,5\n8,5\n", ""],
    ["words with a comma in a few rows", "why\nfine\nGood, quick\nfine\n", ""],
    ["one row below it", "a,b\n1,2\n", ""],
    ["no row below it", "nps\n", ""],
    ["header rows that are counted", "Q1,,\nGood,Bad,Other\na,b,c\nd,e,f\n", "--header-rows 2"],
  ])("is a header with %s", async (_, csv, options) => {
    const { code, err } = await runCsv(csv, `describe a.csv ${options}`);
    expect(code).toBe(0);
    expect(err).not.toContain("title");
  });
});

describe("rows that all end in a delimiter more than the header", () => {
  it("are read", async () => {
    expect(await jsonOf(runCsv("id,nps\n1,10,\n2,9,\n\n3,2,\n", "nps a.csv --score nps --format json"))).toMatchObject({
      ...{ n: 3, invalid: 0 },
    });
  });

  it.each([
    ["something stands behind it", "id,nps\n1,10,\n2,9,x\n"],
    ["some do not", "id,nps\n1,10,\n2,9\n"],
  ])("are not where %s", async (_, csv) => {
    const { err } = await runCsv(csv, "describe a.csv");
    expect(err).toContain("line 2: expected 2 fields, got 3\n");
  });

  it("are told of one field as of several", async () => {
    expect((await runCsv("nps\n9,5\n8\n", "describe a.csv")).err).toContain("line 2: expected 1 field, got 2\n");
  });
});
