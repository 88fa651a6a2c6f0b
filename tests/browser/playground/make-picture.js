import { writeFileSync } from "node:fs";
import { openPlayground } from "./open.js";

// Makes the picture of docs/playground.md anew.
const TARGET = new URL("../../../docs/pictures/playground.png", import.meta.url);

const page = await openPlayground({ width: 1100 });
try {
  await page.click("sample");
  await page.drawn(5);
  writeFileSync(TARGET, await page.picture({ x: 0, y: 0, width: 1100, height: 860 }, 1));
} finally {
  await page.close();
}
