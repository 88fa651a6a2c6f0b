import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { jsonOf, run, runCsv, runLine } from "./run.js";

const CSV = "score,place\n10,Zürich\n9,北京\n,\n3,Zürich\n";
const EXPECTED = { n: 3, missing: 1, invalid: 0, mean: 22 / 3 };
const LINE = "--score score --format json";

describe("a table is read", () => {
  const utf16 = Buffer.from(`\ufeff${CSV}`, "utf16le");
  it.each([
    ["CSV", "a.csv", CSV],
    ["CSV with a byte order mark", "a.csv", `\ufeff${CSV}`],
    ["CSV with the line ends of Windows", "a.csv", CSV.replaceAll("\n", "\r\n")],
    ["CSV with the line ends of old Macs", "a.csv", CSV.replaceAll("\n", "\r")],
    ["CSV without a last line end", "a.csv", CSV.trimEnd()],
    ["CSV with empty lines", "a.csv", `\n${CSV.replaceAll("\n", "\n\n")}\n`],
    ["CSV with semicolons", "a.csv", CSV.replaceAll(",", ";")],
    ["CSV whose first line names the delimiter", "a.csv", `sep=;\r\n${CSV.replaceAll(",", ";")}`],
    ["CSV whose first line names another one, in quotes", "a.csv", `\ufeff"SEP=^"\n${CSV.replaceAll(",", "^")}`],
    ["TSV whose first line names the delimiter", "a.csv", `sep=\t\n${CSV.replaceAll(",", "\t")}`],
    ["CSV with quotes, and commas in them", "a.csv", CSV.replaceAll("place", '"place, if any"')],
    ["TSV", "a.tsv", CSV.replaceAll(",", "\t")],
    ["TSV under another name", "a.txt", CSV.replaceAll(",", "\t")],
    ["UTF-16 with a byte order mark", "a.csv", utf16],
    ["gzip", "a.csv.gz", gzipSync(CSV)],
    ["gzip under another name", "a.csv", gzipSync(CSV)],
    ["UTF-16 in gzip", "a.csv", gzipSync(utf16)],
    ["NDJSON", "a.ndjson", '{"score":10}\n{"score":"9"}\n\n{"score":null,"place":"x"}\n{"score":3}'],
    ["NDJSON under another name", "a", '{"score":10}\r\n{"score":"9"}\r\n{}\r\n{"score":3}\r\n'],
    ["JSON", "a.json", '[\n {"score": 10}, {"score": 9},\n {"score": null}, {"score": 3}\n]'],
    ["NDJSON that is called JSON", "a.json.gz", gzipSync('{"score":10}\n{"score":9}\n{}\n{"score":3}')],
    ["JSON under another name", "a.txt", '[{"score":10},{"score":9},{},{"score":3}]'],
  ])("%s", async (_, name, content) => {
    const { code, out, err } = await run(["nps", name, ...LINE.split(" ")], { files: { [name]: content } });
    expect([code, err]).toEqual([0, ""]);
    expect(JSON.parse(out)).toMatchObject(EXPECTED);
  });

  it("from standard input", async () => {
    for (const stdin of [CSV, gzipSync(CSV), '[{"score":10},{"score":9},{},{"score":3}]'])
      expect(await jsonOf(runLine(`nps - ${LINE}`, { stdin }))).toMatchObject(EXPECTED);
  });

  it("from several files, whose columns may stand in another order", async () => {
    const files = { "a.csv": CSV, "b.csv": "place;score\nx;0\n", "sub/c.ndjson": '{"score":5}' };
    const words = ["nps", "a.csv", "b.csv", "sub/c.ndjson", ...LINE.split(" ")];
    expect(await jsonOf(run(words, { files }))).toMatchObject({ n: 5, missing: 1, mean: 27 / 5 });
  });

  it.each([
    ["*.csv", 4],
    ["?.csv", 3],
    ["[ab].csv", 2],
    ["[!ab].csv", 1],
    ["**/*.csv", 6],
    ["sub/*/x.csv", 1],
    ["su*/y.csv", 1],
    ["./su?/y.csv", 1],
  ])("from the files that %s matches", async (pattern, n) => {
    const names = ["a.csv", "b.csv", "c.csv", "dd.csv", "sub/y.csv", "sub/deep/x.csv"];
    const files = Object.fromEntries([...names, ".hidden.csv", "a.txt"].map((name) => [name, "score\n9\n"]));
    expect(await jsonOf(run(["nps", pattern, ...LINE.split(" ")], { files }))).toMatchObject({ n });
  });

  it("from a file whose name looks like a pattern", async () => {
    const files = { "a[1].csv": "score\n9\n", "a1.csv": "score\n9\n9\n" };
    expect(await jsonOf(run(["nps", "a[1].csv", ...LINE.split(" ")], { files }))).toMatchObject({ n: 1 });
  });

  it("in the encoding that is named", async () => {
    const latin = Buffer.from("score,place\n9,Zürich\n", "latin1");
    const { segments } = await jsonOf(runCsv(latin, `nps a.csv --encoding windows-1252 --by place ${LINE}`));
    expect(segments[0].key).toBe("Zürich");
    const gb = Buffer.from([...Buffer.from("score,place\n9,"), 0xb1, 0xb1, 0xbe, 0xa9, 0x0a]);
    expect((await jsonOf(runCsv(gb, `nps a.csv --encoding gb18030 --by place ${LINE}`))).segments[0].key).toBe("北京");
  });

  it("with the delimiter that is named", async () => {
    expect(await jsonOf(runCsv("score:place\n9:x\n", `nps a.csv --delimiter : ${LINE}`))).toMatchObject({ n: 1 });
    expect(await jsonOf(runCsv("score\tplace\n9\tx\n", `nps a.csv --delimiter \\t ${LINE}`))).toMatchObject({ n: 1 });
  });

  it("counts the line that names the delimiter", async () => {
    const { err } = await runCsv("sep=;\nscore;place\n9;x\n12;x\n", `nps a.csv ${LINE}`);
    expect(err).toContain("line 4, score: ");
  });

  it("in the format that is named", async () => {
    const files = { "a.csv": '{"score":9}' };
    const words = ["nps", "a.csv", "--input-format", "ndjson", ...LINE.split(" ")];
    expect(await jsonOf(run(words, { files }))).toMatchObject({ n: 1 });
  });

  it("without a header", async () => {
    expect(await jsonOf(runCsv("9,x\n10,y\n", "nps a.csv --header-rows 0 --score 1 --format json"))).toMatchObject({
      n: 2,
    });
  });

  it("with an empty line for a missing answer, where there is one column only", async () => {
    expect(await jsonOf(runCsv("score\n9\n\n10\n", `nps a.csv ${LINE}`))).toMatchObject({ n: 2, missing: 1 });
  });

  it("with lines counted through fields of several lines", async () => {
    const { err } = await runCsv('score,text\n9,"a\nb\n""c"""\nx,"d\n"\n9,e" f\ny,\n', "nps a.csv --score score");
    expect(err).toContain("line 5, score");
    expect(err).toContain("line 8, score");
  });

  it("with objects in objects, by dots between the names", async () => {
    const line = '{"answer":{"score":9},"customer":{"country":"KE"},"customer.country":"KE"}\n{"answer":null}\n';
    const files = { "a.ndjson": line };
    const words = ["nps", "a.ndjson", "--score", "answer.score", "--by", "customer.country", "--format", "json"];
    expect((await jsonOf(run(words, { files }))).segments).toMatchObject([
      { key: "KE", n: 1 },
      { key: null, missing: 1 },
    ]);
  });
});

