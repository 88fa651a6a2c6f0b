import { expect, it } from "vitest";
import { nps } from "../../src/index.js";
import { describeData, rowsOf } from "../support/survey-data.js";

describeData("preppin_nps", (data) => {
  const expected = JSON.parse(data.file("expected.json"));
  const scores = (path: string, column: string) => rowsOf(data.file(path)).map((row) => Number(row[column]));

  it.each(["case040_input_01.csv", "case040_input_02.csv"])("%s, as its author published it", (path) => {
    const { score, n, bands } = nps(scores(path, "On a scale of 0-10, how would you rate Sudzilla?"));
    const { published, nps: unrounded } = expected.case040_sudzilla;
    expect(score).toBeCloseTo(unrounded, 10);
    expect(score).toBeCloseTo(published.NPS, 1);
    expect([n, bands.promoter.n, bands.detractor.n]).toEqual([
      published.respondents,
      published.promoters,
      published.detractors,
    ]);
  });

  it("case122, airline by airline", () => {
    const rows = ["case122_input_01.csv", "case122_input_02.csv"].flatMap((path) => rowsOf(data.file(path)));
    const airlines = Object.entries<{ n: number; nps: number; mean_score: number; se_sample: number }>(
      expected.case122_airlines.by_airline,
    );
    expect(airlines).toHaveLength(expected.case122_airlines.n_airlines);
    for (const [airline, figures] of airlines) {
      const of = rows.filter((row) => row.Airline === airline);
      const got = nps(of.map((row) => Number(row["How likely are you to recommend this airline?"])));
      expect(got.n).toBe(figures.n);
      expect(got.score).toBeCloseTo(figures.nps, 10);
      expect(got.mean).toBeCloseTo(figures.mean_score, 10);
      expect(got.standardError).toBeCloseTo(figures.se_sample, 10);
    }
  });
});
