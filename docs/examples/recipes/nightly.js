// node nightly.js FOLDER [DAY]    tallies a day of FOLDER/responses.ndjson (yesterday unless said), reports the last 28 days
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format, mergeBy, nps, segment, tallyBy } from "cx-metrics";
import { npsResponseSchema, parseResponses } from "cx-metrics/schema";
import { periodFinder } from "cx-metrics/trend";
import * as z from "zod";

const dayOf = periodFinder({ every: "day", timeZone: "Europe/Paris" });
const yesterday = () => dayOf(dayOf(Date.now()).start.getTime() - 1).key;

const [folder, day = yesterday()] = process.argv.slice(2);
closeDay(day);
report(daysUpTo(day, 28));

/** Makes the tally of a day anew from its answers, so that it may run twice, and again when late answers are in. */
function closeDay(day) {
  const lines = readFileSync(join(folder, "responses.ndjson"), "utf8").split("\n").filter(Boolean);
  const schema = npsResponseSchema.required({ submittedAt: true }).extend({ region: z.string() });
  const responses = lines.map((line) => JSON.parse(line));
  const { valid, rejected } = parseResponses(schema, responses);
  for (const { index, issues } of rejected) console.error(`row ${index + 1}: ${issues[0].message}`);
  const rows = valid.filter((row) => dayOf(row.submittedAt).key === day);
  const tally = tallyBy(rows, { by: { region: (row) => row.region }, score: (row) => row.score });
  // Written beside and renamed, so that nobody ever reads half a file.
  writeFileSync(fileOf(`${day}.new`), JSON.stringify(tally));
  renameSync(fileOf(`${day}.new`), fileOf(day));
}

function report(days) {
  const tallies = days.map(tallyOfDay);
  const lost = days.filter((_, index) => tallies[index] === null);
  if (lost.length > 0)
    console.log(`Not all: ${lost.length} of ${days.length} days have no tally, the first ${lost[0]}`);
  const window = mergeBy(...tallies.filter((tally) => tally !== null));
  const regions = { by: (row) => row.keys.region, score: (row) => row, metric: nps, minN: 10, totals: true };
  for (const { key, suppressed, score, interval, n } of segment(window, regions)) {
    const limits = interval && `(${format(interval.low)} to ${format(interval.high)}, n ${n})`;
    console.log(key, suppressed ? "too few answers" : `${format(score)} ${limits}`);
  }
}

/** A day on which nobody answered has an empty tally; a day that was not closed has none. */
function tallyOfDay(day) {
  try {
    return JSON.parse(readFileSync(fileOf(day), "utf8"));
  } catch (problem) {
    if (problem.code === "ENOENT") return null;
    throw problem;
  }
}

function fileOf(name) {
  return join(folder, `${name}.json`);
}

/** Dates alone know no zone and no summer time, so a day less is always the day before. */
function daysUpTo(day, count) {
  const [year, month, date] = day.split("-").map(Number);
  const dates = Array.from({ length: count }, (_, index) => new Date(Date.UTC(year, month - 1, date - index)));
  return dates.map((each) => each.toISOString().slice(0, 10)).reverse();
}
