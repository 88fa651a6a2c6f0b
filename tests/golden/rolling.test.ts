import { describe } from "vitest";
import { nps } from "../../src/index.js";
import { trend } from "../../src/trend/index.js";
import { testGolden } from "../support/golden.js";

describe("rolling scores", () => {
  testGolden("trend.rollingNps", ({ input, options }) => {
    const rows = (input.counts as number[][]).flatMap((counts, month) =>
      counts.map((n, band) => ({ month, answer: { score: [0, 7, 10][band]!, n } })),
    );
    const score = (rolling?: { readonly periods: number }) =>
      trend(rows, {
        time: ({ month }) => Date.UTC(2026, month, 15),
        score: ({ answer }) => answer,
        every: "month",
        rolling,
        metric: nps,
      }).map((point) => point.score);
    return { perPeriod: score(), rolling: score({ periods: options.window }) };
  });
});
