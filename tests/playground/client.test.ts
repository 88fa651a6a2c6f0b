import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Reply, Request } from "../../docs/playground/messages.js";
import { startClient } from "../../docs/playground/page/client.js";
import type { Settings } from "../../docs/playground/settings.js";

/** Workers that were started, with what each was asked. */
let workers: FakeWorker[] = [];

interface FakeWorker {
  readonly asked: string[];
  isStopped: boolean;
  onmessage: ((event: { readonly data: Reply }) => void) | null;
  onerror: ((event: { readonly message: string }) => void) | null;
}

function makeWorker(): FakeWorker & { postMessage: (request: Request) => void; terminate: () => void } {
  const worker = {
    asked: [] as string[],
    isStopped: false,
    onmessage: null,
    onerror: null,
    postMessage: (request: Request) =>
      void worker.asked.push(
        request.type === "load" ? `load ${request.source.name}` : `compute ${request.settings.metric}`,
      ),
    terminate: () => {
      worker.isStopped = true;
    },
  };
  workers.push(worker);
  return worker;
}

const heard: string[] = [];
const client = () => startClient("", "UTC", ({ type }) => heard.push(type));
const source = (name: string) => ({ name, data: "", encoding: "utf-8", header: undefined });
const settings = (metric: Settings["metric"]) => ({ metric }) as Settings;
const says = (type: Reply["type"]) => workers.at(-1)!.onmessage!({ data: { type } as Reply });

beforeEach(() => {
  workers = [];
  heard.length = 0;
  vi.stubGlobal("Worker", function FakeWorkerMaker() {
    return makeWorker();
  });
});
afterEach(() => vi.unstubAllGlobals());

it("asks, and passes on what the worker says", () => {
  const { load, compute } = client();
  load(source("a"));
  says("reading");
  says("loaded");
  compute(settings("NPS"));
  says("step");
  says("computed");
  expect(workers[0]!.asked).toEqual(["load a", "compute NPS"]);
  expect(heard).toEqual(["reading", "loaded", "step", "computed"]);
});

it("fulfils the last of several wishes, and keeps old answers to itself", () => {
  const { load, compute } = client();
  load(source("a"));
  says("loaded");
  for (const metric of ["NPS", "CSAT", "CES"] as const) compute(settings(metric));
  says("computed");
  says("computed");
  expect(workers[0]!.asked).toEqual(["load a", "compute NPS", "compute CES"]);
  expect(heard).toEqual(["loaded", "computed"]);
});

it("fulfils a wish after one that failed", () => {
  const { load, compute } = client();
  load(source("a"));
  says("loaded");
  compute(settings("NPS"));
  compute(settings("CSAT"));
  says("failed");
  expect(workers[0]!.asked.at(-1)).toBe("compute CSAT");
});

it("gives up one source for another, and computes nothing of the old one", () => {
  const { load, compute } = client();
  load(source("a"));
  load(source("b"));
  compute(settings("NPS"));
  expect(workers.map(({ isStopped }) => isStopped)).toEqual([true, false]);
  says("loaded");
  expect(workers[1]!.asked).toEqual(["load b"]);
  expect(heard).toEqual(["loaded"]);
});

it("reads a table again that went with a worker that was cancelled", () => {
  const { load, compute, cancel } = client();
  load(source("a"));
  says("loaded");
  compute(settings("NPS"));
  cancel();
  expect(workers[0]!.isStopped).toBe(true);
  compute(settings("CSAT"));
  says("loaded");
  says("computed");
  expect(workers[1]!.asked).toEqual(["load a", "compute CSAT"]);
  expect(heard).toEqual(["loaded", "computed"]);
});

it("does nothing where there is nothing to compute", () => {
  client().compute(settings("NPS"));
  expect(workers).toEqual([]);
});

it("tells of a worker that breaks down", () => {
  const { load } = client();
  load(source("a"));
  workers[0]!.onerror!({ message: "out of memory" });
  expect(heard).toEqual(["failed"]);
});
