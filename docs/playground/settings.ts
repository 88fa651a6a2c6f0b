import {
  CES,
  CES_1,
  CSAT,
  CSAT_3,
  CSAT_7,
  CSAT_10,
  type MetricDefinition,
  NPS,
  POLARITY,
  SENTIMENT,
  SERVQUAL_1988,
  SERVQUAL_1991,
  STARS_HALF,
  THUMBS,
} from "../../src/index.js";
import type { Every } from "./every.js";

/** The metrics of one rating, by the names that the library gives their definitions. */
export const DEFINITIONS = {
  NPS,
  CSAT,
  CSAT_3,
  CSAT_7,
  CSAT_10,
  STARS_HALF,
  THUMBS,
  CES,
  CES_1,
  SENTIMENT,
  POLARITY,
} satisfies Record<string, MetricDefinition>;

/** The instruments of several items, by the names that the library gives them. */
export const INSTRUMENTS = { SERVQUAL_1991, SERVQUAL_1988 };

/** How many items each instrument has. */
export const ITEMS = 22;

export type RatingMetric = keyof typeof DEFINITIONS;
export type ServiceMetric = keyof typeof INSTRUMENTS;

/** What is asked of a table. Columns are their places. */
export interface Settings {
  readonly metric: RatingMetric | ServiceMetric;
  readonly rating: number;
  /** Texts that stand for no answer. */
  readonly missing: readonly string[];
  readonly weight: number | null;
  readonly segment: number | null;
  readonly minN: number;
  readonly time: number | null;
  /** A format of date-fns; empty for ISO 8601. */
  readonly timeFormat: string;
  readonly every: Every;
  readonly timeZone: string;
  readonly level: number;
  /** The first of the columns of perceptions, and of expectations where there are any. */
  readonly perceptions: number;
  readonly expectations: number | null;
}

/** The definition of a metric of one rating; undefined for an instrument of several items. */
export function definitionOf(metric: Settings["metric"]): MetricDefinition | undefined {
  return isService(metric) ? undefined : DEFINITIONS[metric];
}

export function isService(metric: Settings["metric"]): metric is ServiceMetric {
  return Object.hasOwn(INSTRUMENTS, metric);
}
