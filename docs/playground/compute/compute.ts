import {
  type Measurement,
  type Metric,
  measure,
  type Segment,
  type ServqualResult,
  type Tally,
  tally,
} from "../../../src/index.js";
import type { TrendPoint } from "../../../src/trend/index.js";
import type { Table } from "../data/table.js";
import { definitionOf, isService, type Settings } from "../settings.js";
import { readAnswers, readableAnswers } from "./read-answers.js";
import { scoreSegments } from "./segments.js";
import { scoreService } from "./service.js";
import { scoreTrend } from "./trend.js";
import { type Unreadable, unreadableValues } from "./unreadable.js";

/** A score with the answers it is made of. */
export interface Scored {
  readonly measurement: Measurement;
  readonly tally: Tally;
}

/** What was asked for has so many parts that nobody would look at them. */
export interface TooMany {
  readonly tooMany: number;
  readonly most: number;
}

/** All that is shown of a table. What was not asked for is null. Plain JSON but for the dates of the trend. */
export interface Results {
  readonly score: Scored | null;
  readonly segments: readonly Segment[] | TooMany | null;
  readonly trend: readonly TrendPoint[] | TooMany | null;
  readonly service: ServqualResult | null;
  /** Responses of service quality with an item that cannot be read. */
  readonly invalidResponses: number;
  /** Rows without a time that can be read. */
  readonly timeless: number;
  readonly unreadable: Unreadable;
}

/** What is being computed. */
export type Step = "score" | "segments" | "trend" | "service";

const NOTHING = { score: null, segments: null, trend: null, service: null, invalidResponses: 0, timeless: 0 } as const;

/** Computes what settings ask of a table. */
export function compute(table: Table, settings: Settings, onStep: (step: Step) => void = () => {}): Results {
  const unreadable = unreadableValues(table);
  const { metric, level, segment, time } = settings;
  if (isService(metric)) {
    onStep("service");
    return { ...NOTHING, ...scoreService(table, metric, settings, unreadable), unreadable: unreadable.end() };
  }
  const definition = definitionOf(metric)!;
  onStep("score");
  const answers = readAnswers(table, definition, settings, unreadable);
  const metricOf: Metric = (some) => measure(some, definition, { level, invalid: "exclude" });
  const { scores, weights } = answers;
  const measurement = metricOf(weights === undefined ? scores : weighted(scores, weights));
  const score = { measurement, tally: tally(readableAnswers(answers)) };
  if (segment !== null) onStep("segments");
  const segments = segment === null ? null : scoreSegments(table, answers, metricOf, segment, settings.minN);
  if (time !== null) onStep("trend");
  const trended = time === null ? {} : scoreTrend(table, answers, metricOf, time, settings, unreadable);
  return { ...NOTHING, score, segments, ...trended, unreadable: unreadable.end() };
}

function* weighted(scores: readonly (number | null)[], weights: Float64Array) {
  for (const [row, score] of scores.entries()) yield { score, weight: weights[row]! };
}
