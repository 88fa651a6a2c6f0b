import { readFileSync } from "node:fs";
import { defineConfig } from "tsup";

/** Packages that the command line brings with it; their licence wants to be told with them. */
const BUNDLED = {
  "@date-fns/utc": "LICENSE.md",
  "csv-parse": "LICENSE",
  "string-width": "license",
  "get-east-asian-width": "license",
  "strip-ansi": "license",
  "ansi-regex": "license",
  tinyglobby: "LICENSE",
  fdir: "LICENSE",
  picomatch: "LICENSE",
};

function notices(): string {
  const texts = Object.entries(BUNDLED).map(([name, file]) => {
    const [licence] = readFileSync(`node_modules/${name}/${file}`, "utf8").split("\n\nPermission");
    return `${name}: ${licence!.trim().replace(/\s+/g, " ")}`;
  });
  return `/*\nWith code of these packages, under the MIT licence in the file LICENSE:\n${texts.join("\n")}\n*/`;
}

const ENTRIES = {
  index: "src/index.ts",
  chart: "src/chart/index.ts",
  schema: "src/schema/index.ts",
  sql: "src/sql/index.ts",
  trend: "src/trend/index.ts",
};

export default defineConfig([
  {
    // No bundler drops @date-fns/tz, which does not say that it has no side effects: what imports its dates has a file of its
    // own, which this package says has none.
    entry: { ...ENTRIES, "period-start": "src/trend/period-start.ts" },
    format: ["esm", "cjs"],
    target: "es2022",
    splitting: true,
    // The other build writes this file.
    clean: ["!cli.js"],
    // tsup still sets baseUrl, which TypeScript 6 deprecates.
    dts: { entry: ENTRIES, compilerOptions: { ignoreDeprecations: "6.0" } },
  },
  {
    entry: { cli: "src/cli/bin.ts" },
    format: ["esm"],
    target: "es2022",
    splitting: false,
    noExternal: Object.keys(BUNDLED),
    banner: { js: `#!/usr/bin/env node\n${notices()}` },
  },
]);
