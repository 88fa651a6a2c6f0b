import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";
import { versionOf } from "../support/version-of.js";
import { writeFigures } from "../support/write-figures.js";

const STRYKER = "@stryker-mutator/core";
const FOLDERS = ["answers", "stats", "metrics", "inference", "segment", "trend"];
const { values, positionals } = parseArgs({ options: { figures: { type: "boolean" } }, allowPositionals: true });
const folders = positionals.length > 0 ? positionals : FOLDERS;

/** The mutants of a folder. Those that act on import run all tests, the others only tests that reach them. */
async function mutantsOf(folder) {
  process.env.MUTATED = folder;
  const run = async (options) => {
    const stryker = new Stryker({ configFile: "tests/mutation/stryker.config.js", ...options });
    // What is known of other folders is among the results.
    return (await stryker.runMutationTest()).filter(({ fileName }) => fileName.includes(`src/${folder}/`));
  };
  const mutants = await run({ mutate: [`src/${folder}/*.ts`], ignoreStatic: true });
  const isOnImport = ({ status, static: isStatic }) => status === "Ignored" && isStatic;
  const ranges = mutants.filter(isOnImport).map(({ fileName, location }) => rangeOf(fileName, location));
  if (ranges.length === 0) return mutants;
  const onImport = await run({ mutate: [...new Set(ranges)], ignoreStatic: false });
  const found = new Map(onImport.map((mutant) => [keyOf(mutant), mutant]));
  return mutants.map((mutant) => (isOnImport(mutant) ? found.get(keyOf(mutant)) : mutant));
}

const rangeOf = (fileName, { start, end }) => `${fileName}:${start.line}-${end.line}`;
const keyOf = ({ fileName, location, replacement }) => JSON.stringify([fileName, location, replacement]);

const rows = [];
for (const folder of folders) {
  const mutants = await mutantsOf(folder);
  const count = (...statuses) => mutants.filter(({ status }) => statuses.includes(status)).length;
  const [killed, timedOut, survived] = [count("Killed"), count("Timeout"), count("Survived", "NoCoverage")];
  const score = (100 * (killed + timedOut)) / (killed + timedOut + survived);
  rows.push([`src/${folder}`, killed + timedOut + survived, killed, timedOut, survived, `${score.toFixed(1)} %`]);
}
const columns = ["folder", "faults", "a test fails", "never ends", "unnoticed", "noticed"];
console.log([columns, ...rows].map((row) => row.join("\t")).join("\n"));
if (values.figures) {
  const text = `Faults that Stryker puts into the code, one after another, and how many make a test fail or run without end. See
    [how it is tested](how-it-is-tested.md#faults) for those that nothing notices.`;
  const figures = { title: "Mutation testing", text: text.replace(/\s+/g, " "), tables: [{ columns, rows }] };
  writeFigures("mutation", figures, {
    command: "npm run test:mutation -- --figures",
    versions: { [STRYKER]: versionOf(STRYKER, "tests/mutation") },
  });
}
process.exitCode = rows.every((row) => Number.parseFloat(row.at(-1)) >= 90) ? 0 : 1;
