import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import {
  CES_1,
  ces,
  compare,
  csat,
  csi,
  type Measurement,
  measure,
  measureClustered,
  NPS,
  nps,
  POLARITY,
  sentiment,
} from "../../src/index.js";
import { measurementSchema } from "../../src/schema/index.js";
import { answersOf, methods, PRESETS, ratingsOn, userDefinitions } from "../laws/arbitraries.js";

const measurements: Record<string, Measurement> = {
  "an NPS": nps([10, 9, 3, null, 11], { invalid: "exclude" }),
  "a weighted one": nps([
    { score: 10, weight: 1 / 3 },
    { score: 3, n: 4, weight: 0.7 },
  ]),
  "an NPS of nobody": nps([]),
  "one of a single answer": ces([7]),
  "one without weight": csat([{ score: 5, weight: 0 }]),
  "one where lower is better": ces([1, 2, 5], { definition: CES_1, statistic: "index" }),
  "one on a continuous scale": sentiment([0.3, -0.2], { definition: POLARITY, interval: "wald" }),
};

/** A copy of a measurement with a part replaced, found by its path. */
function tampered(path: string, value: unknown): unknown {
  const copy = JSON.parse(JSON.stringify(nps([10, 9, 8, 3])));
  const keys = path.split(".");
  const last = keys.pop()!;
  const parent = keys.reduce((part, key) => part[key], copy);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
}

describe("measurementSchema", () => {
  it.each(Object.entries(measurements))("gives %s back from JSON", (_, measurement) => {
    expect(measurementSchema.parse(JSON.parse(JSON.stringify(measurement)))).toStrictEqual(measurement);
  });

  it("gives any measurement back from JSON", () => {
    const definitions = fc.oneof(fc.constantFrom(...Object.values(PRESETS)), userDefinitions);
    const cases = definitions.chain((definition) =>
      fc.tuple(fc.constant(definition), methods, fc.array(answersOf(ratingsOn(definition)), { maxLength: 20 })),
    );
    fc.assert(
      fc.property(cases, ([definition, options, answers]) => {
        const measurement = measure(answers, definition, options);
        expect(measurementSchema.parse(JSON.parse(JSON.stringify(measurement)))).toStrictEqual(measurement);
      }),
      { numRuns: 300 },
    );
  });

  it("gives back what comparisons and readers of an index need besides", () => {
    const rows = [9, 10, 3, 4, 10, 10].map((score, index) => ({ score, account: index >> 1 }));
    const clustered = measureClustered(rows, {
      definition: NPS,
      score: (row) => row.score,
      cluster: (row) => row.account,
    });
    const index = csi([
      [8, 7],
      [6, null],
      [1, 2],
    ]);
    for (const measured of [clustered, index])
      expect(measurementSchema.parse(JSON.parse(JSON.stringify(measured)))).toEqual(measured);
    const stored = measurementSchema.parse(JSON.parse(JSON.stringify(clustered)));
    const welch = { method: "welch" } as const;
    expect(compare(stored, stored, welch)).toEqual(compare(clustered, clustered, welch));
    expect(compare(stored, stored, welch).df).toBeCloseTo(4, 12);
  });

  it("accepts what the tampering below begins with", () => {
    expect(measurementSchema.safeParse(tampered("metric", "nps")).success).toBe(true);
  });

  it.each([
    "metric",
    "statistic",
    "better",
    "scale",
    "scale.step",
    "score",
    "n",
    "missing",
    "invalid",
    "mean",
    "weight",
    "effectiveN",
    "standardError",
    "interval",
    "interval.level",
    "bands",
    "bands.promoter.share",
  ])("refuses one without %s", (path) => {
    expect(measurementSchema.safeParse(tampered(path, undefined)).success).toBe(false);
  });

  it.each([
    ["metric", ""],
    ["statistic", "median"],
    ["better", "bigger"],
    ["scale.min", "0"],
    ["scale.step", 0],
    ["score", "25"],
    ["score", Number.NaN],
    ["n", -1],
    ["n", 3.5],
    ["missing", -1],
    ["invalid", null],
    ["mean", Number.POSITIVE_INFINITY],
    ["weight", -4],
    ["effectiveN", -1],
    ["standardError", -1],
    ["interval.low", null],
    ["interval.level", 95],
    ["interval.level", 1],
    ["interval.method", "bootstrap"],
    ["bands.promoter", null],
    ["bands.promoter.sentiment", "great"],
    ["bands.promoter.n", 1.5],
    ["bands.promoter.share", 50],
    ["bands.promoter.share", -0.1],
  ])("refuses one whose %s is %o, naming the place", (path, value) => {
    const { error } = measurementSchema.safeParse(tampered(path, value));
    expect(error?.issues[0]?.path.join(".")).toBe(path);
  });

  it("refuses one that contradicts itself", () => {
    const contradictions: [string, unknown][] = [
      ["score", 250],
      ["score", null],
      ["mean", 11],
      ["scale.max", -1],
      ["n", 5],
      ["bands.promoter.n", 1],
      ["bands.promoter.share", 0.9],
      ["interval.low", 99.9],
      ["interval.high", 101],
    ];
    const accepted = contradictions.filter(
      ([path, value]) => measurementSchema.safeParse(tampered(path, value)).success,
    );
    expect(accepted).toEqual([]);
  });

  it.each([null, "{}", [], 25])("refuses %o, which is no measurement", (value) => {
    expect(measurementSchema.safeParse(value).success).toBe(false);
  });

  it("nests in a schema of one's own and converts to JSON Schema", () => {
    const report = z.object({ shop: z.string(), nps: measurementSchema });
    const stored = { shop: "north", nps: measurements["an NPS"] };
    expect(report.parse(stored)).toEqual(stored);
    const schema = z.toJSONSchema(measurementSchema, { io: "input" });
    expect(schema.required).toEqual(Object.keys(measurements["an NPS"]!));
  });
});
