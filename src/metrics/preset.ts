import type { MetricDefinition } from "./definition.js";
import type { MeasureOptions } from "./measure.js";

/** How to measure, and by which definition. */
export interface PresetOptions<Name extends string> extends MeasureOptions {
  /** Another scale or other bands than the metric's usual ones. @defaultValue the metric's own */
  readonly definition?: MetricDefinition<Name> | undefined;
}
