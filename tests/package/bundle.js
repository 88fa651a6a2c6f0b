import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/**
 * What a bundler makes of an import from the package.
 *
 * @param names - what is imported, such as `{ nps }` or `*`
 * @param from - the entry
 * @param resolveDir - a project in which the package is installed
 * @returns the code, its bytes minified and packed, and the other packages in it
 */
export async function bundle(names, from, resolveDir) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: `export ${names} from "${from}"`, resolveDir },
    bundle: true,
    minify: true,
    format: "esm",
    external: ["zod"],
    write: false,
    metafile: true,
    logLevel: "error",
  });
  const [{ contents, text }] = outputFiles;
  // Files that the bundler looked at and left out are not in it.
  const [output] = Object.values(metafile.outputs);
  const files = Object.entries(output.inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  const packages = files.map(([file]) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1]);
  const foreign = new Set(packages.filter((name) => name !== undefined && name !== "cx-metrics"));
  return {
    text,
    minified: contents.length,
    gzip: gzipSync(contents, { level: 9 }).length,
    packages: [...foreign].sort(),
  };
}
