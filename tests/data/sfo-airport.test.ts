import { expect, it } from "vitest";
import {
  type CountedAnswer,
  CSAT,
  csat,
  type Measurement,
  type MetricDefinition,
  type NpsBand,
  nps,
  type Segment,
  segment,
} from "../../src/index.js";
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
  readonly w_promoters: number;
  readonly w_detractors: number;
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

type Nps = Measurement<NpsBand>;

function expectNps(got: Nps, expected: ExpectedNps): void {
  expect(got.n).toBe(expected.n);
  expect(got.bands.promoter.n).toBe(expected.promoters);
  expect(got.bands.passive.n).toBe(expected.passives);
  expect(got.bands.detractor.n).toBe(expected.detractors);
  expect(got.score).toBeCloseTo(expected.nps, 10);
  expect(got.mean).toBeCloseTo(expected.mean_score, 10);
  expect(got.standardError).toBeCloseTo(expected.se_sample, 10);
}

function expectWeighted(got: Nps, expected: ExpectedWeighted): void {
  expect(got.n).toBe(expected.n);
  expect(got.weight).toBeCloseTo(expected.sum_w, 8);
  expect(got.bands.promoter.weight).toBeCloseTo(expected.w_promoters, 8);
  expect(got.bands.detractor.weight).toBeCloseTo(expected.w_detractors, 8);
  expect(got.score).toBeCloseTo(expected.nps, 10);
  expect(got.mean).toBeCloseTo(expected.mean_score, 10);
  expect(got.effectiveN).toBeCloseTo(expected.n_eff_kish, 7);
}

/** Throws where a segment is suppressed. */
function shown(one: Segment<Nps> | undefined): Nps {
  if (one === undefined || one.suppressed) throw new Error("not shown");
  return one;
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
    expectWeighted(nps(answers("NETPRO", 0, 10)), expected.NETPRO.weighted);
  });

  const recommend = unweighted(answers("NETPRO", 0, 10));
  const weight = Float64Array.from(rows, (row) => Number(row.WEIGHT));
  const columnOf = (column: string) => rows.map((row) => row[column] ?? null);

  it.each(["BAREA", "DAY", "PEAK", "LANG"])("by %s", (column) => {
    const figures = Object.entries<ExpectedNps>(expected.NETPRO_by_segment[column]);
    const [whole, ...segments] = segment(rows, {
      by: (row) => row[column],
      score: recommend,
      metric: nps,
      totals: true,
    });
    expectNps(shown(whole), expected.NETPRO);
    expect(segments.map(({ key }) => key)).toEqual(figures.map(([key]) => key).sort());
    for (const [key, expectedOne] of figures) {
      const one = segments.find((other) => other.key === key);
      expectNps(shown(one), expectedOne);
      expect(one!.share).toBeCloseTo(expectedOne.n / expected.NETPRO.n, 12);
    }
  });

  it.each(["BAREA", "DAY", "PEAK", "LANG"])("by %s with weights, which pooled are the whole", (column) => {
    const figures = Object.entries<ExpectedWeighted>(expected.NETPRO_weighted_by_segment[column]);
    const by = columnOf(column);
    const [whole, ...segments] = segment(rows.length, { by, score: recommend, weight, metric: nps, totals: true });
    expectWeighted(shown(whole), expected.NETPRO.weighted);
    for (const [key, expectedOne] of figures)
      expectWeighted(shown(segments.find((other) => other.key === key)), expectedOne);
    const pooled = segments.reduce((sum, one) => sum + one.weight! * one.score!, 0) / whole!.weight!;
    expect(pooled).toBeCloseTo(expected.NETPRO.weighted.nps, 10);
    expect(segments.reduce((sum, one) => sum + one.share!, 0)).toBeCloseTo(1, 12);
  });

  it("by BAREA and DAY at once, with totals of each BAREA", () => {
    const by = { area: columnOf("BAREA"), day: columnOf("DAY") };
    const all = segment(rows.length, { by, score: recommend, weight, metric: nps, totals: true });
    expect(all.filter(({ level }) => level === 2).reduce((sum, { n }) => sum + n!, 0)).toBe(expected.NETPRO.n);
    for (const [key, figures] of Object.entries<ExpectedWeighted>(expected.NETPRO_weighted_by_segment.BAREA)) {
      expectWeighted(shown(all.find((one) => one.level === 1 && one.key === key)), figures);
      const days = all.filter((one) => one.level === 2 && one.keys.area === key);
      expect(days.reduce((sum, { n }) => sum + n!, 0)).toBe(figures.n);
    }
  });

  it("by LANG, of which one has too few answers to be shown, or to be found out", () => {
    const all = segment(rows.length, { by: columnOf("LANG"), score: recommend, metric: nps, minN: 10, totals: true });
    // 4 answers in one language; with the 43 of the next one, the rest of the total is of no single language.
    expect(all.map(({ key, n }) => [key, n])).toEqual([
      ["total", 2746],
      ["1", 2585],
      ["2", null],
      ["3", 114],
      ["4", null],
    ]);
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
