import { describe, expect, it } from "vitest";
import { jsonOf, run, runCsv } from "./run.js";

/** What the first column of a CSV file looks like. */
async function guessOf(csv: string) {
  const { columns } = await jsonOf(runCsv(csv, "describe a.csv --format json"));
  return columns[0];
}

describe("dates that a spreadsheet makes of answers such as 9-10", () => {
  it("are no ratings", async () => {
    const { code, err, out } = await runCsv("nps\n9-Oct\n10\n3. März\n", "nps a.csv --score nps --format json");
    expect(code).toBe(0);
    expect(err).toContain('line 2, nps: expected a rating from 0 to 10 in steps of 1, got "9-Oct"');
    expect(JSON.parse(out)).toMatchObject({ n: 1, invalid: 2 });
  });

  it("make no column of ratings, and are not on the scale of one", async () => {
    const dates = "5-Apr\n9-Oct\n10-Sep\n5-Apr\n".repeat(20);
    expect((await guessOf(`nps\n${dates}`)).kind).not.toBe("rating");
    const ratings = "10\n9\n8\n7\n6\n5\n".repeat(20);
    expect(await guessOf(`nps\n${ratings}9-Oct\n`)).toMatchObject({ kind: "rating", off: [{ value: "9-Oct", n: 1 }] });
  });
});

describe("full-width digits", () => {
  it("are ratings on a scale in a description too", async () => {
    const eleven = ["０", "１", "２", "3", "4", "5", "6", "7", "8", "9", "１０"].join("\n");
    expect(await guessOf(`nps\n${`${eleven}\n`.repeat(10)}`)).toMatchObject({
      kind: "rating",
      scale: { min: 0, max: 10 },
      off: [],
    });
    const five = ["１", "２", "３", "４", "５ - 满意"].join("\n");
    expect(await guessOf(`csat\n${`${five}\n`.repeat(10)}`)).toMatchObject({
      kind: "rating",
      scale: { min: 1, max: 5 },
      off: [],
    });
  });

  it("are weights", async () => {
    const { out } = await runCsv("nps,w\n10,１\n0,３．０\n", "nps a.csv --score nps --weight w --format json");
    expect(JSON.parse(out)).toMatchObject({ score: -50, n: 2, invalid: 0 });
  });

  it("are points of importance, and numbers of options", async () => {
    const csv = "a,b,p,q\n5,1,３,1\n";
    const byCells = await jsonOf(runCsv(csv, "csi a.csv --items a,b --importance p,q --format json"));
    const byOption = await jsonOf(runCsv(csv, "csi a.csv --items a,b --weights ３,1 --format json"));
    const plain = await jsonOf(runCsv(csv, "csi a.csv --items a,b --weights 3,1 --format json"));
    expect([byCells.score, byOption.score]).toEqual([plain.score, plain.score]);
  });

  it.each([
    ["99", "９９"],
    ["９９", "99"],
    ["N/A", "Ｎ／Ａ"],
    ["no answer", "No  Answer"],
  ])("are one with plain ones where --missing is %s and a cell %s", async (missing, cell) => {
    const { out } = await runCsv(`nps\n10\n${cell}\n`, `nps a.csv --score nps --missing "${missing}" --format json`);
    expect(JSON.parse(out)).toMatchObject({ n: 1, missing: 1, invalid: 0 });
  });
});

describe("codes and labels that are numbers", () => {
  const turned = "csat a.csv --score csat --labels 1=5,2=4,4=2,5=1 --missing 0,99 --format json";

  it.each(["1", "1.0", " 1.00", "1 - Very satisfied"])("are of %j too", async (best) => {
    const csv = `csat\n${best}\n2.0\n5\n0.0\n99 - Don't know\n`;
    const { err, out } = await runCsv(csv, turned);
    expect(err).toBe("");
    expect(JSON.parse(out)).toMatchObject({ n: 3, missing: 2, invalid: 0, mean: 10 / 3 });
  });

  it("are of numbers in JSON, and true and false may have labels", async () => {
    const json = (values: readonly unknown[]) => values.map((csat) => `${JSON.stringify({ csat })}\n`).join("");
    const numbers = await jsonOf(runCsv(json([1, 2, 5, 0, 99]), `${turned} --input-format ndjson`));
    expect(numbers).toMatchObject({ n: 3, missing: 2, invalid: 0, mean: 10 / 3 });
    const line =
      "csat a.csv --score csat --definition THUMBS --labels true=1,false=0 --format json --input-format ndjson";
    expect(await jsonOf(runCsv(json([true, true, false, null, [1]]), line))).toMatchObject({
      ...{ n: 3, missing: 1, invalid: 1, mean: 2 / 3 },
    });
  });

  it("are not turned into codes by labels", async () => {
    const { out } = await runCsv("csat\n1\n5\n4\n", "csat a.csv --score csat --labels 1=5 --missing 5 --format json");
    expect(JSON.parse(out)).toMatchObject({ n: 2, missing: 1, mean: 4.5 });
  });
});

