import { describe, expect, it } from "vitest";
import { CES, csat, csi, type Measurement, measure, nps } from "../../src/index.js";
import {
  type ControlChart,
  type ControlChartMethod,
  type ControlChartOptions,
  controlChart,
  type SeriesPoint,
} from "../../src/trend/index.js";

const npsOf = (promoters: number, passives: number, detractors: number) =>
  nps([
    { score: 10, n: promoters },
    { score: 8, n: passives },
    { score: 3, n: detractors },
  ]);
const csatOf = (satisfied: number, others: number) =>
  csat([
    { score: 5, n: satisfied },
    { score: 1, n: others },
  ]);
const ces = (...ratings: number[]) => measure(ratings, CES);

const METHODS: ControlChartMethod[] = ["p", "laney-p", "nps", "xmr", "xmr-median", "ewma", "cusum"];
const OF_SCORES = ["xmr", "xmr-median", "ewma", "cusum"] as const;
const shares = [csatOf(60, 40), csatOf(90, 60), csatOf(20, 30), csatOf(70, 30), csatOf(55, 45)];
const scores = [30, 34, 31, 36, 33, 29, 35, 32, 34, 31, 60, 33];

const signalsOf = ({ points }: ControlChart) => points.map(({ signals }) => signals.join(" "));
const valuesOf = ({ points }: ControlChart) => points.map(({ value }) => value);

describe("a p chart", () => {
  it("has the centre of all answers and limits by each period's number of them", () => {
    const { method, center, points, movingRange, sigmaZ } = controlChart(shares);
    expect([method, movingRange, sigmaZ]).toEqual(["p", null, null]);
    const p = 295 / 500;
    expect(center).toBeCloseTo(100 * p, 12);
    for (const [index, n] of [100, 150, 50, 100, 100].entries()) {
      const sigma = 100 * Math.sqrt((p * (1 - p)) / n);
      const { value, limits, ...point } = points[index]!;
      expect(value).toBe(shares[index]!.score);
      expect(point.sigma).toBeCloseTo(sigma, 12);
      expect(limits!.low).toBeCloseTo(100 * p - 3 * sigma, 12);
      expect(limits!.high).toBeCloseTo(100 * p + 3 * sigma, 12);
      expect(limits!.center).toBe(center);
      expect([point.movingRange, point.sums, point.signals]).toEqual([null, null, []]);
    }
  });

  it("keeps limits within 0 to 100", () => {
    const [few] = controlChart([csatOf(9, 1), csatOf(95, 5)]).points;
    expect(few!.limits!.high).toBe(100);
    expect(few!.limits!.low).toBeGreaterThan(50);
    expect(controlChart([csatOf(1, 9), csatOf(5, 95)]).points[0]!.limits!.low).toBe(0);
  });

  it("weighs periods by their weight, and takes the effective number of answers", () => {
    const weighted = csat([
      { score: 5, n: 2, weight: 6 },
      { score: 5, n: 2, weight: 2 },
      { score: 1, n: 4, weight: 2 },
    ]);
    const { center, points } = controlChart([weighted, csatOf(5, 5)]);
    expect(center).toBeCloseTo((100 * (8 + 5)) / 20, 12);
    expect(weighted.effectiveN).toBeCloseTo(100 / 21, 12);
    expect(points[0]!.sigma).toBeCloseTo(100 * Math.sqrt((0.65 * 0.35) / (100 / 21)), 12);
  });
});

describe("a chart of net scores", () => {
  it("takes the pooled variance of one answer", () => {
    const { method, center, points } = controlChart([npsOf(40, 40, 20), npsOf(30, 10, 10), npsOf(0, 10, 40)]);
    expect(method).toBe("nps");
    expect(center).toBe(0);
    const sigma = (n: number) => 100 * Math.sqrt(140 / 200 / n);
    expect(points.map((point) => point.sigma)).toEqual(
      [100, 50, 50].map((n) => expect.closeTo(sigma(n), 12) as unknown),
    );
    expect(points[1]!.limits).toEqual({
      low: expect.closeTo(-3 * sigma(50), 12),
      center: 0,
      high: expect.closeTo(3 * sigma(50), 12),
    });
    expect(points.map(({ signals }) => signals)).toEqual([[], ["above-limit"], ["below-limit"]]);
  });

  it("keeps limits within -100 to 100", () => {
    const [few] = controlChart([npsOf(3, 0, 0), npsOf(80, 15, 5)]).points;
    expect(few!.limits!.high).toBe(100);
  });
});

