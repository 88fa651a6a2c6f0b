import { describe } from "vitest";
import { csat, nps } from "../../src/index.js";
import { type ControlChart, type ControlSignal, controlChart, mannKendall } from "../../src/trend/index.js";
import { type GoldenCase, testGolden } from "../support/golden.js";

/** Positions of the points that have one of the signals. */
const positions = ({ points }: ControlChart, ...signals: ControlSignal[]) =>
  points.flatMap((point, index) => (signals.some((signal) => point.signals.includes(signal)) ? [index] : []));

const beyond = (chart: ControlChart) => positions(chart, "above-limit", "below-limit");

const limits = ({ points }: ControlChart, unit = 1) => ({
  lcl: points.map((point) => point.limits!.low / unit),
  ucl: points.map((point) => point.limits!.high / unit),
});

describe("charts of shares and net scores agree with R", () => {
  const shares = ({ successes, n }: { successes: number[]; n: number[] }) =>
    successes.map((count, index) =>
      csat([
        { score: 5, n: count },
        { score: 1, n: n[index]! - count },
      ]),
    );

  testGolden("spc.p", ({ input, options }) => {
    const chart = controlChart(shares(input), { sigmas: options.nsigma });
    return {
      center: chart.center! / 100,
      statistics: chart.points.map(({ value }) => value! / 100),
      sigma: chart.points.map(({ sigma }) => sigma! / 100),
      ...limits(chart, 100),
      beyond: beyond(chart),
    };
  });

  testGolden("spc.laneyP", ({ input, options }) => {
    const chart = controlChart(shares(input), { method: "laney-p", sigmas: options.nsigma, d2: options.d2 });
    return { center: chart.center! / 100, sigmaZ: chart.sigmaZ, ...limits(chart, 100) };
  });

  testGolden("spc.nps", ({ input, options }) => {
    const periods = (input.counts as [number, number, number][]).map(([detractors, passives, promoters]) =>
      nps([
        { score: 3, n: detractors },
        { score: 8, n: passives },
        { score: 10, n: promoters },
      ]),
    );
    const chart = controlChart(periods, { sigmas: options.nsigma });
    return {
      center: chart.center,
      statistics: chart.points.map(({ value }) => value),
      sigma: chart.points.map(({ sigma }) => sigma),
      ...limits(chart),
      beyond: beyond(chart),
    };
  });
});

describe("charts of individual values agree with R", () => {
  testGolden("spc.xmr", ({ input, options: { nsigma, d2, d3 } }) => {
    const chart = controlChart(input.x as number[], { sigmas: nsigma, d2, d3 });
    const { low: lcl, high: ucl } = chart.points[0]!.limits!;
    const runs = (runLength: number) =>
      positions(controlChart(input.x as number[], { sigmas: nsigma, d2, d3, runLength }), "run-above", "run-below");
    return {
      center: chart.center,
      meanMovingRange: chart.movingRange!.mean,
      sigma: chart.points[0]!.sigma,
      lcl,
      ucl,
      mrUcl: chart.movingRange!.high,
      beyond: beyond(chart),
      runs7: runs(7),
      runs8: runs(8),
    };
  });

  testGolden("spc.xmrMedian", ({ input }) => {
    const { movingRange, points } = controlChart(input.x as number[], { method: "xmr-median" });
    const { sigma, limits } = points.at(-1)!;
    return { medianMovingRange: movingRange!.median, sigma, lcl: limits!.low, ucl: limits!.high };
  });

  /** The cases give centre and sigma, which here follow from the scores. */
  const withBasis = ({ input, options, expected }: GoldenCase) => {
    const { center, points } = controlChart(input.x as number[]);
    Object.assign(expected, { center: options.center, sigmaOfOne: options.sigma });
    return { center, sigmaOfOne: points[0]!.sigma };
  };

  testGolden("spc.ewma", (golden) => {
    const { lambda, nsigma } = golden.options;
    const chart = controlChart(golden.input.x as number[], { method: "ewma", lambda, sigmas: nsigma });
    return {
      ...withBasis(golden),
      z: chart.points.map(({ value }) => value),
      sigmaZ: chart.points.map(({ sigma }) => sigma),
      ...limits(chart),
      beyond: beyond(chart),
    };
  });

  testGolden("spc.cusum", (golden) => {
    const { k, h } = golden.options;
    const options = { method: "cusum", referenceValue: k, decisionInterval: h } as const;
    const chart = controlChart(golden.input.x as number[], options);
    return {
      ...withBasis(golden),
      positive: chart.points.map(({ sums }) => sums!.above),
      negative: chart.points.map(({ sums }) => sums!.below),
      above: positions(chart, "above-limit"),
      below: positions(chart, "below-limit"),
    };
  });
});

describe("trends agree with R", () => {
  testGolden("trend.mannKendall", ({ input, options }) => {
    const got = mannKendall(input.x as number[], { level: options.confidence });
    return {
      S: got.s,
      varS: got.variance,
      z: got.statistic,
      p: got.pValue,
      tauB: got.tau,
      senSlope: got.slope,
      // R counts positions from 1.
      senIntercept: got.intercept! - got.slope!,
      senLower: got.interval?.low,
      senUpper: got.interval?.high,
    };
  });
});
