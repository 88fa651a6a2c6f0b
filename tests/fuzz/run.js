// node tests/fuzz/run.js [--calls N] [--seed N] [--at POSITION] [--figures]
// Makes random calls in a thread of their own, which is ended where a call takes a minute or all its memory. Each call
// depends on the seed and its position alone: `--at` makes one again. With --figures it writes docs/figures/fuzz.json.
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";
import { writeFigures } from "../runtimes/installed.js";

const MINUTE = 60_000;
const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const { values } = parseArgs({
  options: {
    calls: { type: "string", default: "1000000" },
    seed: { type: "string", default: "1" },
    at: { type: "string" },
    figures: { type: "boolean", default: false },
  },
});

async function bundle() {
  // Beside the library, so that zod is found.
  const folder = mkdtempSync(join(ROOT, "node_modules", ".cx-metrics-fuzz-"));
  const outfile = join(folder, "worker.mjs");
  const entryPoints = [fileURLToPath(new URL("worker.ts", import.meta.url))];
  await build({ entryPoints, bundle: true, packages: "external", platform: "node", format: "esm", outfile });
  return { outfile, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Runs calls until they are all made, or one must be given up. */
function runPart(outfile, seed, from, to) {
  const place = new SharedArrayBuffer(4);
  const position = new Int32Array(place);
  const worker = new Worker(outfile, {
    workerData: { seed, from, to, place },
    resourceLimits: { maxOldGenerationSizeMb: 4096 },
  });
  let found = { outcomes: {}, problems: [], isDone: false };
  worker.on("message", (message) => {
    found = message;
  });
  return new Promise((resolve) => {
    let seen = -1;
    const watch = setInterval(() => {
      if (position[0] === seen) end("did not end within a minute");
      seen = position[0];
    }, MINUTE);
    const end = (why) => {
      clearInterval(watch);
      worker.removeAllListeners();
      worker.terminate();
      const at = position[0];
      const lost = why === null ? [] : [{ position: at, target: "unknown", problem: why }];
      resolve({ outcomes: found.outcomes, problems: [...found.problems, ...lost], next: why === null ? to : at + 1 });
    };
    worker.on("error", (error) => end(error.message));
    // A thread that waits for what never comes ends, too.
    worker.on("exit", () => end(found.isDone ? null : "gave a promise that is never settled"));
  });
}

function addOutcomes(sum, part) {
  for (const [target, counts] of Object.entries(part)) {
    sum[target] ??= {};
    for (const [outcome, count] of Object.entries(counts)) sum[target][outcome] = (sum[target][outcome] ?? 0) + count;
  }
}

/** As the page of figures shows a file: a title, a text and a table. */
function figuresOf(outcomes, targets) {
  return {
    title: "Random calls",
    text: [
      `Calls of all ${targets} functions and schemas of the package, with plausible and hostile arguments mixed: getters and
        iterators that throw, proxies, holes, names such as __proto__, numbers at the edge of a double. A result is checked for NaN,
        for counts that do not add up, and for objects that it shares with the arguments.`.replace(/\s+/g, " "),
    ],
    calls: to - from,
    seed,
    tables: [{ columns: ["what came out", "calls"], rows: Object.entries(outcomes) }],
  };
}

const seed = Number(values.seed);
const from = values.at === undefined ? 0 : Number(values.at);
const to = values.at === undefined ? Number(values.calls) : from + 1;
const { outfile, remove } = await bundle();
try {
  const perTarget = {};
  const problems = [];
  for (let next = from; next < to; ) {
    const part = await runPart(outfile, seed, next, to);
    addOutcomes(perTarget, part.outcomes);
    problems.push(...part.problems);
    next = part.next;
  }
  for (const { position, target, problem } of problems)
    console.error(`--seed ${seed} --at ${position}: ${target}: ${problem}`);
  const outcomes = {};
  for (const counts of Object.values(perTarget))
    for (const [outcome, count] of Object.entries(counts)) outcomes[outcome] = (outcomes[outcome] ?? 0) + count;
  for (const [outcome, count] of Object.entries(outcomes)) console.log(`${outcome}: ${count}`);
  const figures = {
    seed,
    calls: to - from,
    targets: Object.keys(perTarget).length,
    outcomes,
    problems: problems.length,
  };
  if (values.figures) writeFigures("fuzz", figures);
  console.log(`${to - from - problems.length} passed, ${problems.length} failed`);
  process.exitCode = problems.length === 0 ? 0 : 1;
} finally {
  remove();
}
