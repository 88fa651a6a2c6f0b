import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { ROUNDS } from "./settings.js";
import { spreadOf } from "./statistics.js";

setFlagsFromString("--expose-gc");
// Between two turns of a contestant there are many collections, after which its code would be taken for unused and thrown away.
setFlagsFromString("--no-flush-bytecode");
const collectGarbage = runInNewContext("gc");

/**
 * Times contestants in turn, A B C C B A A B C …, after it has seen that all give the same result.
 *
 * @param contest.id - a name in the file of figures
 * @param contest.title - what all of them do
 * @param contest.rows - how many rows they do it with
 * @param contest.contestants - the first one is ours. `run` is timed, by thousands of repetitions where one is too short to time;
 *   `seen` makes of its result what must be the same; `rows`, where it has fewer, scales its time; `isApart` marks one whose
 *   result is not looked at: it does less, and shows how fast anything can be, or it has other rows
 * @returns times in milliseconds, and how many times the first one each takes, over rounds
 */
export async function contest({ id, title, rows, contestants, seen = (result) => result, rounds = ROUNDS }) {
  await assertSame(title, contestants, seen);
  const times = contestants.map(() => []);
  const places = [...contestants.keys()];
  for (let round = 0; round < rounds; round++)
    // There and back, as what comes before a turn leaves traces in it.
    for (const place of round % 2 === 0 ? places : [...places].reverse()) {
      const { run, repeat = 1, rows: own = rows } = contestants[place];
      collectGarbage();
      const start = performance.now();
      for (let turn = 0; turn < repeat; turn++) await run();
      times[place].push(((performance.now() - start) / repeat) * (rows / own));
    }
  const results = contestants.map(({ name, isApart, rows: own }, place) => ({
    name,
    ...(isApart ? { isApart } : {}),
    ...(own === undefined ? {} : { timedRows: own }),
    milliseconds: spreadOf(times[place]),
    timesFirst: spreadOf(times[place].map((time, round) => time / times[0][round])),
  }));
  show(title, results);
  return { id, title, rows, rounds, results };
}

async function assertSame(title, contestants, seen) {
  let expected;
  for (const { name, run, isApart, seen: own = seen } of contestants) {
    const given = await run();
    // Once more, so that its code is compiled before it is timed.
    await run();
    if (isApart) continue;
    const result = JSON.stringify(await own(given));
    expected ??= result;
    if (result !== expected)
      throw new Error(`${title}: ${name} gives ${result.slice(0, 500)} and not ${expected.slice(0, 500)}`);
  }
}

function show(title, results) {
  const short = (number) => Number(number.toPrecision(3));
  console.log(`\n${title}`);
  console.table(
    Object.fromEntries(
      results.map(({ name, milliseconds, timesFirst }) => [
        name,
        {
          ms: short(milliseconds.median),
          "times the first": short(timesFirst.median),
          from: short(timesFirst.low),
          to: short(timesFirst.high),
        },
      ]),
    ),
  );
}
