import * as z from "zod";
import { isWeight } from "../answers/weight.js";
import { nullAsLeftOut } from "./may-be-left-out.js";
import { mustBe } from "./must-be.js";
import { timestampSchema } from "./timestamp-schema.js";

const wrongWeight = mustBe("a weight, 0 or from 1e-100 to 1e100");
const weightError = {
  // A weight that is not known is not 1, so that the null is not read as left out.
  error: (issue: { readonly input?: unknown }) =>
    `${wrongWeight(issue)}${issue.input === null ? ": leave the weight out where none is meant" : ""}`,
  abort: true,
};
const respondentError = { error: mustBe("a respondent, text or a whole number") };
const respondentText = z.string().min(1, respondentError);

/** What a response of any metric may say besides its ratings. */
export const responseFields = {
  /** Who answered. */
  respondentId: z.union([respondentText, z.int(), nullAsLeftOut(respondentText)], respondentError).optional(),
  /** When, as ISO 8601 text. */
  submittedAt: timestampSchema.optional(),
  /** Survey weight. */
  weight: z.number(weightError).refine(isWeight, weightError).meta({ minimum: 0, maximum: 1e100 }).optional(),
};
