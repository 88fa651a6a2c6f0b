// The true coverage of the default intervals and the true error rate of `compare`, by going through every sample there can be.
// Run: npm run coverage. It writes its tables into docs/is-the-difference-real.md.
import { readFileSync, writeFileSync } from "node:fs";
import { compare, csat, nps } from "cx-metrics";

const GUIDE = new URL("../../docs/is-the-difference-real.md", import.meta.url);
const LEVEL = 0.95;
const DESIGNS = [
  [0.02, 0.08, 0.9],
  [0.05, 0.25, 0.7],
  [0.2, 0.3, 0.5],
  [1 / 3, 1 / 3, 1 / 3],
  [0.6, 0.3, 0.1],
  [0.5, 0, 0.5],
  [0.05, 0.9, 0.05],
  [0.45, 0.1, 0.45],
];
const SIZES = [5, 10, 20, 50, 100, 200];
const PAIRS = [
  [10, 10],
  [20, 20],
  [20, 60],
  [40, 40],
];

const logFactorials = [0];
for (let n = 1; n <= 1000; n++) logFactorials.push(logFactorials[n - 1] + Math.log(n));

/** Every outcome of n answers as [negative, neutral, positive], with its probability. */
function outcomes(n, shares) {
  const all = [];
  for (let negative = 0; negative <= n; negative++)
    for (let positive = 0; positive + negative <= n; positive++) {
      const counts = [negative, n - negative - positive, positive];
      const log = counts.reduce((sum, count, band) => sum + logTerm(count, shares[band]), logFactorials[n]);
      if (log > -700) all.push({ counts, probability: Math.exp(log) });
    }
  return all;
}

function logTerm(count, share) {
  return count === 0 ? 0 : count * Math.log(share) - logFactorials[count];
}

function answers([negative, neutral, positive], [low, middle, high]) {
  return [
    { score: low, n: negative },
    { score: middle, n: neutral },
    { score: high, n: positive },
  ];
}

const METRICS = {
  nps: { score: (counts) => nps(answers(counts, [3, 8, 10])), truth: ([d, , p]) => 100 * (p - d) },
  csat: { score: (counts) => csat(answers(counts, [1, 3, 5])), truth: ([, , p]) => 100 * p },
};

/** Share of samples whose interval holds the truth, and the mean width of the intervals. */
function coverage({ score, truth }, n, shares) {
  const value = truth(shares);
  let covered = 0;
  for (const { counts, probability } of outcomes(n, shares)) {
    const { low, high } = score(counts).interval;
    if (low <= value + 1e-9 && high >= value - 1e-9) covered += probability;
  }
  return covered;
}

/** Share of pairs of samples of one population, of n and of m answers, that `compare` calls different. */
function falseAlarms({ score }, [n, m], shares) {
  const [first, second] = [n, m].map((size) =>
    outcomes(size, shares)
      .filter(({ probability }) => probability > 1e-9)
      .map(({ counts, probability }) => ({ measurement: score(counts), probability })),
  );
  let alarms = 0;
  for (const before of first)
    for (const after of second)
      if (compare(before.measurement, after.measurement).pValue < 1 - LEVEL)
        alarms += before.probability * after.probability;
  return alarms;
}

function table(metric, sizes, figure) {
  const percent = (shares) => shares.map((share) => Math.round(100 * share)).join(" / ");
  const rows = DESIGNS.map((shares) => [
    percent(shares),
    ...sizes.map((n) => figure(METRICS[metric], n, shares).toFixed(3)),
  ]);
  const header = ["negative / neutral / positive, %", ...sizes.map((n) => `n = ${[n].flat().join(" and ")}`)];
  return [header, header.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

const text = `<!-- coverage tables -->
These figures are exact: a script goes through every sample of n answers that there can be (\`npm run coverage\`).

Share of samples whose 95 % interval of NPS (\`score\`, the default) holds the true score:

${table("nps", SIZES, coverage)}

The same for CSAT (\`wilson\`, the default):

${table("csat", SIZES, coverage)}

Share of pairs of samples of the same population that \`compare\` calls different at the 5 % level, for NPS (\`adjusted-wald\`):

${table("nps", PAIRS, falseAlarms)}

And for CSAT (Agresti-Caffo):

${table("csat", PAIRS, falseAlarms)}
<!-- end of coverage tables -->`;
const guide = readFileSync(GUIDE, "utf8");
writeFileSync(
  GUIDE,
  guide.replace(/<!-- coverage tables -->(.*<!-- end of coverage tables -->)?/s, () => text),
);
console.log(text);
