import { describe, expect, it } from "vitest";
import { nps } from "../../src/index.js";
import { type GoldenCase, testGolden } from "../support/golden.js";

const logFactorials = [0];
for (let n = 1; n <= 200; n++) logFactorials.push(logFactorials[n - 1]! + Math.log(n));

/** The chance that the default interval of n answers holds the true score, by going through every sample. */
function coverage({ input: { n, probabilities } }: GoldenCase): { coverage: number; meanWidthPoints: number } {
  const { detractors, passives, promoters } = probabilities;
  const truth = 100 * (promoters - detractors);
  const got = { coverage: 0, meanWidthPoints: 0 };
  for (let low = 0; low <= n; low++) {
    for (let high = 0; high + low <= n; high++) {
      const counts = [low, n - low - high, high];
      const chance = [detractors, passives, promoters].reduce(
        (product, share, band) => product * (share || (counts[band] === 0 ? 1 : 0)) ** counts[band]!,
        Math.exp(logFactorials[n]! - counts.reduce((sum, count) => sum + logFactorials[count]!, 0)),
      );
      if (chance === 0) continue;
      const answers = [3, 8, 10].map((score, band) => ({ score, n: counts[band]! }));
      const { interval } = nps(answers);
      got.meanWidthPoints += chance * (interval!.high - interval!.low);
      if (interval!.low <= truth + 1e-9 && interval!.high >= truth - 1e-9) got.coverage += chance;
    }
  }
  return got;
}

describe("coverage of the default interval of NPS", () => {
  let worst = 1;
  testGolden("nps.ci.coverage95", (golden) => {
    const score = coverage(golden);
    worst = Math.min(worst, score.coverage);
    return { score };
  });

  it("is never under 0.93 at 95 %", () => {
    expect(worst).toBeGreaterThan(0.93);
    expect(worst).toBeLessThan(1);
  });
});
