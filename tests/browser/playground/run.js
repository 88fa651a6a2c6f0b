import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { format, nps } from "../../../dist/index.js";
import { openPlayground, PICTURES } from "./open.js";

// The playground as somebody uses it, in a real browser: opened from disk, without a network.
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const FOLDER = mkdtempSync(join(tmpdir(), "cx-metrics-playground-"));
const SAMPLE_CHARTS = 5;
after(() => rmSync(FOLDER, { recursive: true, force: true }));
mkdirSync(PICTURES, { recursive: true });

/** Tests with a page, in which nothing may go wrong. */
function testPage(name, options, check) {
  test(name, { timeout: 180_000 }, async (context) => {
    const page = await openPlayground(options);
    try {
      await check(page, context);
      assert.deepEqual(page.noise, [], "the console is silent");
      assert.deepEqual(await page.run("violations"), [], "nothing is done that the policy forbids");
      assert.deepEqual(
        page.requests.filter((url) => !/^(file|blob|data):/.test(url)),
        [],
        "nothing is asked of anybody",
      );
    } finally {
      await page.close();
    }
  });
}

const facts = (page) =>
  page.run(`Object.fromEntries([...document.querySelectorAll(".facts > div")].map((fact) =>
    [fact.querySelector("dt").textContent, fact.querySelector("dd").textContent]))`);

testPage("pasted answers are scored", {}, async (page) => {
  await page.paste("10\n9\n\n8\nnine\n3\n11\n10 - Extremely likely\n");
  await page.drawn(1);
  const { score, interval, mean } = nps([10, 9, null, 8, 3, 10]);
  assert.equal(await page.run(`document.querySelector(".headline strong").textContent`), format(score));
  assert.deepEqual(await facts(page), {
    "95 % interval": `${format(interval.low)} to ${format(interval.high)}`,
    "Answers (n)": "5",
    Missing: "1",
    Invalid: "2",
    "Mean rating": format(mean, { digits: 2 }),
  });
  assert.equal(await page.status(), "NPS 40.0, n 5.");
  const unread = await page.run(`[...document.querySelectorAll("#unreadable tbody tr")].map((row) => row.innerText)`);
  assert.equal(unread.length, 2);
  await page.run(`document.querySelector('[aria-label="Count as no answer: “11”"]').click()`);
  await page.until(`document.querySelector(".facts").innerText.includes("Missing\\n2")`);
});

testPage("what is typed in is never markup", {}, async (page) => {
  const evil = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
  const cell = `"${evil.replaceAll('"', '""')}"`;
  const rows = Array.from({ length: 40 }, (_, row) => `${row % 11},${row % 2 ? cell : "b"}`);
  await page.paste(`score,${cell}\n${rows.join("\n")}\n${cell},b\n`);
  await page.drawn(4);
  await page.run(`for (const details of document.querySelectorAll("details")) details.open = true`);
  assert.equal(await page.run(`document.querySelectorAll("img, #results script").length`), 0);
  assert.ok((await page.run(`document.getElementById("segments").textContent`)).includes(evil));
  assert.equal(await page.run("document.title"), "cx-metrics playground");
});

