// Validation of a million rows, beside zod alone: our schema, and one of the same fields as one would write it.
// Run: npm run bench, or alone: node tests/bench/schema.js [--quick]
import * as z from "zod";
import { npsResponseSchema, parseResponses } from "../../dist/schema.js";
import { contest } from "./frame/contest.js";
import { instants, ratings } from "./frame/data.js";
import { publish } from "./frame/publish.js";
import { size } from "./frame/settings.js";

const ROWS = size(1_000_000, 50_000);
const score = ratings(ROWS);
const time = instants(ROWS);

/** The fields of our schema, as one would write them. */
const plain = z.object({
  score: z.int().min(0).max(10).nullable(),
  respondentId: z.union([z.string().min(1), z.int()]).optional(),
  submittedAt: z.iso.datetime({ offset: true }).optional(),
  weight: z.number().min(0).optional(),
});
const array = z.array(plain);

/** Each row for itself, as parseResponses does it. */
function each(schema, rows) {
  const valid = [];
  const rejected = [];
  for (const row of rows) {
    const result = schema.safeParse(row);
    if (result.success) valid.push(result.data);
    else rejected.push(result.error.issues);
  }
  return { valid, rejected };
}

const seen = ({ valid, rejected }) => [valid.length, rejected.length, valid.at(-1), valid[0]];
const contestants = (rows) => [
  { name: "cx-metrics: parseResponses", run: () => parseResponses(npsResponseSchema, rows) },
  { name: "cx-metrics: its schema, zod alone row by row", run: () => each(npsResponseSchema, rows) },
  { name: "zod, row by row", run: () => each(plain, rows) },
  {
    name: "zod, z.array",
    run: () => {
      const { success, data } = array.safeParse(rows);
      return { valid: success ? data : [], rejected: [] };
    },
  },
];

const contests = [];
for (const [id, title, make] of [
  ["scores", "Validation of rows of a score", (index) => ({ score: score[index] })],
  [
    "rows",
    "Validation of rows of score, respondent, time and weight",
    (index) => ({
      score: score[index],
      respondentId: index,
      submittedAt: new Date(time[index]).toISOString(),
      weight: 1.5,
    }),
  ],
])
  contests.push(
    await contest({
      id,
      title,
      rows: ROWS,
      seen,
      contestants: contestants(Array.from({ length: ROWS }, (_, index) => make(index))),
    }),
  );
publish("schema", { contests }, ["zod"]);
