// How long segments and trends take, beside the loop that one would write with date-fns. Run: npm run bench
import { tz } from "@date-fns/tz/tz";
import { nps, segment } from "cx-metrics";
import { trend } from "cx-metrics/trend";
import { formatISO } from "date-fns/formatISO";
import { startOfMonth } from "date-fns/startOfMonth";

const ROWS = 1_000_000;
const COLUMN_ROWS = 10_000_000;
const NAIVE_ROWS = 20_000;
const RUNS = 7;
const ZONE = "America/New_York";
const YEARS = 3 * 365 * 24 * 60 * 60 * 1000;

let state = 1;
const random = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};
const time = Float64Array.from({ length: COLUMN_ROWS }, () => Date.UTC(2023, 0, 1) + Math.floor(random() * YEARS));
const score = Uint8Array.from({ length: COLUMN_ROWS }, () => Math.floor(random() ** 0.4 * 11));
const region = Uint8Array.from({ length: COLUMN_ROWS }, () => Math.floor(random() * 8));
const rows = Array.from({ length: ROWS }, (_, index) => ({
  at: new Date(time[index]),
  text: new Date(time[index]).toISOString(),
  region: `region ${region[index]}`,
  respondent: index % 300_000,
  score: score[index],
}));

const monthly = { every: "month", timeZone: ZONE, metric: nps, score: (row) => row.score };

/** The scores of months, with a date-fns call for each row. */
function naive(some) {
  const months = new Map();
  for (const row of some) {
    const month = formatISO(startOfMonth(row.at, { in: tz(ZONE) }));
    const scores = months.get(month);
    if (scores === undefined) months.set(month, [row.score]);
    else scores.push(row.score);
  }
  return [...months].map(([month, scores]) => [month, nps(scores).score]);
}

function milliseconds(action) {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    action();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return { median: Math.round(times[RUNS >> 1]), fastest: Math.round(times[0]), slowest: Math.round(times[RUNS - 1]) };
}

const results = {
  "10^7 rows as columns, region x month": milliseconds(() =>
    trend(COLUMN_ROWS, { ...monthly, time, score, by: region }),
  ),
  "10^7 rows as columns, region": milliseconds(() => segment(COLUMN_ROWS, { by: region, score, metric: nps })),
  "10^6 row objects, month, Date": milliseconds(() => trend(rows, { ...monthly, time: (row) => row.at })),
  "10^6 row objects, month, ISO text": milliseconds(() => trend(rows, { ...monthly, time: (row) => row.text })),
  "10^6 row objects, region x month": milliseconds(() =>
    trend(rows, { ...monthly, time: (row) => row.at, by: (row) => row.region }),
  ),
  "10^6 row objects, month, latest of each in 3 months": milliseconds(() =>
    trend(rows, {
      ...monthly,
      time: (row) => row.at,
      respondent: (row) => row.respondent,
      rolling: { periods: 3 },
    }),
  ),
  "10^6 row objects, region": milliseconds(() =>
    segment(rows, { by: (row) => row.region, score: monthly.score, metric: nps }),
  ),
};
const few = rows.slice(0, NAIVE_ROWS);
const [ours, theirs] = [
  milliseconds(() => trend(few, { ...monthly, time: (row) => row.at })),
  milliseconds(() => naive(few)),
];
console.log(`Milliseconds in ${ZONE} on Node ${process.version}, ${RUNS} runs`);
console.table({
  ...results,
  [`${NAIVE_ROWS} row objects, month`]: ours,
  [`${NAIVE_ROWS} row objects, month, date-fns for each`]: theirs,
});
console.log(`date-fns for each row takes ${(theirs.median / Math.max(ours.median, 1)).toFixed(0)} times as long`);
