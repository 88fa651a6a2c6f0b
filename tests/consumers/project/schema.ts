// A user of cx-metrics/schema, with zod beside it.
import { CSAT_7, type Measurement, nps, SERVQUAL_1988, type Tally } from "cx-metrics";
import {
  cesResponseSchema,
  csatResponseSchema,
  csiResponseSchema,
  type ItemsResponseOptions,
  itemsResponseSchema,
  measurementSchema,
  npsResponseSchema,
  type ParsedResponses,
  parseResponses,
  type RatingFromTextOptions,
  type Rejected,
  ratingFromText,
  responseSchema,
  type SurveyResponse,
  sentimentResponseSchema,
  servqualResponseSchema,
  tallySchema,
} from "cx-metrics/schema";
import * as z from "zod";

const textOptions: RatingFromTextOptions = { labels: { good: 5 } };
const row = npsResponseSchema.extend({ score: ratingFromText(CSAT_7, textOptions), region: z.string() });
export const parsed: ParsedResponses<z.output<typeof row>> = parseResponses(row, [{ score: "5", region: "north" }]);
export const regions: string[] = parsed.valid.map(({ region }) => region);
export const score: number | null = nps(parsed.valid).score;
export const rejected: Rejected | undefined = parsed.rejected[0];
export const response: SurveyResponse = responseSchema(CSAT_7).parse({ score: 3 });
export const others: SurveyResponse[] = [cesResponseSchema, csatResponseSchema, sentimentResponseSchema].map((schema) =>
  schema.parse({ score: 3 }),
);
const itemsOptions: ItemsResponseOptions = { items: 3 };
export const items: (number | null)[][] = [csiResponseSchema, itemsResponseSchema(itemsOptions)].map(
  (schema) => schema.parse({ items: [1, 2, null] }).items,
);
export const measurement: Measurement = measurementSchema.parse({});
export const rows: Tally = tallySchema.parse([]);
export const perceptions = servqualResponseSchema(SERVQUAL_1988).parse({ perceptions: [] }).perceptions;
