import { describe, expect, it } from "vitest";
import {
  defineInstrument,
  mergeServqual,
  type ServqualResponse,
  type ServqualTally,
  servqual,
  tallyServqual,
} from "../../src/index.js";

type Dimension = "rooms" | "staff";
const HOTEL = defineInstrument({ name: "hotel", scale: { min: 1, max: 7 }, dimensions: { rooms: [1, 2], staff: [3] } });
const expectations = [4, 4, 4];
const options = { instrument: HOTEL };

/** The way to each number in a structure. */
function pathsOf(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value === "number") return [[...path]];
  return Object.entries(value as object).flatMap(([name, inner]) => pathsOf(inner, [...path, name]));
}

function setAt(value: object, path: readonly string[], figure: number): void {
  const parent = path.slice(0, -1).reduce<object>((inner, name) => inner[name as never], value);
  Object.assign(parent, { [path.at(-1)!]: figure });
}

describe("confirmation", () => {
  // Gaps of rooms, staff and the mean of both: 2, 0, 1; 0, 0, 0; -1, 1, 0; -1, 0, -0.5.
  const guests: ServqualResponse<Dimension>[] = [
    { expectations, perceptions: [6, 6, 4], weight: 3 },
    { expectations, perceptions: [5, 3, 4], weight: 1 },
    { expectations, perceptions: [4, 2, 5], weight: 4 },
    { expectations, perceptions: [3, 3, 4], weight: 2 },
  ];

  it("counts and weighs who found more, just what, or less than expected, in each dimension and in their mean", () => {
    const { overall, dimensions } = servqual(guests, options);
    expect(dimensions.rooms.confirmation).toEqual({
      exceeded: { sentiment: "positive", n: 1, weight: 3, share: 0.3 },
      met: { sentiment: "neutral", n: 1, weight: 1, share: 0.1 },
      fellShort: { sentiment: "negative", n: 2, weight: 6, share: 0.6 },
    });
    expect(dimensions.staff.confirmation).toEqual({
      exceeded: { sentiment: "positive", n: 1, weight: 4, share: 0.4 },
      met: { sentiment: "neutral", n: 3, weight: 6, share: 0.6 },
      fellShort: { sentiment: "negative", n: 0, weight: 0, share: 0 },
    });
    expect(overall.confirmation).toEqual({
      exceeded: { sentiment: "positive", n: 1, weight: 3, share: 0.3 },
      met: { sentiment: "neutral", n: 2, weight: 5, share: 0.5 },
      fellShort: { sentiment: "negative", n: 1, weight: 2, share: 0.2 },
    });
  });

  it("takes a gap for none that is the rounding of decimals", () => {
    // 0.1 + 0.2 + 0.3 is 0.6000000000000001, and 0.3 + 0.2 + 0.1 is 0.6.
    const instrument = defineInstrument({ scale: { min: 0, max: 1, step: 0.1 }, dimensions: { all: [1, 2, 3] } });
    for (const [found, expected] of [
      [
        [0.1, 0.2, 0.3],
        [0.3, 0.2, 0.1],
      ],
      [
        [0.3, 0.2, 0.1],
        [0.1, 0.2, 0.3],
      ],
    ]) {
      const { overall, dimensions } = servqual([{ expectations: expected, perceptions: found! }], { instrument });
      expect([dimensions.all.confirmation?.met.n, overall.confirmation?.met.n]).toEqual([1, 1]);
    }
  });

  it("leaves out who answered nothing", () => {
    const nothing = [{ expectations, perceptions: [null, null, null] }];
    const { overall, dimensions } = servqual(nothing, options);
    for (const confirmation of [overall.confirmation!, dimensions.rooms.confirmation!])
      expect(Object.values(confirmation).map(({ n, share }) => [n, share])).toEqual(Array(3).fill([0, null]));
  });
});

describe("tallyServqual", () => {
  it("sums up no gaps where nobody was asked for expectations", () => {
    const { sums, withExpectations } = tallyServqual([{ perceptions: [5, 5, 5], importance: [60, 40] }], options);
    expect(withExpectations).toBe(false);
    for (const { gap, expectation, perception } of [sums.dimensions, sums.byImportance]) {
      expect(new Set([...gap.n, ...expectation.n])).toEqual(new Set([0]));
      expect(new Set(perception.n)).toEqual(new Set([1]));
    }
    expect(sums.overallConfirmation).toMatchObject({ exceeded: { n: 0 }, met: { n: 0 }, fellShort: { n: 0 } });
  });

  it("refuses expectations of some after others without", () => {
    const responses = [{ perceptions: [5, 5, 5] }, { expectations, perceptions: [5, 5, 5] }];
    expect(() => tallyServqual(responses, options)).toThrow(
      new TypeError("expectations of response 1 must be left out, as before, got an array"),
    );
  });
});

