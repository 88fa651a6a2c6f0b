import { parentPort, workerData } from "node:worker_threads";
import { callAt } from "./fuzz.js";

// Makes calls from one position to another, and tells of each where it is, so that a call that never ends can be named.
const { seed, from, to, place } = workerData as { seed: number; from: number; to: number; place: SharedArrayBuffer };
const position = new Int32Array(place);
const outcomes: Record<string, Record<string, number>> = {};
const problems: { position: number; target: string; problem: string }[] = [];
for (let at = from; at < to; at++) {
  Atomics.store(position, 0, at);
  const { target, outcome, problem } = await callAt(seed, at);
  outcomes[target] ??= {};
  outcomes[target][outcome] = (outcomes[target][outcome] ?? 0) + 1;
  if (problem !== null && problems.length < 100) problems.push({ position: at, target, problem });
  // What has been found is not lost where a later call never ends.
  if (at % 1000 === 999 || at === to - 1) parentPort?.postMessage({ outcomes, problems, isDone: at === to - 1 });
}
