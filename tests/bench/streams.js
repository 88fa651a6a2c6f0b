// How long a stream of 10^8 answers takes and how much memory it holds. Run: node --expose-gc tests/bench/streams.js [MILLIONS]
import { mergeBy, nps, tallyAsync, tallyBy, tallyChunks } from "cx-metrics";

const MILLIONS = Number(process.argv[2] ?? 100);

async function* answers(rows, make) {
  let state = 1;
  for (let row = 0; row < rows; row++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield make(Math.floor((state / 2 ** 32) ** 0.4 * 11));
  }
}

async function measured(name, rows, action) {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const start = performance.now();
  const result = await action();
  const seconds = (performance.now() - start) / 1000;
  globalThis.gc?.();
  const kept = process.memoryUsage().heapUsed - before;
  return [
    name,
    {
      rows,
      seconds: +seconds.toFixed(1),
      "largest RSS so far, MB": Math.round(process.resourceUsage().maxRSS / 1024),
      "heap kept, MB": +(kept / 1e6).toFixed(1),
      result,
    },
  ];
}

const results = [];
for (const millions of [MILLIONS / 10, MILLIONS]) {
  const rows = millions * 1e6;
  results.push(
    await measured(`tallyAsync, ${millions} million`, rows, async () =>
      nps(await tallyAsync(answers(rows, (score) => score))).score?.toFixed(3),
    ),
  );
}
const rows = (MILLIONS / 10) * 1e6;
results.push(
  await measured(`tallyChunks by region, ${MILLIONS / 10} million`, rows, async () => {
    const stream = answers(rows, (score) => ({ region: score % 3, score }));
    const tally = (chunk) => tallyBy(chunk, { by: (row) => row.region, score: (row) => row.score });
    return (await tallyChunks(stream, { tally, merge: mergeBy })).length;
  }),
);
console.table(Object.fromEntries(results));
