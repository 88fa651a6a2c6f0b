import { parse } from "csv-parse/sync";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { drawn } from "../../src/cli/draw.js";
import { nps } from "../../src/index.js";
import { measurementSchema } from "../../src/schema/index.js";
import { run, runCsv, runLine, type Surroundings } from "./run.js";

const CSV = `score,place
10,Zürich
9,Zürich
3,北京南站
8,"a|b,""c"""
10,
`;
const BY_PLACE = "nps a.csv --score score --by place";

describe("--format", () => {
  it("table: columns of one width, whatever the script, and bars", async () => {
    const { out } = await runCsv(CSV, `${BY_PLACE} --digits 0`);
    expect(out).toBe(`place     score  95 % interval  n  missing  invalid  vs rest      p
Zürich      100     -32 to 100  2        0        0     +100  1.000  ████████████████████
a|b,"c"       0      -79 to 79  1        0        0      -50  1.000  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
北京南站   -100     -100 to 59  1        0        0     -175  0.540  ░░░░░░░░░░░░░░░░░░░░
–           100     -59 to 100  1        0        0      +75  1.000  ████████████████████

░ detractor   ▒ passive   █ promoter
`);
  });

  it("json: what the library's function returns", async () => {
    const { out } = await runCsv(CSV, "nps a.csv --score score --format json");
    expect(measurementSchema.parse(JSON.parse(out))).toEqual(nps([10, 9, 3, 8, 10]));
  });

  it("csv: not rounded, and the same columns for every line", async () => {
    const { out } = await runCsv(CSV, `${BY_PLACE} --format csv`);
    const rows: Record<string, string>[] = parse(out, { columns: true });
    expect(rows.map(({ place, score, n, promoter_share }) => [place, score, n, promoter_share])).toEqual([
      ["Zürich", "100", "2", "1"],
      ['a|b,"c"', "0", "1", "0"],
      ["北京南站", "-100", "1", "0"],
      ["", "100", "1", "1"],
    ]);
    expect(Number(rows[0]!.vs_rest_difference)).toBe(100);
  });

  it("csv: periods", async () => {
    const csv = "score,at\n9,2026-01-31T23:30:00Z\n3,2026-02-10\n";
    const { out } = await runCsv(csv, "nps a.csv --score score --time at --every month --format csv");
    const rows: Record<string, string>[] = parse(out, { columns: true });
    expect(rows).toMatchObject([
      { period: "2026-01", start: "2026-01-01T00:00:00.000Z", partial: "false", score: "100", change_difference: "" },
      { period: "2026-02", end: "2026-03-01T00:00:00.000Z", score: "-100", change_difference: "-200" },
    ]);
  });

  describe("csv: the keys of segments whose columns are called like fields", () => {
    const csv = "level,score,by_level,region,at\nGold,9,x,n,2026-01-31\nSilver,3,y,s,2026-02-10\n";
    const linesOf = async (line: string) => {
      const { out } = await runCsv(csv, `nps a.csv --score score ${line} --format csv`);
      return parse(out, { columns: true }) as Record<string, string>[];
    };

    it("stand behind by_", async () => {
      expect(await linesOf("--by level")).toMatchObject([
        { by_level: "Gold", level: "0.95", score: "100" },
        { by_level: "Silver", level: "0.95", score: "-100" },
      ]);
      expect(await linesOf("--by region,level,score --min-n 2")).toMatchObject([
        { region: "n", by_level: "Gold", by_score: "9", score: "", suppressed: "true" },
        { region: "s", by_level: "Silver", by_score: "3", score: "", suppressed: "true" },
      ]);
    });

    it("in periods too", async () => {
      const names = "level,start,period,suppressed,change_p";
      const named = `${names},score,at\na,b,c,d,e,9,2026-01-31\n`;
      const { out } = await runCsv(named, `nps a.csv --score score --by ${names} --time at --every month --format csv`);
      expect(parse(out, { columns: true })).toMatchObject([
        {
          ...{ by_level: "a", by_start: "b", by_period: "c", by_suppressed: "d", by_change_p: "e" },
          ...{ start: "2026-01-01T00:00:00.000Z", period: "2026-01", suppressed: "false", change_p: "", score: "100" },
        },
      ]);
    });

    it("and never take the name of another key", async () => {
      for (const by of ["level,by_level", "by_level,level"])
        expect(await linesOf(`--by ${by}`)).toMatchObject([
          { by_by_level: "Gold", by_level: "x", level: "0.95" },
          { by_by_level: "Silver", by_level: "y", level: "0.95" },
        ]);
    });

    it("whatever field it is", async () => {
      const [plain] = await linesOf("--by region");
      const fields = Object.keys(plain!).filter((name) => name !== "region");
      expect(fields.length).toBeGreaterThan(20);
      for (const field of fields) {
        const { out } = await runCsv(
          `rating,${field}\n9,Gold\n`,
          `nps a.csv --score rating --by ${field} --format csv`,
        );
        expect(parse(out, { columns: true })).toMatchObject([{ [`by_${field}`]: "Gold", score: "100" }]);
      }
    });
  });

  it("markdown: a table without bars, and no sign that ends a field", async () => {
    const { out } = await runCsv(CSV, `${BY_PLACE} --format markdown`);
    expect(out.split("\n").slice(0, 4)).toEqual([
      "| place | score | 95 % interval | n | missing | invalid | vs rest | p |",
      "| --- | --: | --: | --: | --: | --: | --: | --: |",
      "| Zürich | 100.0 | -31.5 to 100.0 | 2 | 0 | 0 | +100.0 | 1.000 |",
      '| a\\|b,"c" | 0.0 | -79.3 to 79.3 | 1 | 0 | 0 | -50.0 | 1.000 |',
    ]);
    expect(out).not.toMatch(/[░▒█]/);
  });

  it("markdown: a name that would be a tag of HTML is shown, and one that would not is as it is", async () => {
    const csv = "score,group\n9,<none>\n8,</b>\n7,<18\n6,a < b\n";
    const { out } = await runCsv(csv, "nps a.csv --score score --by group --format markdown");
    const names = out
      .split("\n")
      .slice(2, 6)
      .map((line) => line.split(" | ")[0]);
    expect(names).toEqual(["| \\</b>", "| <18", "| \\<none>", "| a < b"]);
  });

  it("markdown: notes stand below, and no legend of bars", async () => {
    for (const line of [
      "nps feedback.ndjson --score nps --by region --min-n 1000",
      "nps feedback.ndjson --score nps --time submitted_at --every month --to 2026-03-10",
      "compare feedback.ndjson --metric nps --score nps --by tier",
    ])
      expect((await runLine(`${line} --format markdown`)).out).not.toMatch(/[░▒█]|detractor/);
    const { out } = await runCsv(CSV, `${BY_PLACE} --min-n 2 --format markdown`);
    expect(out).toMatch(/\|\n\nsuppressed: too few answers[^\n]+\n$/);
  });

  it.each(["table", "json", "csv", "markdown"])("%s of every command", async (format) => {
    for (const line of [
      "csat feedback.ndjson --score nps --scale 1-10 --missing 0,11",
      "csi service.csv --items overall,compared,ideal",
      "servqual service.csv --perceptions P1..P22",
      "compare feedback.ndjson --metric nps --score nps --by tier",
      "sample-size --metric nps --n 400",
      "describe service.csv",
    ]) {
      const { code, out } = await runLine(`${line} --format ${format}`);
      expect(code).toBe(0);
      expect(out).toMatch(/\n$/);
      expect(out).not.toMatch(/undefined|NaN|\[object/);
      if (format === "json") expect(JSON.parse(out)).toBeTypeOf("object");
      if (format === "csv") expect(parse(out, { columns: true }).length).toBeGreaterThan(0);
    }
  });
});

describe("numbers for people", () => {
  it("a segment that is suppressed shows none", async () => {
    const csv = `score,by\n${"9,a\n".repeat(20)}${"3,b\n".repeat(12)}10,c\n`;
    const { out } = await runCsv(csv, "nps a.csv --score score --by by --min-n 5");
    expect(out).toMatch(/^c +suppressed +– +– +– +– +– +–$/m);
    expect(out).toMatch(/^b +suppressed/m);
    expect(out).toContain("suppressed: too few answers");
  });

  it("nobody is no score", async () => {
    const { code, out } = await runCsv("score\n,\n".replace(",", ""), "nps a.csv --score score");
    expect(code).toBe(0);
    expect(out).toMatch(/^nps +– +– +0 +1 +0$/m);
    expect(out).toMatch(/^promoter +– +0$/m);
  });

  it("a header alone is nobody too, and no error", async () => {
    for (const [command, options] of [
      ["nps", "--score score"],
      ["nps", "--score score --by at"],
      ["nps", "--score score --time at --every month"],
      ["csi", "--items score,at"],
    ]) {
      const { code, out, err } = await runCsv("score,at\n", `${command} a.csv ${options}`);
      expect([code, err]).toEqual([0, ""]);
      expect(out).not.toMatch(/NaN|undefined/);
    }
    const { out } = await runCsv("score,at\n", "nps a.csv --score score");
    expect(out).toMatch(/^nps +– +– +0 +0 +0$/m);
  });

  it("a part of a period has a mark", async () => {
    const { out } = await runCsv(
      "score,at\n9,2026-01-10\n9,2026-02-10\n",
      "nps a.csv --score score --time at --every month --to 2026-02-15",
    );
    expect(out).toMatch(/^2026-02 \*/m);
    expect(out).toContain("* a part of the period");
  });

  it("totals have a line each", async () => {
    const csv = "score,a,b\n9,x,1\n9,x,2\n3,y,1\n";
    const { out } = await runCsv(csv, "nps a.csv --score score --by a,b --totals");
    const names = out
      .split("\n")
      .slice(1, 7)
      .map((line) => line.split(/ +/).slice(0, 2));
    expect(names).toEqual([
      ["total", "33.3"],
      ["x", "total"],
      ["x", "1"],
      ["x", "2"],
      ["y", "total"],
      ["y", "1"],
    ]);
  });

  it("totals of columns that are called by numbers have the values they are of", async () => {
    const csv = "score,region,2024\n9,n,x\n9,n,y\n3,s,x\n";
    const { out } = await runCsv(csv, "nps a.csv --score score --by region,2024 --totals");
    const names = out.split("\n").slice(0, 7);
    expect(names.map((line) => line.split(/ +/).slice(0, 2))).toEqual([
      ["2024", "region"],
      ["total", "33.3"],
      ["x", "total"],
      ["x", "n"],
      ["x", "s"],
      ["y", "total"],
      ["y", "n"],
    ]);
  });
});

describe("on a terminal", () => {
  const terminal = { columns: 100 };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with it
  const COLOUR = /\u001b\[\d+m/;

  it.each<[string, Surroundings, boolean]>([
    ["a terminal", terminal, true],
    ["a pipe", {}, false],
    ["a terminal with NO_COLOR", { ...terminal, env: { NO_COLOR: "1" } }, false],
    ["a terminal with an empty NO_COLOR", { ...terminal, env: { NO_COLOR: "" } }, true],
    ["a dumb terminal", { ...terminal, env: { TERM: "dumb" } }, false],
  ])("%s: colours are shown or not", async (_, surroundings, coloured) => {
    const { out } = await runCsv(CSV, BY_PLACE, surroundings);
    expect(COLOUR.test(out)).toBe(coloured);
  });

  it("colours are never in other formats", async () => {
    for (const format of ["json", "csv", "markdown"])
      expect(COLOUR.test((await runCsv(CSV, `${BY_PLACE} --format ${format}`, terminal)).out)).toBe(false);
  });

  it("bars are as long as fits, and left out with their legend where they would be too short", async () => {
    const widest = (text: string) => Math.max(...text.split("\n").map((line) => stringWidth(line)));
    const wide = (await runCsv(CSV, BY_PLACE, { columns: 200, env: { NO_COLOR: "1" } })).out;
    const short = (await runCsv(CSV, BY_PLACE, { columns: widest(wide) - 8, env: { NO_COLOR: "1" } })).out;
    expect(widest(short)).toBe(widest(wide) - 8);
    expect(short).toMatch(/[█▒░]{12}$/m);
    const none = (await runCsv(CSV, BY_PLACE, { columns: widest(wide) - 13, env: { NO_COLOR: "1" } })).out;
    expect(none).not.toMatch(/[█▒░]/);
  });

  it("a long reading shows how far it is, and takes that away", async () => {
    async function* slow() {
      yield Buffer.from("score\n9\n");
      await new Promise((resolve) => setTimeout(resolve, 600));
      yield Buffer.from("9\n".repeat(1233));
    }
    const { err } = await run(["nps", "-", "--score", "score"], { stdin: slow(), columns: 100 });
    expect(err.replace("\u001b[2K", "(cleared)")).toMatch(/^(\r[\d,]+ rows read)+\r\(cleared\)$/);
    expect((await runCsv(CSV, "nps a.csv --score score", terminal)).err).toBe("");
  });
});

describe("a table of very many rows", () => {
  it("is as wide as the widest of them", () => {
    const rows = Array.from({ length: 150_000 }, (_, index) => [String(index)]);
    const screen = { write: () => {} };
    const text = drawn(
      { columns: [{ name: "n", align: "right" }], rows },
      { stdin: (async function* () {})(), stdout: screen, stderr: screen, env: {}, cwd: "." },
    );
    expect(text.split("\n").slice(0, 2)).toEqual(["     n", "     0"]);
    expect(text.endsWith("149999\n")).toBe(true);
  });
});
