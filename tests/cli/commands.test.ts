import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { COMMANDS } from "../../src/cli/commands.js";
import { GROUPS, OPTIONS } from "../../src/cli/options.js";
import {
  compare,
  compareAll,
  csi,
  detectableDifference,
  marginOfError,
  NPS,
  nps,
  SERVQUAL_1988,
  sampleSize,
  sampleSizeToDetect,
  servqual,
} from "../../src/index.js";
import { EXAMPLES, jsonOf, run, runCsv, runLine } from "./run.js";

const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

describe("help", () => {
  const names = Object.keys(COMMANDS);

  it("lists the commands", async () => {
    for (const line of ["", "--help", "-h", "help"]) {
      const { code, out } = await runLine(line);
      expect(code).toBe(0);
      for (const name of names) expect(out).toMatch(new RegExp(`^  ${name} +\\w`, "m"));
    }
  });

  it("tells the version", async () => {
    for (const line of ["--version", "-v"]) expect((await runLine(line)).out).toBe(`${packageJson.version}\n`);
  });

  it.each(names)("of %s tells its options, in lines that fit a terminal", async (name) => {
    const { code, out } = await runLine(`${name} --help`);
    expect(code).toBe(0);
    for (const option of COMMANDS[name]!.options) expect(out).toMatch(new RegExp(`^  --${option} `, "m"));
    expect((await runLine(`${name} file.csv --strict -h`)).out).toBe(out);
    const [options] = out.split("\nExample");
    expect(Math.max(...options!.split("\n").map((line) => line.length))).toBeLessThanOrEqual(110);
  });

  it.each(Object.entries(COMMANDS).flatMap(([name, { examples }]) => examples.map((example) => [name, example])))(
    "of %s has an example that works: %s",
    async (name, example) => {
      expect((await runLine(`${name} --help`)).out).toContain(`  cx-metrics ${example}\n`);
      const { code, out } = await runLine(example!);
      expect(code).toBe(0);
      expect(out.split("\n").length).toBeGreaterThan(4);
    },
  );

  it("has every option under one heading, and for a command at least", () => {
    const grouped = Object.values(GROUPS).flat();
    expect([...grouped].sort()).toEqual(Object.keys(OPTIONS).sort());
    const used = new Set(Object.values(COMMANDS).flatMap(({ options }) => options));
    expect([...used].sort()).toEqual(Object.keys(OPTIONS).sort());
  });
});

const SERVICE: Record<string, string>[] = parse(readFileSync(`${EXAMPLES}/service.csv`), { columns: true });
const numbers = (row: Record<string, string>, columns: readonly string[]) =>
  columns.map((column) => (row[column] === "" ? null : Number(row[column])));
const items = (letter: string) => Array.from({ length: 22 }, (_, index) => `${letter}${index + 1}`);

describe("csi", () => {
  const columns = ["overall", "compared", "ideal"];
  const responses = SERVICE.filter(({ overall }) => overall !== "very good").map((row) => numbers(row, columns));

  it("is that of the library, with the names of the items", async () => {
    for (const named of ["overall,compared,ideal", "overall..ideal"]) {
      const { items, ...index } = await jsonOf(runLine(`csi service.csv --items ${named} --format json`));
      const { items: expected, ...others } = csi(responses);
      expect(index).toEqual({ ...others, invalid: 1 });
      expect(items).toEqual(expected.map((item, place) => ({ item: columns[place], ...item })));
    }
  });

  it("with weights of items, of respondents, and importance", async () => {
    const options = "--weights 3,2,1 --level 0.9 --interval wald --format json";
    const weighted = csi(responses, { weights: [3, 2, 1], level: 0.9, interval: "wald" });
    const got = await jsonOf(runLine(`csi service.csv --items overall,compared,ideal ${options}`));
    expect([got.score, got.interval]).toEqual([weighted.score, weighted.interval]);
    const csv = "a,b,ia,ib,w\n8,4,9,3,2\n6,7,1,1,1\n";
    const own = csi([
      { items: [8, 4], importance: [9, 3], weight: 2 },
      { items: [6, 7], importance: [1, 1], weight: 1 },
    ]);
    const line = "csi a.csv --items a,b --importance ia,ib --weight w --scale 1-10 --format json";
    expect((await jsonOf(runCsv(csv, line))).score).toBe(own.score);
  });
});

