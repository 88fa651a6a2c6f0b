import { describe, expect, it } from "vitest";
import { CSAT_7, csat, nps, segment } from "../../src/index.js";
import { latestPerRespondent, type TrendSeries, trend } from "../../src/trend/index.js";
import { jsonOf, run, runCsv, runLine } from "./run.js";

/** Made-up rows, with some blanks, whose weights are sums of powers of two, so that no order of adding changes them. */
const ROWS = Array.from({ length: 3000 }, (_, index) => {
  const random = (index * 7919 + 13) % 3001;
  return {
    id: `R${random % 800}`,
    at: new Date(Date.UTC(2025, 9, 20) + random * 5_400_000 + index * 1000).toISOString(),
    region: ["north", "south", "", "中部"][random % 4]!,
    plan: ["free", "pro"][random % 2]!,
    score: random % 17 > 10 ? null : (random * 3) % 11,
    weight: 0.5 + (random % 8) / 4,
  };
});
const CSV = [
  "id,at,region,plan,score,weight",
  ...ROWS.map((row) =>
    Object.values(row)
      .map((value) => value ?? "")
      .join(","),
  ),
].join("\n");
type Row = (typeof ROWS)[number];
const regionOf = (row: Row) => row.region || null;
const weighted = ({ score, weight }: Row) => ({ score, weight });
const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

/** Series of which no point is suppressed. */
const shown = (series: readonly TrendSeries[]) =>
  series.map((one) => ({ ...one, points: one.points.map((point) => ({ ...point, suppressed: false })) }));