describe("Laney's chart", () => {
  it.each([
    ["a share", shares, "p"],
    ["a net score", [npsOf(40, 40, 20), npsOf(30, 10, 10), npsOf(0, 10, 40), npsOf(30, 40, 30)], "nps"],
  ] as const)("multiplies the sigma of %s by how much it really varies", (_, points, plain) => {
    const narrow = controlChart<Measurement>(points, { method: plain });
    const wide = controlChart<Measurement>(points, { method: "laney-p" });
    const z = narrow.points.map((point) => (point.score! - narrow.center!) / point.sigma!);
    const changes = z.slice(1).map((one, index) => Math.abs(one - z[index]!));
    const sigmaZ = changes.reduce((sum, change) => sum + change, 0) / changes.length / 1.128;
    expect(wide.sigmaZ).toBeCloseTo(sigmaZ, 12);
    expect(wide.center).toBe(narrow.center);
    for (const [index, { sigma, limits }] of wide.points.entries()) {
      expect(sigma).toBeCloseTo(narrow.points[index]!.sigma! * sigmaZ, 12);
      expect(limits!.low).toBeCloseTo(Math.max(plain === "p" ? 0 : -100, wide.center! - 3 * sigma!), 12);
    }
  });

  it("needs two periods", () => {
    const { sigmaZ, points } = controlChart(shares.slice(0, 1), { method: "laney-p" });
    expect([sigmaZ, points[0]!.sigma, points[0]!.limits]).toEqual([null, null, null]);
  });
});

describe("an XmR chart", () => {
  it("has limits from the mean moving range", () => {
    const { method, center, movingRange, points } = controlChart([10, 14, 13, 19]);
    expect([method, center]).toEqual(["xmr", 14]);
    expect(movingRange).toEqual({
      mean: expect.closeTo(11 / 3, 12),
      median: 4,
      high: expect.closeTo((11 / 3) * (1 + (3 * 0.8525033) / 1.128), 12),
    });
    expect(points.map((point) => point.movingRange)).toEqual([null, 4, 1, 6]);
    for (const { sigma, limits } of points) {
      expect(sigma).toBeCloseTo(11 / 3 / 1.128, 12);
      expect(limits).toEqual({ low: 14 - 3 * sigma!, center: 14, high: 14 + 3 * sigma! });
    }
  });

  it("moves the limit of the moving ranges with the other ones", () => {
    const { movingRange } = controlChart([10, 14, 13, 19], { sigmas: 2, d2: 1.2, d3: 0.9 });
    expect(movingRange!.high).toBeCloseTo((11 / 3) * (1 + (2 * 0.9) / 1.2), 12);
  });

  it("signals a point beyond the limits and a change beyond what is usual", () => {
    const signals = signalsOf(controlChart(scores));
    expect(signals[10]).toBe("above-limit moving-range");
    expect(signals[11]).toBe("moving-range");
    expect(signals.slice(0, 10).join("")).toBe("");
    expect(signalsOf(controlChart(scores.map((score) => -score)))[10]).toBe("below-limit moving-range");
  });

  it("takes the median moving range, which an outlier does not widen", () => {
    const [mean, median] = [controlChart(scores), controlChart(scores, { method: "xmr-median" })];
    expect(median.center).toBe(mean.center);
    expect(median.movingRange).toEqual({ ...mean.movingRange, median: 4, high: null });
    expect(median.points[0]!.sigma).toBeCloseTo(4 / 0.954, 12);
    expect(signalsOf(median)[10]).toBe("above-limit");
  });

  it("keeps the limits of measurements within the scale, and those of plain scores nowhere", () => {
    const periods = [ces(7), ces(5, 6), ces(7, 7, 6), ces(6, 5, 5)];
    const [measured, plain] = [controlChart(periods), controlChart(periods.map(({ score }) => score))];
    expect(measured.points[0]!.limits!.high).toBe(7);
    expect(plain.points[0]!.limits!.high).toBeGreaterThan(7);
    expect(measured.points[0]!.limits!.low).toBe(plain.points[0]!.limits!.low);
    expect(measured.points[0]!.limits!.low).toBeGreaterThan(1);
  });

  it("is the default of means, indices and plain scores", () => {
    for (const points of [[ces(5), ces(6)], [csi([[5, 6]]), csi([[7, 8]])], [1, 2], [{ score: 1 }], [null], []])
      expect(controlChart<SeriesPoint>(points).method).toBe("xmr");
  });
});