describe("servqual", () => {
  const sound = SERVICE.filter(({ P3 }) => P3 !== "8");
  const both = sound.map((row) => ({ expectations: numbers(row, items("E")), perceptions: numbers(row, items("P")) }));

  it("is that of the library", async () => {
    const line = "servqual service.csv --expectations E1..E22 --perceptions P1..P22 --format json";
    expect(await jsonOf(runLine(line))).toEqual({ ...plain(servqual(both)), invalid: 1 });
    const options = "--instrument SERVQUAL_1988 --missing-items complete --weights 10,20,30,20,20 --level 0.9";
    const expected = servqual(both, {
      instrument: SERVQUAL_1988,
      missing: "complete",
      weights: [10, 20, 30, 20, 20],
      level: 0.9,
    });
    expect(await jsonOf(runLine(`${line} ${options}`))).toEqual({ ...plain(expected), invalid: 1 });
  });

  it("without expectations is SERVPERF", async () => {
    const perceptions = both.map((response) => ({ perceptions: response.perceptions }));
    const got = await jsonOf(runLine("servqual service.csv --perceptions P1..P22 --format json"));
    expect(got).toEqual({ ...plain(servqual(perceptions)), invalid: 1 });
    expect((await runLine("servqual service.csv --perceptions P1..P22")).out).toMatch(/^servperf +149 +0 +1$/m);
  });

  it("by an instrument of one's own, with points that respondents give", async () => {
    const instrument = { scale: { min: 1, max: 5 }, dimensions: { rooms: ["bed", "bath"], staff: ["desk"] } };
    const csv = "bed,bath,desk,pr,ps,w\n4,5,3,60,40,1\n3,,5,50,50,2\n3,3,5,50,40,2\n";
    const files = { "a.csv": csv, "own.json": JSON.stringify(instrument) };
    const line =
      "servqual a.csv --instrument own.json --perceptions bed..desk --importance pr,ps --weight w --format json";
    const { err, out } = await run(line.split(" "), { files });
    expect(err).toContain("line 4, pr: the sum of points must be 100");
    const expected = servqual<string>(
      [
        { perceptions: { bed: 4, bath: 5, desk: 3 }, importance: [60, 40], weight: 1 },
        { perceptions: { bed: 3, bath: null, desk: 5 }, importance: [50, 50], weight: 2 },
      ],
      { instrument },
    );
    expect(JSON.parse(out)).toEqual({ ...plain(expected), invalid: 1 });
  });

  it("of more responses than are kept at once", async () => {
    const header = items("P").join();
    const rows = Array.from({ length: 12_345 }, (_, row) => items("P").map((_, item) => 1 + ((row * 7 + item) % 7)));
    const csv = [header, ...rows.map((row) => row.join())].join("\n");
    const got = await jsonOf(runCsv(csv, "servqual a.csv --perceptions P1..P22 --format json"));
    const expected = servqual(rows.map((perceptions) => ({ perceptions })));
    expect(got.n).toBe(12_345);
    expect(got.overall.perception.score).toBeCloseTo(expected.overall.perception.score!, 12);
    expect(got.dimensions.empathy.alpha).toBeCloseTo(expected.dimensions.empathy.alpha!, 10);
  });
});

