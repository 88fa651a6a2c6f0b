import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, totalmem, type } from "node:os";

const FIGURES = new URL("../../docs/figures/", import.meta.url);

/** The version of the library. */
const VERSION = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")).version;

/**
 * Writes figures as JSON, with the machine, the versions and the command that made them, for docs/figures.
 *
 * @param name - of the file
 * @param figures - as the page shows them
 * @param made - the command that makes them anew, the versions of packages that they depend on, and the folder to write to
 */
export function writeFigures(name, figures, { command, versions = {}, folder = FIGURES }) {
  const about = {
    date: new Date().toISOString().slice(0, 10),
    command,
    machine: machine(),
    versions: { "cx-metrics": VERSION, ...versions },
  };
  writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify({ about, ...figures }, rounded, 2)}\n`);
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

/** Six digits say more than any of these figures does. */
function rounded(_key, value) {
  return typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(6)) : value;
}