describe("Chinese signs", () => {
  it("part --missing and --labels as plain ones do", async () => {
    const csv = "csat\n满意\n很满意\n-3\n（空）\n不清楚，没去过\n";
    const words = ["csat", "a.csv", "--score", "csat", "--format", "json"];
    const lists = ["--missing", "-3，(空)", "--missing", "不清楚，没去过", "--labels", "很满意＝５，满意=4"];
    const { err, out } = await run([...words, ...lists], { files: { "a.csv": csv } });
    expect(err).toBe("");
    expect(JSON.parse(out)).toMatchObject({ n: 2, missing: 3, invalid: 0, mean: 4.5 });
  });
});

describe("words that stand for no rating", () => {
  it.each([
    ...["满意（4分）", "A.满意", "Q4", "★★★★☆", "🤩", "-", "*", "(blank)"],
    ...["5 Strongly agree", "4 stars", "(4) Agree", "10非常愿意"],
  ])("are said to need a label: %s", async (cell) => {
    const csv = `csat\n5\n"${cell}"\n`;
    const { err } = await runCsv(csv, "csat a.csv --score csat");
    expect(err).toContain(`got "${cell}": words need --labels or --missing\n`);
    const labelled = await runCsv(csv, "csat a.csv --score csat --labels 满意=4");
    expect(labelled.err).toContain(`got "${cell}": it is none of --labels or --missing\n`);
  });
});

it.each(["9abc", "9-Oct", "7-8", "4/5", "'4", '="4"', "4!"])("a slip is no word: %s", async (cell) => {
  const { err } = await runCsv(`csat\n5\n"${cell.replaceAll('"', '""')}"\n`, "csat a.csv --score csat");
  expect(err).toContain(`got ${JSON.stringify(cell)}\n`);
});

describe("a number off the scale", () => {
  it.each([
    ["0", "0"],
    ["6", "6"],
    ["99", "99"],
    ["-1", "-1"],
    ["99 - Don't know", "99"],
    ["98.0", "98"],
  ])("may be a code, as is said: %s", async (cell, code) => {
    const { err } = await runCsv(`csat\n5\n${cell}\n`, "csat a.csv --score csat");
    expect(err).toContain(`got "${cell}": say --missing ${code} if that means no answer\n`);
  });

  it.each(["45", "4.5", "7", "100"])("may be a slip: %s", async (cell) => {
    expect((await runCsv(`csat\n5\n${cell}\n`, "csat a.csv --score csat")).err).toContain(`got "${cell}"\n`);
  });
});

describe("decimal commas", () => {
  const csv = "stars;w\n4,5;0,5\n2,0;1,5\n5;1\n";
  const line = "csat a.csv --score stars --definition STARS_HALF --statistic mean --weight w";

  it("are refused, with what to say", async () => {
    const { err } = await runCsv(csv, line);
    expect(err).toContain(
      'line 2, stars: expected a rating from 0.5 to 5 in steps of 0.5, got "4,5": decimals need a point, or',
    );
    expect((await runCsv(csv, "csat a.csv --score w")).err).toContain('got "0,5"\n');
    expect((await runCsv('nps\n9\n"9,5"\n', "nps a.csv --score nps")).err).toContain('got "9,5"\n');
  });

  it("are read where that is said", async () => {
    const { err, out } = await runCsv(csv, `${line} --decimal-comma --format json`);
    expect(err).toBe("");
    expect(JSON.parse(out)).toMatchObject({ n: 3, invalid: 0, score: (4.5 * 0.5 + 2 * 1.5 + 5) / 3 });
    const { columns } = await jsonOf(runCsv(csv, "describe a.csv --decimal-comma --format json"));
    expect(columns[0]).toMatchObject({ looksLike: "rating 0.5 to 5" });
  });

  it("are none in words", async () => {
    const words = 'by;nps\n"3,4,5";9\n"1,5 km";9\n"1,";9\n';
    const { segments } = await jsonOf(runCsv(words, "nps a.csv --score nps --by by --decimal-comma --format json"));
    expect(segments.map(({ key }: { key: string }) => key)).toEqual(["1,", "1,5 km", "3,4,5"]);
  });
});

it("a description finds no ratings that the scoring commands refuse", async () => {
  const fives = "1\n2\n3\n4\n5\n".repeat(20);
  const { off } = await guessOf(`csat\n${fives}5.\n1e0\n3 - fine\n`);
  expect(off.map(({ value }: { value: string }) => value)).toEqual(["5.", "1e0"]);
  const { err } = await runCsv(`csat\n${fives}5.\n1e0\n3 - fine\n`, "csat a.csv --score csat");
  expect(err).toContain("2 rows of 103 cannot be read");
});
