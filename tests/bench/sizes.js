// How many bytes an import adds to a page, minified and packed, beside its budget. Run: npm run bench, or alone: node tests/bench/sizes.js
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle } from "../package/bundle.js";
import { publish } from "./frame/publish.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const budgets = JSON.parse(readFileSync(`${ROOT}tests/package/budgets.json`, "utf8"));

const project = mkdtempSync(join(tmpdir(), "cx-metrics-bench-"));
try {
  mkdirSync(join(project, "node_modules"));
  symlinkSync(ROOT, join(project, "node_modules/cx-metrics"));
  const sizes = [];
  for (const { import: names, from, gzip: budget } of budgets) {
    const { minified, gzip, packages } = await bundle(names, from, project);
    sizes.push({ import: names, from, minified, gzip, budget, packages });
  }
  console.table(sizes);
  publish("sizes", { sizes }, ["esbuild"]);
} finally {
  rmSync(project, { recursive: true });
}
