import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/**
 * An empty project of a user with the packed library installed by npm, and some packages beside it.
 *
 * @returns its folder, the version of the library, and what removes the folder
 */
export function installPacked(packages, flags = []) {
  const folder = mkdtempSync(join(tmpdir(), "cx-metrics-user-"));
  const packed = execFileSync("npm", ["pack", "--json", "--pack-destination", folder], { cwd: ROOT, encoding: "utf8" });
  const [{ filename, version }] = JSON.parse(packed);
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  const quiet = ["--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"];
  execFileSync("npm", ["install", ...quiet, ...flags, `./${filename}`, ...packages], { cwd: folder, stdio: "inherit" });
  return { folder, version, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Copies files that lie beside a module into a project. */
export function copyFiles(base, names, folder) {
  for (const name of names) copyFileSync(new URL(name, base), join(folder, name));
}
