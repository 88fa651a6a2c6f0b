// Sums up a stream of rows and tells how long it took and what it kept: node stream.js KIND ROWS
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { mergeBy, nps, servqual, tallyAsync, tallyBy, tallyChunks, tallyServqual } from "../../../dist/index.js";

const [kind, count] = process.argv.slice(2);
const rows = Number(count);
setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc");

async function* answers(make) {
  let state = 1;
  for (let row = 0; row < rows; row++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield make(Math.floor((state / 2 ** 32) ** 0.4 * 11));
  }
}

function* responses() {
  for (let row = 0; row < rows; row++) {
    const expectations = Array.from({ length: 22 }, (_, item) => 5 + ((row + item) % 3));
    const perceptions = Array.from({ length: 22 }, (_, item) => 1 + ((row * 7 + item * 3) % 7));
    yield { expectations, perceptions };
  }
}

/** Each sums a stream up, and says how many rows were in the sum. */
const KINDS = {
  tallyAsync: async () => {
    const tally = await tallyAsync(answers((score) => score));
    return [tally, nps(tally).n];
  },
  tallyChunks: async () => {
    const sum = (chunk) => tallyBy(chunk, { by: (row) => row.region, score: (row) => row.score });
    const stream = answers((score) => ({ region: score % 3, score }));
    const tally = await tallyChunks(stream, { tally: sum, merge: mergeBy });
    return [tally, nps(tally).n];
  },
  tallyServqual: () => {
    const tally = tallyServqual(responses());
    return [tally, servqual(tally).n];
  },
};

collectGarbage();
const before = process.memoryUsage().heapUsed;
const start = performance.now();
const [tally, n] = await KINDS[kind]();
const seconds = (performance.now() - start) / 1000;
collectGarbage();
const kept = process.memoryUsage().heapUsed - before;
console.log(JSON.stringify({ n, seconds, kept, bytes: JSON.stringify(tally).length }));
