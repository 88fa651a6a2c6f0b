import type { TableSummary } from "../messages.js";
import type { RatingMetric, Settings } from "../settings.js";
import type { Imports } from "./imports.js";

/** Code that reads ratings: `scoreOf(row)`, and `weightOf(row)` where there are weights. */
export function writeAnswers(
  { columns }: TableSummary,
  settings: Settings,
  metric: RatingMetric,
  imports: Imports,
): string {
  imports.add("cx-metrics", metric);
  imports.add("cx-metrics/schema", "ratingFromText");
  const { rating, weight } = settings;
  const score = `ratingOf(cell(row, ${JSON.stringify(columns[rating])}))`;
  const read = writeRatingOf(settings, metric);
  if (weight === null) return `${read}const scoreOf = (row: (typeof rows)[number]) => ${score};\n`;
  return `${read}${writeWeightOf(columns[weight]!)}
/** A rating; an answer whose weight cannot be read is not scored. */
function scoreOf(row: (typeof rows)[number]): number | null {
  return weightIn(row) === null ? Number.NaN : ${score};
}
const weightOf = (row: (typeof rows)[number]) => weightIn(row) ?? 1;
`;
}

/** Code that reads the rating in a text, on the scale of a definition in scope. */
export function writeRatingOf({ missing }: Settings, definition: string): string {
  const none = missing.map((text) => JSON.stringify(text.trim().toLowerCase())).join(", ");
  const isMissing = missing.length === 0 ? "" : "  if (noAnswer.has(text.trim().toLowerCase())) return null;\n";
  return `${missing.length === 0 ? "" : `const noAnswer = new Set([${none}]);\n`}const rating = ratingFromText(${definition});

/** The rating in a text: null for no answer, NaN for what is none, which is counted as invalid. */
function ratingOf(text: string): number | null {
${isMissing}  const { success, data } = rating.safeParse(text);
  return success ? data : Number.NaN;
}
`;
}

/** Code that reads a weight; null for what is none. */
export function writeWeightOf(column: string): string {
  return `
/** The survey weight of a row; null where it is none. */
function weightIn(row: (typeof rows)[number]): number | null {
  const text = cell(row, ${JSON.stringify(column)}).trim();
  const weight = Number(text);
  return text !== "" && (weight === 0 || (weight >= 1e-100 && weight <= 1e100)) ? weight : null;
}
`;
}
