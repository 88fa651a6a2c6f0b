// From a survey export to scores: reads feedback.ndjson (synthetic, see README.md), says what in it cannot be read, and
// prints NPS, CSAT, CES and sentiment. Last, the same for a real survey of which only the counts are known.
import { readFileSync } from "node:fs";
import { CES, CSAT, ces, csat, format, NPS, nps, roundShares, sentiment } from "cx-metrics";
import {
  cesResponseSchema,
  csatResponseSchema,
  npsResponseSchema,
  parseResponses,
  ratingFromText,
} from "cx-metrics/schema";
import * as z from "zod";

// The columns that go with every answer, and what must be in them.
const COLUMNS = { respondentId: "respondent_id", submittedAt: "submitted_at", weight: "weight", region: "region" };
const { respondentId, submittedAt, weight } = npsResponseSchema.required().shape;
const fields = {
  respondentId,
  submittedAt,
  weight: z.string().trim().min(1).transform(Number).pipe(weight),
  region: z.enum(["africa", "americas", "asia"]),
};
const labels = { "Very dissatisfied": 1, Dissatisfied: 2, Neither: 3, Satisfied: 4, "Very satisfied": 5 };

// One schema a question: a wrong score spoils that answer alone; a wrong respondent, date, weight or region the whole row.
const rows = readRows("feedback.ndjson");
const recommend = ask(rows, "nps", npsResponseSchema.extend({ ...fields, score: ratingFromText(NPS) }));
const satisfied = ask(rows, "csat", csatResponseSchema.extend({ ...fields, score: ratingFromText(CSAT, { labels }) }));
const effort = ask(rows, "ces", cesResponseSchema.extend({ ...fields, score: ratingFromText(CES) }));

console.log(`Synthetic feedback, January to March 2026: ${rows.length} rows`);
printProblems([recommend, satisfied, effort]);
printMetrics({
  "NPS (-100 to 100)": nps(unweighted(recommend), { invalid: "exclude" }),
  "NPS, weighted": nps(recommend.answers, { invalid: "exclude" }),
  "CSAT (% satisfied)": csat(unweighted(satisfied), { invalid: "exclude" }),
  "Sentiment of CSAT": sentiment(unweighted(satisfied), { invalid: "exclude" }),
  "CES (mean, 1 to 7)": ces(unweighted(effort), { invalid: "exclude" }),
});

console.log("\nSan Francisco Airport passengers, 2017 (City of San Francisco open data, SFO Customer Survey 2017)");
const counts = [17, 6, 8, 19, 18, 144, 130, 291, 677, 564, 872]; // how many gave 0, 1, 2 ... 10
const airport = nps([...counts.map((n, score) => ({ score, n })), { score: null, n: 85 }]);
printMetrics({ NPS: airport });
console.log(`\nTo four digits: ${format(airport, { digits: 4 })}`);

function readRows(name) {
  const text = readFileSync(new URL(name, import.meta.url), "utf8");
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

/** The answers to one question and what is wrong with the others, which go on as NaN to be counted as invalid. */
function ask(rows, question, schema) {
  const columns = { ...COLUMNS, score: question };
  const responses = rows.map((row) =>
    Object.fromEntries(Object.entries(columns).map(([field, column]) => [field, row[column]])),
  );
  const { valid, rejected } = parseResponses(schema, responses);
  const problems = rejected.flatMap(({ index, issues }) =>
    issues.map(({ path, message }) => ({ row: index + 1, column: columns[path[0]], message })),
  );
  return { answers: [...valid, ...rejected.map(() => ({ score: Number.NaN }))], problems };
}

function unweighted({ answers }) {
  return answers.map(({ score }) => score);
}

function printProblems(questions) {
  // A row with a wrong date is refused by every question, and told of once.
  const problems = new Map(questions.flatMap((q) => q.problems).map((p) => [`${p.row} ${p.column}`, p]));
  const list = [...problems.values()].sort((a, b) => a.row - b.row);
  console.log(`\nRefused: ${list.length} values in ${new Set(list.map(({ row }) => row)).size} rows\n`);
  console.log(" Row  Column         Reason");
  for (const { row, column, message } of list) console.log(`${`${row}`.padStart(4)}  ${column.padEnd(13)}  ${message}`);
}

function printMetrics(metrics) {
  console.log();
  printLine("", "Score  ", "95 % interval", "n", "missing", "invalid");
  for (const [name, { score, interval, n, missing, invalid, bands }] of Object.entries(metrics)) {
    const limits = interval ? `${format(interval.low)} to ${format(interval.high)}` : "–";
    console.log();
    printLine(name, `${format(score)}  `, limits, n, missing, invalid);
    const percentages = roundShares(bands, { digits: 1 });
    for (const [band, { n }] of Object.entries(bands)) printLine(`  ${band}`, `${format(percentages[band])} %`, "", n);
  }
}

function printLine(name, score, interval, n, missing = "", invalid = "") {
  const counts = [n, missing, invalid].map((count) => `${count}`.padStart(9));
  console.log(`${name.padEnd(20)}${score.padStart(8)}${interval.padStart(15)}${counts.join("")}`.trimEnd());
}
