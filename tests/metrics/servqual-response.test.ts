import { describe, expect, it } from "vitest";
import { defineInstrument, type Points, type ServqualResponse, servqual } from "../../src/index.js";

const HOTEL = defineInstrument({ name: "hotel", scale: { min: 1, max: 7 }, dimensions: { rooms: [1, 2], staff: [3] } });
const SHOP = defineInstrument({ scale: { min: 1, max: 5 }, dimensions: { shop: ["light", "queues"] } });
const perceptions = [5, 5, 5];

describe("a response to an instrument", () => {
  it.each<[string, object, string]>([
    [
      "an expectation off the scale",
      { perceptions, expectations: [7, 8, 7] },
      "RangeError: expectations of response 1, item 2, must be from 1 to 7 in steps of 1 or null, got 8",
    ],
    [
      "too few expectations",
      { perceptions, expectations: [7, 7] },
      "RangeError: the number of expectations of response 1 must be that of the items, 3, got 2",
    ],
    [
      "points for one dimension of two",
      { perceptions, importance: [100] },
      "RangeError: the number of importance of response 1 must be that of the dimensions, 2, got 1",
    ],
    [
      "points for three dimensions of two",
      { perceptions, importance: [50, 50, 0] },
      "RangeError: the number of importance of response 1 must be that of the dimensions, 2, got 3",
    ],
    [
      "points below 0",
      { perceptions, importance: { rooms: 150, staff: -50 } },
      "RangeError: importance of response 1 for staff must be a number of points, 0 to 100, got -50",
    ],
    [
      "points without end",
      { perceptions, importance: [Number.POSITIVE_INFINITY, 0] },
      "RangeError: importance of response 1 for rooms must be a number of points, 0 to 100, got Infinity",
    ],
  ])("is not one with %s", (_, response, message) => {
    const both = [{ perceptions, expectations: "expectations" in response ? perceptions : null }, response];
    expect(() => servqual(both as ServqualResponse<"rooms" | "staff">[], { instrument: HOTEL })).toThrow(
      expect.toSatisfy((error) => String(error) === message),
    );
  });

  it.each([[undefined], [null], [5], ["light"], [[5, 4]]])("with keys for items has no ratings in %o", (ratings) => {
    const response = { perceptions: ratings } as unknown as ServqualResponse<"shop">;
    expect(() => servqual([response], { instrument: SHOP })).toThrow(
      /^perceptions of response 0 must be an object of ratings under the keys of the items, got /,
    );
  });

  it("takes points that add up to 100 but for their rounding", () => {
    const points: Points<"rooms" | "staff"> = [100 / 3, 66.6666667];
    const { weighted } = servqual([{ perceptions: [1, 1, 4] }], { instrument: HOTEL, weights: points });
    expect(weighted!.perception.score).toBeCloseTo(3, 6);
  });
});
