// node tests/fuzz/run.js [--calls N] [--seed N] [--at POSITION] [--figures]
// Makes random calls in a process for each core, which is ended where a call takes a minute or all its memory. Each call
// depends on the seed and its position alone: `--at` makes one again. With --figures it writes docs/figures/fuzz.json.
import { fork } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { writeFigures } from "../support/write-figures.js";

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
  const outfile = join(folder, "child.mjs");
  const entryPoints = [fileURLToPath(new URL("child.ts", import.meta.url))];
  await build({ entryPoints, bundle: true, packages: "external", platform: "node", format: "esm", outfile });
  return { folder, outfile, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Runs calls until they are all made, or one must be given up. */
function runPart({ outfile, place }, seed, from, to) {
  writeFileSync(place, new Int32Array([from]));
  const child = fork(outfile, [seed, from, to, place].map(String), {
    execArgv: ["--max-old-space-size=2048"],
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const position = () => readFileSync(place).readInt32LE();
  let found = { outcomes: {}, problems: [], isDone: false };
  child.on("message", (message) => {
    found = message;
  });
  let why = null;
  let seen = -1;
  const watch = setInterval(() => {
    if (position() === seen) {
      why = "did not end within a minute";
      child.kill("SIGKILL");
    }
    seen = position();
  }, MINUTE);
  return new Promise((resolve) => {
    // Not at its exit: messages may still be on their way.
    child.on("close", (code, signal) => {
      clearInterval(watch);
      if (found.isDone) return resolve({ ...found, next: to });
      // A process that waits for what never comes ends well.
      why ??= code === 0 ? "gave a promise that is never settled" : `ended the process with ${code ?? signal}`;
      const at = position();
      const lost = { position: at, target: "unknown", problem: why };
      resolve({ outcomes: found.outcomes, problems: [...found.problems, lost], next: at + 1 });
    });
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
    tables: [{ columns: ["what came out", "calls"], rows: Object.entries(outcomes) }],
  };
}

const seed = Number(values.seed);
const from = values.at === undefined ? 0 : Number(values.at);
const to = values.at === undefined ? Number(values.calls) : from + 1;
const { folder, outfile, remove } = await bundle();
try {
  const perTarget = {};
  const problems = [];
  const size = Math.ceil((to - from) / availableParallelism());
  const runAll = async (first, end) => {
    for (let next = first; next < end; ) {
      const part = await runPart({ outfile, place: join(folder, `place-${first}`) }, seed, next, end);
      addOutcomes(perTarget, part.outcomes);
      problems.push(...part.problems);
      next = part.next;
    }
  };
  const firsts = Array.from({ length: Math.ceil((to - from) / size) }, (_, index) => from + index * size);
  await Promise.all(firsts.map((first) => runAll(first, Math.min(first + size, to))));
  for (const { position, target, problem } of problems)
    console.error(`--seed ${seed} --at ${position}: ${target}: ${problem}`);
  const outcomes = {};
  for (const counts of Object.values(perTarget))
    for (const [outcome, count] of Object.entries(counts)) outcomes[outcome] = (outcomes[outcome] ?? 0) + count;
  for (const [outcome, count] of Object.entries(outcomes)) console.log(`${outcome}: ${count}`);
  const targets = Object.keys(perTarget).length;
  if (values.figures)
    writeFigures("fuzz", figuresOf({ ...outcomes, problem: problems.length }, targets), {
      command: `npm run test:fuzz -- --calls ${to - from} --seed ${seed} --figures`,
    });
  console.log(`${to - from - problems.length} passed, ${problems.length} failed`);
  process.exitCode = problems.length === 0 ? 0 : 1;
} finally {
  remove();
}
