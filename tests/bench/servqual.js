// Time and memory of SERVQUAL on 10^5 respondents and 22 pairs of items, streamed. Run: npm run bench
import { servqual, tallyServqual } from "cx-metrics";

function* responses(count) {
  for (let i = 0; i < count; i++) {
    const expectations = Array.from({ length: 22 }, (_, item) => 5 + ((i + item) % 3));
    const perceptions = Array.from({ length: 22 }, (_, item) => 1 + ((i * 7 + item * 3) % 7));
    yield { expectations, perceptions };
  }
}

/** Heap that is in use once garbage is gone. */
function heap() {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1e6;
}

const rows = [];
for (const count of [10_000, 100_000, 1_000_000]) {
  const before = heap();
  const start = performance.now();
  const tally = tallyServqual(responses(count));
  const seconds = (performance.now() - start) / 1000;
  const { overall } = servqual(tally);
  rows.push({
    respondents: count,
    "seconds, making the responses included": Number(seconds.toFixed(2)),
    "heap kept, MB": Number((heap() - before).toFixed(2)),
    "tally as JSON, kB": Number((JSON.stringify(tally).length / 1000).toFixed(1)),
    gap: Number(overall.gap.score.toFixed(4)),
  });
}
console.table(rows);