describe("compare", () => {
  const march = [...Array(40).fill(10), ...Array(35).fill(8), ...Array(25).fill(3)];
  const april = [...Array(55).fill(10), ...Array(30).fill(8), ...Array(15).fill(3)];
  const csvOf = (scores: readonly number[]) => `nps,month\n${scores.map((score) => `${score},x`).join("\n")}\n`;
  const files = {
    "march.csv": csvOf(march),
    "april.csv": csvOf(april),
    "stored.json": JSON.stringify(nps(march)),
    "april.json": JSON.stringify(april.map((score) => ({ nps: score }))),
  };

  it.each(["march.csv april.csv", "stored.json april.csv", "stored.json april.json"])(
    "two files: %s",
    async (names) => {
      const line = `compare ${names} --metric nps --score nps --method wald --level 0.9 --format json`;
      const got = await jsonOf(run(line.split(" "), { files }));
      expect(got).toEqual({
        before: nps(march, names.startsWith("stored") ? {} : { level: 0.9 }),
        after: nps(april, { level: 0.9 }),
        comparison: compare(nps(march), nps(april), { method: "wald", level: 0.9 }),
        invalid: 0,
      });
    },
  );

  it("two stored measurements, of which nothing else is known", async () => {
    const stored = { "a.json": JSON.stringify(nps(march)), "b.json": JSON.stringify(nps(april)) };
    const { out } = await run(["compare", "a.json", "b.json"], { files: stored });
    expect(out).toMatch(/^before +after +\+25\.0 +3\.4 to 45\.1 +0\.023 /m);
  });

  it("stored measurements, packed, from standard input and under any name", async () => {
    const text = JSON.stringify(nps(march), null, 2);
    const files = {
      "a.json.gz": gzipSync(text),
      "april.ndjson": april.map((score) => `{"nps":${score}}`).join("\n"),
      b: text,
    };
    const expected = compare(nps(march), nps(april));
    for (const [before, stdin] of [
      ["a.json.gz", ""],
      ["b", ""],
      ["-", text],
      ["-", gzipSync(text)],
    ] as const) {
      const args = ["compare", before, "april.ndjson", "--metric", "nps", "--score", "nps", "--format", "json"];
      expect((await jsonOf(run(args, { files, stdin }))).comparison).toEqual(expected);
    }
  });

  it("answers from standard input, short and long, with those of a file that is called .json", async () => {
    const files = { "march.json": march.map((score) => `{"nps":${score}}`).join("\n") };
    for (const times of [1, 3000]) {
      const stdin = `nps\n${Array(times).fill(april.join("\n")).join("\n")}\n`;
      const line = "compare march.json - --metric nps --score nps --format json";
      const got = await jsonOf(run(line.split(" "), { files, stdin }));
      expect([got.before.n, got.after.n, got.after.score]).toEqual([100, 100 * times, 40]);
    }
  });

  it("segments, in pairs or with the rest", async () => {
    const csv = `nps,shop\n${march.map((score, index) => `${score},${"abc"[index % 3]}`).join("\n")}\n`;
    const shop = (name: string) => nps(march.filter((_, index) => "abc"[index % 3] === name));
    const measurements = { a: shop("a"), b: shop("b"), c: shop("c") };
    const line = "compare a.csv --metric nps --score nps --by shop --format json";
    expect(await jsonOf(runCsv(csv, line))).toEqual({
      measurements,
      comparisons: compareAll(measurements),
      invalid: 0,
    });
    const rest = await jsonOf(runCsv(csv, `${line} --against rest --adjust bh --method z`));
    expect(rest.comparisons).toEqual(compareAll(measurements, { against: "rest", adjust: "bh", method: "z" }));
    const strictest = await jsonOf(runCsv(csv, `${line} --adjust bonferroni`));
    expect(strictest.comparisons).toEqual(compareAll(measurements, { adjust: "bonferroni" }));
  });

  it("segments whose names would be one stay apart", async () => {
    const csv = "nps,a,b\n9,x / y,z\n3,x,y / z\n9,–,\n3,,–\n8,x,z\n";
    const two = await jsonOf(runCsv(csv, "compare a.csv --metric nps --score nps --by a,b --format json"));
    expect(two.measurements).toEqual({
      '["x / y","z"]': nps([9]),
      '["x","y / z"]': nps([3]),
      '["–",null]': nps([9]),
      '[null,"–"]': nps([3]),
      "x / z": nps([8]),
    });
    const one = await jsonOf(runCsv(csv, "compare a.csv --metric nps --score nps --by a --format json"));
    expect(Object.keys(one.measurements)).toEqual(['["–"]', "[null]", "x", "x / y"]);
  });
});

describe("sample-size", () => {
  const expected = { positive: 0.5, negative: 0.2 };
  const options = "--metric nps --expected positive=0.5,negative=0.2";
  it.each([
    ["--margin 10", { margin: 10, answers: sampleSize({ definition: NPS, margin: 10, expected }) }],
    [
      "--margin 10 --population 500 --level 0.9",
      { answers: sampleSize({ definition: NPS, margin: 10, expected, population: 500, level: 0.9 }), level: 0.9 },
    ],
    [
      "--difference -10 --power 0.9",
      { answersPerGroup: sampleSizeToDetect({ definition: NPS, difference: -10, expected, power: 0.9 }) },
    ],
    [
      "--n 385",
      {
        marginOfError: marginOfError({ definition: NPS, n: 385, expected }),
        detectableDifference: detectableDifference({ definition: NPS, n: 385, expected }),
      },
    ],
  ])("%s", async (line, figures) => {
    expect(await jsonOf(runLine(`sample-size ${options} ${line} --format json`))).toMatchObject(figures);
  });

  it("of a mean", async () => {
    const got = await jsonOf(
      runLine("sample-size --metric ces --margin 0.2 --expected standardDeviation=1.4 --format json"),
    );
    expect(got).toMatchObject({ statistic: "mean", answers: 189 });
  });
});