describe("several header rows", () => {
  const qualtrics = `V1,Q1,Q1\nResponseId,How likely are you to recommend us?,Why?\n"{""ImportId"":""_recordId""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2""}"\nR1,9,x\n`;

  it("of Qualtrics, whose columns are found by name or question", async () => {
    const { out } = await run(
      ["nps", "a.csv", "--header-rows", "3", "--score", "How likely are you to recommend us?", "--format", "json"],
      { files: { "a.csv": qualtrics } },
    );
    expect(JSON.parse(out)).toMatchObject({ n: 1, missing: 0 });
  });

  it("are asked for where the file shows them", async () => {
    const { code, err } = await runCsv(qualtrics, "nps a.csv --score V1");
    expect([code, err]).toEqual([
      1,
      "cx-metrics: a.csv is an export of Qualtrics, with more than one header row: say --header-rows 3\n",
    ]);
  });

  it("of SurveyMonkey, where a question stands once above its answers", async () => {
    const csv = "Respondent ID,Rate us,,\n,Price,Speed,Staff\n1,9,10,8\n";
    expect((await runCsv(csv, "nps a.csv --score Speed")).err).toContain("say --header-rows 2");
    for (const name of ["Rate us / Speed", "Speed"]) {
      const got = await jsonOf(runCsv(csv, `nps a.csv --header-rows 2 --score "${name}" --format json`));
      expect(got).toMatchObject({ n: 1, mean: 10 });
    }
  });
});

describe("an object with the list in it, as services answer", () => {
  const HINT =
    "JSON must be a list of objects, or one object a line; take out the one in \"data\", such as by jq '.data'";
  const page = { total: 2, tags: ["a"], data: [{ nps: 9 }, { nps: 3 }], next: null };

  it.each([
    ["in a line", JSON.stringify(page)],
    ["over several lines", JSON.stringify(page, null, 2)],
    ["over several lines of Windows", JSON.stringify(page, null, 2).replaceAll("\n", "\r\n")],
    ["with its first part in the first line", '{ "total": 2, "data": [\n{"nps": 9},\n{"nps": 3}\n]}'],
  ])("is told of, with what to do, %s", async (_, json) => {
    const message = `cx-metrics: a.json holds no list: ${HINT}\n`;
    for (const format of ["", " --input-format json"])
      expect(await runLine(`nps a.json --score nps${format}`, { files: { "a.json": json } })).toMatchObject({
        ...{ code: 1, out: "", err: message },
      });
  });

  it("may be a row of its own, among others, or with lists of other things", async () => {
    const nps = (json: string) =>
      jsonOf(runLine("nps a.json --score nps --format json", { files: { "a.json": json } }));
    expect(await nps('{"nps":9,"notes":[{"a":1}]}\n{"nps":3,"notes":[]}\n')).toMatchObject({ n: 2 });
    expect(await nps('{"nps":9,"tags":["a"],"notes":[]}\n')).toMatchObject({ n: 1 });
  });

  it("is no list either where objects go over several lines", async () => {
    const files = { "a.ndjson": '{\n  "nps": 9\n}\n{\n  "nps": 3\n}\n' };
    expect(await runLine("nps a.ndjson --score nps", { files })).toMatchObject({
      code: 1,
      err: "cx-metrics: a.ndjson holds no list: JSON must be a list of objects, or one object a line\n",
    });
  });
});
