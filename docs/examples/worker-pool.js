// Scores a large NDJSON file on all cores: each worker tallies a part, the tallies are merged.
//
//   node docs/examples/worker-pool.js FILE [WORKERS]      a file with a {"region": …, "score": …} on each line
//   node docs/examples/worker-pool.js --make FILE [ROWS]  makes such a file, 10 million rows unless told otherwise
import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { open } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { createInterface } from "node:readline";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { format, mergeBy, nps, segment, tallyBy, tallyChunks } from "cx-metrics";

/** Tallies the rows between two places of a file. */
async function tallyPart({ file, start, end }) {
  const lines = createInterface({ input: createReadStream(file, { start, end: end - 1 }) });
  return tallyChunks(lines, {
    tally: (chunk) =>
      tallyBy(
        chunk.map((line) => JSON.parse(line)),
        { by: { region: (row) => row.region }, score: (row) => row.score },
      ),
    merge: mergeBy,
  });
}

/** Parts a file at the ends of lines. */
async function partsOf(file, count) {
  const handle = await open(file);
  const { size } = await handle.stat();
  const cuts = [0];
  for (let part = 1; part < count; part++) {
    const near = Math.floor((size * part) / count);
    const { buffer } = await handle.read({ buffer: Buffer.alloc(65_536), position: near });
    const newline = buffer.indexOf("\n");
    if (newline < 0) throw new Error(`a line near byte ${near} of ${file} is longer than 64 kB`);
    cuts.push(near + newline + 1);
  }
  await handle.close();
  return [...cuts, size]
    .map((end, index, ends) => ({ file, start: ends[index - 1] ?? 0, end }))
    .filter(({ start, end }) => start < end);
}

async function scoreOnAllCores(file, workers = availableParallelism()) {
  const started = performance.now();
  const parts = await partsOf(file, workers);
  const tallies = await Promise.all(
    parts.map(async (part) => {
      const worker = new Worker(new URL(import.meta.url), { workerData: part });
      const [tally] = await once(worker, "message");
      return tally;
    }),
  );
  const segments = segment(mergeBy(...tallies), { by: (row) => row.keys.region, score: (row) => row, metric: nps });
  for (const { key, n, missing, score } of segments) console.log({ region: key, nps: format(score), n, missing });
  console.log(`${parts.length} workers, ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

async function make(file, rows = 10_000_000) {
  let state = 1;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const output = createWriteStream(file);
  for (let row = 0; row < rows; row += 1000) {
    const lines = Array.from({ length: Math.min(1000, rows - row) }, () => {
      const score = random() < 0.05 ? null : Math.floor(random() ** 0.4 * 11);
      return `${JSON.stringify({ region: ["north", "south", "west"][Math.floor(random() * 3)], score })}\n`;
    });
    if (!output.write(lines.join(""))) await once(output, "drain");
  }
  output.end();
  await once(output, "finish");
}

const [first, second, third] = process.argv.slice(2);
if (!isMainThread) parentPort.postMessage(await tallyPart(workerData));
else if (first === "--make" && second) await make(second, third && Number(third));
else if (first) await scoreOnAllCores(first, second && Number(second));
else console.error("usage: node docs/examples/worker-pool.js [--make] FILE [NUMBER]");
