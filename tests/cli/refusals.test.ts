import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { folderOf, run, runCsv, runLine } from "./run.js";

const CSV = "id,nps,region,at\n1,9,north,2026-01-01\n2,3,south,2026-02-01\n";

/** What is said of a command line that fails, where it has nothing but that to say. */
async function refusal(running: ReturnType<typeof run>, code: 1 | 2): Promise<string> {
  const got = await running;
  expect([got.code, got.out]).toEqual([code, ""]);
  expect(got.err).toMatch(/^cx-metrics: [^\n]+\n$/);
  expect(got.err).not.toMatch(/\n\s+at |Error:|undefined|\[object/);
  return got.err.slice("cx-metrics: ".length, -1);
}

describe("wrong usage ends with 2", () => {
  it.each([
    ["nsp a.csv", 'there is no command "nsp"; did you mean "nps"'],
    ["toString a.csv", 'there is no command "toString"'],
    ["nps", "--score is missing: --score COLUMN"],
    ["nps a.csv", "--score is missing: --score COLUMN"],
    ["nps --score nps", "name a file to read, or - for standard input"],
    ["nps a.csv --scor nps", 'there is no option --scor here; did you mean "--score"'],
    ["nps a.csv --score nps --satisfied-from 4", "there is no option --satisfied-from here; other commands have it"],
    ["nps a.csv -x", "there is no option -x here"],
    ["nps a.csv --score", "--score needs a value: --score COLUMN"],
    ["nps a.csv --score --weight id", "--score needs a value: --score COLUMN"],
    ["nps a.csv --score nps --score id", "--score is given twice"],
    ["nps a.csv --score nps --strict=yes", '--strict takes no value, got "yes"'],
    ["nps a.csv --score npss", 'a.csv has no column "npss"; did you mean "nps"?'],
    ["nps a.csv --score zzzz", 'a.csv has no column "zzzz"; it has "id", "nps", "region", "at"'],
    ["nps a.csv --score xy", 'a.csv has no column "xy"; it has "id", "nps", "region", "at"'],
    ["nps a.csv --score nps --by regoin", 'a.csv has no column "regoin"; did you mean "region"?'],
    ["nps a.csv --score nps --by at..id", "at..id must be FIRST..LAST, two columns of a.csv in their order"],
    ["nps a.csvv --score nps", 'there is no file a.csvv; did you mean "a.csv"?'],
    ["nps *.tsv --score nps", "no file matches *.tsv"],
    ["nps sub --score nps", "sub is a folder: name a file in it, or sub/*.csv"],
    ["nps a.csv --score nps --format xml", '--format must be table or json or csv or markdown, got "xml"'],
    ["nps a.csv --score nps --format jsn", 'got "jsn"; did you mean "json"'],
    ["nps a.csv --score nps --level 95", "--level must be between 0 and 1, such as 0.95, got 95"],
    ["nps a.csv --score nps --level high", '--level must be a number, got "high"'],
    ["nps a.csv --score nps --digits 1.5", "--digits must be a whole number from 0 to 10, got 1.5"],
    ["nps a.csv --score nps --interval wilson", "interval of net scores must be score"],
    ["nps a.csv --score nps --interval wilsn", "--interval must be score or"],
    ["nps a.csv --score nps --statistic median", "--statistic must be net or share or mean or index"],
    ["nps a.csv --score nps --min-n 3", "--min-n needs --by"],
    ["nps a.csv --score nps --by region --min-n 0.5", "--min-n must be a whole number from 0, got 0.5"],
    ["nps a.csv --score nps --by region --order size", "--order must be key or score or n"],
    ["nps a.csv --score nps --every month", "--every needs --time"],
    ["nps a.csv --score nps --time-zone UTC", "--time-zone needs --time"],
    ["nps a.csv --score nps --time at --every fortnight", "--every must be hour or day or week or month"],
    ["nps a.csv --score nps --time at --every day --time-zone Mars", "--time-zone must be an IANA time zone"],
    [
      "nps a.csv --score nps --time at --every day --week-starts-on 8",
      "--week-starts-on must be a whole number from 0 to 7, got 8",
    ],
    ["nps a.csv --score nps --time at --every day --rolling 3w", "--rolling must be a number of periods, such as 3"],
    ["nps a.csv --score nps --time at --every day --rolling 0", "--rolling must be a whole number from 1"],
    ["nps a.csv --score nps --time at --every day --rolling 0d", "--rolling must be a whole number from 1"],
    ["nps a.csv --score nps --time at --from yesterday", "--from must be a time in ISO 8601, such as"],
    [
      "nps a.csv --score nps --time at --to 01/03/2026 --date-format dd/MM/yyyy",
      '--to must be a time in ISO 8601, such as 2026-03-05 or 2026-03-05T14:00:00+08:00, whatever --date-format says, got "01/03/2026"',
    ],
    ["nps a.csv --score nps --time at --from 2026-02-01 --to 2026-01-01", "--from must not be after --to"],
    ["nps a.csv --score nps --time at --every day --date-format dd/MM", "--date-format must have a year"],
    ["nps a.csv --score nps --scale 5", "--scale must be MIN-MAX, such as 1-10"],
    ["nps a.csv --score nps --scale 1-5", "--scale 1-5: nps has NPS from 0 to 10"],
    [
      "ces a.csv --score nps --scale 1-5",
      "CES_1 from 1 to 5 in steps of 1, lower is better. Choose one by --definition",
    ],
    ["csat a.csv --score nps --scale 1-5 --definition CSAT", "--definition has a scale: leave --scale out"],
    ["nps a.csv --score nps --definition CSAT", "--definition CSAT is of csat, and not of nps"],
    ["csat a.csv --score nps --definition CSAT_8", 'got "CSAT_8"; did you mean'],
    ["csat a.csv --score nps --definition own.json", "own.json cannot be read"],
    [
      "csat a.csv --score nps --satisfied-from 1",
      "--satisfied-from must be above 3, where neutral begins, and at most 5, got 1",
    ],
    ["segment a.csv --score nps --by region", "--metric is missing"],
    ["segment a.csv --score nps --metric nps", "--by is missing: --by COLUMNS"],
    [
      "segment a.csv --score nps --by id --metric npss",
      '--metric must be nps or csat or ces or sentiment, got "npss"; did you',
    ],
    [
      "segment a.csv --score nps --by id --metric nps --satisfied-from 4",
      "--satisfied-from is of csat, and not of nps",
    ],
    ["trend a.csv --score nps --metric nps", "--time is missing: --time COLUMN"],
    ["nps a.csv --score nps --time at", "--time needs --every or --from or --to or --respondent"],
    ["nps a.csv --score nps --by id --time at --every day --totals", "--totals does not go with --every"],
    ["nps a.csv --score nps --by id --time at --every day --rolling 3 --min-n 5", "--min-n does not go with --rolling"],
    ["nps a.csv --score nps --by id --time at --every day --min-n -1", "--min-n must be a whole number from 0, got -1"],
    ["csi a.csv --items nps,id --weights 1,2 --importance nps,id", "--weights does not go with --importance"],
    ["csat a.csv --score nps --labels good=4,bad=1,good=5", '--labels says that "good" is 4, and 5'],
    ["csat a.csv --score nps --labels good", "--labels must be a list such as"],
    ["csat a.csv --score nps --labels good=6", 'csat: label "good" stands for 6, off the scale from 1 to 5'],
    ["nps a.csv --score nps --header-rows 1.5", "--header-rows must be a whole number from 0 to 10, got 1.5"],
    ["nps a.csv --score nps --delimiter ab", "--delimiter must be one sign"],
    ["nps a.csv --score nps --encoding klingon", "--encoding must be one that browsers know"],
    ["nps a.csv --score nps --input-format xlsx", "--input-format must be csv or tsv or ndjson or json"],
    ["csi a.csv --items nps,id --weights 1,2,3", "--weights has 3 parts, and --items 2: they must be as many"],
    ["csi a.csv --items nps,id --importance id", "--importance has 1 parts, and --items 2: they must be as many"],
    ["csi a.csv --items nps,id --weights 1,x", '--weights must be numbers, such as 30,20,50, got "x"'],
    ["csi a.csv --items nps --scale 5-1", "csi: scale.max must be above scale.min 5"],
    ["servqual a.csv --perceptions nps,id", "--perceptions must be 22 columns, got 2"],
    ["servqual a.csv --perceptions nps --instrument SERVQUAL", 'got "SERVQUAL"; did you mean'],
    ["servqual a.csv --perceptions nps --weights 50,20", "the number of weights must be that of the dimensions, 5"],
    ["compare a.csv --metric nps --score nps", "compare takes two files, or segments of any: --by COLUMN; got 1 file"],
    ["compare a.csv a.csv --score nps", "--metric is missing"],
    ["compare a.csv a.csv --metric nps --score nps --method newcombe", "the method for net scores must be"],
    ["sample-size --metric nps", "give one of --margin, --difference and --n"],
    ["sample-size --metric nps --margin 5 --n 10", "give one of --margin, --difference and --n"],
    ["sample-size --metric nps --margin 0", "--margin must be a number above 0, got 0"],
    ["sample-size --margin 5", "--metric is missing"],
    ["sample-size a.csv --metric nps --margin 5", "sample-size reads no file, got a.csv"],
    ["sample-size --metric nps --margin 5 --expected good=1", "--expected must be positive=SHARE"],
    [
      "sample-size --metric csat --margin 5 --expected negative=0.1",
      "what is expected of share scores must be positive",
    ],
    ["sample-size --metric nps --margin 5 --power 0.9", "--power needs --difference or --n"],
    ["describe a.csv --score nps", "there is no option --score here; other commands have it"],
  ])("%s", async (line, message) => {
    const cwd = folderOf({ "a.csv": CSV });
    mkdirSync(join(cwd, "sub"));
    expect(await refusal(runLine(line, { cwd }), 2)).toContain(message);
  });
});

describe("a path that leads nowhere ends with 2", () => {
  it.each([
    ["to-nothing", "there is no file to-nothing"],
    ["circle", "circle cannot be read: ELOOP: "],
    ["x".repeat(5000), `${"x".repeat(5000)} cannot be read: ENAMETOOLONG: `],
  ])("%#", async (path, message) => {
    const cwd = folderOf({});
    symlinkSync("nothing", join(cwd, "to-nothing"));
    symlinkSync("circle", join(cwd, "circle"));
    const told = await refusal(run(["nps", path, "--score", "nps"], { cwd }), 2);
    expect(told.slice(0, message.length)).toBe(message);
    expect(told).not.toContain("did you mean");
  });
});

describe("files that are called JSON and hold no rows end with 1", () => {
  it.each([
    ["a.json", "[9,10]", "item 1: expected an object, got 9"],
    ["a.json", '"nps"', 'line 1: expected an object, got "nps"'],
    ["a.jsonl", "nps\n9\n", "line 1: no JSON: "],
    ["a.ndjson", "[9,10]", "line 1: expected an object, got [9,10]"],
  ])("%s: %j", async (name, content, message) => {
    const told = await refusal(run(["nps", name, "--score", "nps"], { files: { [name]: content } }), 1);
    expect(told).toContain(`${name} must be a list of objects, or one object a line; ${message}`);
  });
});

describe("bad data ends with 1", () => {
  const workbook = Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0, 8, 0]);
  it.each([
    ["an empty file", "", "a.csv is empty"],
    ["a file of blanks", " \n\n", "a.csv is empty"],
    ["a byte order mark alone", "\ufeff", "a.csv is empty"],
    ["an empty JSON list", "[ ]", "a.csv is empty", "--input-format json"],
    ["an Excel workbook", workbook, "a.csv is not text but an Excel workbook or a zip archive: save it as CSV"],
    ["a binary file", Buffer.from([1, 2, 0, 4]), "a.csv is not text but binary"],
    ["a binary file in gzip", gzipSync(Buffer.from([1, 2, 0, 4])), "a.csv is not text but binary"],
    [
      "a gzip that ends early",
      gzipSync(CSV.repeat(99)).subarray(0, 40),
      "a.csv cannot be unpacked: unexpected end of file",
    ],
    [
      "bytes that are no UTF-8",
      Buffer.from("id,nps\n1,9\n2,\xe9\n", "latin1"),
      "a.csv is not written in utf-8, see line 1 or soon after",
    ],
    [
      "a quote that is never closed",
      'id,nps\n1,9\n2,"9\n3,8\n',
      "a.csv: a quote is opened in row 3, counted with the header, and never closed",
    ],
    ["fewer lines than header rows", "id,nps\n", "a.csv has fewer than 2 header rows", "--header-rows 2"],
    ["JSON that is none", '[{"nps":9},', "a.csv is no JSON: ", "--input-format json"],
    ["JSON that is no list", '{"nps":9}', "a.csv holds no list: JSON must be a list of objects", "--input-format json"],
    [
      "a list of no objects",
      "[1,2]",
      "a.csv must be a list of objects, or one object a line; item 1: expected an object",
      "--input-format json",
    ],
    [
      "an object over several lines",
      '{\n"nps":9\n}',
      "a.csv holds no list: JSON must be a list of objects, or one object a line",
      "--input-format ndjson",
    ],
  ])("%s", async (_, content, message, options = "") => {
    expect(await refusal(runCsv(content, `nps a.csv --score nps ${options}`), 1)).toContain(message);
  });

  it("a CSV header of 100 MB", async () => {
    const csv = Buffer.alloc(1e8, "x");
    expect(await refusal(runCsv(csv, "nps a.csv --score nps"), 1)).toBe(
      "a.csv: the row of line 1 is longer than 10 MB",
    );
  });

  it("a CSV row of 100 MB", async () => {
    const csv = Buffer.concat([Buffer.from("id,nps\n1,"), Buffer.alloc(1e8, "x")]);
    expect(await refusal(runCsv(csv, "nps a.csv --score nps"), 1)).toBe(
      "a.csv: the row of line 2 is longer than 10 MB",
    );
  });

  it("a line of NDJSON of 100 MB", async () => {
    const ndjson = Buffer.concat([Buffer.from('{"nps":9}\n{"nps":"'), Buffer.alloc(1e8, "x")]);
    const files = { "a.ndjson": ndjson };
    expect(await refusal(run(["nps", "a.ndjson", "--score", "nps"], { files }), 1)).toBe(
      "a.ndjson: line 2 is longer than 10 MB",
    );
  });
});