describe("runs", () => {
  const sides = (text: string) =>
    [...text].map((side) => ({ a: 51, b: 49, "|": 50, _: null, A: 1000, B: -900 })[side] ?? null);
  /** Marks the points of a run, given as sides of a centre of 50. */
  const runsIn = (text: string, options: ControlChartOptions = {}) => {
    // As many points above as below keep the centre at 50.
    const mirrored = [...text].map((side) => ({ a: "b", b: "a", A: "B", B: "A" })[side] ?? side).join("");
    const series = sides(`${text}||${mirrored}`);
    const { points, center } = controlChart(series, options);
    expect(center).toBe(50);
    return points
      .slice(0, text.length)
      .map(({ signals }) => (signals.includes("run-above") ? "a" : signals.includes("run-below") ? "b" : "."))
      .join("");
  };

  it.each([
    ["aaaaaaaa", "aaaaaaaa"],
    ["aaaaaaa", "......."],
    ["bbbbbbbbbb", "bbbbbbbbbb"],
    ["baaaaaaaab", ".aaaaaaaa."],
    ["aaaa|aaaa", "........."],
    ["aaaa|aaaaaaaa", ".....aaaaaaaa"],
    ["_aaaa_aaa_a_", ".aaaa.aaa.a."],
    ["aaaaaaab", "........"],
    ["aaaaaaaabbbbbbbb", "aaaaaaaabbbbbbbb"],
    ["bAaaaaaaa", ".aaaaaaaa"],
  ])("in %s are %s", (text, expected) => {
    expect(runsIn(text)).toBe(expected);
  });

  it("are as long as one says, or of no interest", () => {
    expect(runsIn("aaab", { runLength: 3 })).toBe("aaa.");
    expect(runsIn("aaab", { runLength: 4 })).toBe("....");
    expect(runsIn("a".repeat(20), { runLength: Number.POSITIVE_INFINITY })).toBe(".".repeat(20));
  });

  it.each(["p", "laney-p", "xmr", "xmr-median"] as const)("are a signal of the method %s", (method) => {
    const drift = [...Array(8).fill(csatOf(52, 48)), ...Array(8).fill(csatOf(48, 52)), csatOf(90, 10), csatOf(10, 90)];
    const signals = signalsOf(controlChart<Measurement>(drift, { method }));
    expect(signals[0]).toContain("run-above");
    expect(signals[15]).toContain("run-below");
  });

  it.each(["ewma", "cusum"] as const)("are none of the method %s", (method) => {
    const drift = [...Array(10).fill(51), ...Array(10).fill(49), 80, 20, 80, 20];
    expect(signalsOf(controlChart(drift, { method })).join("")).not.toContain("run");
  });
});

