import { once } from "node:events";
import { createServer } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { openPage } from "../browser/chromium.js";

const STRICT = "default-src 'none'; script-src 'self'; worker-src 'self'";

/** Serves the bundle on this machine alone: under `/strict/` with a policy that forbids code from text. */
async function serve(bundle) {
  const server = createServer(({ url }, response) => {
    if (url.startsWith("/strict/")) response.setHeader("Content-Security-Policy", STRICT);
    response.setHeader("Content-Type", url.endsWith(".js") ? "text/javascript" : "text/html");
    response.end(url.endsWith(".js") ? bundle : '<!doctype html><script type="module" src="bundle.js"></script>');
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}

/** What the page and its worker say, once both have. */
async function outcomesOf(page, address) {
  await page.run(`location.href = ${JSON.stringify(address)}; 0`);
  for (let tries = 0; tries < 300; tries++) {
    // Until the new page is there, the old one with its outcomes still is.
    const ask = `location.href === ${JSON.stringify(address)} ? (globalThis.outcomes ?? null) : null`;
    const outcomes = await page.run(ask).catch(() => null);
    if (outcomes !== null) return outcomes;
    await sleep(100);
  }
  throw new Error(`${address} did not finish within 30 s`);
}

/** Runs a bundle in a page and in a worker, with and without a strict policy. */
export async function runInChromium(bundle) {
  const server = await serve(bundle);
  const { port } = server.address();
  const page = await openPage();
  try {
    const version = await page.run("navigator.userAgent.match(/Chrome\\/(\\d+)/)[1]");
    const open = await outcomesOf(page, `http://127.0.0.1:${port}/open/index.html`);
    const strict = await outcomesOf(page, `http://127.0.0.1:${port}/strict/index.html`);
    // Without a policy code can be made from text: the probe would see it.
    if (!open.page.canEval) throw new Error("the page cannot tell whether a policy holds");
    for (const [where, outcome] of Object.entries(strict))
      if (outcome.canEval) outcome.failures.push(`the policy did not hold in the ${where}`);
    const suites = {
      page: open.page,
      worker: open.worker,
      "page without eval": strict.page,
      "worker without eval": strict.worker,
    };
    return { version, suites };
  } finally {
    server.close();
    await page.close();
  }
}