testPage("the sample: segments, periods, service quality, code", {}, async (page) => {
  await page.click("sample");
  await page.drawn(SAMPLE_CHARTS);
  assert.match(
    await page.run(`document.getElementById("guess").textContent`),
    /NPS, 0 to 10 of “recommend”.*“region”.*“answered_at”/,
  );
  await page.choose("metric", "SERVQUAL_1991");
  await page.until(`document.getElementById("service") !== null`);
  await page.drawn(1);
  assert.match(await page.run(`document.querySelector("#code pre").textContent`), /servqual\(responses/);
  await page.run(`document.querySelector("#code button").click()`);
  await page.until(`/^(Copied\\.|The code is selected)/.test(document.getElementById("status").textContent)`);
  await page.choose("metric", "CSAT");
  await page.choose("rating", "3");
  await page.until(`document.querySelector(".headline .metric")?.textContent === "CSAT, 1 to 5"`);
  await page.drawn(SAMPLE_CHARTS);
});

testPage("a chart says what the pointer is on", {}, async (page) => {
  await page.paste("10,9,3,4,8,8,10");
  await page.drawn(1);
  const { x, y } = await page.run(`{
    const bars = [...document.querySelectorAll(".chart svg .mark-rect path")].map((bar) => bar.getBoundingClientRect());
    const bar = bars.find(({ height }) => height > 20);
    scrollTo(0, 0);
    ({ x: bar.x + bar.width / 2, y: bar.y + bar.height / 2 })
  }`);
  for (const step of [0, 2]) await page.call("Input.dispatchMouseEvent", { type: "mouseMoved", x: x + step, y });
  await page.until(`document.querySelector("#vg-tooltip-element.visible") !== null`);
  assert.match(await page.run(`document.getElementById("vg-tooltip-element").textContent`), /%, n \d/);
});

testPage("a million rows leave the page free to answer", {}, async (page, context) => {
  const path = join(FOLDER, "million.csv");
  const score = (row) => (row % 97 === 0 ? null : (row * 7) % 11);
  const line = (row) => `${row},${score(row) ?? ""},region ${row % 7},2026-0${1 + (row % 6)}-1${row % 9}T10:00:00Z\n`;
  writeFileSync(path, `id,recommend,region,at\n${Array.from({ length: 1_000_000 }, (_, row) => line(row)).join("")}`);
  await page.run("longTasks.length = 0");
  const start = performance.now();
  await page.file(path);
  await page.until(`document.getElementById("busy").hidden === false`);
  await page.until(`document.querySelector(".headline") !== null`, 120_000);
  const seconds = (performance.now() - start) / 1000;
  const whileComputing = await page.run("Math.max(0, ...longTasks)");
  await page.drawn(SAMPLE_CHARTS);
  const withCharts = await page.run("Math.max(0, ...longTasks)");
  const expected = nps(Array.from({ length: 1_000_000 }, (_, row) => score(row)));
  assert.equal(await page.run(`document.querySelector(".headline strong").textContent`), format(expected));
  assert.equal((await facts(page))["Answers (n)"], expected.n.toLocaleString("en"));
  context.diagnostic(
    `a million rows: ${seconds.toFixed(1)} s; longest task of the page ${Math.round(whileComputing)} ms until the result, ` +
      `${Math.round(withCharts)} ms with all charts`,
  );
  await page.choose("every", "week");
  await page.until(`document.getElementById("busy").hidden === false`);
  await page.click("cancel");
  assert.match(await page.status(), /^Cancelled\. Compute again$/);
  await page.run(`document.querySelector("#status button").click()`);
  await page.until(`document.querySelector("#trend tbody th")?.textContent.includes("W")`, 120_000);
  await page.drawn(SAMPLE_CHARTS);
});

testPage("what was begun can be cancelled", {}, async (page) => {
  await page.file(join(FOLDER, "million.csv"));
  await page.until(`document.getElementById("busy").hidden === false`);
  await page.click("cancel");
  assert.equal(await page.status(), "Cancelled.");
  assert.equal(await page.run(`document.getElementById("busy").hidden`), true);
  await page.paste("10\n10");
  await page.until(`document.querySelector(".headline strong")?.textContent === "100.0"`);
  await page.drawn(1);
});

testPage("files that cannot be read are told of", {}, async (page) => {
  const path = join(FOLDER, "gb.csv");
  writeFileSync(path, Buffer.from([0xb5, 0xd8, 0xc7, 0xf8, 0x2c, 0x73, 0x0a, 0xbb, 0xaa, 0x2c, 0x39, 0x0a]));
  await page.file(path);
  await page.until(`document.getElementById("status").textContent.includes("choose another encoding")`);
  await page.choose("encoding", "gb18030");
  await page.until(`document.getElementById("guess")?.textContent.includes("gb.csv, rows: 1")`);
});

testPage("settings stay for other answers in the same columns, and wrong ones are told of", {}, async (page) => {
  const csv = (rows) => `score,shop,at\n${rows.map((row) => `${row},a,2026-01-0${row}`).join("\n")}\n`;
  await page.paste(csv([1, 2, 3, 4, 5]));
  await page.until(`document.querySelector(".headline") !== null`);
  await page.choose("metric", "SENTIMENT");
  await page.until(`document.querySelector(".headline .metric").textContent.startsWith("Sentiment")`);
  await page.paste(csv([1, 5, 5]));
  await page.until(`document.getElementById("status").textContent === "Sentiment 33.3, n 3."`);
  await page.choose("time", "2");
  await page.choose("time-format", "dd.MM");
  await page.until(
    `document.getElementById("status").textContent.startsWith("This cannot be done: the format of dates must have a year")`,
  );
  assert.equal(await page.run(`document.getElementById("results").textContent`), "");
  await page.choose("time-format", "");
  await page.until(`document.getElementById("trend") !== null`);
  await page.paste("");
  await page.until(`document.querySelector(".empty") !== null`);
  assert.equal(await page.run(`document.getElementById("settings")`), null);
});

testPage("all can be reached with the keyboard, and is seen to be", {}, async (page) => {
  await page.click("sample");
  await page.drawn(SAMPLE_CHARTS);
  await page.run(`document.activeElement.blur(); scrollTo(0, 0); getSelection().removeAllRanges()`);
  const wanted = await page.run(`globalThis.wanted = [...document.querySelectorAll(
    "button, input, select, textarea, summary, [tabindex='0']")].filter((one) => one.checkVisibility()); wanted.length`);
  const reached = new Set();
  for (let step = 0; step < wanted + 10; step++) {
    await page.press("Tab", 9);
    const { place, outline } = await page.run(`{
      const one = document.activeElement;
      const seen = one.id === "file" ? one.nextElementSibling : one;
      ({ place: wanted.indexOf(one), outline: getComputedStyle(seen).outlineStyle })
    }`);
    if (place < 0) continue;
    assert.notEqual(outline, "none", `focus is seen on control ${place}`);
    reached.add(place);
  }
  assert.equal(reached.size, wanted, "every control is reached");
  await page.run(`document.getElementById("language-zh-CN").focus()`);
  await page.press("Enter", 13);
  await page.until(`document.documentElement.lang === "zh-CN"`);
  assert.equal(await page.run("document.activeElement.id"), "language-zh-CN");
  await page.run(`document.getElementById("metric").focus()`);
  await page.press("ArrowDown", 40);
  await page.until(`document.querySelector(".headline .metric")?.textContent.startsWith("客户满意度 CSAT")`);
  assert.equal(await page.run("document.activeElement.id"), "metric");
  await page.drawn(SAMPLE_CHARTS);
});

const NAMED_ROLES = new Set([
  "button",
  "combobox",
  "textbox",
  "spinbutton",
  "region",
  "progressbar",
  "group",
  "DisclosureTriangle",
]);

for (const language of ["en-US", "zh-CN"])
  for (const theme of ["light", "dark"])
    testPage(`anybody can use it: ${language}, ${theme}`, { language, theme }, async (page) => {
      assert.equal(await page.run("document.documentElement.lang"), language === "zh-CN" ? "zh-CN" : "en");
      await accessible(page);
      await page.click("sample");
      await page.drawn(SAMPLE_CHARTS);
      await accessible(page);
      await picture(page, `playground.${language}.${theme}.png`);
      await page.choose("metric", "SERVQUAL_1991");
      await page.until(`document.getElementById("service") !== null`);
      await page.drawn(1);
      await accessible(page);
      await picture(page, `playground-service.${language}.${theme}.png`);
    });

/** Looks for what assistive technology would stumble over. */
async function accessible(page) {
  await page.run(`for (const details of document.querySelectorAll("details")) details.open = true`);
  const { nodes } = await page.call("Accessibility.getFullAXTree");
  const nameless = nodes.filter(({ ignored, role, name }) => !ignored && NAMED_ROLES.has(role?.value) && !name?.value);
  assert.deepEqual(
    nameless.filter(({ role }) => role.value !== "group").map(({ role }) => role.value),
    [],
  );
  const violations =
    await page.run(`${AXE}; axe.run(document, { resultTypes: ["violations", "incomplete"] }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => id + ": " + html.slice(0, 150) + " " + failureSummary)))`);
  assert.deepEqual(violations, []);
}

for (const language of ["en-US", "zh-CN"])
  testPage(`nothing is wider than a small telephone: ${language}`, { width: 360, language }, async (page) => {
    await page.click("sample");
    await page.drawn(SAMPLE_CHARTS);
    await narrow(page);
    await picture(page, `playground.${language}.360.png`);
    await page.choose("metric", "SERVQUAL_1991");
    await page.until(`document.getElementById("service") !== null`);
    await page.drawn(1);
    await narrow(page);
  });

async function narrow(page) {
  await page.run(`for (const details of document.querySelectorAll("details")) details.open = true`);
  assert.equal(await page.run("document.documentElement.scrollWidth"), 360);
}

async function picture(page, name) {
  const { width, height } = await page.run(`({ width: innerWidth, height: document.documentElement.scrollHeight })`);
  writeFileSync(join(PICTURES, name), await page.picture({ x: 0, y: 0, width, height }, 1));
}

test("the policy lets nothing out", async () => {
  const page = await openPlayground();
  try {
    assert.equal(await page.run(`fetch("http://127.0.0.1:9/").then(() => "sent", () => "refused")`), "refused");
    await page.until(`violations.some((violation) => violation.startsWith("connect-src http://127.0.0.1:9"))`);
    // In a task of the page, as the developer tools themselves may do what the page may not.
    const compiled = await page.run(`new Promise((resolve) => setTimeout(() => {
      try { resolve(new Function("return 'ran'")()) } catch { resolve("refused") }
    }))`);
    assert.equal(compiled, "refused");
    const inWorker = await page.run(`new Promise((resolve) => {
      const code = 'addEventListener("securitypolicyviolation", (event) => postMessage(event.effectiveDirective));' +
        'fetch("http://127.0.0.1:9/").catch(() => {})';
      const worker = new Worker(URL.createObjectURL(new Blob([code])));
      worker.onmessage = ({ data }) => resolve(data);
    })`);
    assert.equal(inWorker, "connect-src");
  } finally {
    await page.close();
  }
});
