import { describe, expect, it } from "vitest";
import { jsonOf, run, runCsv } from "./run.js";

describe("a column without a name", () => {
  const csv = "a,,b\n1,2,3\n3,4,5\n";

  it.each(['--score "(column 2)"', '--score a --weight "(column 2)"', '--score a --by "(column 2)"'])(
    "goes by its place: %s",
    async (options) => {
      expect(await runCsv(csv, `csat a.csv ${options}`)).toMatchObject({ code: 0, err: "" });
    },
  );

  it.each([
    '--score ""',
    '--score a --weight ""',
    '--score a --by ""',
    '--score a --respondent b --time ""',
    '--score a --time b --respondent ""',
  ])("is not what an empty name means: %s", async (options) => {
    expect(await runCsv(csv, `csat a.csv ${options}`)).toMatchObject({
      code: 2,
      err: 'cx-metrics: a.csv has no column ""; it has "a", "(column 2)", "b"\n',
    });
  });

  it("is none of a list of items with nothing between two commas", async () => {
    expect(await runCsv(csv, "csi a.csv --items a,,b")).toMatchObject({ code: 2 });
    const { items } = await jsonOf(runCsv(csv, 'csi a.csv --items "a..(column 2)" --format json'));
    expect(items).toMatchObject([{ item: "a" }, { item: "(column 2)" }]);
  });

  it("is not found by an empty cell under its header either", async () => {
    const two = "a,b,c\nOne,,Three\n1,2,3\n";
    expect(await runCsv(two, 'csat a.csv --header-rows 2 --score ""')).toMatchObject({ code: 2 });
  });

  it("is not spoken of where there is no column at all", async () => {
    expect(await run(["nps", "a.json", "--score", "nps"], { files: { "a.json": "[{}]" } })).toMatchObject({
      code: 2,
      err: 'cx-metrics: a.json has no column "nps", nor any other\n',
    });
  });

  it("goes by its place in JSON too", async () => {
    const files = { "a.ndjson": '{"":4,"b":2}\n' };
    const { columns } = await jsonOf(run(["describe", "a.ndjson", "--format", "json"], { files }));
    expect(columns).toMatchObject([
      { column: "(column 1)", n: 1 },
      { column: "b", n: 1 },
    ]);
    const { score } = await jsonOf(
      run(["csat", "a.ndjson", "--statistic", "mean", "--score", "(column 1)", "--format", "json"], { files }),
    );
    expect(score).toBe(4);
  });
});

describe("a question over several columns, as SurveyMonkey writes them", () => {
  // A column an option, holding its label where it was chosen; a matrix; and an answer with a remark beside it.
  const csv =
    "Respondent ID,How was it?,,Rate us,,,Why?,\n,Good,Bad,Price,Speed,,Response,Other\n1,Good,,4,5,,3,x\n2,,Bad,2,,,5,\n";
  const line = "csat a.csv --header-rows 2 --statistic mean --format json --score";

  it("is the name of none of them alone", async () => {
    const { columns } = await jsonOf(runCsv(csv, "describe a.csv --header-rows 2 --format json"));
    expect(columns.map(({ column }: { column: string }) => column)).toEqual([
      ...[
        "Respondent ID",
        "How was it? / Good",
        "How was it? / Bad",
        "Rate us / Price",
        "Rate us / Speed",
        "(column 6)",
      ],
      ...["Why?", "Why? / Other"],
    ]);
    expect(await runCsv(csv, `${line} "How was it?" --labels Good=5`)).toMatchObject({
      code: 2,
      err: 'cx-metrics: a.csv has 2 columns called "How was it?": say "How was it? / Good" or "How was it? / Bad"\n',
    });
    expect((await runCsv(csv, `${line} "Rate us"`)).err).toContain('say "Rate us / Price" or "Rate us / Speed"');
  });

  it("goes with an answer, or with a response and remarks to it", async () => {
    const mean = async (name: string) => (await jsonOf(runCsv(csv, `${line} "${name}"`))).score;
    expect([await mean("Price"), await mean("Rate us / Price"), await mean("Speed"), await mean("Why?")]).toEqual([
      ...[3, 3, 5, 4],
    ]);
  });
});

