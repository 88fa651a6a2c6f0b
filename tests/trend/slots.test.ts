import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { slotFinder } from "../../src/trend/slots.js";

/** The slots of all times. */
function slotsOf(times: ArrayLike<number>, cuts: readonly number[], series: ArrayLike<number>): Int32Array {
  return slotFinder(times, cuts, series)(0, times.length);
}

/** The same by looking at every cut. */
function slotOf(time: number, cuts: readonly number[]): number {
  return cuts.findIndex((cut, slot) => cut <= time && time < (cuts[slot + 1] ?? Number.NEGATIVE_INFINITY));
}

/** Cuts close together and far apart, anywhere that a Date can be. */
const cutLists = fc
  .record({
    first: fc.constantFrom(0, -1, 1, -8.6e15, 1_772_685_015_123, -1_772_685_015_123),
    gaps: fc.array(fc.constantFrom(1, 2, 3, 7, 1000, 3_600_000, 86_400_000, 2_678_400_000, 1e14), {
      minLength: 1,
      maxLength: 40,
    }),
  })
  .map(({ first, gaps }) => {
    const cuts: number[] = [first];
    for (const gap of gaps) cuts.push(cuts.at(-1)! + gap);
    return cuts;
  });

const cases = cutLists.chain((cuts) => {
  const nearCut = fc
    .tuple(fc.constantFrom(...cuts), fc.constantFrom(-1, -0.5, 0, 0.5, 1))
    .map(([cut, off]) => cut + off);
  const anywhere = fc.double({ min: 0, max: 1, noNaN: true }).map((part) => {
    const [first, last] = [cuts[0]!, cuts.at(-1)!];
    return Math.round(first + part * (last - first));
  });
  const row = fc.tuple(fc.oneof(nearCut, anywhere), fc.nat({ max: 3 }));
  return fc.record({ cuts: fc.constant(cuts), rows: fc.array(row, { maxLength: 60 }) });
});

describe("slots", () => {
  it("are the intervals from one cut to before the next, by series", () => {
    fc.assert(
      fc.property(cases, ({ cuts, rows }) => {
        const times = rows.map(([time]) => time);
        const series = rows.map(([, number]) => number);
        const expected = rows.map(([time, number]) => {
          const slot = slotOf(time, cuts);
          return slot < 0 ? -1 : slot + number * (cuts.length - 1);
        });
        expect([...slotsOf(times, cuts, series)]).toEqual(expected);
        expect([...slotsOf(Float64Array.from(times), cuts, Uint8Array.from(series))]).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it("are found of any part of the times", () => {
    fc.assert(
      fc.property(cases, fc.nat({ max: 60 }), fc.nat({ max: 60 }), ({ cuts, rows }, ...ends) => {
        const times = rows.map(([time]) => time);
        const series = rows.map(([, number]) => number);
        const all = slotsOf(times, cuts, series);
        const [from, to] = ends.map((end) => Math.min(end, rows.length)).sort((a, b) => a - b) as [number, number];
        const find = slotFinder(times, cuts, series);
        for (const [start, end] of [
          [from, to],
          [0, from],
          [to, rows.length],
        ] as const)
          expect([...find(start, end)]).toEqual([...all.slice(start, end)]);
      }),
      { numRuns: 200 },
    );
  });

  it("are few and found at once between a thousand cuts", () => {
    const cuts = Array.from({ length: 1001 }, (_, index) => index * 86_400_000 + (index % 7) * 3_600_000);
    const times = cuts.flatMap((cut) => [cut - 1, cut, cut + 1]);
    expect([...slotsOf(times, cuts, new Uint8Array(times.length))]).toEqual(times.map((time) => slotOf(time, cuts)));
  });

  it("end before a cut even by the smallest part of a millisecond", () => {
    for (const gap of [3, 10, 1000, 86_400_000, 100_000_007]) {
      const cuts = Array.from({ length: 50 }, (_, index) => index * gap);
      const times = cuts.slice(1).map((cut) => cut * (1 - 2 ** -53));
      expect([...slotsOf(times, cuts, new Uint8Array(times.length))]).toEqual([...times.keys()]);
    }
  });

  it("are none for no times", () => {
    expect([...slotsOf([], [0, 1], [])]).toEqual([]);
  });
});
