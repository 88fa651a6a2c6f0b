import { openSync, writeSync } from "node:fs";
import { callAt } from "./fuzz.js";

// Makes calls from one position to another, and writes into a file at which it is: so a call that never ends, or takes
// all memory, can be named.
const [seed, from, to] = process.argv.slice(2, 5).map(Number) as [number, number, number];
const place = openSync(process.argv[5]!, "r+");
const position = new Int32Array(1);
const outcomes: Record<string, Record<string, number>> = {};
const problems: { position: number; target: string; problem: string }[] = [];
for (let at = from; at < to; at++) {
  position[0] = at;
  writeSync(place, position, 0, 4, 0);
  const { target, outcome, problem } = await callAt(seed, at);
  outcomes[target] ??= {};
  outcomes[target][outcome] = (outcomes[target][outcome] ?? 0) + 1;
  if (problem !== null && problems.length < 100) problems.push({ position: at, target, problem });
  // What has been found is not lost where a later call never ends.
  if (at % 1000 === 999 || at === to - 1) process.send?.({ outcomes, problems, isDone: at === to - 1 });
}
process.disconnect?.();