describe("columns", () => {
  it("that are there twice are refused where one is meant", async () => {
    expect(await refusal(runCsv("nps,id,nps\n9,1,8\n", "nps a.csv --score nps"), 2)).toBe(
      'a.csv has 2 columns called "nps": say "nps (column 1)" or "nps (column 3)"',
    );
    expect((await runCsv("nps,id,id\n9,1,8\n", "nps a.csv --score nps")).code).toBe(0);
  });

  it("of a file without a header are asked for by number", async () => {
    expect(await refusal(runCsv("9,3\n10,4\n", "nps a.csv --score nps"), 2)).toBe(
      'a.csv has no column "nps"; it has "9", "3"; if its first line is no header, say --header-rows 0 and name columns by number',
    );
  });

  it("of such a file may be without a name, or have the same", async () => {
    expect(await refusal(runCsv("9,,9\n10,4,5\n", "nps a.csv --score nps"), 2)).toBe(
      'a.csv has no column "nps"; it has "9 (column 1)", "(column 2)", "9 (column 3)"; if its first line is no header, say --header-rows 0 and name columns by number',
    );
  });

  it("must be there in every file", async () => {
    const files = { "a.csv": CSV, "b.csv": "id,score\n1,9\n" };
    expect(await refusal(run(["nps", "a.csv", "b.csv", "--score", "nps"], { files }), 2)).toContain(
      "b.csv has no column",
    );
    const others = { "a.csv": CSV, "b.csv": "nps,region\n9,x\n" };
    const words = ["nps", "a.csv", "b.csv", "--score", "nps", "--by", "id..region"];
    expect(await refusal(run(words, { files: others }), 2)).toContain('b.csv has no column "id"');
  });
});

it("control characters of a file do not reach the terminal", async () => {
  const csv = "nps,by\n9,\u001b[2J\u0007x\n\u001b[31mred,y\n";
  const { screen } = await runCsv(csv, "nps a.csv --score nps --by by");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what must not be there
  expect(screen).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
});
