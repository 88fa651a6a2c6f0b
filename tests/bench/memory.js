// How much memory streams of answers take, each in a process of its own. Run: npm run bench, or alone: node tests/bench/memory.js [--quick]
import { fileURLToPath } from "node:url";
import { runChild } from "./frame/child.js";
import { publish } from "./frame/publish.js";
import { size } from "./frame/settings.js";

const CHILD = fileURLToPath(new URL("children/stream.js", import.meta.url));
const STREAMS = [
  { kind: "tallyAsync", what: "answers, tallyAsync", rows: size([1e6, 1e7, 1e8], [1e4, 1e5]) },
  { kind: "tallyChunks", what: "answers by region, tallyChunks", rows: size([1e6, 1e7], [1e4, 1e5]) },
  { kind: "tallyServqual", what: "22 pairs of items, tallyServqual", rows: size([1e4, 1e5, 1e6], [1e3, 1e4]) },
];

const results = [];
for (const { kind, what, rows } of STREAMS)
  for (const count of rows) {
    const { output, megabytes } = await runChild(CHILD, [kind, String(count)]);
    const { n, seconds, kept, bytes } = JSON.parse(output);
    if (n !== count) throw new Error(`${kind} counted ${n} of ${count} rows`);
    results.push({ what, rows: count, seconds, megabytes, heapKept: kept / 1e6, tally: bytes / 1e3 });
  }
console.table(results);
publish("memory", { streams: results });
