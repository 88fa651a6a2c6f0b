import { describe, expect, it } from "vitest";
import { classify, defineMetric, type MetricDefinition, measure, type NPS } from "../../src/index.js";

const good = { name: "good", sentiment: "positive" } as const;
const bad = { name: "bad", sentiment: "negative" } as const;
const fair = { name: "fair", sentiment: "neutral" } as const;

const sound: MetricDefinition = {
  metric: "mood",
  scale: { min: 1, max: 5 },
  better: "higher",
  statistic: "net",
  bands: [bad, { ...fair, from: 3 }, { ...good, from: 4 }],
};

describe("defineMetric", () => {
  it("returns the definition itself", () => {
    expect(defineMetric(sound)).toBe(sound);
  });

  it.each<[string, Partial<MetricDefinition>]>([
    [
      "a first band that names the lowest rating",
      {
        bands: [
          { ...bad, from: 1 },
          { ...good, from: 4 },
        ],
      },
    ],
    ["edges between ratings", { bands: [bad, { ...good, from: 3.5 }] }],
    ["a band of the highest rating alone", { bands: [bad, { ...good, from: 5 }] }],
    ["a band of exactly one rating", { bands: [bad, { ...fair, from: 4 }, { ...good, above: 4 }] }],
    ["an edge that does not belong to its band", { bands: [bad, { ...good, above: 1 }] }],
    ["good below and bad above", { bands: [good, { ...bad, from: 3 }], better: "lower" }],
    ["decimal steps", { scale: { min: 0.1, max: 0.7, step: 0.1 }, bands: [bad, { ...good, from: 0.3 }] }],
    ["the longest scale", { scale: { min: -1e15, max: 1e15 } }],
    ["a continuous scale", { scale: { min: -1, max: 5, step: null } }],
    ["no good and no bad, where none are counted", { bands: [fair], statistic: "mean" }],
    ["no bad, where only good ones are counted", { bands: [fair, { ...good, from: 4 }], statistic: "share" }],
  ])("accepts %s", (_, part) => {
    expect(() => defineMetric({ ...sound, ...part })).not.toThrow();
  });

  it.each<[string, object, typeof TypeError | typeof RangeError, string | RegExp]>([
    ["no name", { metric: "" }, TypeError, 'metric must be a name, got ""'],
    ["no scale", { scale: undefined }, TypeError, "mood: scale.min must be within ±1e15, got undefined"],
    [
      "a scale without extent",
      { scale: { min: 5, max: 5 } },
      RangeError,
      /^mood: scale.max must be above scale.min 5.*got 5/,
    ],
    [
      "a scale upside down",
      { scale: { min: 5, max: 1 } },
      RangeError,
      /^mood: scale.max must be above scale.min 5.*got 1/,
    ],
    [
      "an endless scale",
      { scale: { min: 0, max: Number.POSITIVE_INFINITY } },
      RangeError,
      /^mood: scale.max .*Infinity/,
    ],
    [
      "a scale beyond 1e15",
      { scale: { min: -2e15, max: 0 } },
      RangeError,
      "mood: scale.min must be within ±1e15, got -2000000000000000",
    ],
    ["a scale in text", { scale: { min: "1", max: "5" } }, TypeError, /^mood: scale.min .*got "1"/],
    ["a step that does not divide", { scale: { min: 1, max: 5, step: 3 } }, RangeError, /^mood: scale.step .*got 3/],
    ["a step of 0", { scale: { min: 1, max: 5, step: 0 } }, RangeError, /^mood: scale.step .*got 0/],
    ["a step down", { scale: { min: 1, max: 5, step: -1 } }, RangeError, /^mood: scale.step .*got -1/],
    ["a step in text", { scale: { min: 1, max: 5, step: "1" } }, TypeError, /^mood: scale.step .*got "1"/],
    ["no direction", { better: undefined }, TypeError, "mood: better must be higher or lower, got undefined"],
    ["an unknown statistic", { statistic: "median" }, TypeError, /^mood: statistic must be net or .*got "median"/],
    ["no list of bands", { bands: undefined }, TypeError, "mood: bands must be a list of bands, got undefined"],
    ["no bands", { bands: [] }, TypeError, /^mood: bands must be a list of bands/],
    ["a band that is null", { bands: [null, { ...good, from: 4 }] }, TypeError, /^mood: /],
    [
      "a band without a name",
      { bands: [{ sentiment: "negative" }] },
      TypeError,
      /^mood: name of a band .*got undefined/,
    ],
    [
      "a band with an empty name",
      { bands: [bad, { ...good, name: "", from: 4 }] },
      TypeError,
      'mood: name of a band must be text, and different for each, got ""',
    ],
    [
      "a name used twice",
      { bands: [bad, { ...fair, from: 3 }, { ...good, name: "fair", from: 4 }] },
      TypeError,
      'mood: name of a band must be text, and different for each, got "fair"',
    ],
    [
      "an unknown sentiment",
      { bands: [bad, { name: "good", sentiment: "great", from: 4 }] },
      TypeError,
      'mood: sentiment of good must be negative or neutral or positive, got "great"',
    ],
    [
      "a gap at the low end",
      {
        bands: [
          { ...bad, from: 2 },
          { ...good, from: 4 },
        ],
      },
      RangeError,
      "mood: edge of bad must be either from or above, ascending from 1 within 5, got 2",
    ],
    [
      "a gap of one rating",
      {
        bands: [
          { ...bad, above: 1 },
          { ...good, from: 4 },
        ],
      },
      RangeError,
      /^mood: edge of bad .*got 1$/,
    ],
    [
      "a first band below the scale",
      {
        bands: [
          { ...bad, from: 0 },
          { ...good, from: 4 },
        ],
      },
      RangeError,
      /^mood: edge of bad/,
    ],
    ["a band without an edge", { bands: [bad, good] }, TypeError, /^mood: edge of good .*got undefined/],
    [
      "bands out of order",
      { bands: [bad, { ...good, from: 4 }, { ...fair, from: 3 }] },
      RangeError,
      "mood: edge of fair must be either from or above, ascending from 1 within 5, got 3",
    ],
    [
      "a band above an edge below the one before it",
      { bands: [bad, { ...fair, from: 4 }, { ...good, above: 3 }] },
      RangeError,
      "mood: edge of good must be either from or above, ascending from 1 within 5, got 3",
    ],
    [
      "an empty band",
      { bands: [bad, { ...fair, from: 3 }, { ...good, from: 3 }] },
      RangeError,
      /^mood: edge of good .*got 3$/,
    ],
    [
      "an empty band between two open edges",
      { bands: [bad, { ...fair, above: 3 }, { ...good, above: 3 }] },
      RangeError,
      /^mood: edge of good .*got 3$/,
    ],
    ["an edge off the scale", { bands: [bad, { ...good, from: 6 }] }, RangeError, /^mood: edge of good .*got 6$/],
    [
      "an edge above the highest rating",
      { bands: [bad, { ...good, above: 5 }] },
      RangeError,
      /^mood: edge of good .*got 5$/,
    ],
    [
      "an edge that is no number",
      { bands: [bad, { ...good, from: Number.NaN }] },
      RangeError,
      /^mood: edge of good .*NaN$/,
    ],
    ["an edge in text", { bands: [bad, { ...good, from: "4" }] }, TypeError, /^mood: edge of good .*got "4"$/],
    [
      "two edges of one band",
      { bands: [bad, { ...good, from: 4, above: 3 }] },
      RangeError,
      /^mood: edge of good must be either/,
    ],
    [
      "no positive band for a share",
      { statistic: "share", bands: [bad, { ...fair, from: 3 }] },
      RangeError,
      /positive, for share scores/,
    ],
    [
      "no positive band for a net",
      { bands: [bad, { ...fair, from: 3 }] },
      RangeError,
      /^mood: .*positive, for net scores/,
    ],
    [
      "no negative band for a net",
      { bands: [fair, { ...good, from: 3 }] },
      RangeError,
      /^mood: .*negative, for net scores/,
    ],
  ])("refuses %s", (_, part, error, message) => {
    const wrong = { ...sound, ...part } as MetricDefinition;
    for (const call of [() => defineMetric(wrong), () => measure([], wrong), () => classify(4, wrong)]) {
      expect(call).toThrow(error);
      expect(call).toThrow(message);
    }
  });

  it.each([null, undefined, "NPS", 9])("refuses %o for a definition, in its own words", (definition) => {
    expect(() => defineMetric(definition as unknown as typeof NPS)).toThrow("definition must be a metric definition");
  });
});
