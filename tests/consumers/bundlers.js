// Builds the same imports of the packed library with four bundlers: what a page pays must not depend on which one it uses.
// With --figures it writes docs/figures/bundlers.json.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { nodeResolve } from "@rollup/plugin-node-resolve";
import terser from "@rollup/plugin-terser";
import * as esbuild from "esbuild";
import * as rollup from "rollup";
import * as vite from "vite";
import webpack from "webpack";
import { installPacked } from "../runtimes/installed.js";
import { versionOf } from "../support/version-of.js";
import { writeFigures } from "../support/write-figures.js";

const IMPORTS = ["{ nps }", "{ tally }", "{ classify, NPS }", "*"];
/** How much larger than the smallest a build may be, as a part of it. */
const TOLERANCE = 0.05;

/** How each makes one minified file, an ES module that exports what the entry exports. */
const BUNDLERS = {
  async esbuild(folder, entry) {
    const options = { bundle: true, minify: true, format: "esm", write: false, absWorkingDir: folder };
    const { outputFiles } = await esbuild.build({ ...options, entryPoints: [entry] });
    return outputFiles[0].contents;
  },
  async rollup(folder, entry) {
    const bundle = await rollup.rollup({
      input: join(folder, entry),
      plugins: [nodeResolve(), terser({ module: true })],
    });
    const { output } = await bundle.generate({ format: "es" });
    return output[0].code;
  },
  async vite(folder, entry) {
    const lib = { entry, formats: ["es"], fileName: "out" };
    const [result] = await vite.build({
      root: folder,
      configFile: false,
      logLevel: "silent",
      // Of a library Vite keeps the white space of ES modules; a page's build has none.
      build: { lib, write: false, minify: true, rolldownOptions: { output: { minify: true } } },
    });
    return result.output[0].code;
  },
  async webpack(folder, entry) {
    const output = { path: join(folder, "webpack"), filename: "out.js", library: { type: "module" }, module: true };
    const options = {
      mode: "production",
      context: folder,
      entry: `./${entry}`,
      experiments: { outputModule: true },
      output,
    };
    const stats = await promisify(webpack)(options);
    if (stats.hasErrors()) throw new Error(stats.toString("errors-only"));
    return readFileSync(join(output.path, output.filename));
  },
};

async function sizesOf(folder, names, position) {
  const entry = `entry-${position}.js`;
  writeFileSync(join(folder, entry), `export ${names} from "cx-metrics";\n`);
  const sizes = {};
  for (const [bundler, build] of Object.entries(BUNDLERS)) {
    const code = await build(folder, entry);
    const file = join(folder, "built", `${bundler}-${position}.mjs`);
    writeFileSync(file, code);
    sizes[bundler] = { minified: Buffer.byteLength(code), gzip: gzipSync(code, { level: 9 }).length };
    const built = await import(file);
    if (built.nps !== undefined && built.nps([10, 9, 8, 3]).score !== 25)
      throw new Error(`${file} gives a wrong score`);
    if (built.tally !== undefined && built.tally([1, 1])[0].n !== 2) throw new Error(`${file} counts wrongly`);
    if (built.classify !== undefined && built.classify(9, built.NPS).band !== "promoter")
      throw new Error(`${file} classifies wrongly`);
    if (Object.keys(built).length === 0) throw new Error(`${file} exports nothing`);
  }
  return { import: `import ${names} from "cx-metrics"`, sizes };
}

const { folder, version, remove } = installPacked([`zod@${versionOf("zod")}`]);
try {
  mkdirSync(join(folder, "built"));
  const builds = [];
  for (const [position, names] of IMPORTS.entries()) builds.push(await sizesOf(folder, names, position));
  const measured = builds.map((build) => {
    const all = Object.values(build.sizes).map(({ gzip }) => gzip);
    const [least, most] = [Math.min(...all), Math.max(...all)];
    return { ...build, spread: Number((most / least - 1).toFixed(3)), fits: most <= least * (1 + TOLERANCE) };
  });
  for (const { import: line, sizes, spread, fits } of measured) {
    const figures = Object.entries(sizes).map(([bundler, { gzip }]) => `${bundler} ${gzip}`);
    console.log(
      `${line}: ${figures.join(", ")} bytes (gzip), spread ${(100 * spread).toFixed(1)} %${fits ? "" : ": too wide"}`,
    );
  }
  const failed = measured.filter(({ fits }) => !fits).length;
  const versions = { esbuild: esbuild.version, rollup: rollup.VERSION, vite: vite.version, webpack: webpack.version };
  const figures = measured.map(({ fits, ...build }) => build);
  if (process.argv.includes("--figures"))
    writeFigures(
      "bundlers",
      { package: `cx-metrics ${version}`, bundlers: versions, builds: figures },
      { command: "node tests/consumers/bundlers.js --figures", versions },
    );
  console.log(`${measured.length - failed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
} finally {
  remove();
}
