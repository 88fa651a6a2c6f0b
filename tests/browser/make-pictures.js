import { writeFileSync } from "node:fs";
import { openPage } from "./chromium.js";
import { EXAMPLES } from "./examples.js";
import { pageCode } from "./page-code.js";

// Draws the pictures of docs/charts.md anew, from feedback that is made up.
const FOLDER = new URL("../../docs/pictures/", import.meta.url);
const OPTIONS = { trend: { locale: "zh-CN" }, servqual: { theme: "dark" } };

const page = await openPage();
try {
  await page.run(await pageCode());
  for (const [name, chart] of Object.entries(EXAMPLES)) {
    const spec = chart(OPTIONS[name] ?? {});
    const { svg } = await page.run(`drawChart(${JSON.stringify(spec)})`);
    writeFileSync(new URL(`charts-${name}.svg`, FOLDER), `${svg}\n`);
  }
} finally {
  await page.close();
}
