import { expect, it } from "vitest";
import { createSSRApp } from "vue";
import { renderToString } from "vue/server-renderer";
import CsatBySegment from "../../docs/examples/recipes/CsatBySegment.vue";
import { csat, segment } from "../../src/index.js";
import { textOf } from "./text-of.js";

const rows = [
  { region: "north", score: 5, n: 40 },
  { region: "north", score: 2, n: 10 },
  { region: "south", score: 4, n: 12 },
  { region: "west", score: 1, n: 3 },
  { region: null, score: null, n: 2 },
];

async function tableOf(minN: number): Promise<string[]> {
  const by = (row: (typeof rows)[number]) => row.region;
  const segments = segment(rows, { by, score: ({ score, n }) => ({ score, n }), metric: csat, minN });
  // As they come from a server.
  const html = await renderToString(createSSRApp(CsatBySegment, { segments: JSON.parse(JSON.stringify(segments)) }));
  return [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].slice(1).map(([, row]) => textOf(row!));
}

it("shows each score with its interval, and no answers where there are none", async () => {
  expect(await tableOf(0)).toEqual([
    "north 80 67 to 89 50",
    "south 100 76 to 100 12",
    "west 0 0 to 56 3",
    "Not known No answers",
  ]);
});

it("shows no number of what is suppressed", async () => {
  expect(await tableOf(10)).toEqual([
    "north 80 67 to 89 50",
    "south Not shown: too few answers",
    "west Not shown: too few answers",
    "Not known Not shown: too few answers",
  ]);
});
