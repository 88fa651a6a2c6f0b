import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism, cpus, totalmem, type } from "node:os";
import { pathToFileURL } from "node:url";
import { QUICK } from "./settings.js";

const FIGURES = new URL("../../../docs/figures/", import.meta.url);
const BENCH = createRequire(new URL("../package.json", import.meta.url));
const PACKAGE = createRequire(new URL("../../../package.json", import.meta.url));

/**
 * Writes figures as JSON, with the machine, the versions and the command that made them, into docs/figures; of a quick run only where
 * the environment names another folder, CX_FIGURES.
 *
 * @param name - of the file, and of the script
 * @param figures - contests, and tables of other figures
 * @param peers - packages whose versions the figures depend on
 */
export function publish(name, figures, peers = []) {
  const folder = process.env.CX_FIGURES;
  if (QUICK && folder === undefined) return;
  const about = {
    date: new Date().toISOString().slice(0, 10),
    command: `node tests/bench/${name}.js`,
    machine: machine(),
    versions: Object.fromEntries(["cx-metrics", ...peers].map((peer) => [peer, versionOf(peer)])),
  };
  const file = new URL(`${name}.json`, folder === undefined ? FIGURES : pathToFileURL(`${folder}/`));
  writeFileSync(file, `${JSON.stringify({ about, ...figures }, rounded, 2)}\n`);
}

/** What the figures were made on; nothing that tells one machine from another of its kind. */
function machine() {
  const cpu = cpus()[0]?.model.trim() ?? "unknown";
  return {
    cpu,
    cores: availableParallelism(),
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    system: `${type()} ${process.arch}`,
    node: process.version,
  };
}

/** The version of a package that is installed for the benchmarks or for the project. */
function versionOf(name) {
  if (name === "cx-metrics") return PACKAGE("./package.json").version;
  for (const installed of [BENCH, PACKAGE])
    for (const folder of installed.resolve.paths(name) ?? []) {
      try {
        return JSON.parse(readFileSync(`${folder}/${name}/package.json`, "utf8")).version;
      } catch {
        // It is in another folder.
      }
    }
  throw new Error(`${name} is not installed: npm ci --prefix tests/bench`);
}

/** Six digits say more than any of these figures does. */
function rounded(_key, value) {
  return typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(6)) : value;
}