describe("a stored tally", () => {
  const tally = tallyServqual([{ expectations, perceptions: [5, 5, 5] }], options);
  /** As somebody else may have stored it. */
  const changed = (change: (sums: ServqualTally["sums"]) => void) => {
    const other = structuredClone(tally);
    change(other.sums);
    return other;
  };

  it("is read with either treatment of missing items, and of nobody", () => {
    const complete = { ...options, missing: "complete" } as const;
    const strict = tallyServqual([{ expectations, perceptions: [5, null, 5] }], complete);
    const nobody = tallyServqual<Dimension>([], complete);
    const merged = mergeServqual(nobody, strict, JSON.parse(JSON.stringify(strict)));
    expect(merged).toMatchObject({ missing: "complete", withExpectations: true, sums: { responses: 2 } });
    expect(servqual(merged).dimensions.rooms.perception).toMatchObject({ score: null, n: 0, missing: 2 });
  });

  it.each<[string, unknown, string]>([
    ["no tally", 5, "tally 1 must be a tally, as of tallyServqual, got 5"],
    ["null", null, "tally 1 must be a tally, as of tallyServqual, got null"],
    ["no instrument", {}, "instrument: scale.min must be within ±1e15, got undefined"],
    ["another treatment", { ...tally, missing: "mean" }, 'tally 1: missing must be half or complete, got "mean"'],
    [
      "expectations that are neither there nor not",
      { ...tally, withExpectations: "yes" },
      'tally 1: withExpectations must be true, false or null, got "yes"',
    ],
    [
      "no sums",
      { ...tally, sums: undefined },
      "tally 1: sums must be an object with responses,items,dimensions,incomplete,reliability,confirmation," +
        "overallConfirmation,byImportance, got undefined",
    ],
    [
      "more answers than responses",
      { ...tally, sums: { ...tally.sums, responses: 0 } },
      "tally 1: sums.items.gap.n.0 must be a whole number from 0 to that of the responses, got 1",
    ],
    [
      "a sum that ratings cannot have",
      changed((sums) => {
        sums.items.expectation.sum[2] = 1.7e308;
      }),
      "tally 1: sums.items.expectation.sum.2 must be from 1 to 7, got 1.7e+308",
    ],
    [
      "a gap that ratings cannot have",
      changed((sums) => {
        sums.dimensions.gap.sum[0] = -6.1;
      }),
      "tally 1: sums.dimensions.gap.sum.0 must be from -6 to 6, got -6.1",
    ],
    [
      "a weight that is below all weights",
      changed((sums) => {
        sums.overallConfirmation.met.weight = -1;
      }),
      "tally 1: sums.overallConfirmation.met.weight must be 0, or from 1e-100 to 1e120, got -1",
    ],
    [
      "squares above the square of the weights",
      changed((sums) => {
        sums.items.gap.squares[0] = 2;
      }),
      "tally 1: sums.items.gap.squares.0 must be from 0 to 1, got 2",
    ],
    [
      "products of two dimensions that ratings cannot have",
      changed((sums) => {
        sums.dimensions.perception.pairProducts[0]![1] = 50;
      }),
      "tally 1: sums.dimensions.perception.pairProducts.0.1 must be from -49 to 49, got 50",
    ],
    [
      "products of two items that ratings cannot have",
      changed((sums) => {
        sums.reliability[0]!.products[0]![1] = -50;
      }),
      "tally 1: sums.reliability.0.products.0.1 must be from -49 to 49, got -50",
    ],
  ])("is refused by its place: %s", (_, other, message) => {
    expect(() => mergeServqual(tally, other as ServqualTally<Dimension>)).toThrow(expect.objectContaining({ message }));
  });

  it("is refused for each of its numbers that no ratings add up to, by the name of it", () => {
    const items = Array.from({ length: 22 }, (_, item) => 1 + (item % 7));
    const all = { expectations: items, perceptions: items.toReversed(), importance: [20, 20, 20, 20, 20] };
    const stored = tallyServqual([all, { ...all, weight: 3 }]);
    const paths = pathsOf(stored.sums);
    expect(paths.length).toBeGreaterThan(700);
    for (const path of paths)
      for (const figure of [1e300, -1e300]) {
        const other = structuredClone(stored);
        setAt(other.sums, path, figure);
        expect(() => servqual(other), path.join(".")).toThrow(`tally: sums.${path.join(".")} must be `);
      }
  });

  it("is read with the lightest and the heaviest weights that there are", () => {
    for (const weight of [1e-100, 1e100]) {
      const responses = Array.from({ length: 3 }, (_, index) => ({
        expectations,
        perceptions: [5, 5, 4 + index],
        weight,
      }));
      const stored: ServqualTally<Dimension> = JSON.parse(JSON.stringify(tallyServqual(responses, options)));
      expect(servqual(stored).dimensions.staff.perception.score).toBeCloseTo(5, 12);
      expect(servqual(mergeServqual(stored, stored)).n).toBe(6);
    }
  });

  it("is needed, one at least, for a merged one", () => {
    expect(() => mergeServqual()).toThrow("mergeServqual needs at least one tally, as it says of which instrument");
  });
});
