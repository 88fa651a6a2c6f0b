// SERVQUAL of a hundred thousand respondents with 22 pairs of items, beside a loop of means by hand.
// Run: npm run bench, or alone: node tests/bench/servqual.js [--quick]
import { servqual, tallyServqual } from "../../dist/index.js";
import { contest } from "./frame/contest.js";
import { codes } from "./frame/data.js";
import { publish } from "./frame/publish.js";
import { size } from "./frame/settings.js";

const ROWS = size(100_000, 2000);
const ITEMS = 22;
const DIMENSIONS = [
  [0, 4],
  [4, 9],
  [9, 13],
  [13, 17],
  [17, 22],
];

const given = codes(ROWS * ITEMS * 2, 7);
const ratings = (from) => Array.from(given.subarray(from, from + ITEMS), (code) => code + 1);
const responses = Array.from({ length: ROWS }, (_, row) => ({
  expectations: ratings(2 * row * ITEMS),
  perceptions: ratings((2 * row + 1) * ITEMS),
}));

/** The mean of the gaps of each dimension, and of those, with no uncertainty. */
function loop() {
  const sums = new Float64Array(ITEMS);
  for (const { expectations, perceptions } of responses)
    for (let item = 0; item < ITEMS; item++) sums[item] += perceptions[item] - expectations[item];
  const gaps = DIMENSIONS.map(
    ([first, end]) => sums.subarray(first, end).reduce((sum, gap) => sum + gap) / (end - first),
  );
  return gaps.reduce((sum, gap) => sum + gap) / gaps.length / ROWS;
}

const contests = [
  await contest({
    id: "servqual",
    title: "SERVQUAL of 22 pairs of items",
    rows: ROWS,
    seen: (gap) => gap.toFixed(9),
    contestants: [
      { name: "cx-metrics", run: () => servqual(responses).overall.gap.score },
      { name: "cx-metrics, as a tally only", run: () => tallyServqual(responses), isApart: true },
      { name: "a loop of means by hand", run: loop },
    ],
  }),
];
publish("servqual", { contests });