describe("columns with the same title", () => {
  const csv = "Rate,Why,Rate\n5,x,1\n4,y,\n,z,2\n";

  it("are described one by one", async () => {
    const { columns } = await jsonOf(runCsv(csv, "describe a.csv --format json"));
    expect(columns).toMatchObject([
      { column: "Rate (column 1)", n: 2, missing: 1 },
      { column: "Why", n: 3, missing: 0 },
      { column: "Rate (column 3)", n: 2, missing: 1 },
    ]);
  });

  it("are scored by the name that tells them apart", async () => {
    const mean = async (name: string) =>
      (await jsonOf(runCsv(csv, `csat a.csv --score "${name}" --statistic mean --format json`))).score;
    expect([await mean("Rate (column 1)"), await mean("Rate (column 3)")]).toEqual([4.5, 1.5]);
  });

  it.each(["--score Rate", "--score Why --by Rate", "--score Why --by Why,Rate"])(
    "are refused by their title, with the names that tell them apart: %s",
    async (options) => {
      expect(await runCsv(csv, `csat a.csv ${options}`)).toMatchObject({
        code: 2,
        err: 'cx-metrics: a.csv has 2 columns called "Rate": say "Rate (column 1)" or "Rate (column 3)"\n',
      });
    },
  );

  it("are told apart in what is refused, and in the items of an index", async () => {
    const { err } = await runCsv("Rate,Rate\n5,1\n4,x\n", 'csat a.csv --score "Rate (column 2)"');
    expect(err).toContain("line 3, Rate (column 2): expected a rating");
    const { items } = await jsonOf(runCsv(csv, 'csi a.csv --items "Rate (column 1),Rate (column 3)" --format json'));
    expect(items).toMatchObject([{ item: "Rate (column 1)" }, { item: "Rate (column 3)" }]);
  });

  it("are told apart where a title is the name of another column", async () => {
    const { columns } = await jsonOf(runCsv("a,a,a (column 2)\n1,2,3\n", "describe a.csv --format json"));
    const names: string[] = columns.map(({ column }: { column: string }) => column);
    expect(new Set(names).size).toBe(3);
    for (const [index, name] of names.entries()) {
      const line = `csat a.csv --score "${name}" --statistic mean --format json`;
      expect((await jsonOf(runCsv("a,a,a (column 2)\n1,2,3\n", line))).score).toBe(index + 1);
    }
  });

  it("are not all named where there are very many", async () => {
    const { err } = await runCsv(`${"Response,".repeat(30)}a\n`, "csat a.csv --score Response");
    expect(err).toContain('30 columns called "Response": say "Response (column 1)" or ');
    expect(err).toMatch(/ or "Response \(column 5\)" or …\n$/);
  });

  it("may have a comma in their title", async () => {
    const titles = '"Fast, good","Fast, good",b\n1,2,3\n';
    const { err } = await runCsv(titles, 'csi a.csv --items "Fast, good"');
    expect(err).toContain('2 columns called "Fast, good": say "Fast, good (column 1)" or "Fast, good (column 2)"');
    const { out } = await runCsv(titles, 'csi a.csv --items "Fast, good (column 2)" --items b');
    expect(out).toContain("Fast, good (column 2)");
  });

  it("are found as they are shown, where a title has line breaks or several spaces", async () => {
    const csv = '"您的评价\n（单选题）","Rate  us"," a\tb "\n5,4,3\n';
    const { columns } = await jsonOf(runCsv(csv, "describe a.csv --format json"));
    expect(columns.map(({ column }: { column: string }) => column)).toEqual([
      "您的评价\n（单选题）",
      "Rate  us",
      "a\tb",
    ]);
    for (const [name, score] of [
      ["您的评价 （单选题）", 5],
      ["Rate us", 4],
      ["a b", 3],
    ] as const) {
      const line = `csat a.csv --statistic mean --format json --score "${name}"`;
      expect(await jsonOf(runCsv(csv, line))).toMatchObject({ score });
    }
    // One that has the very name comes first; two that are alike are told apart.
    const alike = '"a\nb","a  b","a b"\n5,4,3\n';
    const exact = await jsonOf(runCsv(alike, 'csat a.csv --statistic mean --format json --score "a b"'));
    expect(exact).toMatchObject({ score: 3 });
    expect((await runCsv('"a\nb","a  b"\n5,4\n', 'csat a.csv --score "a b"')).err).toContain(
      String.raw`2 columns called "a b": say "a\nb" or "a  b"`,
    );
  });

  it("are told apart with a second header row, by both titles", async () => {
    const two = "Q1,,Q2,\nResponse,Other,Response,Other\n5,1,4,2\n";
    const { columns } = await jsonOf(runCsv(two, "describe a.csv --header-rows 2 --format json"));
    expect(columns.map(({ column }: { column: string }) => column)).toEqual(["Q1", "Q1 / Other", "Q2", "Q2 / Other"]);
    const line = "csat a.csv --statistic mean --format json --header-rows 2 --score";
    expect(await jsonOf(runCsv(two, `${line} "Q2 / Response"`))).toMatchObject({ score: 4 });
    expect((await runCsv(two, "csat a.csv --header-rows 2 --score Response")).err).toContain(
      '2 columns called "Response": say "Q1" or "Q2"',
    );
    const same = "Rate,Rate\nResponse,Response\n5,1\n";
    expect((await runCsv(same, "csat a.csv --header-rows 2 --score Response")).err).toContain(
      'say "Rate (column 1)" or "Rate (column 2)"',
    );
    expect(await runCsv(same, 'csat a.csv --header-rows 2 --score "Rate (column 2)"')).toMatchObject({ code: 0 });
  });
});