describe("an EWMA chart", () => {
  it("averages from the centre on, with limits that widen", () => {
    const { center, points, movingRange } = controlChart([10, 14, 13, 19], { method: "ewma" });
    const one = 11 / 3 / 1.128;
    expect([center, movingRange!.high]).toEqual([14, null]);
    let average = 14;
    for (const [index, { value, sigma, limits, score }] of points.entries()) {
      average = 0.2 * score + 0.8 * average;
      expect(value).toBeCloseTo(average, 12);
      expect(sigma).toBeCloseTo(one * Math.sqrt((0.2 / 1.8) * (1 - 0.8 ** (2 * (index + 1)))), 12);
      expect(limits!.high).toBeCloseTo(14 + 3 * sigma!, 12);
    }
  });

  it("sees a drift that single points do not show", () => {
    const drift = [50, 52, 48, 51, 49, 50, 51, 49, 53, 54, 53, 54, 53, 54];
    const options = { baseline: 8, runLength: Number.POSITIVE_INFINITY };
    expect(signalsOf(controlChart(drift, options)).join("")).toBe("");
    const { baseline } = options;
    expect(signalsOf(controlChart(drift, { method: "ewma", baseline })).at(-1)).toBe("above-limit");
  });
});

describe("a CUSUM chart", () => {
  it("adds up deviations less the reference value, in sigmas", () => {
    const { points } = controlChart([10, 14, 13, 19], { method: "cusum" });
    const sigma = 11 / 3 / 1.128;
    let [above, below] = [0, 0];
    for (const { value, score, sums, limits, ...point } of points) {
      const z = (score - 14) / sigma;
      [above, below] = [Math.max(0, above + z - 0.5), Math.max(0, below - z - 0.5)];
      expect(sums).toEqual({ above: expect.closeTo(above, 12), below: expect.closeTo(below, 12) });
      expect([value, limits]).toEqual([score, null]);
      expect(point.sigma).toBeCloseTo(sigma, 12);
    }
  });

  it("signals no sum that only reaches the decision interval", () => {
    // Half a sigma on either side.
    const { points } = controlChart([0, 2], { method: "cusum", d2: 1, referenceValue: 0, decisionInterval: 0.5 });
    expect(points.map(({ sums }) => sums)).toEqual([
      { above: 0, below: 0.5 },
      { above: 0.5, below: 0 },
    ]);
    expect(points.map(({ signals }) => signals)).toEqual([[], []]);
  });

  it("signals sums above the decision interval, on both sides at once if need be", () => {
    const series = [50, 51, 49, 50, 51, 49, 50, 55, 56, 57, 20];
    const signals = signalsOf(controlChart(series, { method: "cusum", baseline: 7 }));
    expect(signals[7]).toBe("");
    expect(signals[8]).toBe("above-limit");
    const jump = [50, 51, 49, 50, 51, 49, 150, 40];
    expect(signalsOf(controlChart(jump, { method: "cusum", baseline: 6 })).at(-1)).toBe("above-limit below-limit");
  });
});

describe("the points of a chart", () => {
  it("are those given, with figures added", () => {
    const given = [
      { key: "2026-01", partial: false, score: 4, change: null },
      { key: "2026-02", partial: true, score: 6, change: null },
    ];
    const copy = structuredClone(given);
    const { points } = controlChart(given);
    expect(given).toEqual(copy);
    expect(points.map(({ key, partial, score }) => ({ key, partial, score, change: null }))).toEqual(copy);
    expect(points[1]!.signals).toEqual([]);
    const [first] = controlChart(shares).points;
    expect(first).toMatchObject(shares[0]!);
  });

  it("are objects where numbers are given", () => {
    const { points } = controlChart([4, null, 6]);
    expect(points.map(({ score }) => score)).toEqual([4, null, 6]);
    expect(Object.keys(points[1]!)).toEqual(["score", "value", "sigma", "limits", "movingRange", "sums", "signals"]);
  });

  it("have no -0 among their figures", () => {
    for (const method of OF_SCORES) {
      const { center, points } = controlChart([-0, -0, 1], { method, baseline: 2 });
      expect([center, points[0]!.value, points[0]!.limits!.low]).toEqual([0, 0, 0]);
    }
  });

  it("overwrite what has their names", () => {
    const [point] = controlChart([{ score: 4, value: "four", signals: 7 }]).points;
    const value: number | null = point!.value;
    expect([value, point!.signals]).toEqual([4, []]);
  });

  it("may be measurements stored as JSON", () => {
    for (const method of METHODS.filter((name) => name !== "nps")) {
      const stored = controlChart(JSON.parse(JSON.stringify(shares)) as Measurement[], { method });
      expect(stored).toEqual(controlChart(shares, { method }));
    }
  });
});

