import type { TableSummary } from "../messages.js";
import { ITEMS, type ServiceMetric, type Settings } from "../settings.js";
import type { Imports } from "./imports.js";
import { writeRatingOf, writeWeightOf } from "./write-answers.js";

/** Code that scores service quality: `service`. */
export function writeService(table: TableSummary, settings: Settings, metric: ServiceMetric, imports: Imports): string {
  imports.add("cx-metrics", "defineMetric", "servqual", metric);
  imports.add("cx-metrics/schema", "ratingFromText");
  const { perceptions, expectations, weight, level } = settings;
  const from = (first: number) => JSON.stringify(table.columns.slice(first, first + ITEMS));
  const weighed = weight === null ? "" : writeWeightOf(table.columns[weight]!);
  const fields = [
    ...(expectations === null ? [] : [`expectations: itemsOf(row, ${from(expectations)})`]),
    `perceptions: itemsOf(row, ${from(perceptions)})`,
    ...(weight === null ? [] : ["weight: weightIn(row) ?? Number.NaN"]),
  ];
  const numbers = [
    "...perceptions",
    ...(expectations === null ? [] : ["...expectations"]),
    ...(weight === null ? [] : ["weight"]),
  ];
  const names = [
    "perceptions",
    ...(expectations === null ? [] : ["expectations"]),
    ...(weight === null ? [] : ["weight"]),
  ];
  return `const { scale } = ${metric};
const ITEM = defineMetric({
  metric: "item",
  scale,
  better: "higher",
  statistic: "mean",
  bands: [{ name: "any", sentiment: "positive", from: scale.min }],
});
${writeRatingOf(settings, "ITEM")}${weighed}
const itemsOf = (row: (typeof rows)[number], names: readonly string[]) =>
  names.map((name) => ratingOf(cell(row, name)));

/** Responses of which all can be read. */
const responses = rows
  .map((row) => ({
${fields.map((field) => `    ${field},\n`).join("")}  }))
  .filter(({ ${names.join(", ")} }) => ![${numbers.join(", ")}].some((value) => Number.isNaN(value)));

export const service = servqual(responses, { instrument: ${metric}${level === 0.95 ? "" : `, level: ${level}`} });
console.log(service);
`;
}
