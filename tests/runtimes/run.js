// Installs the packed library into an empty project and runs one suite on every runtime that can be had here. What
// cannot be had is named as skipped. With --figures it writes docs/figures/runtimes.json.
import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { versionOf } from "../support/version-of.js";
import { writeFigures } from "../support/write-figures.js";
import { runInChromium } from "./chromium.js";
import { COMMANDS, FILE, ROWS } from "./cli.js";
import { copyFiles, installPacked } from "./installed.js";

const BIN = fileURLToPath(new URL("./node_modules/", import.meta.url));
const NODE_MODULES_ONLY = ["--no-prompt", "--cached-only", "--node-modules-dir=manual"];
const ofNode = (major) => ({
  name: `Node ${major}`,
  file: process.versions.node.startsWith(`${major}.`) ? process.execPath : join(BIN, `node-${major}/bin/node`),
  esm: ["run-esm.js"],
  cjs: ["run-cjs.cjs"],
  "no code from text": ["--disallow-code-generation-from-strings", "run-esm.js"],
  cli: [],
});

/** Where each runtime is, and how it runs the suite as a module, as CommonJS, and the command line. */
const RUNTIMES = [
  ...[20, 22, 24, 26].map(ofNode),
  {
    name: "Bun",
    file: join(BIN, "@oven/bun-linux-x64/bin/bun"),
    esm: ["run-esm.js"],
    cjs: ["run-cjs.cjs"],
    cli: [],
  },
  {
    name: "Deno",
    file: join(BIN, "@deno/linux-x64-glibc/deno"),
    // The library asks for no permission at all.
    esm: ["run", ...NODE_MODULES_ONLY, "run-esm.js"],
    cjs: ["run", ...NODE_MODULES_ONLY, "--allow-read", "run-cjs.cjs"],
    cli: ["run", ...NODE_MODULES_ONLY, "--allow-read", "--allow-env"],
  },
  {
    name: "workerd",
    file: join(BIN, "@cloudflare/workerd-linux-64/bin/workerd"),
    "edge worker": ["test", "workerd.capnp"],
  },
];

function start(file, line, cwd) {
  const { status, stdout, stderr, error } = spawnSync(file, line, { cwd, encoding: "utf8", timeout: 120_000 });
  return { status, out: stdout ?? "", err: stderr ?? "", error };
}

/** The suite's own outcome, which it prints as its last line. */
function suiteOutcome(file, line, folder) {
  const { status, out, err, error } = start(file, line, folder);
  const printed = out.split("\n").findLast((text) => text.startsWith("{"));
  if (status !== 0 || printed === undefined)
    return { checks: 0, failures: [`ended with ${status}: ${error?.message ?? ""}${err.slice(0, 2000)}`] };
  return JSON.parse(printed);
}

function cliOutcome(file, flags, folder) {
  const program = "node_modules/cx-metrics/dist/cli.js";
  const failures = COMMANDS.flatMap(({ line, holds }) => {
    const ended = start(file, [...flags, program, ...line], folder);
    try {
      if (holds(ended)) return [];
    } catch {
      // What it printed is not even JSON.
    }
    return [`${line.join(" ")}: ended with ${ended.status}: ${ended.out}${ended.err}`];
  });
  return { checks: COMMANDS.length, failures };
}

function outcomesOf({ name, file, cli, ...suites }, folder) {
  if (!existsSync(file)) return { name, skipped: "not to be had on this machine" };
  const version = start(file, ["--version"], folder).out.match(/\d[\w.-]*/)[0];
  const outcomes = Object.entries(suites).map(([suite, line]) => [suite, suiteOutcome(file, line, folder)]);
  if (cli !== undefined) outcomes.push(["command line", cliOutcome(file, cli, folder)]);
  return { name, version, suites: Object.fromEntries(outcomes) };
}

async function chromiumOutcomes(folder) {
  const bundle = await bundleOf("run-page.js", folder);
  try {
    return { name: "Chromium", ...(await runInChromium(bundle)) };
  } catch (error) {
    if (error.message.startsWith("no Chromium found")) return { name: "Chromium", skipped: error.message };
    return { name: "Chromium", version: "unknown", suites: { page: { checks: 0, failures: [error.stack] } } };
  }
}

async function bundleOf(entry, folder) {
  const options = { bundle: true, format: "esm", minify: true, write: false, absWorkingDir: folder };
  const { outputFiles } = await build({ ...options, entryPoints: [entry] });
  return outputFiles[0].text;
}

/** A runtime as a figure: its version, and the checks passed and failed of each suite. */
function figureOf({ suites, ...runtime }) {
  if (suites === undefined) return runtime;
  const figures = Object.entries(suites).map(([suite, { checks, failures }]) => [
    suite,
    { passed: Math.max(checks - failures.length, 0), failed: failures.length },
  ]);
  return { ...runtime, suites: Object.fromEntries(figures) };
}

const { folder, version, remove } = installPacked([`zod@${versionOf("zod")}`]);
try {
  const files = ["smoke.js", "run-esm.js", "run-cjs.cjs", "run-worker.js", "run-page.js", "workerd.capnp"];
  copyFiles(import.meta.url, files, folder);
  writeFileSync(join(folder, FILE), ROWS);
  writeFileSync(join(folder, "bundle.js"), await bundleOf("run-worker.js", folder));
  const runtimes = [...RUNTIMES.map((runtime) => outcomesOf(runtime, folder)), await chromiumOutcomes(folder)];
  let passed = 0;
  let failed = 0;
  for (const { name, version: itsVersion, skipped, suites = {} } of runtimes) {
    console.log(skipped === undefined ? `${name} ${itsVersion}` : `${name}: SKIPPED, ${skipped}`);
    for (const [suite, { checks, failures }] of Object.entries(suites)) {
      console.log(`  ${suite}: ${checks} checks, ${failures.length} failed`);
      for (const failure of failures) console.error(`    ${failure}`);
      passed += Math.max(checks - failures.length, 0);
      failed += failures.length;
    }
  }
  const skipped = runtimes.filter((runtime) => runtime.skipped !== undefined).length;
  const figures = { package: `cx-metrics ${version}`, passed, failed, skipped, runtimes: runtimes.map(figureOf) };
  if (process.argv.includes("--figures"))
    writeFigures("runtimes", figures, { command: "node tests/runtimes/run.js --figures" });
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
} finally {
  remove();
}