describe("a score is that of the library for the same rows", () => {
  it("overall", async () => {
    expect(await jsonOf(runCsv(CSV, "nps a.csv --score score --format json"))).toEqual(
      nps(ROWS.map((row) => row.score)),
    );
  });

  it("weighted", async () => {
    const got = await jsonOf(runCsv(CSV, "nps a.csv --score score --weight weight --format json"));
    expect(got).toEqual(nps(ROWS.map(weighted)));
  });

  it("with every option of a metric", async () => {
    const line =
      "csat a.csv --score score --missing 0,8,9,10 --scale 1-7 --satisfied-from 5 --interval jeffreys --level 0.9";
    const scores = ROWS.map(({ score }) => (score !== null && score >= 1 && score <= 7 ? score : null));
    const options = { definition: CSAT_7, satisfiedFrom: 5, interval: "jeffreys", level: 0.9 } as const;
    expect(await jsonOf(runCsv(CSV, `${line} --format json`))).toEqual(csat(scores, options));
    const mean = csat(scores, { definition: CSAT_7, statistic: "mean" });
    const got = await jsonOf(
      runCsv(CSV, "csat a.csv --score score --missing 0,8,9,10 --definition csat_7 --statistic mean --format json"),
    );
    expect(got).toEqual(mean);
  });

  it("by segment", async () => {
    const line = "nps a.csv --score score --by region --min-n 400 --totals --order score --adjust none --format json";
    const segments = segment(ROWS, {
      by: { region: regionOf },
      score: (row) => row.score,
      metric: nps,
      minN: 400,
      totals: true,
      order: "score",
      adjust: "none",
    });
    expect(await jsonOf(runCsv(CSV, line))).toEqual({ rows: 3000, invalid: 0, segments: plain(segments) });
  });

  it("by two columns, weighted", async () => {
    const segments = segment(ROWS, { by: { region: regionOf, plan: (row) => row.plan }, score: weighted, metric: nps });
    const expected = plain(segments);
    for (const by of ["--by region,plan", "--by region --by plan", "--by region..plan"]) {
      const got = await jsonOf(runCsv(CSV, `nps a.csv --score score --weight weight ${by} --format json`));
      expect(got.segments).toEqual(expected);
    }
  });

  it.each([
    ["--every month", { every: "month" }],
    ["--every week --time-zone America/New_York", { every: "week", timeZone: "America/New_York" }],
    ["--every week --week-starts-on 0", { every: "week", weekStartsOn: 0 }],
    ["--every week --week-starts-on 7", { every: "week", weekStartsOn: 7 }],
    ["--every quarter --fiscal-year-start-month 4", { every: "quarter", fiscalYearStartMonth: 4 }],
    ["--every month --rolling 2", { every: "month", rolling: { periods: 2 } }],
    ["--every week --rolling 30d", { every: "week", rolling: { days: 30 } }],
    [
      "--every hour --rolling 1d --time-zone Asia/Kolkata --from 2025-11-01 --to 2025-11-03T12:45",
      { every: "hour", rolling: { days: 1 }, timeZone: "Asia/Kolkata", from: "2025-11-01", to: "2025-11-03T12:45" },
    ],
    [
      "--every day --rolling 10d --time-zone Asia/Kathmandu --from 2025-11-02T10:20 --to 2025-12-24T17:45",
      {
        every: "day",
        rolling: { days: 10 },
        timeZone: "Asia/Kathmandu",
        from: "2025-11-02T10:20",
        to: "2025-12-24T17:45",
      },
    ],
    ["--every month --from 2025-09-01 --to 2026-01-15", { every: "month", from: "2025-09-01", to: "2026-01-15" }],
    ["--every month --respondent id", { every: "month", respondent: (row: Row) => row.id }],
  ] as const)("over time: %s", async (line, options) => {
    const points = trend(ROWS, { ...options, time: (row) => row.at, score: weighted, metric: nps });
    const got = await jsonOf(runCsv(CSV, `nps a.csv --score score --weight weight --time at ${line} --format json`));
    expect(got.points).toEqual(plain(points));
    const series = trend(ROWS, {
      ...options,
      time: (row) => row.at,
      score: weighted,
      metric: nps,
      by: { region: regionOf },
    });
    const parted = await jsonOf(
      runCsv(CSV, `nps a.csv --score score --weight weight --time at --by region ${line} --format json`),
    );
    expect(parted.series).toEqual(plain(shown(series)));
  });

  it("of the latest answer of each respondent", async () => {
    const latest = latestPerRespondent(ROWS, { respondent: (row) => row.id, time: (row) => row.at });
    const line = "nps a.csv --score score --time at --respondent id --format json";
    expect(await jsonOf(runCsv(CSV, line))).toEqual(nps(latest.map((row) => row.score)));
    const segments = segment(latest, { by: { region: regionOf }, score: (row) => row.score, metric: nps });
    expect((await jsonOf(runCsv(CSV, `${line} --by region`))).segments).toEqual(plain(segments));
  });

  it("of the latest answer of each respondent, saying how many rows are set aside", async () => {
    const csv = "id,at,region,score\nann,2026-01-01,north,9\nbob,2026-01-02,south,3\nann,2026-01-03,north,10\n";
    const note = "1 row does not count: the same respondents answered later";
    const line = "nps a.csv --score score --time at --respondent id";
    expect((await runCsv(csv, line)).out).toMatch(new RegExp(`^nps +0\\.0 .* 2 +0 +0\\n[^]*\\n${note}\\n$`, "m"));
    expect((await runCsv(csv, `${line} --by region`)).out).toContain(`\n${note}\n`);
    expect((await runCsv(`${csv}ann,2026-01-04,south,\n`, line)).out).toContain("\n2 rows do not count: ");
    expect((await runCsv(csv, "nps a.csv --score score")).out).not.toContain("not count");
  });

  it("between two moments", async () => {
    const inside = ROWS.filter(({ at }) => at >= "2025-10-31T16:00" && at < "2025-11-30T16:00");
    const got = await jsonOf(
      runCsv(
        CSV,
        "nps a.csv --score score --time at --time-zone Asia/Shanghai --from 2025-11-01 --to 2025-12-01 --format json",
      ),
    );
    expect(got).toEqual(nps(inside.map((row) => row.score)));
  });
});

describe("--min-n over time", () => {
  const rows = [
    ...[10, 9, 8].flatMap((month) => [
      ...Array(20).fill(`9,a,2025-${`${month}`.padStart(2, "0")}-05`),
      ...Array(month === 9 ? 3 : 12).fill(`3,b,2025-${`${month}`.padStart(2, "0")}-05`),
      ...Array(8).fill(`8,c,2025-${`${month}`.padStart(2, "0")}-05`),
    ]),
  ];
  const csv = `score,by,at\n${rows.join("\n")}\n`;
  const line = "nps a.csv --score score --by by --time at --every month --min-n 5";

  it("hides small segments of a period, others by which they could be found out, and changes from them", async () => {
    const { series } = await jsonOf(runCsv(csv, `${line} --format json`));
    const seen = series.map(({ key, points }: { key: string; points: { n: number; change: unknown }[] }) => [
      key,
      points.map(({ n, change }) => [n, change === null]),
    ]);
    expect(seen).toEqual([
      [
        "a",
        [
          [20, true],
          [20, false],
          [20, false],
        ],
      ],
      [
        "b",
        [
          [12, true],
          [null, true],
          [12, true],
        ],
      ],
      [
        "c",
        [
          [8, true],
          [null, true],
          [8, true],
        ],
      ],
    ]);
    expect(series[1].points[1]).toMatchObject({ key: "2025-09", suppressed: true, score: null, metric: "nps" });
  });

  it("says so in tables and in CSV", async () => {
    const { out } = await runCsv(csv, line);
    expect(out).toMatch(/^b +2025-09 +suppressed +– +– +– +– +– +–$/m);
    expect(out).toContain("suppressed: too few answers");
    const { out: lines } = await runCsv(csv, `${line} --format csv`);
    expect(lines).toMatch(/^b,2025-09,2025-09-01T00:00:00.000Z,2025-10-01T00:00:00.000Z,false,nps,net,,,/m);
  });
});

