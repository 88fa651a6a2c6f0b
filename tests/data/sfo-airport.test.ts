import { expect, it } from "vitest";
import { type CountedAnswer, CSAT, csat, type Measurement, type MetricDefinition, nps } from "../../src/index.js";
import { describeData, rowsOf } from "../support/survey-data.js";

interface ExpectedNps {
  readonly n: number;
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
  readonly nps: number;
  readonly mean_score: number;
  readonly se_sample: number;
  readonly ci95_pop: [number, number];
}

interface ExpectedWeighted {
  readonly n: number;
  readonly sum_w: number;
  readonly nps: number;
  readonly mean_score: number;
  readonly n_eff_kish: number;
}

interface ExpectedItem {
  readonly n: number;
  readonly top_n: number;
  readonly top_pct: number;
  readonly top_wilson95: [number, number];
  readonly mean: number;
  readonly bottom_n: number;
  readonly net_pct: number;
  readonly weighted: { readonly top_pct: number; readonly mean: number; readonly n_eff_kish: number };
}

function expectNps(got: Measurement<"detractor" | "passive" | "promoter">, expected: ExpectedNps): void {
  expect(got.n).toBe(expected.n);
  expect(got.bands.promoter.n).toBe(expected.promoters);
  expect(got.bands.passive.n).toBe(expected.passives);
  expect(got.bands.detractor.n).toBe(expected.detractors);
  expect(got.score).toBeCloseTo(expected.nps, 10);
  expect(got.mean).toBeCloseTo(expected.mean_score, 10);
  expect(got.standardError).toBeCloseTo(expected.se_sample, 10);
}

describeData("sfo_airport_2017", (data) => {
  const expected = JSON.parse(data.file("expected.json"))["2017"];
  const rows = rowsOf(data.file("sfo_2017.csv"));
  /** The answers of a column; what does not stand for a rating is a missing answer. */
  const answers = (column: string, min: number, max: number, of = rows): CountedAnswer[] =>
    of.map((row) => {
      const rating = /^\d+$/.test(row[column]!) ? Number(row[column]) : Number.NaN;
      return { score: rating >= min && rating <= max ? rating : null, weight: Number(row.WEIGHT) };
    });
  const unweighted = (of: readonly CountedAnswer[]) => of.map((answer) => answer.score);

  it("overall", () => {
    const got = nps(unweighted(answers("NETPRO", 0, 10)));
    expectNps(got, expected.NETPRO);
    expect(got.missing).toBe(85);
    const { interval } = nps(unweighted(answers("NETPRO", 0, 10)), { interval: "wald" });
    expect([interval?.low, interval?.high].map((limit) => limit?.toFixed(9))).toEqual(
      expected.NETPRO.ci95_pop.map((limit: number) => limit.toFixed(9)),
    );
  });

  it("weighted", () => {
    const got = nps(answers("NETPRO", 0, 10));
    const { n, sum_w, nps: score, mean_score, n_eff_kish } = expected.NETPRO.weighted as ExpectedWeighted;
    expect(got.n).toBe(n);
    expect(got.weight).toBeCloseTo(sum_w, 8);
    expect(got.score).toBeCloseTo(score, 10);
    expect(got.mean).toBeCloseTo(mean_score, 10);
    expect(got.effectiveN).toBeCloseTo(n_eff_kish, 7);
  });

  it.each(["BAREA", "DAY"])("by %s", (segment) => {
    const segments = Object.entries<ExpectedNps>(expected.NETPRO_by_segment[segment]);
    expect(segments.length).toBeGreaterThan(5);
    for (const [key, figures] of segments) {
      const of = rows.filter((row) => row[segment] === key);
      expectNps(nps(unweighted(answers("NETPRO", 0, 10, of))), figures);
    }
  });

  const ease: MetricDefinition = { ...CSAT, metric: "ease" };
  it.each([
    ["CSAT_items_1to5_top2", CSAT],
    ["CES_ease_1difficult_5easy", ease],
  ] as const)("%s", (group, definition) => {
    const items = Object.entries<ExpectedItem>(expected[group]);
    expect(items.length).toBeGreaterThan(2);
    for (const [column, item] of items) {
      const all = answers(column, 1, 5);
      const got = csat(unweighted(all), { definition });
      expect(got.n).toBe(item.n);
      expect(got.missing).toBe(rows.length - item.n);
      expect(got.bands.satisfied?.n).toBe(item.top_n);
      expect(got.bands.dissatisfied?.n).toBe(item.bottom_n);
      expect(got.score).toBeCloseTo(item.top_pct, 10);
      expect(got.mean).toBeCloseTo(item.mean, 10);
      expect(got.interval?.low).toBeCloseTo(item.top_wilson95[0], 9);
      expect(got.interval?.high).toBeCloseTo(item.top_wilson95[1], 9);
      expect(csat(unweighted(all), { definition, statistic: "net" }).score).toBeCloseTo(item.net_pct, 10);
      const weighted = csat(all, { definition });
      expect(weighted.score).toBeCloseTo(item.weighted.top_pct, 9);
      expect(weighted.mean).toBeCloseTo(item.weighted.mean, 10);
      expect(weighted.effectiveN).toBeCloseTo(item.weighted.n_eff_kish, 7);
    }
  });
});
