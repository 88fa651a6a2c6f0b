import { type Guess, guess } from "../../../src/cli/guess.js";
import { timesReader } from "../../../src/cli/times.js";
import type { Table } from "../data/table.js";
import { type Every, likelyEvery } from "../every.js";
import type { RatingMetric, Settings } from "../settings.js";
import { askedBy, likelyMetric } from "./likely-metric.js";
import { serviceColumns } from "./service-columns.js";
import { sketchColumn, spreadTexts } from "./sketch-column.js";
import { timeFormat } from "./time-format.js";

/** A column, and what it looks like. */
interface Seen extends Guess {
  readonly place: number;
  readonly name: string;
  readonly metric: RatingMetric | undefined;
  readonly format: string | null;
}

/** More groups than these are not shown unless somebody asks for them. */
const MOST_LIKELY_GROUPS = 30;

/** What is likely to be asked of a table, by its values and the names of its columns. */
export function guessSettings(table: Table, timeZone: string): Settings {
  const seen = table.columns.map((column, place) => seenAs(place, column.name, sketchColumn(column)));
  const service = serviceColumns(table.columns.map(({ name }) => name));
  const isItem = ({ place }: Seen) =>
    [service.expectations, service.perceptions].some((first) => first !== null && place >= first && place < first + 22);
  const rated = seen.filter((column) => column.metric !== undefined && !isItem(column));
  const rating =
    rated.find(({ name }) => askedBy(name) === "nps") ?? rated.find(({ name }) => askedBy(name)) ?? rated[0];
  const time = seen.find(({ format }) => format !== null);
  const groups = seen.filter(
    ({ kind, place }) => kind === "groups" && place !== rating?.place && place !== time?.place,
  );
  const segment = groups.find(({ place }) => {
    const { length } = table.columns[place]!.texts;
    return length > 1 && length <= MOST_LIKELY_GROUPS;
  });
  const weight = seen.find(
    ({ use, name, kind }) => use === "--weight" || (kind === "number" && /weight|权重/i.test(name)),
  );
  const isService = rating === undefined && service.perceptions !== null;
  return {
    metric: isService ? "SERVQUAL_1991" : (rating?.metric ?? "NPS"),
    rating: rating?.place ?? 0,
    missing: [],
    weight: weight?.place ?? null,
    segment: segment?.place ?? null,
    minN: 5,
    time: time?.place ?? null,
    timeFormat: time?.format ?? "",
    every: time === undefined ? "month" : everyOf(table, time, timeZone),
    timeZone,
    level: 0.95,
    perceptions: service.perceptions ?? 0,
    expectations: service.expectations,
  };
}

function seenAs(place: number, name: string, sketch: ReturnType<typeof sketchColumn>): Seen {
  const guessed = guess(sketch);
  const { min, max, whole, n } = sketch.numbers;
  const isPolarity = guessed.kind === "number" && min >= -1 && max <= 1 && min < 0 && whole < n;
  const metric = isPolarity ? "POLARITY" : guessed.scale === null ? undefined : likelyMetric(name, guessed.scale);
  return { ...guessed, place, name, metric, format: metric === undefined ? timeFormat(sketch) : null };
}

function everyOf({ columns }: Table, { place, format }: Seen, timeZone: string): Every {
  const read = timesReader(timeZone, format || undefined);
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const text of spreadTexts(columns[place]!)) {
    const time = read(text);
    if (typeof time === "string") continue;
    first = Math.min(first, time);
    last = Math.max(last, time);
  }
  return likelyEvery(first, last);
}
