import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import worker from "../../docs/examples/recipes/worker.js";

const WORKER = fileURLToPath(new URL("../../docs/examples/recipes/worker.ts", import.meta.url));
const WORKERD = fileURLToPath(new URL("node_modules/@cloudflare/workerd-linux-64/bin/workerd", import.meta.url));
const CONFIG = `
using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .main)],
  sockets = [(name = "http", address = "127.0.0.1:0", service = "main")],
);
const main :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "worker.js")],
  compatibilityDate = "2026-11-01",
);
`;

/** What a worker does, whatever runs it. */
function describeWorker(name: string, send: (init: RequestInit) => Promise<Response>) {
  const post = async (body: string) => {
    const response = await send({ method: "POST", body });
    return { status: response.status, body: await response.json() };
  };

  describe(name, () => {
    it("scores the rows of a file of many chunks", async () => {
      const rows = Array.from({ length: 20_000 }, (_, row) => JSON.stringify({ score: row % 11, comment: "Süß ✓" }));
      const { status, body } = await post(`${rows.join("\n")}\n\n{"score":null}`);
      expect(status).toBe(200);
      // 20,000 rows are 1818 times 0 to 10, and then 0 and 1.
      expect(body).toMatchObject({ n: 20_000, missing: 1, score: (100 * (2 * 1818 - (7 * 1818 + 2))) / 20_000 });
    });

    it("has null for a file without answers", async () => {
      expect(await post('{"score":null}\n')).toMatchObject({ status: 200, body: { score: null, n: 0, missing: 1 } });
    });

    it.each([
      ['{"score":9}\n{"score":11}', "line 2: expected a rating from 0 to 10 in steps of 1, got 11"],
      ['{"nps":9}', "line 1: expected a rating from 0 to 10 in steps of 1, got undefined"],
    ])("answers %j with 400 and the reason", async (file, message) => {
      expect(await post(file)).toEqual({ status: 400, body: { message } });
    });

    it("answers what is no JSON with 400 and the line", async () => {
      const { status, body } = await post('{"score":9}\n{"score":');
      expect([status, body.message]).toEqual([400, expect.stringMatching(/^line 2: /)]);
    });

    it("takes nothing but POST", async () => {
      expect((await send({ method: "GET" })).status).toBe(405);
    });
  });
}

describeWorker("the worker in Node", (init) => worker.fetch(new Request("http://localhost/", init)));

describe.skipIf(!existsSync(WORKERD))("with workerd", () => {
  let folder: string;
  let running: ChildProcess;
  let address: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "cx-metrics-worker-"));
    const outfile = join(folder, "worker.js");
    const conditions = ["workerd", "browser"];
    await build({ entryPoints: [WORKER], bundle: true, format: "esm", conditions, outfile, logLevel: "error" });
    writeFileSync(join(folder, "config.capnp"), CONFIG);
    running = spawn(WORKERD, ["serve", join(folder, "config.capnp"), "--control-fd=1"]);
    const [told] = (await once(running.stdout!, "data")) as [Buffer];
    address = `http://127.0.0.1:${JSON.parse(String(told)).port}/`;
  });
  afterAll(() => {
    running.kill();
    rmSync(folder, { recursive: true });
  });

  describeWorker("the worker in workerd", (init) => fetch(address, init));
});
