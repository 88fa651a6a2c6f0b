import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeBy, nps, segment, tallyBy, tallyChunks } from "../../src/index.js";
import { trend } from "../../src/trend/index.js";

/** Rows with awkward keys; weights are 64ths, so that their sums are exact in any order. */
const row = fc.record({
  region: fc.constantFrom("north", "south", "__proto__", "", null, undefined, 1, true),
  tier: fc.constantFrom("basic", "plus"),
  score: fc.option(fc.integer({ min: 0, max: 10 }), { nil: null }),
  weight: fc.integer({ min: 0, max: 640 }).map((k) => k / 64),
  at: fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2026, 5) }),
});
const rows = fc.array(row, { maxLength: 60 });
type Row = typeof row extends fc.Arbitrary<infer R> ? R : never;

const options = {
  by: { region: (r: Row) => r.region, tier: (r: Row) => r.tier },
  score: (r: Row) => r.score,
  weight: (r: Row) => r.weight,
};
const stored = (some: readonly Row[]) => tallyBy(some, options);
const ofStored = {
  by: {
    region: (r: ReturnType<typeof stored>[number]) => r.keys.region,
    tier: (r: ReturnType<typeof stored>[number]) => r.keys.tier,
  },
  score: (r: ReturnType<typeof stored>[number]) => r,
};

describe("tallies by segment", () => {
  it("give the segments that the rows give", () => {
    fc.assert(
      fc.property(rows, (some) => {
        const of = { metric: nps, totals: true, minN: 3 };
        expect(segment(stored(some), { ...ofStored, ...of })).toEqual(segment(some, { ...options, ...of }));
      }),
    );
  });

  it("are the same when tallied again, and in any order of the rows", () => {
    fc.assert(
      fc.property(rows, fc.func(fc.integer()), (some, order) => {
        expect(tallyBy(stored(some), ofStored)).toEqual(stored(some));
        const shuffled = some.map((r, index) => [order(index), r] as const).sort((a, b) => a[0] - b[0]);
        expect(stored(shuffled.map(([, r]) => r))).toEqual(stored(some));
      }),
    );
  });

  it("merge to the tally of all rows, in any grouping, with [] as the unit", () => {
    fc.assert(
      fc.property(rows, rows, rows, (a, b, c) => {
        const whole = stored([...a, ...b, ...c]);
        expect(mergeBy(stored(a), stored(b), stored(c))).toEqual(whole);
        expect(mergeBy(mergeBy(stored(c), stored(a)), stored(b))).toEqual(whole);
        expect(mergeBy(whole, [])).toEqual(whole);
      }),
    );
  });

  it("survive JSON", () => {
    fc.assert(
      fc.property(rows, (some) => {
        expect(JSON.parse(JSON.stringify(stored(some)))).toEqual(stored(some));
      }),
    );
  });

  it("are made of a stream in chunks of any size", async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 9 }), async (some, size) => {
        async function* stream() {
          yield* some;
        }
        expect(await tallyChunks(stream(), { tally: stored, merge: mergeBy, size })).toEqual(stored(some));
      }),
    );
  });

  it("of days make the trend of months", () => {
    fc.assert(
      fc.property(rows, (some) => {
        const day = (r: Row) => Math.floor(r.at / 86_400_000) * 86_400_000;
        const days = tallyBy(some, { by: { day }, score: (r) => r.score });
        const common = { every: "month", metric: nps, from: "2026-01-01", to: "2026-07-01" } as const;
        expect(trend(days, { ...common, time: (r) => r.keys.day as number, score: (r) => r })).toEqual(
          trend(some, { ...common, time: (r) => r.at, score: (r) => r.score }),
        );
      }),
    );
  });
});
