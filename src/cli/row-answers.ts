import type { MetricDefinition } from "../index.js";
import { ratingReader } from "../metrics/rating-text.js";
import type { Arguments } from "./arguments.js";
import { countOf, ratingCells, weightOf } from "./cells.js";
import { type Columns, findColumn, optionalColumn } from "./columns.js";
import { checkUsage } from "./problem.js";
import { type Refusal, ratingsIn, ratingTexts } from "./reading.js";

/** Answers of a row that are alike, NaN for what cannot be read: their score, the weight of each, and how many there are. */
type Alike = readonly [score: number | null, weight: number, n: number];

/** What a row says, and why it cannot be read, if so. */
interface RowAnswers {
  readonly answers: readonly Alike[];
  readonly refusal?: Refusal | undefined;
}

/** Makes what reads the answers of a row, once its columns are known. */
export type RowAnswersReader = (columns: Columns) => (values: readonly unknown[]) => RowAnswers;

/** How a command line says that answers are written: one a row, or in numbers. */
export function rowAnswersReader(definition: MetricDefinition, args: Arguments): RowAnswersReader {
  return args.has("counts") ? countedReader(definition, args) : singleReader(definition, args);
}

/** Rows that have the rating in a column, and perhaps how much it weighs, or how many gave it. */
function singleReader(definition: MetricDefinition, args: Arguments): RowAnswersReader {
  const texts = ratingTexts(args);
  const ratingOf = checkUsage(() => ratingCells(definition, texts));
  return (columns) => {
    const score = findColumn(columns, args.required("score"));
    const weight = optionalColumn(columns, args.text("weight"));
    const count = optionalColumn(columns, args.text("count"));
    return (values) => {
      const rating = ratingOf(values[score]);
      const weighed = weight === undefined ? 1 : weightOf(values[weight]);
      const counted = count === undefined ? 1 : countOf(values[count]);
      const answers = typeof counted === "number" ? counted : 1;
      const refused = (place: number, reason: string) => unread([columns.names[place]!, reason], answers);
      if (typeof rating === "string") return refused(score, rating);
      if (typeof weighed === "string") return refused(weight!, weighed);
      if (typeof counted === "string") return refused(count!, counted);
      return { answers: [[rating, weighed, counted]] };
    };
  };
}

/** Rows that have a column for each rating, with how many gave it. */
function countedReader(definition: MetricDefinition, args: Arguments): RowAnswersReader {
  const ratings = Object.entries(ratingsIn(args, "counts"));
  // A rating off the scale is refused as that of a label is.
  checkUsage(() => ratingReader(definition, Object.fromEntries(ratings)));
  return (columns) => {
    const places = ratings.map(([name, rating]) => [findColumn(columns, name), rating] as const);
    return (values) => {
      const answers: Alike[] = [];
      for (const [place, rating] of places) {
        const count = countOf(values[place]);
        if (typeof count === "string") return unread([columns.names[place]!, count], 1);
        answers.push([rating, 1, count]);
      }
      return { answers };
    };
  };
}

function unread(refusal: Refusal, n: number): RowAnswers {
  return { answers: [[Number.NaN, 1, n]], refusal };
}
