// How many answers a second `nps` scores, by the container they come in. Run: npm run bench
import { nps, tally } from "cx-metrics";

const N = 10_000_000;
const RUNS = 9;

let state = 1;
const random = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};
const bytes = Uint8Array.from({ length: N }, () => Math.floor(random() ** 0.4 * 11));
const numbers = Array.from(bytes);

const containers = {
  Uint8Array: bytes,
  Float64Array: Float64Array.from(bytes),
  "number[]": numbers,
  "number[] with null": numbers.map((score) => (score === 4 ? null : score)),
  "{ score }[]": numbers.map((score) => ({ score })),
  "{ score, weight }[]": numbers.map((score) => ({ score, weight: 1.5 })),
};

function millionsPerSecond(action) {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    action();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  const rate = (time) => Math.round(N / time / 1000);
  return { median: rate(times[RUNS >> 1]), slowest: rate(times[RUNS - 1]), fastest: rate(times[0]) };
}

console.log(
  `nps of ${N.toLocaleString("en")} answers on Node ${process.version}, million answers a second, ${RUNS} runs`,
);
console.table({
  ...Object.fromEntries(
    Object.entries(containers).map(([name, answers]) => [name, millionsPerSecond(() => nps(answers))]),
  ),
  "a copy of the Uint8Array": millionsPerSecond(() => bytes.slice()),
});
const stored = tally(bytes);
const start = performance.now();
for (let i = 0; i < 10_000; i++) nps(stored);
console.log(`nps of a stored tally: ${((performance.now() - start) / 10).toFixed(1)} µs`);
