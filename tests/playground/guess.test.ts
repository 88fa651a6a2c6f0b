import { expect, it } from "vitest";
import { sampleText } from "../../docs/playground/data/sample.js";
import { likelyEvery } from "../../docs/playground/every.js";
import { guessSettings } from "../../docs/playground/guess/guess-settings.js";
import { tableOf } from "./support.js";

const guessOf = async (text: string) => guessSettings(await tableOf(text), "UTC");
const many = (row: (index: number) => string) => Array.from({ length: 60 }, (_, index) => row(index)).join("\n");

it("guesses the sample", async () => {
  expect(await guessOf(sampleText())).toEqual({
    metric: "NPS",
    rating: 2,
    missing: [],
    weight: 5,
    segment: 1,
    minN: 5,
    time: 0,
    timeFormat: "",
    every: "month",
    timeZone: "UTC",
    level: 0.95,
    perceptions: 28,
    expectations: 6,
  });
});

it.each([
  ["recommend", 0, 10, "NPS"],
  ["x", 1, 5, "CSAT"],
  ["effort", 1, 5, "CES_1"],
  ["sentiment", 1, 5, "SENTIMENT"],
  ["x", 1, 7, "CES"],
  ["满意度", 1, 7, "CSAT_7"],
  ["x", 1, 10, "CSAT_10"],
  ["x", 0, 1, "THUMBS"],
])("column %s with %s to %s: %s", async (name, min, max, metric) => {
  expect((await guessOf(`${name}\n${many((index) => String(min + (index % (max - min + 1))))}`)).metric).toBe(metric);
});

it("takes a polarity for one", async () => {
  expect((await guessOf(`id,compound\n${many((index) => `c${index},${(index - 30) / 31}`)}`)).metric).toBe("POLARITY");
});

it("takes a questionnaire for service quality", async () => {
  const names = ["E", "P"].flatMap((part) => Array.from({ length: 22 }, (_, item) => `${part}${item + 1}`));
  const text = `${names.join(",")}\n${many((index) => names.map((_, item) => 1 + ((index + item) % 7)).join(","))}`;
  expect(await guessOf(text)).toMatchObject({ metric: "SERVQUAL_1991", expectations: 0, perceptions: 22 });
  expect(await guessOf(text.replaceAll("E", "期望").replaceAll("P", "感知"))).toMatchObject({
    metric: "SERVQUAL_1991",
  });
});

it.each([
  ["2026-03-05T10:00", ""],
  ["2026-03-05 10:00:00", ""],
  ["25/03/2026", "d/M/yyyy"],
  ["03/25/2026 2:30 pm", "M/d/yyyy h:mm a"],
  ["2026/3/5 9:30", "yyyy/M/d H:mm"],
  ["2026/3/5", "yyyy/M/d"],
  ["1772700000", "t"],
  ["1772700000000", "T"],
])("time %s: %j", async (time, format) => {
  const { time: place, timeFormat } = await guessOf(`score,at\n${many((index) => `${index % 11},${time}`)}`);
  expect([place, timeFormat]).toEqual([1, format]);
});

it("takes no column with one value for segments", async () => {
  const text = `source,region,nps\n${many((index) => `web,${index % 2 ? "north" : "south"},${index % 11}`)}`;
  expect((await guessOf(text)).segment).toBe(1);
  expect((await guessOf(text.replaceAll("south", "north"))).segment).toBe(null);
});

it("guesses nothing where there is nothing", async () => {
  expect(await guessOf("name,comment\na b c,d e f\n")).toMatchObject({
    metric: "NPS",
    rating: 0,
    segment: null,
    time: null,
  });
});

it.each([
  [1, "hour"],
  [30, "day"],
  [90, "week"],
  [365, "month"],
  [3000, "quarter"],
  [9000, "year"],
])("%s days: every %s", (days, every) => {
  expect(likelyEvery(0, days * 86_400_000)).toBe(every);
});
