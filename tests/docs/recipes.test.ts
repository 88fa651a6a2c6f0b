import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import recipes from "../recipes/package.json" with { type: "json" };

const DOCS = new URL("../../docs/", import.meta.url);
const GUIDE = fileURLToPath(new URL("recipes.md", DOCS));
const BLOCK = /^(```\w+ (examples\/\S+)\n).*?^```$/gms;
const markdown = readFileSync(GUIDE, "utf8");

// `npx vitest run tests/docs/recipes.test.ts -u` writes the code anew.
it("the guide shows each recipe as it is", async () => {
  const written = markdown.replace(
    BLOCK,
    (_, fence, path) => `${fence}${readFileSync(new URL(path, DOCS), "utf8")}\`\`\``,
  );
  await expect(written).toMatchFileSnapshot(GUIDE);
});

it("the guide shows every recipe", () => {
  const files = readdirSync(new URL("examples/recipes/", DOCS)).filter((name) => /^\w.*\.\w+$/.test(name));
  expect(files.length).toBeGreaterThan(0);
  expect([...markdown.matchAll(BLOCK)].map(([, , path]) => path).sort()).toEqual(
    files.map((name) => `examples/recipes/${name}`).sort(),
  );
});

it("the guide names the versions that the recipes are tested with", () => {
  const { dependencies, optionalDependencies } = recipes;
  const versions = { ...dependencies, ...optionalDependencies, deno: optionalDependencies["@deno/linux-x64-glibc"] };
  const [list = ""] = /Tested with (.*?);/s.exec(markdown)?.slice(1) ?? [];
  const named = [...list.matchAll(/(\w+) ([\d.]+)/g)].map(([, name, version]) => [name!.toLowerCase(), version]);
  expect(named).toEqual(
    ["react", "vue", "svelte", "express", "deno"].map((name) => {
      const [major, minor] = versions[name as keyof typeof versions].split(".");
      return [name, `${major}.${minor}`];
    }),
  );
});