describe("an empty period", () => {
  const empty = csat([]);

  it("has no value, and limits only where these do not depend on its answers", () => {
    const of = (method: ControlChartMethod) => controlChart([shares[0]!, empty, shares[1]!], { method }).points[1]!;
    const nothing = { value: null, movingRange: null, sums: null, signals: [] };
    expect(of("p")).toMatchObject({ ...nothing, sigma: null, limits: null });
    expect(of("laney-p")).toMatchObject({ ...nothing, sigma: null, limits: null });
    expect(of("ewma")).toMatchObject({ ...nothing, sigma: null, limits: null });
    expect(of("xmr")).toMatchObject({ ...nothing, limits: { center: 60 } });
  });

  it("takes no part in centre, moving ranges and sums", () => {
    const gaps = [null, 10, null, null, 14, 13, { score: null }, 19, null];
    for (const method of OF_SCORES) {
      const [chart, dense] = [controlChart(gaps, { method }), controlChart([10, 14, 13, 19], { method })];
      expect(chart).toMatchObject({ center: dense.center, movingRange: dense.movingRange });
      expect(chart.points.filter(({ value }) => value !== null)).toEqual(dense.points);
    }
  });

  it("counts among the points of the baseline", () => {
    expect(controlChart([10, null, 20, 40], { baseline: 2 }).center).toBe(10);
    expect(controlChart([10, null, 20, 40], { baseline: 3 }).center).toBe(15);
  });
});

describe("too few points", () => {
  it.each(METHODS)("give null for what cannot be said by %s", (method) => {
    const decisionInterval = method === "cusum" ? 5 : null;
    expect(controlChart([], { method })).toEqual({
      method,
      center: null,
      movingRange: null,
      sigmaZ: null,
      decisionInterval,
      points: [],
    });
    const { center, points } = controlChart([null, null], { method });
    const nothing = { value: null, sigma: null, limits: null, movingRange: null, sums: null, signals: [] };
    expect([center, points]).toEqual([null, [nothing, nothing].map((point) => ({ score: null, ...point }))]);
  });

  it("leave one score without limits", () => {
    const { center, movingRange, points } = controlChart([5, null]);
    expect([center, movingRange]).toEqual([5, null]);
    expect(points[0]).toEqual({
      score: 5,
      value: 5,
      sigma: null,
      limits: null,
      movingRange: null,
      sums: null,
      signals: [],
    });
    expect(valuesOf(controlChart([5, null], { method: "ewma" }))).toEqual([5, null]);
    expect(controlChart([5, 6], { method: "cusum", baseline: 1 }).points[1]!.sums).toBeNull();
  });

  it("leave later points without limits where the baseline is empty", () => {
    for (const method of ["xmr", "ewma", "cusum"] as const) {
      const { center, points } = controlChart([null, null, 5, 6], { method, baseline: 2 });
      expect([center, points[3]!.limits, points[3]!.signals]).toEqual([null, null, []]);
      expect(points[3]!.value).toBe(method === "ewma" ? null : 6);
    }
    const { center, points } = controlChart([csat([]), csatOf(1, 1)], { baseline: 1 });
    expect([center, points[1]!.limits]).toEqual([null, null]);
  });

  it("give a p chart limits from one period", () => {
    expect(controlChart([csatOf(50, 50)]).points[0]!.limits).toEqual({ low: 35, center: 50, high: 65 });
  });
});

