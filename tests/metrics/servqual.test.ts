import { describe, expect, it } from "vitest";
import {
  defineInstrument,
  type Instrument,
  mergeServqual,
  SERVQUAL_1988,
  type ServqualResponse,
  servqual,
  tallyServqual,
} from "../../src/index.js";

const sevens = Array.from({ length: 22 }, () => 7);
const HOTEL = defineInstrument({ name: "hotel", scale: { min: 1, max: 7 }, dimensions: { rooms: [1, 2], staff: [3] } });
const guests: ServqualResponse<"rooms" | "staff">[] = [
  { expectations: [6, 7, 6], perceptions: [5, 5, 7] },
  { expectations: [7, 6, 5], perceptions: [6, 6, 5] },
  { expectations: [5, 5, 6], perceptions: [5, 4, 4] },
];

describe("servqual", () => {
  it("scores the worked example of the guide", () => {
    const { overall, dimensions, items, n, missing } = servqual(guests, { instrument: HOTEL });
    expect([n, missing]).toEqual([3, 0]);
    expect(dimensions.rooms.gap?.score).toBeCloseTo(-2.5 / 3, 14);
    expect(dimensions.staff.gap?.score).toBeCloseTo(-1 / 3, 14);
    expect(overall.gap?.score).toBeCloseTo(-1.75 / 3, 14);
    expect(overall.gap?.standardError).toBeCloseTo(1 / 3, 14);
    expect(items.map(({ item, dimension }) => [item, dimension])).toEqual([
      [1, "rooms"],
      [2, "rooms"],
      [3, "staff"],
    ]);
  });

  it("without expectations has the same shape, with gaps of null", () => {
    const both = servqual(guests, { instrument: HOTEL });
    const alone = servqual(
      guests.map(({ perceptions }) => ({ perceptions })),
      { instrument: HOTEL },
    );
    expect(Object.keys(alone)).toEqual(Object.keys(both));
    expect(Object.keys(alone.dimensions.rooms)).toEqual(Object.keys(both.dimensions.rooms));
    expect([alone.overall.gap, alone.overall.expectation, alone.overall.confirmation]).toEqual([null, null, null]);
    expect(alone.overall.perception).toEqual(both.overall.perception);
  });

  it("is null where nobody answered, and says how many did not", () => {
    const nothing = [null, null, null];
    const { overall, n, missing } = servqual([{ expectations: nothing, perceptions: nothing }], { instrument: HOTEL });
    expect([n, missing]).toEqual([0, 1]);
    expect(overall.gap).toEqual({ score: null, n: 0, missing: 1, standardError: null, interval: null });
    expect(servqual([]).overall.gap?.score).toBeNull();
    expect(servqual([])).toMatchObject({ n: 0, missing: 0, weighted: null });
  });

  it("has a score but no interval of one respondent", () => {
    const { gap } = servqual(guests.slice(0, 1), { instrument: HOTEL }).dimensions.rooms;
    expect(gap).toEqual({ score: -1.5, n: 1, missing: 0, standardError: null, interval: null });
  });

  it("takes a dimension of which half the pairs are answered, or all, as it is told", () => {
    const half = [{ expectations: [6, null, 6], perceptions: [5, 5, 7] }];
    const { rooms } = servqual(half, { instrument: HOTEL }).dimensions;
    expect([rooms.gap?.score, rooms.gap?.n, rooms.incomplete]).toEqual([-1, 1, 1]);
    expect(rooms.perception.score).toBe(5);
    const strict = servqual(half, { instrument: HOTEL, missing: "complete" }).dimensions.rooms;
    expect([strict.gap?.score, strict.gap?.n, strict.gap?.missing, strict.incomplete]).toEqual([null, 0, 1, 0]);
  });

  it("takes another instrument", () => {
    const negative = sevens.map((_, index) => (SERVQUAL_1988.reversed?.includes(index + 1) ? 1 : 7));
    expect(servqual([{ perceptions: negative }], { instrument: SERVQUAL_1988 }).overall.perception.score).toBe(7);
    expect(servqual([{ perceptions: negative }]).dimensions.empathy.perception.score).toBe(1);
  });

  it("weighs dimensions by points, in their order or by name, before the respondents' own importance", () => {
    const own = guests.map((guest) => ({ ...guest, importance: [0, 100] }));
    const byName = servqual(own, { instrument: HOTEL, weights: { staff: 25, rooms: 75 } });
    const inOrder = servqual(own, { instrument: HOTEL, weights: [75, 25] });
    expect(byName.weighted?.gap?.score).toBeCloseTo((75 * -2.5 - 25) / 300, 14);
    expect(inOrder).toEqual(byName);
    expect(servqual(own, { instrument: HOTEL }).weighted?.gap?.score).toBeCloseTo(-1 / 3, 14);
    expect(servqual(guests, { instrument: HOTEL }).weighted).toBeNull();
  });

  it("weighs respondents", () => {
    const weighted = guests.map((guest, index) => ({ ...guest, weight: [2, 1, 1][index] }));
    const doubled = [guests[0]!, ...guests];
    const got = servqual(weighted, { instrument: HOTEL });
    expect(got.overall.gap?.score).toBeCloseTo(servqual(doubled, { instrument: HOTEL }).overall.gap?.score ?? 0, 14);
    expect(got.n).toBe(3);
  });

  it("shares respondents by weight among those who found more, just what, or less than expected", () => {
    const weighted = [5, 4, 3, 3].map((rating, index) => ({
      expectations: [4, 4, 4],
      perceptions: [rating, rating, 4],
      weight: [3, 1, 4, 2][index],
    }));
    const shares = {
      exceeded: { sentiment: "positive", n: 1, weight: 3, share: 0.3 },
      met: { sentiment: "neutral", n: 1, weight: 1, share: 0.1 },
      fellShort: { sentiment: "negative", n: 2, weight: 6, share: 0.6 },
    };
    const { overall, dimensions } = servqual(weighted, { instrument: HOTEL });
    expect([dimensions.rooms.confirmation, overall.confirmation]).toEqual([shares, shares]);
    const nobody = servqual([{ ...weighted[1]!, weight: 0 }], { instrument: HOTEL }).overall.confirmation!;
    expect(nobody.met).toEqual({ sentiment: "neutral", n: 1, weight: 0, share: null });
  });

  it("names its metric", () => {
    expect(servqual([]).metric).toBe("servqual");
  });

  it("has a wider interval at a higher level", () => {
    const width = (level: number) => {
      const { interval } = servqual(guests, { instrument: HOTEL, level }).dimensions.staff.gap!;
      return interval!.high - interval!.low;
    };
    expect(width(0.9)).toBeGreaterThan(width(0.5));
  });

  it.each<[string, unknown, object, string]>([
    [
      "21 ratings",
      [{ perceptions: sevens.slice(1) }],
      {},
      "RangeError: the number of perceptions of response 0 must be that of the items, 22, got 21",
    ],
    [
      "an 8 on 1 to 7",
      [{ perceptions: sevens }, { perceptions: [...sevens.slice(1), 8] }],
      {},
      "RangeError: perceptions of response 1, item 22, must be from 1 to 7 in steps of 1 or null, got 8",
    ],
    [
      "text",
      [{ perceptions: ["7", ...sevens.slice(1)] }],
      {},
      'TypeError: perceptions of response 0, item 1, must be from 1 to 7 in steps of 1 or null, got "7"',
    ],
    [
      "expectations without perceptions",
      [{ expectations: sevens }],
      {},
      "TypeError: perceptions of response 0 must be a list of 22 ratings, got undefined",
    ],
    [
      "expectations of some only",
      [{ expectations: sevens, perceptions: sevens }, { perceptions: sevens }],
      {},
      "TypeError: expectations of response 1 must be given, as before, got undefined",
    ],
    [
      "weights of 101 points",
      [{ perceptions: sevens }],
      { weights: [20, 20, 20, 20, 21] },
      "RangeError: the sum of weights must be 100, shared among tangibles, reliability, responsiveness, assurance, empathy, got 101",
    ],
    [
      "an unknown dimension",
      [{ perceptions: sevens }],
      { weights: { tangibles: 50, speed: 50 } },
      'TypeError: a dimension of weights must be one of tangibles, reliability, responsiveness, assurance, empathy, got "speed"',
    ],
    [
      "a missing dimension",
      [{ perceptions: sevens }],
      { weights: { tangibles: 100 } },
      "TypeError: weights for reliability must be a number of points, 0 to 100, got undefined",
    ],
    [
      "importance of 90 points",
      [{ perceptions: sevens, importance: [90, 0, 0, 0, 0] }],
      {},
      "RangeError: the sum of importance of response 0 must be 100, shared among tangibles, reliability, responsiveness, assurance, empathy, got 90",
    ],
    [
      "a negative weight",
      [{ perceptions: sevens, weight: -1 }],
      {},
      "RangeError: weight of response 0 must be 0, or from 1e-100 to 1e100, got -1",
    ],
    [
      "no responses at all",
      null,
      {},
      "TypeError: responses must be an iterable of { expectations, perceptions }, or a tally of them, got null",
    ],
    [
      "text for responses",
      "[]",
      {},
      'TypeError: responses must be an iterable of { expectations, perceptions }, or a tally of them, got "[]"',
    ],
    [
      "a tally without sums",
      { ...tallyServqual([]), sums: null },
      {},
      "TypeError: tally: sums must be an object with responses,items,dimensions,incomplete,reliability,confirmation," +
        "overallConfirmation,byImportance, got null",
    ],
    [
      "a level of 95",
      [{ perceptions: sevens }],
      { level: 95 },
      "RangeError: level must be between 0 and 1, such as 0.95, got 95",
    ],
    [
      "expectations of 0",
      [{ perceptions: sevens, expectations: 0 }],
      {},
      "RangeError: expectations of response 0 must be a list of 22 ratings, got 0",
    ],
    [
      "importance of false",
      [{ perceptions: sevens, importance: false }],
      {},
      "TypeError: importance of response 0 for tangibles must be a number of points, 0 to 100, got undefined",
    ],
    [
      "weights of 0",
      [{ perceptions: sevens }],
      { weights: 0 },
      "TypeError: weights for tangibles must be a number of points, 0 to 100, got undefined",
    ],
    [
      "an unknown treatment",
      [{ perceptions: sevens }],
      { missing: "mean" },
      'TypeError: missing must be half or complete, got "mean"',
    ],
  ])("refuses %s", (_, responses, options, message) => {
    let thrown = "nothing";
    try {
      servqual(responses as ServqualResponse[], options as object);
    } catch (error) {
      thrown = String(error);
    }
    expect(thrown).toBe(message);
  });
});

