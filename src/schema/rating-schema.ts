import * as z from "zod";
import { assertDefinition } from "../metrics/define-metric.js";
import type { MetricDefinition, Scale } from "../metrics/definition.js";
import { isOnScale, showScale } from "../metrics/scale.js";
import { mustBe } from "./must-be.js";

/** A rating on the scale of a definition, as every schema of this entry checks it. */
export function ratingSchema(definition: MetricDefinition): z.ZodNumber {
  assertDefinition(definition, definition?.statistic);
  return onScale(definition.scale);
}

/** A number on a scale, whose errors name the scale and what came instead. */
export function onScale(scale: Scale, what = "a rating"): z.ZodNumber {
  const { min, max, step = 1 } = scale;
  const error = { error: mustBe(`${what} ${showScale(scale)}`), abort: true };
  const whole = step !== null && Number.isInteger(step) && Number.isInteger(min);
  const bounded = (whole ? z.int(error) : z.number(error)).min(min, error).max(max, error);
  return step === null || (whole && step === 1) ? bounded : bounded.refine((score) => isOnScale(score, scale), error);
}
