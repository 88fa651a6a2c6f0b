// Type-checks projects of users against the packed library: each compiler, each way to resolve modules, with and without
// exactOptionalPropertyTypes, with the declarations of every library checked too. With --figures it writes
// docs/figures/types.json.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { copyFiles, installPacked } from "../runtimes/installed.js";
import { versionOf } from "../support/version-of.js";
import { writeFigures } from "../support/write-figures.js";

const BIN = fileURLToPath(new URL("./node_modules/", import.meta.url));
const PROJECT = new URL("./project/", import.meta.url);
const COMPILERS = ["5.5", "5.9", "6.0", "7.0"];
// The module settings that go with each way to resolve modules.
const RESOLUTIONS = { node16: "node16", nodenext: "nodenext", bundler: "preserve" };
const ENTRIES = { root: ".", trend: "./trend", sql: "./sql", chart: "./chart", schema: "./schema" };

/** A user with zod, and one who has not installed it and does not use the schemas. */
const CONSUMERS = {
  "with zod": {
    files: ["root.ts", "trend.ts", "sql.ts", "chart.ts", "wrong.ts", "common.cts", "schema.ts", "common-schema.cts"],
    install: () => installPacked([`zod@${versionOf("zod")}`]),
    // zod's own declarations name File.
    lib: ["ES2022", "DOM"],
  },
  "without zod": {
    files: ["root.ts", "trend.ts", "sql.ts", "chart.ts", "wrong.ts", "common.cts"],
    install: () => installPacked([], ["--legacy-peer-deps"]),
    lib: ["ES2022"],
  },
};

const compilerOptions = (resolution, exact, lib) => ({
  strict: true,
  noEmit: true,
  skipLibCheck: false,
  noUnusedLocals: true,
  exactOptionalPropertyTypes: exact,
  verbatimModuleSyntax: true,
  target: "ES2022",
  module: RESOLUTIONS[resolution],
  moduleResolution: resolution,
  lib,
  types: [],
});

function compile(folder, compiler, options, files) {
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: options, files }));
  const program = join(BIN, `typescript-${compiler}/bin/tsc`);
  const { status, stdout } = spawnSync("node", [program, "-p", "."], { cwd: folder, encoding: "utf8" });
  return status === 0 ? [] : stdout.trim().split("\n");
}

/** The names that an entry exports and its consumer does not import, or the other way round. */
function differentNames(folder, consumer, entry) {
  const { exports } = JSON.parse(readFileSync(join(folder, "node_modules/cx-metrics/package.json"), "utf8"));
  const types = join(folder, "node_modules/cx-metrics", exports[entry].import.types);
  const program = ts.createProgram([types], { moduleResolution: ts.ModuleResolutionKind.Bundler });
  const checker = program.getTypeChecker();
  const symbols = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(types)));
  const exported = new Set(symbols.map(({ name }) => name));
  const name = `cx-metrics${entry.slice(1)}`;
  const used = new Set();
  const source = ts.createSourceFile(
    consumer,
    readFileSync(new URL(consumer, PROJECT), "utf8"),
    ts.ScriptTarget.ES2022,
  );
  for (const statement of source.statements)
    if (ts.isImportDeclaration(statement) && statement.moduleSpecifier.text === name)
      for (const element of statement.importClause.namedBindings.elements) used.add(element.name.text);
  const names = { exported: exported.size, unused: [...exported].filter((one) => !used.has(one)) };
  return names;
}

function checkConsumer(consumer, { files, install, lib }) {
  const { folder, version, remove } = install();
  try {
    if (consumer === "without zod" && existsSync(join(folder, "node_modules/zod")))
      throw new Error("zod is installed, and must not be for this consumer");
    copyFiles(PROJECT, files, folder);
    const names = Object.entries(ENTRIES)
      .filter(([file]) => files.includes(`${file}.ts`))
      .map(([file, entry]) => ({ entry, ...differentNames(folder, `${file}.ts`, entry) }));
    const runs = COMPILERS.flatMap((compiler) =>
      Object.keys(RESOLUTIONS).flatMap((resolution) =>
        [false, true].map((exact) => {
          const errors = compile(folder, compiler, compilerOptions(resolution, exact, lib), files);
          return { compiler, resolution, exact, errors };
        }),
      ),
    );
    return { consumer, version, names, runs };
  } finally {
    remove();
  }
}

const checked = Object.entries(CONSUMERS).map(([consumer, its]) => checkConsumer(consumer, its));
const runs = checked.flatMap(({ consumer, runs }) => runs.map((run) => ({ consumer, ...run })));
const [{ version, names }] = checked;
for (const { consumer, compiler, resolution, exact, errors } of runs.filter((run) => run.errors.length > 0))
  console.error(`TypeScript ${compiler}, ${resolution}, ${exact}, ${consumer}:\n  ${errors.slice(0, 8).join("\n  ")}`);
for (const { entry, unused } of names)
  if (unused.length > 0) console.error(`the consumer of ${entry} does not use ${unused.join(", ")}`);

const passed = runs.filter((run) => run.errors.length === 0).length;
const unused = names.flatMap((entry) => entry.unused);
const figures = {
  package: `cx-metrics ${version}`,
  passed,
  failed: runs.length - passed,
  compilers: COMPILERS.map((name) => ({
    version: versionOf(`typescript-${name}`, "tests/consumers"),
    passed: runs.filter(({ compiler, errors }) => compiler === name && errors.length === 0).length,
    failed: runs.filter(({ compiler, errors }) => compiler === name && errors.length > 0).length,
  })),
  moduleResolutions: Object.keys(RESOLUTIONS),
  exactOptionalPropertyTypes: [false, true],
  skipLibCheck: false,
  consumers: Object.keys(CONSUMERS),
  names: names.map(({ entry, exported, unused }) => ({ entry, exported, used: exported - unused.length })),
};
if (process.argv.includes("--figures"))
  writeFigures("types", figures, { command: "node tests/consumers/types.js --figures" });
console.log(`${passed} passed, ${runs.length - passed + unused.length} failed`);
process.exitCode = passed === runs.length && unused.length === 0 ? 0 : 1;
