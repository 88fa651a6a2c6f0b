import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const RECIPES = fileURLToPath(new URL("../../docs/examples/recipes", import.meta.url));

it.each([
  ["vue-tsc", ["--project", "."]],
  ["svelte-check", ["--workspace", RECIPES, "--tsconfig", `${HERE}tsconfig.svelte.json`]],
])("every recipe has the right types, says %s", (program, args) => {
  const { status, stdout, stderr } = spawnSync(`./node_modules/.bin/${program}`, args, { cwd: HERE, encoding: "utf8" });
  expect(status, stdout + stderr).toBe(0);
});
