import { bandOf } from "../metrics/band-of.js";
import type { MetricDefinition, Scale } from "../metrics/definition.js";
import type { ValidRow } from "../metrics/valid-rows.js";

/** Answers of one band that stand together in a bar, on top of those of the bands before it. */
export interface Stack {
  /** The number of the band. */
  readonly band: number;
  readonly n: number;
  /** Where it begins and ends, as shares of all answers. */
  readonly low: number;
  readonly high: number;
}

/** A bar: a rating, or an interval of ratings. */
export interface Bin {
  /** What it holds: the rating, or the first and the last one. */
  readonly ratings: readonly number[];
  readonly from: number;
  readonly to: number;
  readonly stacks: readonly Stack[];
  /** Of all its answers. */
  readonly share: number;
}

/** Bars on the axis of ratings. */
export interface Bins {
  readonly bins: readonly Bin[];
  readonly domain: readonly [number, number];
  /** Where ratings stand at the axis. */
  readonly ticks: readonly number[];
}

/** So many ratings can be told apart; more are put together in so many intervals. */
const MOST_RATINGS = 200;
const INTERVALS = 20;

/** How much of the room of a bar it fills. */
const FILL = 0.84;

/** The bars of all ratings, those that nobody gave included. */
export function binsOf(rows: readonly ValidRow[], definition: MetricDefinition): Bins {
  const { step, first, count, isWhole } = gridOf(definition.scale);
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const binOf = ({ score }: ValidRow) =>
    isWhole ? Math.round((score - first) / step) : Math.min(count - 1, Math.floor((score - first) / step));
  const bins = Array.from({ length: count }, (_, index): Bin => {
    const middle = first + step * (isWhole ? index : index + 0.5);
    const stacks = stacksOf(
      rows.filter((row) => binOf(row) === index),
      definition,
      total,
    );
    const ends = isWhole ? [middle] : [middle - step / 2, middle + step / 2];
    const half = (step * FILL) / 2;
    return { ratings: ends.map(tidy), from: middle - half, to: middle + half, stacks, share: stacks.at(-1)?.high ?? 0 };
  });
  const beyond = isWhole ? step / 2 : 0;
  return {
    bins,
    domain: [definition.scale.min - beyond, definition.scale.max + beyond],
    ticks: isWhole ? bins.map(({ ratings }) => ratings[0]!) : [],
  };
}

/** Ratings or intervals at equal distances. */
interface Grid {
  readonly step: number;
  readonly first: number;
  readonly count: number;
  /** Whether each is a rating, and not an interval. */
  readonly isWhole: boolean;
}

function gridOf({ min, max, step = 1 }: Scale): Grid {
  const ratings = step === null ? Infinity : Math.round((max - min) / step) + 1;
  if (ratings <= MOST_RATINGS) return { step: step!, first: min, count: ratings, isWhole: true };
  return { step: (max - min) / INTERVALS, first: min, count: INTERVALS, isWhole: false };
}

/** The answers of a bar by their bands: an interval may have more than one. */
function stacksOf(rows: readonly ValidRow[], { bands, scale }: MetricDefinition, total: number): Stack[] {
  let high = 0;
  return bands.flatMap((band, index) => {
    const inBand = rows.filter(({ score }) => bandOf(score, bands, scale) === band);
    const sum = (part: "n" | "weight") => inBand.reduce((all, row) => all + row[part], 0);
    if (sum("n") === 0) return [];
    const low = high;
    high += sum("weight") / total;
    return [{ band: index, n: sum("n"), low, high }];
  });
}

/** Without the last digits of decimals such as 0.1 + 0.2. */
function tidy(rating: number): number {
  return Number(rating.toPrecision(12));
}
