import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { openPage } from "./chromium.js";
import { EXAMPLES, OTHERS } from "./examples.js";

const FOLDER = new URL("./pictures/", import.meta.url);

/** The code of the page in one piece, with Vega and Vega-Lite. */
export async function pageCode() {
  const entry = fileURLToPath(new URL("./page.js", import.meta.url));
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: "iife", write: false });
  return outputFiles[0].text;
}

/** Draws every chart in both languages and both themes, and returns what is wrong with them. */
async function drawAll(page) {
  const problems = [];
  for (const locale of ["en", "zh-CN"])
    for (const theme of ["light", "dark"])
      for (const [name, chart] of Object.entries({ ...EXAMPLES, ...OTHERS })) {
        const spec = chart({ locale, theme });
        const { frame, warnings, overlaps, outside } = await page.run(`drawChart(${JSON.stringify(spec)})`);
        const file = `${name}.${locale}.${theme}.png`;
        writeFileSync(new URL(file, FOLDER), await page.picture(frame, 1.5));
        for (const [problem, texts] of Object.entries({ warnings, overlaps, outside }))
          for (const text of texts) problems.push(`${file}: ${problem}: ${text}`);
      }
  return problems;
}

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const page = await openPage();
try {
  await page.run(await pageCode());
  const problems = await drawAll(page);
  for (const problem of problems) console.error(problem);
  console.log(`${Object.keys({ ...EXAMPLES, ...OTHERS }).length * 4} charts drawn in ${fileURLToPath(FOLDER)}`);
  process.exitCode = problems.length === 0 ? 0 : 1;
} finally {
  await page.close();
}
