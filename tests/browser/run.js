import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { openPage } from "./chromium.js";
import { EXAMPLES, OTHERS } from "./examples.js";
import { pageCode } from "./page-code.js";

// Draws every chart in both languages and both themes in a real browser, and fails for texts that lie over one
// another or outside of the drawing, and for what Vega warns of. The pictures are there to be looked at.
const FOLDER = new URL("./pictures/", import.meta.url);
const CHARTS = Object.entries({ ...EXAMPLES, ...OTHERS });

async function problemsOf(page, name, chart, options) {
  const spec = chart(options);
  const { frame, warnings, overlaps, outside, texts } = await page.run(`drawChart(${JSON.stringify(spec)})`);
  const file = `${name}.${options.locale}.${options.theme}.png`;
  writeFileSync(new URL(file, FOLDER), await page.picture(frame, 1.5));
  const empty = texts.length === 0 ? ["no text at all"] : [];
  return Object.entries({ warnings, overlaps, outside, empty }).flatMap(([kind, found]) =>
    found.map((text) => `${file}: ${kind}: ${text}`),
  );
}

async function drawAll(page) {
  const problems = [];
  for (const locale of ["en", "zh-CN"])
    for (const theme of ["light", "dark"])
      for (const [name, chart] of CHARTS) problems.push(...(await problemsOf(page, name, chart, { locale, theme })));
  return problems;
}

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const page = await openPage();
try {
  await page.run(await pageCode());
  const problems = await drawAll(page);
  for (const problem of problems) console.error(problem);
  console.log(`${CHARTS.length * 4} charts drawn in ${fileURLToPath(FOLDER)}, ${problems.length} problems`);
  process.exitCode = problems.length === 0 ? 0 : 1;
} finally {
  await page.close();
}
