// How the time of NPS and of a trend grows with the number of answers. Run: npm run bench, or alone: node tests/bench/growth.js [--quick]
import { nps } from "../../dist/index.js";
import { trend } from "../../dist/trend.js";
import { contest } from "./frame/contest.js";
import { codes, instants, ratings } from "./frame/data.js";
import { publish } from "./frame/publish.js";
import { QUICK, size } from "./frame/settings.js";

const powers = (last) => Array.from({ length: last - 3 }, (_, index) => 10 ** (index + 4));

/** Each makes answers of a length, and what is done with them. */
const SUBJECTS = [
  {
    id: "growth-bytes",
    title: "NPS of a Uint8Array",
    last: size(8, 6),
    make: (rows) => {
      const bytes = ratings(rows);
      return () => nps(bytes).n;
    },
  },
  {
    id: "growth-numbers",
    title: "NPS of a number[]",
    last: size(7, 6),
    make: (rows) => {
      const numbers = Array.from(ratings(rows));
      return () => nps(numbers).n;
    },
  },
  {
    id: "growth-columns",
    title: "Region × month in America/New_York, from columns",
    last: size(7, 6),
    make: (rows) => {
      const [time, score, by] = [instants(rows), ratings(rows), codes(rows, 8)];
      const options = { time, score, by, every: "month", timeZone: "America/New_York", metric: nps };
      return () => trend(rows, options).length;
    },
  },
];

const contests = [];
for (const { id, title, last, make } of SUBJECTS) {
  const lengths = powers(last);
  const largest = lengths.at(-1);
  // Times are those of all rows, as they come; so many repetitions that each is long enough to time.
  const contestants = lengths.map((rows) => ({
    name: String(rows),
    run: make(rows),
    repeat: QUICK ? 1 : Math.max(1, Math.min(1000, largest / rows / 10)),
    isApart: true,
  }));
  contests.push(await contest({ id, title, rows: largest, contestants }));
}
publish("growth", { contests });