describe("scores that do not vary", () => {
  it.each(OF_SCORES)("make any other one a signal of %s", (method) => {
    const { center, points } = controlChart([4.1, 4.1, 4.1, 4.2, 4.1, 4], { method, baseline: 3 });
    expect(center).toBe(4.1);
    expect(points[5]).toMatchObject({ sigma: 0, limits: { low: 4.1, center: 4.1, high: 4.1 }, sums: null });
    const signals = points.map(({ signals }) => signals.filter((signal) => signal !== "moving-range").join());
    expect(signals.slice(0, 4)).toEqual(["", "", "", "above-limit"]);
    expect(signals[5]).toBe("below-limit");
  });

  it.each([
    ["p", csatOf],
    ["laney-p", csatOf],
    ["nps", (promoters: number, others: number) => npsOf(promoters, 0, others)],
    ["laney-p", (promoters: number, others: number) => npsOf(promoters, 0, others)],
  ] as const)("make any other one a signal of %s", (method, of) => {
    const periods = [of(10, 0), of(7, 0), of(30, 0), of(99, 1), of(5, 0)];
    const { sigmaZ, points } = controlChart<Measurement>(periods, { method, baseline: 3 });
    expect(sigmaZ).toBeNull();
    expect(points[3]).toMatchObject({ sigma: 0, limits: { low: 100, center: 100, high: 100 } });
    expect(points.map(({ signals }) => signals.join())).toEqual(["", "", "", "below-limit", ""]);
  });

  it("are known as such in spite of rounding", () => {
    // The sum of ten times 0.1, divided by ten, is not 0.1.
    for (const method of OF_SCORES) {
      const noise = Array.from({ length: 10 }, (_, index) => 0.1 + (index % 3) * 1e-17 + (index > 4 ? 2e-17 : 0));
      for (const series of [Array(10).fill(0.1), noise, [0.3, 0.1 + 0.2, 0.3, 0.1 + 0.2]])
        expect(signalsOf(controlChart(series, { method })).join("")).toBe("");
    }
    const [, range] = controlChart([0.3, 0.1 + 0.2]).points;
    expect([range!.movingRange, range!.sigma]).toEqual([0, 0]);
    // Else the unit of the sums would be too small to divide by.
    const { sums, signals } = controlChart([0, 5e-324, 1e15], { method: "cusum", baseline: 2 }).points[2]!;
    expect([sums, signals]).toEqual([null, ["above-limit"]]);
    const third = csat([
      { score: 5, n: 3, weight: 0.1 },
      { score: 1, n: 7, weight: 0.2 },
    ]);
    expect(signalsOf(controlChart(Array(20).fill(third))).join("")).toBe("");
  });
});

