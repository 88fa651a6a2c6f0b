import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** The code of the page in one piece, with Vega and Vega-Lite. */
export async function pageCode() {
  const entry = fileURLToPath(new URL("./page.js", import.meta.url));
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: "iife", write: false });
  return outputFiles[0].text;
}
