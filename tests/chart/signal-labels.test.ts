import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type SignalPoint, signalLabels } from "../../src/chart/signal-labels.js";
import { widthOf } from "../../src/chart/wrap.js";

const at = (x: number, y: number, side: -1 | 1, ...reasons: string[]): SignalPoint => ({ x, y, side, reasons });

describe("signalLabels", () => {
  it("says a reason once for points in a row, at the one farthest out", () => {
    const points = [
      at(100, 50, -1, "run"),
      at(120, 30, -1, "run"),
      at(140, 40, -1, "run"),
      at(160, 80, 1),
      at(180, 50, -1, "run"),
    ];
    expect(signalLabels(points, 400, 200)).toEqual([
      { at: 1, reason: "run", align: "center", dy: -14 },
      { at: 4, reason: "run", align: "center", dy: -14 },
    ]);
  });

  it("leaves a point that has another reason besides to that one", () => {
    const points = [at(100, 120, 1, "run"), at(130, 190, 1, "below", "run"), at(160, 130, 1, "run")];
    expect(signalLabels(points, 400, 300).map((label) => [label.at, label.reason])).toEqual([
      [2, "run"],
      [1, "below"],
    ]);
  });

  it("stacks several reasons of one point away from the centre", () => {
    expect(signalLabels([at(200, 100, 1, "below", "jump")], 400, 300).map(({ dy }) => dy)).toEqual([14, 29]);
  });

  it("keeps inside of the panel at its ends, and above its bottom", () => {
    const labels = signalLabels([at(5, 50, -1, "a"), at(395, 50, -1, "b"), at(200, 195, 1, "c")], 400, 200);
    expect(labels.map(({ align }) => align)).toEqual(["left", "right", "center"]);
    expect(labels[2]!.dy).toBe(-14);
  });

  it("puts no label over another one, nor below the panel", () => {
    const point = fc.record({
      y: fc.integer({ min: 20, max: 180 }),
      side: fc.constantFrom<-1 | 1>(-1, 1),
      reasons: fc.subarray(["above limit", "run above centre", "large move"]),
    });
    fc.assert(
      fc.property(fc.array(point, { maxLength: 12 }), (drawn) => {
        const points = drawn.map((one, index) => ({ ...one, x: 40 + 60 * index }));
        const boxes = signalLabels(points, 800, 200).map(({ at, reason, align, dy }) => {
          const width = widthOf(reason, 11);
          const left = points[at]!.x - width * { left: 0, center: 0.5, right: 1 }[align];
          return { left, right: left + width, y: points[at]!.y + dy };
        });
        boxes.forEach((one, index) => {
          expect(one.y).toBeLessThanOrEqual(193);
          for (const other of boxes.slice(index + 1))
            expect(one.right <= other.left || other.right <= one.left || Math.abs(one.y - other.y) >= 14).toBe(true);
        });
      }),
    );
  });
});
