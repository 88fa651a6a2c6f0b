import { describe } from "vitest";
import {
  cronbachAlpha,
  csi,
  type Instrument,
  itemAnalysis,
  type RatingEstimate,
  type ServqualResponse,
  servqual,
} from "../../src/index.js";
import { studentTails } from "../../src/stats/student-t.js";
import { type GoldenCase, testGolden } from "../support/golden.js";

describe("SERVQUAL agrees with R", () => {
  const instrumentOf = ({ scaleMin, scaleMax, reverseItems, dimensions }: GoldenCase["options"]): Instrument => ({
    scale: { min: scaleMin, max: scaleMax },
    dimensions,
    reversed: reverseItems,
  });
  const responsesOf = ({ expectations, perceptions }: GoldenCase["input"]): ServqualResponse[] =>
    perceptions.map((row: number[], index: number) => ({ expectations: expectations[index], perceptions: row }));
  const score = (estimate: RatingEstimate | null) => estimate?.score;
  const byDimension = <T>(dimensions: object, part: (dimension: T) => unknown) =>
    Object.fromEntries(Object.entries(dimensions).map(([name, dimension]) => [name, part(dimension)]));

  testGolden("servqual", ({ input, options }) => {
    const instrument = instrumentOf(options);
    const responses = responsesOf(input);
    const { overall, weighted, dimensions, items, n } = servqual(responses, { instrument, weights: input.weights100 });
    const performance = servqual(
      responses.map(({ perceptions }) => ({ perceptions })),
      { instrument, weights: input.weights100 },
    );
    const ownWeights = servqual(
      responses.map((response, index) => ({ ...response, importance: input.respondentWeights100[index] })),
      { instrument },
    );
    return {
      itemGap: items.map((item) => score(item.gap)),
      itemExpectation: items.map((item) => score(item.expectation)),
      itemPerception: items.map((item) => score(item.perception)),
      dimensionGap: byDimension<{ gap: RatingEstimate }>(dimensions, (dimension) => score(dimension.gap)),
      dimensionExpectation: byDimension<{ expectation: RatingEstimate }>(dimensions, (dimension) =>
        score(dimension.expectation),
      ),
      dimensionPerception: byDimension<{ perception: RatingEstimate }>(dimensions, (dimension) =>
        score(dimension.perception),
      ),
      unweightedScore: score(overall.gap),
      servperfUnweighted: performance.overall.perception.score,
      weightedScoreFixedWeights: score(weighted?.gap ?? null),
      weightedServperfFixedWeights: performance.weighted?.perception.score,
      weightedScoreRespondentWeights: score(ownWeights.weighted?.gap ?? null),
      gapAlpha: byDimension<{ alpha: number | null }>(dimensions, (dimension) => dimension.alpha),
      pairedTests: byDimension<{ gap: RatingEstimate }>(dimensions, ({ gap }) => ({
        t: gap.score! / gap.standardError!,
        df: n - 1,
        p: 2 * studentTails(-Math.abs(gap.score! / gap.standardError!), n - 1).lower,
        lower: gap.interval?.low,
        upper: gap.interval?.high,
      })),
    };
  });

  testGolden("servqual.published", ({ input }) => {
    if (input.dimensionGap !== undefined) {
      // The published dimensions, each as one item found that much below an expectation of 7.
      const names = Object.keys(input.dimensionGap);
      const instrument: Instrument = {
        scale: { min: 1, max: 7, step: null },
        dimensions: Object.fromEntries(names.map((name, index) => [name, [index + 1]])),
      };
      const perceptions = names.map((name) => 7 + input.dimensionGap[name]);
      const { overall } = servqual([{ expectations: names.map(() => 7), perceptions }], { instrument });
      return { unweightedScore: score(overall.gap) };
    }
    const instrument: Instrument = { scale: { min: 1, max: 5, step: null }, dimensions: input.dimensions };
    const { items, dimensions } = servqual(
      [{ expectations: input.itemExpectation, perceptions: input.itemPerception }],
      { instrument },
    );

    return {
      itemGap: items.map((item) => score(item.gap)),
      dimensionPerception: byDimension<{ perception: RatingEstimate }>(dimensions, (dimension) =>
        score(dimension.perception),
      ),
      dimensionExpectation: byDimension<{ expectation: RatingEstimate }>(dimensions, (dimension) =>
        score(dimension.expectation),
      ),
      dimensionGap: byDimension<{ gap: RatingEstimate }>(dimensions, (dimension) => score(dimension.gap)),
    };
  });
});

describe("reliability agrees with R psych", () => {
  testGolden("reliability.alpha", ({ input, options, expected }) => {
    const isReversed = (item: number) => input.reverse?.includes(input.items[item]);
    const rows = (input.rows as (number | null)[][]).map((row) =>
      row.map((rating, item) =>
        rating !== null && isReversed(item) ? options.scaleMin + options.scaleMax - rating : rating,
      ),
    );
    const { alpha, standardized, n, missing, items, interval } = cronbachAlpha(rows);
    const analysis = itemAnalysis(rows);
    return {
      n,
      k: items,
      nDropped: missing,
      rawAlpha: alpha,
      stdAlpha: standardized,
      feldt95: [interval?.low, interval?.high],
      items: (expected.items as Record<string, unknown>[]).map((wanted, index) => {
        const item = analysis.items[index]!;
        const all: Record<string, unknown> = {
          mean: item.mean,
          sd: item.standardDeviation,
          correctedItemTotalR: item.itemTotalCorrelation,
          alphaIfDeleted: item.alphaIfDeleted,
        };
        return Object.fromEntries(Object.keys(wanted).map((key) => [key, key in all ? all[key] : wanted[key]]));
      }),
    };
  });
});

describe("satisfaction indices agree with R", () => {
  testGolden("acsi.fromMeans", ({ input: { means, weights }, options, expected }) => {
    const scale = { min: options.scaleMin ?? 1, max: options.scaleMax ?? 10, step: null };
    const weighted = { acsi: csi([means], { scale, weights }).score };
    return "acsiEqualWeights" in expected ? { ...weighted, acsiEqualWeights: csi([means], { scale }).score } : weighted;
  });

  testGolden("acsi.raw", ({ input: { rows, weights }, options }) => {
    const got = csi(rows, {
      weights,
      scale: { min: options.scaleMin, max: options.scaleMax },
      level: options.confidence,
    });
    return {
      acsi: got.score,
      se: got.standardError,
      lower: got.interval?.low,
      upper: got.interval?.high,
      itemMeans: got.items.map((item) => item.mean),
    };
  });

  testGolden("csi.weighted", ({ input: { importance, satisfaction }, options }) => {
    const scale = { min: options.scaleMin, max: options.scaleMax, step: null };
    const got = csi([satisfaction], { importance, scale });
    return {
      weightedMean: got.mean,
      csi0to100: got.score,
      unweightedMean: csi([satisfaction], { scale }).mean,
    };
  });
});
