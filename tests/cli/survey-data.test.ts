import { describe, expect, it } from "vitest";
import { describeData } from "../support/survey-data.js";
import { jsonOf, run } from "./run.js";

describeData("sfo_airport_2017", (data) => {
  const expected = JSON.parse(data.file("expected.json"))["2017"];
  const file = data.path("sfo_2017.csv");
  const words = ["nps", file, "--score", "NETPRO", "--missing", "11", "--format", "json"];

  it("overall", async () => {
    const got = await jsonOf(run(words));
    expect(got).toMatchObject({ n: 2746, missing: 85, invalid: 0 });
    expect(got.score).toBeCloseTo(expected.NETPRO.nps, 12);
    const { out } = await run(["nps", file, "--score", "NETPRO", "--missing", "11", "--digits", "4"]);
    expect(out).toMatch(/^nps +39\.8398 +37\.1894 to 42\.4188 +2746 +85 +0$/m);
  });

  it("weighted", async () => {
    const got = await jsonOf(run([...words, "--weight", "WEIGHT"]));
    expect(got.score).toBeCloseTo(40.3984, 4);
    expect(got.score).toBeCloseTo(expected.NETPRO.weighted.nps, 10);
    expect(got.effectiveN).toBeCloseTo(expected.NETPRO.weighted.n_eff_kish, 7);
  });

  it.each(["BAREA", "DAY"])("by %s", async (column) => {
    const { segments } = await jsonOf(run([...words, "--by", column]));
    const figures = Object.entries<{ n: number; nps: number }>(expected.NETPRO_by_segment[column]);
    expect(segments).toHaveLength(figures.length);
    for (const [key, { n, nps }] of figures) {
      const part = segments.find((segment: { key: string }) => segment.key === key);
      expect(part.n).toBe(n);
      expect(part.score).toBeCloseTo(nps, 10);
    }
  });

  it("an 11 that is not said to be missing is told of", async () => {
    const { code, err, out } = await run(words.filter((word) => !["--missing", "11"].includes(word)));
    expect([code, JSON.parse(out).invalid]).toEqual([0, 84]);
    expect(err).toContain("84 rows of 2831 cannot be read");
    expect(err).toContain('line 97, NETPRO: expected a rating from 0 to 10 in steps of 1, got "11"');
    expect(err).toContain("and 74 more");
  });

  it("is described", async () => {
    const { columns } = await jsonOf(run(["describe", file, "--format", "json"]));
    const column = (name: string) => columns.find((other: { column: string }) => other.column === name);
    expect(column("NETPRO")).toMatchObject({ scale: { min: 0, max: 10 }, off: [{ value: "11", n: 84 }], missing: 1 });
    expect(column("Q7ALL")).toMatchObject({ scale: { min: 1, max: 5 }, off: [{ value: "Blank" }] });
    expect(column("Q7ART")).toMatchObject({ scale: { min: 1, max: 5 }, off: [{ value: "6" }, { value: "0" }] });
    expect(column("WEIGHT").use).toBe("--weight");
    expect(column("RESPNUM").kind).toBe("id");
    expect(column("BAREA").kind).toBe("groups");
  });
});

describeData("preppin_nps", (data) => {
  const question = "On a scale of 0-10, how would you rate Sudzilla?";

  it.each([
    ["case040_input_01.csv", ["--date-format", "M/d/yyyy H:mm:ss"]],
    ["case040_input_02.csv", []],
  ])("%s by month", async (name, format) => {
    const words = ["nps", data.path(name), "--score", question, "--time", "Timestamp", "--every", "month"];
    const { points } = await jsonOf(run([...words, ...format, "--format", "json"]));
    expect(points).toMatchObject([{ key: "2019-11", n: 39 }]);
    expect(points[0].score).toBeCloseTo(-35.897, 3);
  });

  it("dates of which the day and the month could be either are refused", async () => {
    const words = [
      "nps",
      data.path("case040_input_01.csv"),
      "--score",
      question,
      "--time",
      "Timestamp",
      "--every",
      "day",
    ];
    const { code, err } = await run(words);
    expect(code).toBe(1);
    expect(err).toContain('say --date-format "d/M/yyyy H:mm:ss" or "M/d/yyyy H:mm:ss"');
  });

  it("airlines of 50 answers or more, from two files by a pattern", async () => {
    const { by_airline, n_airlines_ge50 } = JSON.parse(data.file("expected.json")).case122_airlines;
    const words = ["nps", data.path("case122_input_*.csv"), "--score", "How likely are you to recommend this airline?"];
    const { segments } = await jsonOf(run([...words, "--by", "Airline", "--min-n", "50", "--format", "json"]));
    const shown = segments.filter(({ suppressed }: { suppressed: boolean }) => !suppressed);
    expect(shown).toHaveLength(n_airlines_ge50);
    for (const { key, n, score } of shown) {
      expect(n).toBe(by_airline[key].n);
      expect(score).toBeCloseTo(by_airline[key].nps, 10);
    }
  });
});

