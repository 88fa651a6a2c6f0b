import { fileURLToPath } from "node:url";
import { openPage } from "../chromium.js";

const PAGE = new URL("../../../site/playground/index.html", import.meta.url).href;

/** Counts what the content security policy forbids, and how long the page was busy at a stretch. */
const WATCH = `
  globalThis.violations = [];
  addEventListener("securitypolicyviolation", (event) => violations.push(event.effectiveDirective + " " + event.blockedURI));
  globalThis.longTasks = [];
  new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({ duration }) => duration)))
    .observe({ type: "longtask" });`;

/**
 * Opens the playground from disk in a browser without a network.
 *
 * @returns the page, with what went wrong in it so far
 */
export async function openPlayground({ width = 1280, theme = "light", language = "en-US" } = {}) {
  const page = await openPage();
  const noise = [];
  const requests = [];
  page.on("Runtime.consoleAPICalled", ({ type, args }) => noise.push(`console.${type}: ${args.map(textOf).join(" ")}`));
  page.on("Runtime.exceptionThrown", ({ exceptionDetails }) => noise.push(`exception: ${describe(exceptionDetails)}`));
  page.on("Log.entryAdded", ({ entry }) => noise.push(`${entry.level}: ${entry.text}`));
  page.on("Network.requestWillBeSent", ({ request }) => requests.push(request.url));
  for (const domain of ["Runtime", "Log", "Page", "Network", "DOM", "Accessibility"])
    await page.call(`${domain}.enable`);
  await page.call("Network.emulateNetworkConditions", {
    offline: true,
    latency: 0,
    downloadThroughput: 0,
    uploadThroughput: 0,
  });
  await page.call("Network.setUserAgentOverride", { userAgent: "test", acceptLanguage: language });
  await page.call("Emulation.setDeviceMetricsOverride", { width, height: 900, deviceScaleFactor: 1, mobile: false });
  await page.call("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: theme }] });
  await page.call("Page.addScriptToEvaluateOnNewDocument", { source: WATCH });
  await page.call("Page.navigate", { url: PAGE });
  await until(page, `document.querySelector("#status") !== null`);
  return { ...page, noise, requests, ...actionsOf(page) };
}

function actionsOf(page) {
  return {
    until: (expression, timeout) => until(page, expression, timeout),
    /** Types into the field of answers as a paste does. */
    paste: (text) =>
      page.run(`{
        const area = document.getElementById("paste");
        area.value = ${JSON.stringify(text)};
        area.dispatchEvent(new Event("input"));
      }`),
    choose: (id, value) =>
      page.run(`{
        const control = document.getElementById(${JSON.stringify(id)});
        control.value = ${JSON.stringify(value)};
        control.dispatchEvent(new Event("change"));
      }`),
    click: (id) => page.run(`document.getElementById(${JSON.stringify(id)}).click()`),
    status: () => page.run(`document.getElementById("status").textContent`),
    async file(path) {
      const { root } = await page.call("DOM.getDocument");
      const { nodeId } = await page.call("DOM.querySelector", { nodeId: root.nodeId, selector: "#file" });
      await page.call("DOM.setFileInputFiles", { nodeId, files: [path] });
    },
    /** Presses a key, held down and let go. */
    async press(key, code, modifiers = 0) {
      const text = { Enter: "\r", " ": " " }[key];
      const event = { key, code: key === " " ? "Space" : key, windowsVirtualKeyCode: code, modifiers };
      await page.call("Input.dispatchKeyEvent", { type: text ? "keyDown" : "rawKeyDown", text, ...event });
      await page.call("Input.dispatchKeyEvent", { type: "keyUp", ...event });
    },
    /** Waits until results are there and their charts are drawn. */
    drawn: (charts) => until(page, `document.querySelectorAll("#results .chart svg").length === ${charts}`, 30_000),
  };
}

/** Waits until something holds in the page. */
async function until(page, expression, timeout = 15_000) {
  const end = Date.now() + timeout;
  while (!(await page.run(expression))) {
    if (Date.now() > end) {
      const shown = await page.run(`document.body.innerText.slice(0, 2000)`);
      throw new Error(`waited in vain for ${expression}; the page says: ${shown}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

const textOf = ({ value, description }) => String(value ?? description);

const describe = ({ text, exception }) => `${text} ${exception?.description ?? ""}`;

/** Where pictures of the page are put, to be looked at. */
export const PICTURES = fileURLToPath(new URL("../pictures/", import.meta.url));
