import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { writeFigures } from "../../support/write-figures.js";
import { QUICK } from "./settings.js";

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
  writeFigures(name, figures, {
    command: `node tests/bench/${name}.js`,
    versions: Object.fromEntries(peers.map((peer) => [peer, versionOf(peer)])),
    folder: folder && pathToFileURL(`${folder}/`),
  });
}

/** The version of a package that is installed for the benchmarks or for the project. */
function versionOf(name) {
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
