import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** The package as a user gets it: packed, and unpacked into the node_modules of an empty project. */
export interface Installed {
  /** The user's project. */
  readonly project: string;
  /** The files of the package. */
  readonly files: readonly string[];
  /** Runs JavaScript in the project and returns what it prints. */
  run(code: string, type: "module" | "commonjs", ...flags: string[]): string;
  remove(): void;
}

/** Packs the package and installs it in a temporary project, with its dependencies and peers linked beside it. */
export function installTarball(): Installed {
  const project = mkdtempSync(join(tmpdir(), "cx-metrics-"));
  const packed = execFileSync("npm", ["pack", "--json", "--pack-destination", project], {
    cwd: ROOT,
    encoding: "utf8",
  });
  const [{ filename, files }] = JSON.parse(packed) as [{ filename: string; files: { path: string }[] }];
  const modules = join(project, "node_modules");
  mkdirSync(join(modules, "cx-metrics"), { recursive: true });
  execFileSync("tar", ["-xzf", join(project, filename), "-C", join(modules, "cx-metrics"), "--strip-components=1"]);
  const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  for (const name of Object.keys({ ...dependencies, ...peerDependencies })) {
    mkdirSync(join(modules, name, ".."), { recursive: true });
    symlinkSync(join(ROOT, "node_modules", name), join(modules, name));
  }
  return {
    project,
    files: files.map((file) => file.path).sort(),
    run: (code, type, ...flags) =>
      execFileSync("node", [...flags, `--input-type=${type}`, "--eval", code], {
        cwd: project,
        encoding: "utf8",
      }).trim(),
    remove: () => rmSync(project, { recursive: true, force: true }),
  };
}
