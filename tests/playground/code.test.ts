import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { codeFor } from "../../docs/playground/code/code-for.js";
import { compute } from "../../docs/playground/compute/compute.js";
import { loadTable } from "../../docs/playground/data/load-table.js";
import { sampleText } from "../../docs/playground/data/sample.js";
import { summaryOf } from "../../docs/playground/data/table-summary.js";
import { guessSettings } from "../../docs/playground/guess/guess-settings.js";
import type { Settings } from "../../docs/playground/settings.js";
import { problemsOf, runCode } from "./run-code.js";

interface Example {
  readonly text: string | Uint8Array<ArrayBuffer>;
  readonly name?: string;
  readonly encoding?: string;
  readonly settings?: Partial<Settings>;
}

const DATES =
  "when,score,team name\n25/3/2026 0:30,10,a\n1/4/2026,9,b\n30/2/2026 1:00,8,\nnever,7,a\n26/3/2026 5:00,11,b\n";

const EXAMPLES: Record<string, Example> = {
  "a short list": { text: '10\n9\n\n11\nnine\n8 - "quoted"\n', settings: { metric: "NPS", missing: ["11"] } },
  "a list with commas": { text: "1,2,,5,4", settings: { metric: "CSAT" } },
  "a long list": { text: `score\n${"10\n9\n\n3\n".repeat(100)}`, settings: { level: 0.9 } },
  sample: { text: sampleText() },
  "sample, unweighted, in another zone": {
    text: sampleText(),
    settings: { weight: null, timeZone: "Asia/Shanghai", every: "week", missing: ["11", "N/A"] },
  },
  "sample: satisfaction": { text: sampleText(), settings: { metric: "CSAT", rating: 3, minN: 60, time: null } },
  "sample: effort": { text: sampleText(), settings: { metric: "CES", rating: 4, segment: null } },
  "another preset": { text: "a,b\n5,x\n9,y\n10,x\n", settings: { metric: "CSAT_10", rating: 0, segment: 1 } },
  "service quality": { text: sampleText(), settings: { metric: "SERVQUAL_1991" } },
  "service quality as perceived": {
    text: sampleText(),
    settings: { metric: "SERVQUAL_1988", expectations: null, weight: null, level: 0.8 },
  },
  "dates in a format": {
    text: DATES,
    settings: { timeZone: "America/New_York", time: 0, timeFormat: "d/M/yyyy H:mm", every: "day" },
  },
  "Chinese halves of a day, and signs": {
    text: "at,score\n2026/3/5 上午9:05,9分\n2026/3/5 下午11:30,10\n2026/3/6 上午12:30,3\n,8、满意\n",
    settings: {
      metric: "NPS",
      time: 0,
      rating: 1,
      timeZone: "Asia/Shanghai",
      timeFormat: "yyyy/M/d ah:mm",
      every: "day",
    },
  },
  "offsets as Google Forms writes them": {
    text: [
      "at,score",
      "2026/03/05 7:59:59 AM GMT+8,9",
      "2026/03/05 8:29:59 PM GMT-3:30,10",
      "2026/03/06 12:00:00 AM GMT,3",
      "2026/03/06 1:00:00 AM +02:00,8",
      "2026/03/06 1:00:00 AM,6",
    ].join("\n"),
    settings: { time: 0, rating: 1, timeFormat: "yyyy/M/d h:mm:ss a XXX", every: "day" },
  },
  "times that end in UTC": {
    text: "at,score\n2026-03-05 23:30:00 UTC,9\n2026-03-06 00:30:00 UTC,10\n2026-03-06 00:30:00,3\n",
    settings: { time: 0, rating: 1, timeZone: "Asia/Shanghai", timeFormat: "yyyy-MM-dd HH:mm:ss 'UTC'", every: "day" },
  },
  "a list with Chinese commas": { text: "10，9、8\n7", settings: { metric: "NPS" } },
  "Unix times": {
    text: "at;score\n1772700000;9\n1772800000;10\n;3\n",
    settings: { time: 0, timeFormat: "t", every: "day" },
  },
  "ISO times, some of them none": {
    text: "at,score\n2026-03-29 02:30,9\n2026-02-30,10\n2026-03-01T10:00:00+08,8\n2026-01-01T25:00,7\n2026-03-28T10:00:00.5Z,6\n",
    settings: { metric: "NPS", time: 0, rating: 1, timeZone: "Europe/Paris", every: "day" },
  },
  "rows that are none, odd names": {
    text: 'a,"b ""c""",,a\n10,x,1,2\n9\n\n8,"y\n",1,2\n',
    settings: { metric: "NPS", rating: 0, segment: 1 },
  },
  "a file that would be code": {
    text: 'score,"a"");alert(1)//`\n"\n10,x\n',
    name: '"); evil("',
    settings: { metric: "NPS", segment: 1 },
  },
  "no header": { text: "north,10\nsouth,9\nnorth,2\n", settings: { metric: "NPS", rating: 1, segment: 0 } },
  "bad weights": {
    text: "score,w\n10,2\n9,-1\n8,\n7,1e200\n3,0.5\n2,0\n",
    settings: { metric: "NPS", rating: 0, weight: 1 },
  },
  NDJSON: {
    text: '{"score":10,"at":{"region":"north"}}\n{"score":"9"}\n{"score":true,"at":{"region":"south"}}\n\n{"score":null}\n',
    settings: { metric: "NPS", rating: 0, segment: 1 },
  },
  "NDJSON with lines that are none": { text: '{"score":10}\nno\n[1]\n{"score":9}\n', settings: { metric: "NPS" } },
  JSON: { text: '[{"score":10},{"score":9}]', settings: { metric: "NPS" } },
  "a packed file": {
    text: new Uint8Array(gzipSync("score,x\n10,a\n9,b\n")),
    name: "a.csv.gz",
    settings: { metric: "NPS" },
  },
  "UTF-16": {
    text: new Uint8Array(Buffer.from("\uFEFFscore\t地区\n10\t华东\n9\t\n", "utf16le")),
    settings: { metric: "NPS", segment: 1 },
  },
};

async function example({ text, name = "answers.csv", encoding = "utf-8", settings = {} }: Example) {
  const data = typeof text === "string" ? text : new Blob([text]);
  const table = await loadTable({ name, data, encoding, header: undefined }, () => {});
  const all = { ...guessSettings(table, "UTC"), minN: 2, ...settings };
  const results = compute(table, all);
  return { results, code: codeFor(summaryOf(table), all, results.timeless) };
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

it.each(Object.entries(EXAMPLES))("the code gets the same figures: %s", async (_, given) => {
  const { results, code } = await example(given);
  const bytes = typeof given.text === "string" ? Buffer.from(given.text) : given.text;
  const { score, segments, points, service } = runCode(code, bytes);
  expect(plain({ score, segments, points, service })).toEqual(
    plain({
      score: results.score?.measurement,
      segments: results.segments ?? undefined,
      points: results.trend ?? undefined,
      service: results.service ?? undefined,
    }),
  );
});

it("the code type-checks", async () => {
  const codes = await Promise.all(Object.values(EXAMPLES).map(async (given) => (await example(given)).code));
  expect(problemsOf(codes, fileURLToPath(new URL("../../", import.meta.url)))).toEqual([]);
}, 60_000);
