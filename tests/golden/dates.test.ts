import { describe } from "vitest";
import { nps } from "../../src/index.js";
import { trend } from "../../src/trend/index.js";
import { readTime } from "../../src/trend/read-time.js";
import { testGolden } from "../support/golden.js";

const score = () => 10;
const time = (row: string) => row;

describe("dates", () => {
  testGolden("date.bucket", ({ input, options, expected }) => {
    const { timeZone, granularity, weekStartsOn, fiscalYearStartMonth } = options;
    const points = trend([input.instant as string], {
      time,
      score,
      metric: nps,
      every: granularity,
      timeZone,
      weekStartsOn,
      fiscalYearStartMonth,
    });
    const [{ key, start, end } = { key: "", start: new Date(0), end: new Date(0) }] = points;
    return {
      // Names of fiscal quarters differ, so that none is expected; ours is the first day.
      key: expected.key === null && key === expected.bucketStartDate ? null : key,
      bucketStart: start.toISOString(),
      bucketEnd: end.toISOString(),
      bucketHours: (end.getTime() - start.getTime()) / 3_600_000,
    };
  });

  testGolden("date.isoWeek", ({ input }) => {
    const [point] = trend([input.date as string], { time, score, metric: nps, every: "week" });
    const [quarter] = trend([input.date as string], { time, score, metric: nps, every: "quarter" });
    return {
      key: point?.key,
      weekStart: point?.start.toISOString().slice(0, 10),
      quarter: Number(quarter?.key.slice(-1)),
    };
  });

  testGolden("date.bucketRange", ({ input, options }) => {
    const points = trend([] as string[], {
      time,
      score,
      metric: nps,
      every: options.granularity,
      timeZone: options.timeZone,
      from: input.from,
      to: input.to,
    });
    return {
      keys: points.map(({ key }) => key),
      starts: points.map(({ start }) => start.toISOString()),
      count: points.length,
    };
  });

  testGolden("date.parse", ({ input }) => ({ epochMs: readTime("time", input.timestamp, "Asia/Tokyo") }));
});
