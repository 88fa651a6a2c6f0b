import * as z from "zod";
import { CES } from "../metrics/ces.js";
import { CSAT } from "../metrics/csat.js";
import type { MetricDefinition } from "../metrics/definition.js";
import { NPS } from "../metrics/nps.js";
import { SENTIMENT } from "../metrics/sentiment.js";
import { ratingSchema } from "./rating-schema.js";
import { responseFields } from "./response-fields.js";

/**
 * A schema of one response to a one-question survey; what it parses **is** an answer, and goes straight into `measure`.
 *
 * Segment fields and comments are added with zod's `.extend`; the object also nests in schemas of your own and converts with
 * `z.toJSONSchema`.
 *
 * @param definition - the metric, whose scale the score must be on
 * @returns a zod object schema of `{ score, respondentId?, submittedAt?, weight? }`, where a score of `null` is no answer, and a
 *   respondent or a time of `null` is read as left out. A weight of `null` is refused: not known is not 1
 * @throws what `defineMetric` throws
 *
 * @example
 * ```ts
 * import { CSAT_10, csat } from "cx-metrics";
 * import { responseSchema } from "cx-metrics/schema";
 * import * as z from "zod";
 *
 * const schema = responseSchema(CSAT_10).extend({ shop: z.string() });
 * const response = schema.parse({ score: 9, shop: "north" });
 *
 * csat([response], { definition: CSAT_10 }).score; // → 100
 * schema.safeParse({ score: 11, shop: "north" }).error?.issues[0]?.message;
 * // → "expected a rating from 1 to 10 in steps of 1, got 11"
 * ```
 */
export function responseSchema(definition: MetricDefinition) {
  return z.object({
    /** The rating; `null` where the question was asked and not answered. */
    score: ratingSchema(definition).nullable(),
    ...responseFields,
  });
}

/** A response on the scale of a metric. */
export type SurveyResponse = z.output<ReturnType<typeof responseSchema>>;

/** A response to "How likely are you to recommend us?", 0 to 10. */
export const npsResponseSchema = /* @__PURE__ */ responseSchema(NPS);

/** A response to "How satisfied are you?", 1 to 5. */
export const csatResponseSchema = /* @__PURE__ */ responseSchema(CSAT);

/** A response to "It was made easy for me", 1 to 7. */
export const cesResponseSchema = /* @__PURE__ */ responseSchema(CES);

/** A sentiment rating, 1 to 5. */
export const sentimentResponseSchema = /* @__PURE__ */ responseSchema(SENTIMENT);