describeData("ecsi_mobile", (data) => {
  it("satisfaction index", async () => {
    const got = await jsonOf(run(["csi", data.path("mobi.csv"), "--items", "CUSA1..CUSA3", "--format", "json"]));
    expect(got.score).toBeCloseTo(JSON.parse(data.file("expected.json")).csi_equal, 10);
  });
});

describeData("tapwater_qualtrics", (data) => {
  it("an item", async () => {
    const words = ["csat", data.path("tapwater_survey_qualtrics.csv"), "--header-rows", "2", "--scale", "1-7"];
    const got = await jsonOf(run([...words, "--score", "t02", "--missing", "NA", "--format", "json"]));
    const { n, top_pct, mean } = JSON.parse(data.file("expected.json")).items.t02;
    expect(got).toMatchObject({ n, missing: 690 - n, invalid: 0 });
    expect([got.score, got.mean]).toEqual([expect.closeTo(top_pct, 10), expect.closeTo(mean, 10)]);
  });
});

describeData("vendor_formats", (data) => {
  const nps = (name: string, ...others: string[]) => run(["nps", data.path(name), ...others, "--format", "json"]);

  it.each([
    ["qualtrics_3header_de.csv", "Qualtrics", 3],
    ["qualtrics_legacy_2header_bom.csv", "Qualtrics", 2],
    ["qualtricstools_better_sample.csv", "Qualtrics", 3],
    ["surveymonkey_2header_demo.csv", "SurveyMonkey", 2],
  ])("%s is refused until its header rows are told", async (name, tool, rows) => {
    const { code, err } = await nps(name, "--score", "Q1");
    expect(code).toBe(1);
    expect(err).toContain(`is an export of ${tool}, with more than one header row: say --header-rows ${rows}`);
  });

  it("Qualtrics, three header rows", async () => {
    const options = ["--header-rows", "3", "--time", "StartDate", "--every", "day", "--time-zone", "Europe/Berlin"];
    const { points } = await jsonOf(nps("qualtrics_3header_de.csv", "--score", "Q1", ...options));
    expect(points).toMatchObject([{ key: "2017-07-18", n: 1, mean: 2 }]);
    const sample = await jsonOf(
      nps("qualtricstools_better_sample.csv", "--header-rows", "3", "--score", "q2_favorite"),
    );
    expect(sample).toMatchObject({ n: 10, missing: 0, invalid: 0 });
  });

  it("Qualtrics, two header rows and a byte order mark", async () => {
    const got = await jsonOf(
      nps("qualtrics_legacy_2header_bom.csv", "--header-rows", "2", "--score", "Q1", "--by", "ResponseID"),
    );
    expect(got.segments).toMatchObject([{ key: "R_2YPOQ602ER1jkf1", n: 1, mean: 2 }]);
  });

  it("SurveyMonkey, answers in words", async () => {
    const labels = ["Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"];
    const words = ["csat", data.path("surveymonkey_2header_demo.csv"), "--header-rows", "2", "--format", "json"];
    const score = ["--score", "I wish it would have snowed more this winter."];
    const got = await jsonOf(
      run([...words, ...score, "--labels", labels.map((label, index) => `${label}=${index + 1}`).join()]),
    );
    expect(got).toMatchObject({ n: 7, missing: 0, invalid: 0 });
    expect(got.score).toBeCloseTo(300 / 7, 10);
    const { code, err } = await run([...words, ...score]);
    expect(code).toBe(1);
    expect(err).toContain("line 3, I wish it would have snowed more this winter.: expected a rating from 1 to 5");
  });

  it("Delighted, with Unix times and objects in objects", async () => {
    const name = "delighted_api_survey_responses_abridged.json";
    const { points } = await jsonOf(
      nps(name, "--score", "score", "--time", "created_at", "--date-format", "t", "--every", "day"),
    );
    expect(points).toMatchObject([
      { key: "2024-04-18", n: 1, score: -100 },
      { key: "2024-04-19", n: 1, score: 100 },
    ]);
    const { segments } = await jsonOf(nps(name, "--score", "score", "--by", "person_properties.country"));
    expect(segments.map(({ key }: { key: string | null }) => key)).toEqual(["USA", null]);
  });

  describe("every file is described", () => {
    it.each([
      ["qualtrics_3header_de.csv", 3, 1],
      ["qualtrics_legacy_2header_bom.csv", 2, 1],
      ["qualtricstools_better_sample.csv", 3, 10],
      ["surveymonkey_2header_demo.csv", 2, 7],
      ["delighted_api_survey_responses_abridged.json", 1, 2],
    ])("%s", async (name, headerRows, rows) => {
      const words = ["describe", data.path(name), "--header-rows", `${headerRows}`, "--format", "json"];
      const got = await jsonOf(run(words));
      expect([got.rows, got.invalid]).toEqual([rows, 0]);
      const expected = JSON.parse(data.file("expected.json"))[name];
      if (expected !== undefined) expect(got.columns).toHaveLength(expected.n_columns);
    });
  });
});
