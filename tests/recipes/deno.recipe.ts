import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Installed, installTarball } from "../package/tarball.js";

const SCRIPT = fileURLToPath(new URL("../../docs/examples/recipes/deno.ts", import.meta.url));
const DENO = fileURLToPath(new URL("node_modules/@deno/linux-x64-glibc/deno", import.meta.url));

describe.skipIf(!existsSync(DENO))("with Deno", () => {
  let installed: Installed;
  beforeAll(() => {
    installed = installTarball();
    writeFileSync(join(installed.project, "package.json"), '{ "dependencies": { "cx-metrics": "^0.1.0" } }');
    copyFileSync(SCRIPT, join(installed.project, "deno.ts"));
  });
  afterAll(() => installed.remove());

  const deno = (args: readonly string[], input = "") => {
    const env = {
      ...process.env,
      NO_COLOR: "1",
      DENO_NO_UPDATE_CHECK: "1",
      DENO_DIR: join(installed.project, ".deno"),
    };
    const { status, stdout, stderr } = spawnSync(DENO, args, { cwd: installed.project, encoding: "utf8", input, env });
    return { status, stdout, stderr };
  };

  it("scores months of a zone, tells what cannot be read, and needs no permission", () => {
    const rows = [
      { score: 10, submittedAt: "2026-01-31T23:30:00Z" },
      { score: 3, submittedAt: "2026-03-02T10:00:00Z" },
      { score: null, submittedAt: "2026-03-02T11:00:00Z" },
      { score: 11, submittedAt: "2026-03-02T12:00:00Z" },
      { score: 9 },
    ];
    const input = rows.map((row) => JSON.stringify(row)).join("\n");
    const { status, stdout, stderr } = deno(["run", "--no-prompt", "deno.ts", "Asia/Shanghai"], input);
    expect([status, stderr.trim().split("\n")]).toEqual([
      0,
      ["row 4: expected a rating from 0 to 10 in steps of 1, got 11", expect.stringMatching(/^row 5: /)],
    ]);
    expect(stdout.split("\n")).toEqual([
      expect.stringMatching(/^2026-02 {3}100\.0 {2}.* to 100\.0 +n 1, missing 0$/),
      expect.stringMatching(/^2026-03 {2}-100\.0 {2}-100\.0 to .* n 1, missing 1$/),
      "",
    ]);
  });

  it("has the right types", () => {
    const { status, stderr } = deno(["check", "deno.ts"]);
    expect(status, stderr).toBe(0);
  });
});