describe("mergeServqual", () => {
  const tally = tallyServqual(guests, { instrument: HOTEL });

  it("refuses no tallies, other instruments, other treatments, and a mixture with and without expectations", () => {
    expect(() => mergeServqual()).toThrow(TypeError);
    expect(() => mergeServqual<string>(tally, tallyServqual([]))).toThrow(/one instrument/);
    expect(() => mergeServqual(tally, tallyServqual(guests, { instrument: HOTEL, missing: "complete" }))).toThrow(
      /missing/,
    );
    expect(() => mergeServqual(tally, tallyServqual([{ perceptions: [1, 2, 3] }], { instrument: HOTEL }))).toThrow(
      /expectations/,
    );
  });

  it("has the empty tally of an instrument as its unit", () => {
    const empty = tallyServqual<"rooms" | "staff">([], { instrument: HOTEL });
    expect(mergeServqual(tally, empty)).toEqual(tally);
    expect(mergeServqual(empty, tally)).toEqual(tally);
  });

  it("is not scored with other options than its own", () => {
    expect(() => servqual(tally, { missing: "complete" })).toThrow(/those of the tally/);
    expect(servqual(tally, { instrument: HOTEL })).toEqual(servqual(tally));
  });
});

describe("defineInstrument", () => {
  it.each<[string, Partial<Instrument>, string]>([
    ["an item that stands twice", { dimensions: { a: [1, 2], b: [2] } }, "one place only, got 2"],
    ["a number left out", { dimensions: { a: [1], b: [3] } }, "2 is missing"],
    ["an item 0", { dimensions: { a: [0, 1] } }, "2 is missing"],
    ["numbers mixed with keys", { dimensions: { a: [1, "x"] } }, 'all items the same, got "x"'],
    ["no dimension", { dimensions: {} }, "at least one dimension"],
    ["an empty dimension", { dimensions: { a: [1], b: [] } }, "dimension b"],
    [
      "an unknown reversed item",
      { dimensions: { a: [1] }, reversed: [2] },
      "reversed item must be an item of a dimension, got 2",
    ],
    ["a scale without extent", { scale: { min: 3, max: 3 } }, "above scale.min 3"],
    ["a step that does not divide the scale", { scale: { min: 1, max: 7, step: 4 } }, "divides 1 to 7"],
  ])("refuses %s", (_, part, message) => {
    const instrument = { name: "mine", scale: { min: 1, max: 7 }, dimensions: { a: [1, 2] }, ...part };
    expect(() => defineInstrument(instrument)).toThrow(message);
    expect(() => servqual([], { instrument })).toThrow(message);
  });

  it("takes keys, and ratings in objects", () => {
    const instrument = defineInstrument({
      scale: { min: 1, max: 5 },
      dimensions: { place: ["quiet", "light"], holdings: ["books", "queues"] },
      reversed: ["queues"],
    });
    const { dimensions } = servqual([{ perceptions: { quiet: 4, light: null, books: 5, queues: 1 } }], { instrument });
    expect(dimensions.place.perception.score).toBe(4);
    expect(dimensions.holdings.perception.score).toBe(5);
    expect(() => servqual([{ perceptions: { quite: 4 } }], { instrument })).toThrow(
      'a key of perceptions of response 0 must be one of quiet, light, books, queues, got "quite"',
    );
    expect(() => servqual([{ perceptions: [1, 2, 3, 4] }], { instrument })).toThrow(/under the keys/);
  });
});
