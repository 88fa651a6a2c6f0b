/**
 * Zod schemas of survey responses, and of tallies and measurements stored as JSON.
 *
 * @packageDocumentation
 * @module cx-metrics/schema
 */
export { csiResponseSchema, type ItemsResponseOptions, itemsResponseSchema } from "./items-response-schema.js";
export { measurementSchema } from "./measurement-schema.js";
export { type ParsedResponses, parseResponses, type Rejected } from "./parse-responses.js";
export { type RatingFromTextOptions, ratingFromText } from "./rating-from-text.js";
export {
  cesResponseSchema,
  csatResponseSchema,
  npsResponseSchema,
  responseSchema,
  type SurveyResponse,
  sentimentResponseSchema,
} from "./response-schema.js";
export { servqualResponseSchema } from "./servqual-response-schema.js";
export { tallySchema } from "./tally-schema.js";
