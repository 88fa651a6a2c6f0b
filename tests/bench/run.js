// Runs all benchmarks, each in a process of its own, one after the other, and writes the page of their figures.
// npm run bench [-- --quick]; a quick run writes nothing.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { QUICK } from "./frame/settings.js";

const SCRIPTS = ["answers", "segments", "sql", "servqual", "schema", "csv", "growth", "memory", "imports", "sizes"];

const run = (path) => {
  const start = performance.now();
  const flags = QUICK ? ["--quick"] : [];
  const { status } = spawnSync(process.execPath, [fileURLToPath(new URL(path, import.meta.url)), ...flags], {
    stdio: "inherit",
  });
  console.log(`${path}: ${((performance.now() - start) / 1000).toFixed(0)} s`);
  return status === 0;
};
const failed = SCRIPTS.filter((name) => !run(`${name}.js`));
if (failed.length > 0) console.error(`failed: ${failed.join(", ")}`);
const isWritten = QUICK || run("../../docs/figures/make-figures.js");
process.exitCode = failed.length === 0 && isWritten ? 0 : 1;
