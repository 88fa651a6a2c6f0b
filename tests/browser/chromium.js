import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--hide-scrollbars",
  "--remote-debugging-pipe",
];

/** The browser of the machine, from `CHROMIUM` or one of the usual names. */
function findChromium() {
  const folders = (process.env.PATH ?? "").split(":");
  const found = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file));
  const file = process.env.CHROMIUM ?? found;
  if (file === undefined)
    throw new Error("no Chromium found: install it (apt-get install chromium fonts-noto-cjk) or name it in CHROMIUM");
  return file;
}

/** Starts Chromium with an empty page, which it is told what to do with over a pipe: no port, no network. */
export async function openPage() {
  const profile = mkdtempSync(join(tmpdir(), "cx-metrics-chromium-"));
  const browser = spawn(findChromium(), [...FLAGS, `--user-data-dir=${profile}`, "about:blank"], {
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
  });
  const listeners = [];
  const send = connect(browser.stdio[3], browser.stdio[4], browser, (event) => {
    for (const { method, listen } of listeners) if (event.method === method) listen(event.params);
  });
  const { targetInfos } = await send("Target.getTargets");
  const { targetId } = targetInfos.find(({ type }) => type === "page");
  const { sessionId } = await send("Target.attachToTarget", { targetId, flatten: true });
  return {
    /** Runs JavaScript in the page and returns what it gives, as JSON. */
    async run(expression) {
      const options = { expression, awaitPromise: true, returnByValue: true };
      const { result, exceptionDetails } = await send("Runtime.evaluate", options, sessionId);
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
    /** Sends a command of the developer tools to the page. */
    call: (method, params) => send(method, params, sessionId),
    /** Hears of events of the developer tools. */
    on: (method, listen) => void listeners.push({ method, listen }),
    /** A PNG of a part of the page. */
    async picture(clip, scale) {
      const options = { format: "png", clip: { ...clip, scale }, captureBeyondViewport: true };
      const { data } = await send("Page.captureScreenshot", options, sessionId);
      return Buffer.from(data, "base64");
    },
    async close() {
      const ended = new Promise((resolve) => browser.once("exit", resolve));
      await send("Browser.close").catch(() => browser.kill());
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

/** Speaks the protocol of the developer tools: JSON messages that end with a zero byte. */
function connect(toBrowser, fromBrowser, browser, onEvent) {
  const waiting = new Map();
  let text = "";
  let last = 0;
  fromBrowser.setEncoding("utf8");
  fromBrowser.on("data", (chunk) => {
    const messages = (text + chunk).split("\0");
    text = messages.pop();
    for (const message of messages.map((message) => JSON.parse(message))) {
      const { id, result, error } = message;
      if (id === undefined) onEvent(message);
      const call = waiting.get(id);
      waiting.delete(id);
      if (error) call?.reject(new Error(error.message));
      else call?.resolve(result);
    }
  });
  browser.on("exit", (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`Chromium ended with ${code}`));
  });
  return (method, params = {}, sessionId = undefined) =>
    new Promise((resolve, reject) => {
      waiting.set(++last, { resolve, reject });
      toBrowser.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
    });
}