describe("segment and trend are any metric", () => {
  it("by its name, or by a definition", async () => {
    const named = await runLine("segment feedback.ndjson --metric ces --score ces --by tier --format json");
    expect(named.out).toBe((await runLine("ces feedback.ndjson --score ces --by tier --format json")).out);
    const preset = await runLine("segment feedback.ndjson --definition CES --score ces --by tier --format json");
    expect(preset.out).toBe(named.out);
  });

  it("a definition of one's own in a file", async () => {
    const definition = {
      metric: "waiting",
      scale: { min: 1, max: 6 },
      better: "lower",
      statistic: "share",
      bands: [
        { name: "short", sentiment: "positive" },
        { name: "long", sentiment: "negative", from: 3 },
      ],
    };
    const files = { "a.csv": "day,wait\nmon,1\nmon,6\ntue,2\n", "own.json": JSON.stringify(definition) };
    const words = [
      "segment",
      "a.csv",
      "--definition",
      "own.json",
      "--score",
      "wait",
      "--by",
      "day",
      "--format",
      "json",
    ];
    const { segments } = await jsonOf(run(words, { files }));
    expect(segments.map(({ key, score }: { key: string; score: number }) => [key, score])).toEqual([
      ["mon", 50],
      ["tue", 100],
    ]);
  });
});

describe("rows that cannot be read", () => {
  const csv = `at,region,score,weight
2026-01-01,north,9,1
2026-01-02,north,9abc,1
2026-01-03,south,11,1
2026-01-04,south,10,-1
2026-02-30,south,10,1
2026-01-05,north
2026-01-06,north,,
2026-01-07,north,,1
`;

  it("are told of with line, column and reason, and counted", async () => {
    const { code, err, out } = await runCsv(
      csv,
      "nps a.csv --score score --weight weight --time at --every month --format json",
    );
    expect(code).toBe(0);
    expect(err).toBe(`cx-metrics: 6 rows of 8 cannot be read
  line 3, score: expected a rating from 0 to 10 in steps of 1, got "9abc"
  line 4, score: expected a rating from 0 to 10 in steps of 1, got "11": say --missing 11 if that means no answer
  line 5, weight: expected a weight, a number from 0, got "-1"
  line 6, at: expected a time in ISO 8601, such as 2026-03-05T14:00:00+08:00, got "2026-02-30"
  line 7: expected 4 fields, got 2
  line 8, weight: expected a weight, a number from 0, got an empty cell
`);
    const { rows, invalid, points } = JSON.parse(out);
    expect([rows, invalid]).toEqual([8, 6]);
    expect(points).toMatchObject([{ key: "2026-01", n: 1, missing: 1, invalid: 4, score: 100 }]);
  });

  it("with a decimal comma are told to have a point", async () => {
    const { err } = await runCsv("nps;weight\n9;1,5\n9;1,500,000\n9;1.5\n", "nps a.csv --score nps --weight weight");
    expect(err).toBe(`cx-metrics: 2 rows of 3 cannot be read
  line 2, weight: expected a weight, a number from 0, got "1,5": decimals need a point, or --decimal-comma
  line 3, weight: expected a weight, a number from 0, got "1,500,000"
`);
  });

  it("are counted in one score, be their place known or not", async () => {
    const got = await jsonOf(runCsv(csv, "nps a.csv --score score --weight weight --format json"));
    expect(got).toMatchObject({ n: 2, missing: 1, invalid: 5 });
  });

  it("have a note where they are of no segment or period", async () => {
    const { out } = await runCsv(csv, "nps a.csv --score score --time at --every month");
    expect(out).toContain("2 rows that cannot be read belong to no period");
    expect((await runCsv(csv, "nps a.csv --score score --by region")).out).toContain(
      "1 row that cannot be read belongs to no segment",
    );
  });

  it("are an error with --strict, and nothing is scored", async () => {
    const { code, out, err } = await runCsv(csv, "nps a.csv --score score --strict");
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain("line 3, score");
    expect(err).toContain("nothing is scored, as --strict says");
    expect((await runCsv("score\n9\n", "nps a.csv --score score --strict")).code).toBe(0);
  });

  it("are an error where there are no others", async () => {
    const { code, out, err } = await runCsv("score\na\nb\n", "nps a.csv --score score");
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain("nothing is scored: no row can be read");
  });

  it("are told of ten by ten", async () => {
    const many = `score\n${"x\n".repeat(25)}9\n`;
    const { err } = await runCsv(many, "nps a.csv --score score");
    expect(err.split("\n").filter((line) => /line \d/.test(line))).toHaveLength(10);
    expect(err).toContain("  and 15 more\n");
  });

  it("do not count outside the time asked for", async () => {
    const got = await jsonOf(
      runCsv(csv, "nps a.csv --score score --time at --from 2026-01-04 --to 2026-02-01 --format json"),
    );
    expect(got).toMatchObject({ n: 1, missing: 2, invalid: 2 });
  });
});