describe("the option", () => {
  const changed = (method: ControlChartMethod, options: ControlChartOptions) => {
    const points = method === "nps" ? [npsOf(5, 3, 2), npsOf(4, 4, 3), npsOf(3, 5, 5)] : shares;
    return [options, {}].map((more) => JSON.stringify(controlChart<Measurement>(points, { method, ...more })));
  };
  const used: Record<ControlChartMethod, ControlChartOptions> = {
    p: { baseline: 2, sigmas: 2, runLength: 2 },
    nps: { baseline: 2, sigmas: 2, runLength: 2 },
    "laney-p": { baseline: 2, sigmas: 2, runLength: 2, d2: 1.2 },
    xmr: { baseline: 2, sigmas: 2, runLength: 2, d2: 1.2, d3: 0.8 },
    "xmr-median": { baseline: 2, sigmas: 2, runLength: 2 },
    ewma: { baseline: 2, sigmas: 2, d2: 1.2, lambda: 0.4 },
    cusum: { baseline: 2, d2: 1.2, referenceValue: 0.1, decisionInterval: 0.2 },
  };
  const all = Object.entries(used).flatMap(([method, options]) =>
    Object.keys({ ...used.xmr, ...used.ewma, ...used.cusum }).map(
      (name) => [name, method as ControlChartMethod, options[name as "d2"]] as const,
    ),
  );

  it.each(all.filter(([, , value]) => value !== undefined))("%s changes the chart of %s", (name, method, value) => {
    const [with_, without] = changed(method, { [name]: value });
    expect(with_).not.toBe(without);
  });

  it.each(all.filter(([, , value]) => value === undefined))("%s is an error with %s", (name, method) => {
    expect(() => changed(method, { [name]: 1 })).toThrow(`an option of the method ${method} must be baseline or `);
    expect(() => changed(method, { [name]: 1 })).toThrow(TypeError);
    expect(() => changed(method, { [name]: undefined })).not.toThrow();
  });

  it("baseline takes centre and spread from the first points, however many there are so far", () => {
    const { center, movingRange, points } = controlChart([10, 12, 11, 50], { baseline: 3 });
    expect([center, movingRange!.mean, points[3]!.signals]).toEqual([11, 1.5, ["above-limit", "moving-range"]]);
    expect(controlChart([10, 12, 11], { baseline: 12 })).toEqual(controlChart([10, 12, 11]));
    const { center: share, points: periods } = controlChart([csatOf(5, 5), csatOf(15, 15), csatOf(99, 1)], {
      baseline: 2,
    });
    expect([share, periods[2]!.sigma, periods[2]!.signals]).toEqual([50, 5, ["above-limit"]]);
    const z = { method: "laney-p", baseline: 2 } as const;
    expect(controlChart(shares, z).sigmaZ).toBe(controlChart(shares.slice(0, 2), z).sigmaZ);
  });

  it.each([
    ["baseline", "a whole number from 1", [0, 1.5, -1, Number.NaN, Number.POSITIVE_INFINITY, "3", null]],
    ["sigmas", "above 0 and up to 100", [0, -3, 101, Number.NaN, Number.POSITIVE_INFINITY, "3", null]],
    [
      "runLength",
      "a whole number from 2, or Infinity for no such rule",
      [1, 0, 2.5, Number.NaN, Number.NEGATIVE_INFINITY, "8", null],
    ],
    ["d2", "from 1 to 2", [0, 0.9, 2.1, Number.NaN, "1.128", null]],
    ["d3", "above 0 and up to 1", [0, -1, 1.1, Number.NaN, "1", null]],
  ])("%s is checked", (name, allowed, values) => {
    for (const value of values) {
      const call = () => controlChart(scores, { [name]: value });
      expect(call).toThrow(typeof value === "number" ? RangeError : TypeError);
      expect(call).toThrow(`${name} must be ${allowed}, got `);
    }
  });

  it.each([
    ["lambda", "above 0 and up to 1", "ewma", [0, -0.2, 1.1, Number.NaN, "0.2", null], [0.001, 1]],
    ["referenceValue", "a number from 0", "cusum", [-0.1, Number.NaN, Number.POSITIVE_INFINITY, "0.5", null], [0, 3]],
    [
      "decisionInterval",
      "a number above 0",
      "cusum",
      [0, -5, Number.NaN, Number.POSITIVE_INFINITY, "5", null],
      [0.1, 30],
    ],
  ] as const)("%s is checked", (name, allowed, method, values, right) => {
    for (const value of values) {
      const call = () => controlChart(scores, { method, [name]: value });
      expect(call).toThrow(typeof value === "number" ? RangeError : TypeError);
      expect(call).toThrow(`${name} must be ${allowed}, got `);
    }
    for (const value of right) expect(() => controlChart(scores, { method, [name]: value })).not.toThrow();
  });

  it("takes the ends of its range", () => {
    const ends = { baseline: 1, sigmas: 100, runLength: 2, d2: 1, d3: 1 };
    expect(() => controlChart(scores, ends)).not.toThrow();
    expect(() => controlChart(scores, { d2: 2 })).not.toThrow();
  });
});

