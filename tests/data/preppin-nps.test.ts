import { expect, it } from "vitest";
import { nps, segment } from "../../src/index.js";
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

  const rows = ["case122_input_01.csv", "case122_input_02.csv"].flatMap((path) => rowsOf(data.file(path)));
  const byAirline = {
    by: (row: Record<string, string>) => row.Airline,
    score: (row: Record<string, string>) => Number(row["How likely are you to recommend this airline?"]),
    metric: nps,
  };
  const { by_airline, published, prep_air, ...case122 } = expected.case122_airlines;
  const figures: Record<string, { n: number; nps: number; mean_score: number; se_sample: number }> = by_airline;

  it("case122, airline by airline", () => {
    const airlines = segment(rows, byAirline);
    expect(airlines).toHaveLength(case122.n_airlines);
    for (const { key, n, score, mean, standardError } of airlines) {
      const airline = figures[key as string]!;
      expect(n).toBe(airline.n);
      expect(score).toBeCloseTo(airline.nps, 10);
      expect(mean).toBeCloseTo(airline.mean_score, 10);
      expect(standardError).toBeCloseTo(airline.se_sample, 10);
    }
  });

  it("case122, the airlines of 50 answers or more alone, as its author published it", () => {
    const airlines = segment(rows, { ...byAirline, minN: 50 }).filter((airline) => !airline.suppressed);
    expect(airlines).toHaveLength(case122.n_airlines_ge50);
    const enough = Object.entries(figures).filter(([, { n }]) => n >= 50);
    expect(new Set(airlines.map(({ key }) => key))).toEqual(new Set(enough.map(([name]) => name)));
    for (const { key, n, score } of airlines) {
      expect(n).toBe(figures[key as string]!.n);
      expect(score).toBeCloseTo(figures[key as string]!.nps, 10);
    }
    /** How many standard deviations Prep Air lies above the mean of all airlines. */
    const zOf = (scores: readonly number[]) => {
      const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
      const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / (scores.length - 1);
      return (scores[airlines.findIndex(({ key }) => key === "Prep Air")]! - mean) / Math.sqrt(variance);
    };
    expect(zOf(airlines.map(({ score }) => score!))).toBeCloseTo(prep_air.z_unrounded_sample_sd, 10);
    // The author rounds both percentages down before subtracting.
    const percent = (share: number | null | undefined) => Math.floor(100 * share!);
    const rounded = airlines.map(({ bands }) => percent(bands.promoter?.share) - percent(bands.detractor?.share));
    expect(rounded[airlines.findIndex(({ key }) => key === "Prep Air")]).toBe(published["Prep Air NPS"]);
    expect(zOf(rounded)).toBeCloseTo(prep_air.z_floor_sample_sd, 10);
    expect(zOf(rounded).toFixed(2)).toBe(String(published.z));
  });
});
