import * as z from "zod";
import { SENTIMENTS, STATISTICS } from "../metrics/definition.js";
import { type BandShare, INTERVAL_METHODS, type Measurement } from "../metrics/measurement.js";
import { scoreRange } from "../metrics/score-range.js";

const count = z.int().min(0);

/**
 * A stored measurement: what `measure`, `nps` and the others return, `measureClustered` and `csi` too, as JSON.
 *
 * @example
 * ```ts
 * import { nps } from "cx-metrics";
 * import { measurementSchema } from "cx-metrics/schema";
 *
 * const stored = JSON.stringify(nps([10, 9, 3]));
 * measurementSchema.parse(JSON.parse(stored)).score; // → 33.3
 * ```
 */
export const measurementSchema = z
  .object({
    metric: z.string().min(1),
    statistic: z.enum(STATISTICS),
    better: z.enum(["higher", "lower"]),
    scale: z.object({ min: z.number(), max: z.number(), step: z.number().positive().nullable() }),
    score: z.number().nullable(),
    n: count,
    missing: count,
    invalid: count,
    mean: z.number().nullable(),
    weight: z.number().min(0),
    effectiveN: z.number().min(0).nullable(),
    standardError: z.number().min(0).nullable(),
    interval: z
      .object({
        low: z.number(),
        high: z.number(),
        level: z.number().gt(0).lt(1),
        method: z.enum(INTERVAL_METHODS),
      })
      .nullable(),
    bands: z.record(
      z.string(),
      z.object({
        sentiment: z.enum(SENTIMENTS),
        n: count,
        weight: z.number().min(0),
        share: z.number().min(0).max(1).nullable(),
      }),
    ),
    /** Of `measureClustered`: comparisons take their degrees of freedom from it. */
    clusters: count.optional(),
    strata: count.optional(),
    df: count.optional(),
    /** Of `csi`. */
    items: z.array(z.object({ mean: z.number().nullable(), n: count, missing: count })).optional(),
  })
  .superRefine((measurement, context) => {
    for (const [path, message] of contradictions(measurement))
      context.addIssue({ code: "custom", path: [path], message });
  }) satisfies z.ZodType<Measurement>;

/** What in a measurement cannot be, given the rest of it: the field, and what is wrong with it. */
function contradictions({
  statistic,
  scale,
  score,
  n,
  mean,
  weight,
  interval,
  bands,
}: Measurement): [string, string][] {
  const { min, max } = scale;
  const [lowest, highest] = scoreRange(statistic, scale);
  const parts = Object.values(bands);
  const counted = parts.reduce((sum, band) => sum + band.n, 0);
  const within = (value: number, low: number, high: number) => value >= low && value <= high;
  const checks: [string, boolean, string][] = [
    ["scale", min < max, "expected min below max"],
    [
      "score",
      (score === null) === (weight === 0),
      "expected a score where answers have weight, and null where they have not",
    ],
    ["score", score === null || within(score, lowest, highest), `expected a score from ${lowest} to ${highest}`],
    ["mean", mean === null || within(mean, min, max), `expected a mean from ${min} to ${max}`],
    ["interval", !interval || within(interval.low, lowest, interval.high), `expected limits from ${lowest}, in order`],
    ["interval", !interval || interval.high <= highest, `expected limits up to ${highest}`],
    ["bands", parts.length === 0 || counted === n, `expected bands with ${n} answers, got ${counted}`],
    ["bands", parts.every((band) => isShare(band, weight)), "expected shares of the weight of all answers"],
  ];
  return checks.filter(([, right]) => !right).map(([path, , message]) => [path, message]);
}

function isShare({ share, weight }: BandShare, total: number): boolean {
  return share === null ? total === 0 : Math.abs(share * total - weight) <= 1e-9 * total;
}
