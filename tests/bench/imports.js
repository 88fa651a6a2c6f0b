// How long an import takes in a fresh process, beside that of an empty module, as ESM and as CommonJS.
// Run: npm run bench, or alone: node tests/bench/imports.js [--quick]
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runChild } from "./frame/child.js";
import { publish } from "./frame/publish.js";
import { size } from "./frame/settings.js";
import { spreadOf } from "./frame/statistics.js";

const ROUNDS = Number(process.env.CX_ROUNDS ?? size(25, 3));
const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));
const PACKAGES = fileURLToPath(new URL("../../node_modules/", import.meta.url));
const ENTRIES = { "cx-metrics": "index", ...Object.fromEntries(["chart", "schema", "sql", "trend"].map(entryOf)) };

function entryOf(name) {
  return [`cx-metrics/${name}`, name];
}

const folder = mkdtempSync(join(tmpdir(), "cx-metrics-bench-"));
const empty = (ending) => {
  const file = join(folder, `empty.${ending}`);
  writeFileSync(file, "");
  return file;
};

/** What is imported: an empty module, our entries, and the packages that some of them need. */
const files = (ending, kind) => [
  ["an empty module", empty(ending)],
  ...Object.entries(ENTRIES).map(([entry, name]) => [entry, `${DIST}${name}.${kind === "ESM" ? "js" : "cjs"}`]),
  ["zod alone", `${PACKAGES}zod/index.${kind === "ESM" ? "js" : "cjs"}`],
  ["all of date-fns", `${PACKAGES}date-fns/index.${kind === "ESM" ? "js" : "cjs"}`],
];

/** A program that imports a file and says how many milliseconds that took. */
function programOf(place, kind, file) {
  const ending = kind === "ESM" ? "mjs" : "cjs";
  const path = join(folder, `import-${place}.${ending}`);
  const imported = kind === "ESM" ? `await import(${JSON.stringify(file)})` : `require(${JSON.stringify(file)})`;
  writeFileSync(path, `const start = performance.now();\n${imported};\nconsole.log(performance.now() - start);\n`);
  return path;
}

try {
  const subjects = ["ESM", "CommonJS"].flatMap((kind) =>
    files(kind === "ESM" ? "mjs" : "cjs", kind).map(([name, file], place) => ({
      kind,
      name,
      program: programOf(place, kind, file),
      times: [],
    })),
  );
  for (let round = 0; round < ROUNDS; round++)
    for (const { program, times } of subjects) times.push(Number((await runChild(program)).output));
  const imports = subjects.map(({ kind, name, times }) => ({ name, kind, milliseconds: spreadOf(times) }));
  console.table(imports.map(({ kind, name, milliseconds }) => ({ kind, name, ...milliseconds })));
  publish("imports", { rounds: ROUNDS, imports }, ["zod", "date-fns"]);
} finally {
  rmSync(folder, { recursive: true });
}
