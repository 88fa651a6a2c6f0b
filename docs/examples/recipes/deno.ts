// cat responses.ndjson | deno run deno.ts Europe/Paris
import { format, nps } from "npm:cx-metrics@^0.1.0";
import { npsResponseSchema, parseResponses } from "npm:cx-metrics@^0.1.0/schema";
import { trend } from "npm:cx-metrics@^0.1.0/trend";

const [timeZone = "UTC"] = Deno.args;
const text = await new Response(Deno.stdin.readable).text();
const lines = text.split("\n").filter((line) => line.trim() !== "");

const row = npsResponseSchema.required({ submittedAt: true });
const responses = lines.map((line) => JSON.parse(line));
const { valid, rejected } = parseResponses(row, responses);
for (const { index, issues } of rejected) console.error(`row ${index + 1}: ${issues[0]?.message}`);

const points = trend(valid, {
  time: ({ submittedAt }) => submittedAt,
  score: ({ score }) => score,
  every: "month",
  timeZone,
  metric: nps,
});
for (const { key, score, interval, n, missing } of points) {
  const limits = interval ? `${format(interval.low)} to ${format(interval.high)}` : "";
  console.log(`${key}  ${format(score).padStart(6)}  ${limits.padEnd(15)}  n ${n}, missing ${missing}`);
}
