import { describe, expect, it } from "vitest";
import { compute } from "../../docs/playground/compute/compute.js";
import { sampleText } from "../../docs/playground/data/sample.js";
import { guessSettings } from "../../docs/playground/guess/guess-settings.js";
import type { Settings } from "../../docs/playground/settings.js";
import { nps } from "../../src/index.js";
import { tableOf } from "./support.js";

type Parts = readonly { readonly key: unknown; readonly n: number | null; readonly suppressed?: boolean }[];

async function resultsOf(text: string, settings: Partial<Settings> = {}) {
  const table = await tableOf(text);
  return compute(table, { ...guessSettings(table, "UTC"), ...settings });
}

describe("a list of answers", () => {
  it("is scored, and nothing is dropped", async () => {
    const { score, unreadable } = await resultsOf("10\n9\n\n11\nnine\n10 - Extremely likely\n7\n3\n11", {
      metric: "NPS",
    });
    expect(score?.measurement).toEqual(
      nps([10, 9, null, Number.NaN, Number.NaN, 10, 7, 3, Number.NaN], { invalid: "exclude" }),
    );
    expect(score?.measurement).toMatchObject({ n: 5, missing: 1, invalid: 3, score: 40 });
    expect(score?.tally.map((row) => [row.score, row.n])).toEqual([
      [3, 1],
      [7, 1],
      [9, 1],
      [10, 2],
      [null, 1],
    ]);
    const reason = { kind: "rating", min: 0, max: 10 };
    expect(unreadable).toEqual({
      count: 3,
      listed: [
        { line: 4, column: "rating", value: "11", reason },
        { line: 5, column: "rating", value: "nine", reason },
        { line: 9, column: "rating", value: "11", reason },
      ],
      ratings: [
        { text: "11", n: 2 },
        { text: "nine", n: 1 },
      ],
    });
  });

  it("has codes of no answer where they are declared", async () => {
    const { score } = await resultsOf("10\n9\n11\nNone", { metric: "NPS", missing: ["11", " none "] });
    expect(score?.measurement).toMatchObject({ n: 2, missing: 2, invalid: 0 });
  });

  it("counts all that cannot be read, and lists the first of them", async () => {
    const { unreadable } = await resultsOf(Array.from({ length: 700 }, (_, row) => `x${row}`).join("\n"));
    expect([unreadable.count, unreadable.listed.length, unreadable.ratings.length]).toEqual([700, 500, 20]);
  });
});

describe("a table", () => {
  const TEXT = `at,region,score,weight
2026-01-05,north,10,2
2026-01-06,north,9,1
2026-01-07,,3,x
2026-03-05,south,8,1
soon,south,0,1
`;
  const SETTINGS = { metric: "NPS", rating: 2, segment: 1, time: 0, weight: null, minN: 0, every: "month" } as const;

  it("is scored by segment, blank ones without a name", async () => {
    const { segments } = await resultsOf(TEXT, SETTINGS);
    expect((segments as Parts).map(({ key, n }) => [key, n])).toEqual([
      ["north", 2],
      ["south", 2],
      [null, 1],
    ]);
  });

  it("hides small segments", async () => {
    const { segments } = await resultsOf(TEXT, { ...SETTINGS, minN: 3 });
    expect((segments as Parts).every(({ suppressed }) => suppressed)).toBe(true);
  });

  it("is scored over time, without rows that have none", async () => {
    const { trend, timeless, unreadable } = await resultsOf(TEXT, SETTINGS);
    expect((trend as Parts).map(({ key, n }) => [key, n])).toEqual([
      ["2026-01", 3],
      ["2026-02", 0],
      ["2026-03", 1],
    ]);
    expect(timeless).toBe(1);
    expect(unreadable.listed).toEqual([{ line: 6, column: "at", value: "soon", reason: { kind: "time" } }]);
  });

  it("is in periods of the time zone, and read in the format given", async () => {
    const text = "at,score\n1/2/2026 0:30,10\n1/2/2026 1:30,9\n";
    const settings = { metric: "NPS", rating: 1, time: 0, every: "day" } as const;
    const keys = async (more: Partial<Settings>) =>
      ((await resultsOf(text, { ...settings, ...more })).trend as Parts).map(({ key }) => key);
    expect(await keys({ timeFormat: "d/M/yyyy H:mm" })).toEqual(["2026-02-01"]);
    expect(await keys({ timeFormat: "M/d/yyyy H:mm" })).toEqual(["2026-01-02"]);
    const instants = (
      await resultsOf("at,score\n2026-01-31T20:00:00Z,10\n", { ...settings, timeZone: "Asia/Shanghai" })
    ).trend;
    expect((instants as Parts)[0]!.key).toBe("2026-02-01");
  });

  it("is weighted; an answer with a weight that is none is invalid", async () => {
    const { score, unreadable } = await resultsOf(TEXT, { ...SETTINGS, time: null, weight: 3 });
    expect(score?.measurement).toMatchObject({ n: 4, invalid: 1, weight: 5, score: 40 });
    expect(unreadable.listed).toEqual([{ line: 4, column: "weight", value: "x", reason: { kind: "weight" } }]);
  });

  it("takes another level", async () => {
    expect((await resultsOf(TEXT, { ...SETTINGS, level: 0.9 })).score?.measurement.interval?.level).toBe(0.9);
  });

  it("shows no segments or periods that nobody would look at", async () => {
    const rows = Array.from({ length: 300 }, (_, row) => `${1900 + row}-01-01,id ${row},9`).join("\n");
    const { segments, trend } = await resultsOf(`at,id,score\n${rows}`, { ...SETTINGS, segment: 1, every: "month" });
    expect(segments).toEqual({ tooMany: 300, most: 100 });
    expect(trend).toEqual({ tooMany: 3589, most: 1000 });
  });
});

describe("service quality", () => {
  it("is scored, with and without expectations", async () => {
    const text = sampleText(50);
    const both = await resultsOf(text, { metric: "SERVQUAL_1991", weight: null });
    expect(both.service?.n).toBe(50);
    expect(both.service?.overall.gap?.score).toBeLessThan(0);
    const alone = await resultsOf(text, { metric: "SERVQUAL_1991", expectations: null });
    expect(alone.service?.overall.gap).toBe(null);
    expect(both.score).toBe(null);
  });

  it("leaves out responses with an item that cannot be read, and counts them", async () => {
    const lines = sampleText(10).split("\n");
    const broken = lines.map((line, index) => (index === 3 ? line.replace(/\d$/, "8") : line)).join("\n");
    const { service, invalidResponses, unreadable } = await resultsOf(broken, { metric: "SERVQUAL_1991" });
    expect([service?.n, invalidResponses]).toEqual([9, 1]);
    expect(unreadable.listed).toEqual([
      { line: 4, column: "P22", value: "8", reason: { kind: "rating", min: 1, max: 7 } },
    ]);
  });

  it("needs 22 columns", async () => {
    await expect(resultsOf("a,b\n1,2\n", { metric: "SERVQUAL_1991", perceptions: 1 })).rejects.toThrow(
      "22 columns are needed from b, there are 1",
    );
  });
});
