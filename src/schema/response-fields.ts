import * as z from "zod";
import { isWeight } from "../answers/weight.js";
import { mustBe } from "./must-be.js";
import { timestampSchema } from "./timestamp-schema.js";

const weightError = { error: mustBe("a weight, 0 or from 1e-100 to 1e100"), abort: true };
const respondentError = { error: mustBe("a respondent, text or a whole number") };

/** What a response of any metric may say besides its ratings. */
export const responseFields = {
  /** Who answered. */
  respondentId: z.union([z.string().min(1, respondentError), z.int()], respondentError).optional(),
  /** When, as ISO 8601 text. */
  submittedAt: timestampSchema.optional(),
  /** Survey weight. */
  weight: z.number(weightError).refine(isWeight, weightError).meta({ minimum: 0, maximum: 1e100 }).optional(),
};
