import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { licencesOf } from "./licences.js";

// Writes the playground into one file that needs nothing else: no server, no network.
const TARGET = fileURLToPath(new URL("../../site/playground/index.html", import.meta.url));

const pathOf = (name) => fileURLToPath(new URL(name, import.meta.url));

/** A program in one piece, small. */
async function bundle(name, define = {}) {
  const { outputFiles, metafile } = await build({
    entryPoints: [pathOf(name)],
    bundle: true,
    format: "iife",
    minify: true,
    write: false,
    metafile: true,
    target: "es2022",
    charset: "utf8",
    define,
    // What the command line reads CSV with, as browsers can run it.
    alias: { "csv-parse": "csv-parse/browser/esm" },
    legalComments: "none",
  });
  return { text: outputFiles[0].text.trim(), inputs: Object.keys(metafile.inputs) };
}

const hashOf = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** What the page may do: run its own code, in a worker too, and nothing from anywhere else; send nothing to anybody. */
function policyOf(script, style) {
  const rules = {
    "default-src": "'none'",
    "script-src": hashOf(script),
    "style-src": hashOf(style),
    "worker-src": "blob:",
    "img-src": "data:",
    "connect-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'none'",
  };
  return Object.entries(rules)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");
}

const worker = await bundle("worker.ts");
const main = await bundle("page/main.ts", { WORKER_CODE: JSON.stringify(worker.text) });
const script = main.text;
const style = readFileSync(pathOf("style.css"), "utf8").trim();
for (const [what, text] of Object.entries({ script, style }))
  if (/<\/(script|style)|<!--/i.test(text)) throw new Error(`the ${what} would end its element too soon`);

/** Puts a text in its place, which must be there once. */
function fill(page, place, text) {
  const parts = page.split(place);
  if (parts.length !== 2) throw new Error(`index.html must have ${place} once`);
  return parts.join(text);
}

let page = readFileSync(pathOf("index.html"), "utf8");
page = fill(page, "POLICY", policyOf(script, style));
page = fill(page, "<style></style>", `<style>${style}</style>`);
page = fill(page, "<script></script>", `<script>${script}</script>`);
// Two hyphens side by side may not stand in a comment.
const licences = licencesOf([...main.inputs, ...worker.inputs]).replace(/-(?=-)/g, "- ");
page += `<!-- With code of these packages.\n\n${licences}-->\n`;
mkdirSync(dirname(TARGET), { recursive: true });
writeFileSync(TARGET, page);
console.log(`${TARGET}: ${Math.round(page.length / 1000)} kB`);
