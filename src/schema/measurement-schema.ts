import * as z from "zod";
import { SENTIMENTS, STATISTICS } from "../metrics/definition.js";
import { INTERVAL_METHODS, type Measurement } from "../metrics/measurement.js";

const count = z.int().min(0);

/**
 * A stored measurement: what `measure`, `nps` and the others return, as JSON.
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
export const measurementSchema = z.object({
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
}) satisfies z.ZodType<Measurement>;
