import { spawnSync } from "node:child_process";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { type Installed, installTarball } from "./tarball.js";

let installed: Installed;
let program: string;
beforeAll(() => {
  installed = installTarball();
  program = join(installed.project, "node_modules/cx-metrics", packageJson.bin["cx-metrics"]);
  writeFileSync(join(installed.project, "a.csv"), "score,region\n10,north\n9,北\n3,south\n");
});
afterAll(() => installed.remove());

/** Runs the program in a process of its own. */
function run(line: string, input: string | Uint8Array = "", ...flags: string[]) {
  const { status, stdout, stderr } = spawnSync("node", [...flags, program, ...line.split(" ")], {
    cwd: installed.project,
    encoding: "utf8",
    input,
  });
  return { status, stdout, stderr };
}

describe("the installed program", () => {
  it("is one file that can be run, and brings all it needs but the dependencies of the package", () => {
    const code = readFileSync(program, "utf8");
    expect(code).toMatch(/^#!\/usr\/bin\/env node\n/);
    expect(statSync(program).mode & 0o111).toBe(0o111);
    const imported = [...code.matchAll(/^(?:import|export) .*?from "([^"]+)"/gm)].map(([, name]) => name!);
    const packages = new Set(imported.map((name) => name.replace(/^((@[^/]+\/)?[^/]+).*/, "$1")));
    const foreign = [...packages].filter((name) => !isBuiltin(name));
    expect(foreign.filter((name) => !Object.hasOwn(packageJson.dependencies, name))).toEqual([]);
    for (const bundled of ["csv-parse", "string-width", "@date-fns/utc", "tinyglobby", "fdir", "picomatch"])
      expect(code).toContain(`${bundled}: `);
  });

  it("tells its version and its help", () => {
    expect(run("--version")).toEqual({ status: 0, stdout: `${packageJson.version}\n`, stderr: "" });
    expect(run("nps --help").stdout).toContain("--score COLUMN");
  });

  it("ends with 0, 1 and 2", () => {
    expect(run("nps a.csv --score score --by region")).toMatchObject({ status: 0, stderr: "" });
    expect(run("nps - --score score")).toEqual({
      status: 1,
      stdout: "",
      stderr: "cx-metrics: standard input is empty\n",
    });
    expect(run("nps a.csv --score scor")).toEqual({
      status: 2,
      stdout: "",
      stderr: 'cx-metrics: a.csv has no column "scor"; did you mean "score"?\n',
    });
  });

  it("reads standard input, packed or not", () => {
    for (const input of ["score\n10\n3\n", gzipSync("score\n10\n3\n")])
      expect(JSON.parse(run("nps - --score score --format json", input).stdout)).toMatchObject({ n: 2, score: 0 });
  });

  it("says nothing where its reader has read enough", () => {
    const rows = Array.from({ length: 2000 }, (_, index) => `${index % 11},${index}`);
    writeFileSync(join(installed.project, "many.csv"), `score,id\n${rows.join("\n")}\n`);
    const line = `node ${program} nps many.csv --score score --by id --format csv | head -n 1; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = spawnSync("bash", ["-c", line], { cwd: installed.project, encoding: "utf8" });
    expect(stdout).toMatch(/^id,metric,[^\n]*\n0\n$/);
    expect(stderr).toBe("");
  });

  it("sums a million rows up in a heap of 16 MB", () => {
    const file = join(installed.project, "million.csv");
    const rows = Array.from({ length: 10_000 }, (_, index) => {
      const day = String(1 + (index % 28)).padStart(2, "0");
      return `${index % 11},${["north", "南"][index % 2]},2026-0${1 + (index % 9)}-${day}T10:00:00Z\n`;
    }).join("");
    writeFileSync(file, `score,region,at\n${rows.repeat(100)}`);
    const line = "nps million.csv --score score --by region --time at --every month --format json";
    const { status, stdout, stderr } = run(line, "", "--max-old-space-size=16");
    expect([status, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout).rows).toBe(1_000_000);
  }, 120_000);
});
