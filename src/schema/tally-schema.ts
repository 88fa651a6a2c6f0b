import * as z from "zod";
import { tally } from "../answers/tally.js";

/**
 * A stored tally: the rows that `tally` returns, as JSON.
 *
 * @example
 * ```ts
 * import { nps, tally } from "cx-metrics";
 * import { tallySchema } from "cx-metrics/schema";
 *
 * const stored = JSON.stringify(tally([10, 9, 3]));
 * nps(tallySchema.parse(JSON.parse(stored))).score; // → 33.3
 * ```
 */
export const tallySchema = z
  .array(
    z.object({
      score: z.number().nullable(),
      n: z.int().min(0),
      weight: z.number().min(0),
      weightSq: z.number().min(0),
    }),
  )
  .superRefine((rows, context) => {
    try {
      tally(rows);
    } catch (problem) {
      context.addIssue({ code: "custom", message: (problem as Error).message });
    }
  });
