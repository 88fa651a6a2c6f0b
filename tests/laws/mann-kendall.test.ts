import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type MannKendall, mannKendall } from "../../src/trend/index.js";
import { deepFrozen } from "./arbitraries.js";

const numRuns = 300;
const law = <T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => void) =>
  fc.assert(fc.property(arbitrary, holds), { numRuns });

const seriesOf = (score: fc.Arbitrary<number>) =>
  fc.array(fc.oneof({ arbitrary: fc.constant(null), weight: 1 }, { arbitrary: score, weight: 5 }), { maxLength: 25 });
const whole = seriesOf(fc.integer({ min: -20, max: 20 }));
const series = fc.oneof(
  whole,
  seriesOf(fc.integer({ min: 0, max: 2 })),
  seriesOf(fc.double({ min: -1e15, max: 1e15, noNaN: true })),
  seriesOf(fc.constantFrom(0, -0, 5e-324, -5e-324, 1e15, -1e15)),
);
const levels = fc.constantFrom(0.5, 0.8, 0.95, 0.999);
const shift = fc.integer({ min: -50, max: 50 });

const testOf = ({ n, s, variance, statistic, pValue, tau }: MannKendall) => ({
  n,
  s,
  variance,
  statistic,
  pValue,
  tau,
});

describe("mannKendall", () => {
  it("has one shape and plain figures within their ranges, and leaves what it is given alone", () => {
    law(fc.record({ points: series, level: levels }), ({ points, level }) => {
      const got = mannKendall(deepFrozen(points), { level });
      expect(Object.keys(got).join()).toBe("n,s,variance,statistic,pValue,tau,slope,intercept,interval");
      for (const figure of [...Object.values(got), got.interval?.low ?? null, got.interval?.high ?? null])
        if (typeof figure === "number") expect(Object.is(JSON.parse(JSON.stringify(figure)), figure)).toBe(true);
      if (got.tau !== null) expect(Math.abs(got.tau)).toBeLessThanOrEqual(1);
      if (got.pValue !== null) expect(got.pValue).toBeLessThanOrEqual(1);
      if (got.pValue !== null) expect(got.pValue).toBeGreaterThanOrEqual(0);
      const { slope, interval } = got;
      if (interval !== null) expect(interval.low <= slope! && slope! <= interval.high).toBe(true);
      expect([got.pValue === null, got.tau === null]).toEqual([got.statistic === null, got.statistic === null]);
    });
  });

  it("counts n, the pairs and the ties", () => {
    law(series, (points) => {
      const scores = points.filter((score) => score !== null);
      const pairs = scores.flatMap((later, index) =>
        scores.slice(0, index).map((earlier) => [earlier, later] as const),
      );
      const rising = pairs.filter(([earlier, later]) => later > earlier).length;
      const falling = pairs.filter(([earlier, later]) => later < earlier).length;
      const { n, s, tau } = mannKendall(points);
      expect([n, s]).toEqual([scores.length, rising - falling]);
      if (tau !== null) expect(tau).toBeCloseTo(s / Math.sqrt(pairs.length * (rising + falling)), 12);
      else expect(rising + falling).toBe(0);
    });
  });

  it("has the variance of s over all orders of the scores", () => {
    const few = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 5 });
    law(few, (scores) => {
      const all = ordersOf(scores).map((order) => mannKendall(order).s);
      const mean = all.reduce((sum, s) => sum + s, 0) / all.length;
      const variance = all.reduce((sum, s) => sum + (s - mean) ** 2, 0) / all.length;
      expect(mean).toBeCloseTo(0, 9);
      expect(mannKendall(scores).variance).toBeCloseTo(variance, 9);
    });
  });

  it("says the opposite of the series turned round, in score or in time", () => {
    law(fc.record({ points: whole, level: levels }), ({ points, level }) => {
      const got = mannKendall(points, { level });
      const opposite = {
        s: negative(got.s),
        variance: got.variance,
        statistic: negative(got.statistic),
        pValue: got.pValue,
        tau: negative(got.tau),
        slope: near(negative(got.slope)),
        interval: got.interval && { ...got.interval, low: -got.interval.high + 0, high: -got.interval.low + 0 },
      };
      const mirrored = points.map((score) => score && -score);
      expect(mannKendall(mirrored, { level })).toMatchObject({ ...opposite, intercept: near(negative(got.intercept)) });
      expect(mannKendall([...points].reverse(), { level })).toMatchObject(opposite);
    });
  });

  it("tests the order of the scores alone, and not where the empty periods are", () => {
    law(whole, (points) => {
      const test = testOf(mannKendall(points));
      expect(testOf(mannKendall(points.map((score) => (score === null ? null : (score + 100) ** 3))))).toEqual(test);
      expect(testOf(mannKendall(points.filter((score) => score !== null)))).toEqual(test);
    });
  });

  it("has a line that moves with the scores, in time, and with a slope added to them", () => {
    law(
      fc.record({ points: whole, by: shift, tilt: shift, later: fc.nat({ max: 9 }) }),
      ({ points, by, tilt, later }) => {
        const { slope, intercept, interval } = mannKendall(points);
        const raised = mannKendall(points.map((score) => (score === null ? null : score + by)));
        expect(raised).toMatchObject({ slope, interval, intercept: near(intercept === null ? null : intercept + by) });
        const tilted = mannKendall(points.map((score, index) => (score === null ? null : score + tilt * index)));
        expect(tilted.slope).toEqual(near(slope === null ? null : slope + tilt));
        const delayed = mannKendall([...Array<null>(later).fill(null), ...points, null]);
        expect(delayed).toMatchObject({
          slope,
          interval,
          intercept: near(intercept === null ? null : intercept - slope! * later),
        });
      },
    );
  });

  it("finds the line that a series is on", () => {
    const lines = fc.record({
      slope: shift,
      intercept: shift,
      kept: fc.array(fc.boolean(), { minLength: 5, maxLength: 30 }),
    });
    law(lines, ({ slope, intercept, kept }) => {
      const points = kept.map((isKept, index) => (isKept ? intercept + slope * index : null));
      const got = mannKendall(points);
      if (got.n < 2) return;
      expect([got.slope, got.intercept]).toEqual([slope + 0, intercept + 0]);
      if (got.interval !== null) expect([got.interval.low, got.interval.high]).toEqual([slope + 0, slope + 0]);
      expect(got.tau).toBe(slope === 0 ? null : Math.sign(slope));
    });
  });

  it("has a slope with as many slopes of pairs below it as above", () => {
    law(whole, (points) => {
      const { slope } = mannKendall(points);
      if (slope === null) return;
      const slopes = points.flatMap((later, j) =>
        points
          .slice(0, j)
          .flatMap((earlier, i) => (earlier === null || later === null ? [] : [(later - earlier) / (j - i)])),
      );
      expect(slopes.filter((one) => one < slope - 1e-9).length * 2).toBeLessThanOrEqual(slopes.length);
      expect(slopes.filter((one) => one > slope + 1e-9).length * 2).toBeLessThanOrEqual(slopes.length);
    });
  });

  it("has a wider interval at a higher level", () => {
    law(series, (points) => {
      const intervals = [0.5, 0.8, 0.95, 0.999].map((level) => mannKendall(points, { level }).interval);
      for (const [index, wide] of intervals.entries()) {
        const narrow = intervals[index - 1];
        if (index === 0 || wide === null) continue;
        expect(wide.low <= narrow!.low && narrow!.high <= wide.high).toBe(true);
      }
    });
  });
});

function negative(figure: number | null): number | null {
  return figure === null ? null : -figure + 0;
}

function near(figure: number | null): unknown {
  return figure === null ? null : expect.closeTo(figure, 9);
}

/** All orders of a list. */
function ordersOf(list: readonly number[]): number[][] {
  if (list.length < 2) return [[...list]];
  return list.flatMap((first, index) => ordersOf(list.toSpliced(index, 1)).map((rest) => [first, ...rest]));
}