describe("a wrong call", () => {
  it.each([
    ["p", npsOf(1, 1, 1), "the method for net scores must be nps or laney-p or xmr or xmr-median or ewma or cusum"],
    ["nps", csatOf(1, 1), "the method for share scores must be p or laney-p or xmr or xmr-median or ewma or cusum"],
    ["p", ces(5), "the method for mean scores must be xmr or xmr-median or ewma or cusum"],
    ["laney-p", csi([[5, 6]]), "the method for index scores must be xmr or xmr-median or ewma or cusum"],
    ["p", 5, "the method for plain scores must be xmr or xmr-median or ewma or cusum"],
    ["nps", { score: 5 }, "the method for plain scores must be xmr or xmr-median or ewma or cusum"],
    ["shewhart", null, "method must be p or nps or laney-p or xmr or xmr-median or ewma or cusum"],
  ])("by the method %s is told", (method, point, message) => {
    const call = () => controlChart([point as SeriesPoint], { method: method as ControlChartMethod });
    expect(call).toThrow(TypeError);
    expect(call).toThrow(`${message}, got "${method}"`);
  });

  it.each<[unknown, string]>([
    [undefined, "points must be an array of scores or measurements, in the order of time, got undefined"],
    ["123", "points must be an array"],
    [new Float64Array(3), "points must be an array"],
    [{ 0: 1, length: 1 }, "points must be an array"],
    [[1, undefined], "point 1 must be a number within ±1e15, null, or an object with such a score, got undefined"],
    // A hole.
    [Object.assign(new Array(3), { 0: 1, 2: 2 }), "point 1 must be a number"],
    [[1, "2"], 'point 1 must be a number within ±1e15, null, or an object with such a score, got "2"'],
    [[1, 2, Number.NaN], "point 2 must be a number within ±1e15, null, or an object with such a score, got NaN"],
    [[Number.POSITIVE_INFINITY], "point 0 must be a number within ±1e15"],
    [[1e16], "point 0 must be a number within ±1e15"],
    [[1, {}], "score of point 1 must be a number within ±1e15"],
    [
      [1, { score: "2" }],
      'score of point 1 must be a number within ±1e15, null, or an object with such a score, got "2"',
    ],
    [[{ score: Number.NaN }], "score of point 0 must be"],
    [[[5, 6]], "point 0 must be a number within ±1e15, null, or an object with such a score, got an array"],
    [[true], "point 0 must be"],
    [[7n], "point 0 must be a number within ±1e15, null, or an object with such a score, got 7n"],
  ])("with points that are none is told", (points, message) => {
    const call = () => controlChart(points as SeriesPoint[]);
    expect(messageOf(call).slice(0, message.length)).toBe(message);
    expect(call).toThrow(/got (NaN|Infinity|10{16})$/.test(messageOf(call)) ? RangeError : TypeError);
  });

  it("with measurements that do not belong together is told", () => {
    const [a, b] = [csatOf(3, 2), csatOf(4, 1)];
    const call = (point: SeriesPoint) => () => controlChart<SeriesPoint>([null, a, b, point]);
    const changed = (change: Partial<Measurement>): Measurement => ({ ...b, ...change });
    expect(call(npsOf(1, 1, 1))).toThrow('point 3 must have the metric "csat", got "nps"');
    expect(call(csat([5], { statistic: "mean" }))).toThrow('point 3 must have the statistic "share", got "mean"');
    expect(call(changed({ better: "lower" }))).toThrow('point 3 must have the better "higher", got "lower"');
    expect(call(changed({ scale: { min: 1, max: 7, step: 1 } }))).toThrow(
      'point 3 must have the scale {"min":1,"max":5,"step":1}, got {"min":1,"max":7,"step":1}',
    );
    expect(call(nps([]))).toThrow('point 3 must have the metric "csat", got "nps"');
    expect(call(50)).toThrow("point 3 must be a measurement like the others, got the score 50");
    expect(call({ score: 50 })).toThrow("point 3 must be a measurement like the others, got the score 50");
    for (const empty of [null, { score: null }, csat([])]) expect(call(empty)).not.toThrow();
    expect(() => controlChart<SeriesPoint>([50, a])).toThrow("point 0 must be a measurement like the others");
  });

  it("with a measurement that cannot be one is told", () => {
    const a = csatOf(3, 2);
    expect(() => controlChart([a, { ...a, effectiveN: null }])).toThrow(
      "point 1: score must be null together with mean and effectiveN",
    );
    expect(() => controlChart([a, { ...a, weight: 0 }])).toThrow("point 1: weight must be from 1e-100");
    expect(() => controlChart([{ ...a, scale: { min: 5, max: 1, step: 1 } }])).toThrow("point 0: scale.max must be");
  });
});

function messageOf(call: () => unknown): string {
  try {
    call();
    return "";
  } catch (error) {
    return (error as Error).message;
  }
}