describe("nothing is coerced", () => {
  it.each([
    ["9abc", "invalid"],
    ["7-8", "invalid"],
    ["9,5", "invalid"],
    ["0x9", "invalid"],
    ["1e1", "invalid"],
    ["9.5", "invalid"],
    ["true", "invalid"],
    ["", "missing"],
    ["  ", "missing"],
    ["9.0", "n"],
    [" 9 ", "n"],
    ["９", "n"],
    ["10 - Extremely likely", "n"],
  ])("%j is %s", async (cell, counted) => {
    const got = await jsonOf(runCsv(`id,score\n1,"${cell}"\n2,9\n`, "nps a.csv --score score --format json"));
    expect(got).toMatchObject({ n: 1, missing: 0, invalid: 0, [counted]: counted === "n" ? 2 : 1 });
  });

  it("values of JSON keep their kind", async () => {
    const rows = [9, "9", null, true, "x", [9], 9.5, undefined].map((score) => ({ score, id: 1 }));
    const files = { "a.json": JSON.stringify(rows) };
    const { out, err } = await run(["nps", "a.json", "--score", "score", "--format", "json"], { files });
    expect(JSON.parse(out)).toMatchObject({ n: 2, missing: 2, invalid: 4 });
    expect(err).toContain("item 4, score: expected a rating from 0 to 10 in steps of 1, got true");
  });

  it("keys are kept as they are", async () => {
    const rows = [
      { score: 9, by: 1 },
      { score: 9, by: "1" },
      { score: 9, by: true },
      { score: 9, by: null },
      { score: 9, by: ["a"] },
    ];
    const files = { "a.json": JSON.stringify(rows) };
    const { segments } = await jsonOf(
      run(["nps", "a.json", "--score", "score", "--by", "by", "--format", "json"], { files }),
    );
    expect(segments.map(({ key }: { key: unknown }) => key)).toEqual([true, 1, "1", '["a"]', null]);
  });
});

describe("codes and words", () => {
  it("--missing is of ratings alone", async () => {
    const csv = "month,score\n11,9\n11,11\n12,Blank\n12,blank \n12,N/A\n";
    const { rows, invalid, segments } = await jsonOf(
      runCsv(csv, "nps a.csv --score score --missing 11,Blank --missing N/A --by month --format json"),
    );
    expect([rows, invalid]).toEqual([5, 0]);
    expect(segments).toMatchObject([
      { key: "11", n: 1, missing: 1 },
      { key: "12", n: 0, missing: 3 },
    ]);
  });

  it("words without labels are told what they need", async () => {
    const csv = "score\nGood\n9x\n5\n";
    const { err } = await runCsv(csv, "csat a.csv --score score");
    expect(err).toContain('in steps of 1, got "Good": words need --labels or --missing\n');
    expect(err).toContain('in steps of 1, got "9x"\n');
    expect((await runCsv(csv, "csat a.csv --score score --labels fine=5")).err).toContain(
      'got "Good": it is none of --labels or --missing\n',
    );
  });

  it("--labels may hold commas", async () => {
    const csv = 'score\n"Yes, very"\nno\n3\n';
    const got = await jsonOf(runCsv(csv, 'csat a.csv --score score --labels "Yes, very=5, No = 1" --format json'));
    expect(got).toMatchObject({ n: 3, mean: 3 });
  });
});
