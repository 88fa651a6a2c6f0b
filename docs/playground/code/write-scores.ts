import { GMT_OFFSET, traitsOf } from "../../../src/cli/times.js";
import type { TableSummary } from "../messages.js";
import { DEFINITIONS, type RatingMetric, type Settings } from "../settings.js";
import type { Imports } from "./imports.js";

/** Code that scores all answers: `metric` and `score`. */
export function writeScore(settings: Settings, metric: RatingMetric, imports: Imports): string {
  const call = DEFINITIONS[metric].metric;
  imports.add("cx-metrics", "type Answers", call);
  const definition = call.toUpperCase() === metric ? "" : `definition: ${metric}, `;
  const level = settings.level === 0.95 ? "" : `level: ${settings.level}, `;
  const answers =
    settings.weight === null
      ? "rows.map(scoreOf)"
      : "rows.map((row) => ({ score: scoreOf(row), weight: weightOf(row) }))";
  return `const metric = (answers: Answers) => ${call}(answers, { ${definition}${level}invalid: "exclude" });

export const score = metric(${answers});
console.log(score);
`;
}

/** Code that scores segments: `segments`. */
export function writeSegments({ columns }: TableSummary, settings: Settings, imports: Imports): string {
  if (settings.segment === null) return "";
  imports.add("cx-metrics", "segment");
  const name = JSON.stringify(columns[settings.segment]);
  return `
export const segments = segment(rows, {
  by: (row) => (cell(row, ${name}).trim() === "" ? null : cell(row, ${name})),
  score: scoreOf,
${weightLine(settings)}  metric,
  minN: ${settings.minN},
});
console.log(segments);
`;
}

/** Code that scores periods: `points`. `timeless` says how many rows have no time that can be read. */
export function writeTrend({ columns }: TableSummary, settings: Settings, timeless: number, imports: Imports): string {
  const { time, timeFormat, every, timeZone } = settings;
  if (time === null) return "";
  imports.add("cx-metrics/trend", "trend");
  const text = `cell(row, ${JSON.stringify(columns[time])})`;
  const isPlain = timeFormat === "" && timeless === 0;
  const reader = timeFormat === "" ? writeIsoTime(timeZone) : writeFormattedTime(timeFormat, timeZone, imports);
  const timed = `
/** Rows without a time that can be read are in no period. */
const timed = rows.filter((row) => timeOf(${text}) !== null);
`;
  return `
${isPlain ? "" : reader}${timeless === 0 ? "" : `${timed}\n`}export const points = trend(${timeless === 0 ? "rows" : "timed"}, {
  time: (row) => ${isPlain ? `${text}.trim()` : `timeOf(${text})!`},
  score: scoreOf,
${weightLine(settings)}  every: ${JSON.stringify(every)},
  timeZone: ${JSON.stringify(timeZone)},
  metric,
});
console.log(points);
`;
}

function weightLine({ weight }: Settings): string {
  return weight === null ? "" : "  weight: weightOf,\n";
}

function writeIsoTime(timeZone: string): string {
  return `/** A time in ISO 8601; without an offset it is that of clocks in ${timeZone}. Null for what is none. */
function timeOf(text: string): string | null {
  const [time = "", date, day, clock = "00:00"] =
    /^(\\d{4}-\\d\\d-(\\d\\d))(?:[T ](\\d\\d:\\d\\d(?::\\d\\d(?:[.,]\\d+)?)?)(?:Z|[+-]\\d\\d(?::?\\d\\d)?)?)?$/i.exec(text.trim()) ?? [];
  const local = new Date(\`\${date}T\${clock.replace(",", ".")}Z\`);
  return local.getUTCDate() === Number(day) ? time : null;
}
`;
}

function writeFormattedTime(format: string, timeZone: string, imports: Imports): string {
  imports.add("date-fns", "parse as parseDate");
  imports.add("@date-fns/tz", "tz");
  const { isAbsolute, isHalved, hasOffset } = traitsOf(format);
  const halves = isHalved ? '.replace("上午", "AM").replace("下午", "PM")' : "";
  const offset = hasOffset
    ? `\n    .replace(${GMT_OFFSET}, (_, sign?: string, hours = "", minutes = "00") =>
      sign === undefined ? "Z" : \`\${sign}\${hours.padStart(2, "0")}:\${minutes}\`)`
    : "";
  const result = isAbsolute ? "new Date(+time)" : "new Date(+time).toISOString().slice(0, -1)";
  const what = isAbsolute ? "an instant" : `the time of clocks in ${timeZone}`;
  return `/** A time like ${format}, ${what}; null for what is none. */
function timeOf(text: string): ${isAbsolute ? "Date" : "string"} | null {
  const time = parseDate(text.trim()${halves}${offset}, ${JSON.stringify(format)}, new Date(Date.UTC(2000, 0, 1)), { in: tz("UTC") });
  return Number.isNaN(+time) || time.getUTCFullYear() < 1000 ? null : ${result};
}
`;
}
