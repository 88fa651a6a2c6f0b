import { describe, expect, it } from "vitest";
import { servqualChart } from "../../src/chart/index.js";
import { defineInstrument, servqual } from "../../src/index.js";
import { draw } from "../support/draw-chart.js";
import { perceived, service } from "./samples.js";

describe("servqualChart", () => {
  it("has a dumbbell for each dimension: expectation and perception with a line between", async () => {
    const { of } = await draw(servqualChart(service));
    const lines = of("rule");
    const ends = of("symbol");
    const parts = [service.overall, ...Object.values(service.dimensions)];
    expect(lines).toHaveLength(3);
    expect(ends.map(({ datum }) => datum.score)).toEqual(
      parts.flatMap(({ expectation, perception }) => [expectation!.score, perception.score]),
    );
    lines.forEach((line, index) => {
      const [expectation, perception] = [ends[2 * index]!, ends[2 * index + 1]!];
      expect([line.y, line.y]).toEqual([expectation.y, perception.y]);
      expect([line.x, line.x2!].sort()).toEqual([expectation.x, perception.x].sort());
    });
    expect(new Set(ends.map(({ shape }) => shape))).toEqual(new Set(["diamond", "circle"]));
  });

  it("labels the gap with its sign and interval, and colours what falls short unlike what exceeds", async () => {
    const { of, texts } = await draw(servqualChart(service));
    const { overall, dimensions } = service;
    expect(overall.gap!.score).toBeLessThan(0);
    expect(dimensions.staff.gap!.score).toBeGreaterThan(0);
    const gaps = texts.filter((text) => /^[+-]?\d+\.\d\d \(/.test(text));
    expect(gaps).toHaveLength(3);
    expect(gaps[1]).toMatch(/^-1\.17 \(-2\.\d\d to /);
    expect(gaps[2]).toMatch(/^\+1\.00 \(/);
    const [first, second, third] = of("rule").map(({ stroke }) => stroke);
    expect(first).toBe(second);
    expect(third).not.toBe(second);
  });

  it("names the dimensions of SERVQUAL in the language of the chart", async () => {
    const responses = [
      { expectations: Array(22).fill(6), perceptions: Array(22).fill(5), importance: [20, 20, 20, 20, 20] },
    ];
    const result = servqual(responses);
    const english = await draw(servqualChart(result));
    expect(english.texts).toEqual(
      expect.arrayContaining(["Overall", "Weighted by importance", "Tangibles", "Empathy"]),
    );
    const chinese = await draw(servqualChart(result, { locale: "zh-CN" }));
    expect(chinese.texts).toEqual(expect.arrayContaining(["总体", "按重要性加权", "有形性", "移情性"]));
  });

  it("shows perceptions alone for SERVPERF, with their intervals", async () => {
    const spec = servqualChart(perceived);
    const { of, texts } = await draw(spec);
    expect(of("symbol")).toHaveLength(3);
    expect(of("rule")).toHaveLength(3);
    expect(texts).toEqual(expect.arrayContaining(["Service quality as perceived", "rooms", "5.50 (1.00 to 7.00)"]));
    expect(spec.description).toMatch(/^Service quality as perceived\. Overall: 5\.75 \(.*\), n 2; rooms: /);
    expect(texts).not.toContain("Expectation");
  });

  it("says which dimension nobody answered", async () => {
    const instrument = defineInstrument({ scale: { min: 1, max: 7 }, dimensions: { rooms: [1], staff: [2] } });
    const result = servqual([{ expectations: [6, null], perceptions: [5, null] }], { instrument });
    const { texts, of } = await draw(servqualChart(result));
    expect(texts.filter((text) => text === "nobody answered")).toHaveLength(2);
    expect(of("rule")).toHaveLength(1);
    expect(servqualChart(servqual([], { instrument })).description).toBe("No data.");
  });

  it("refuses what is no result of servqual", () => {
    expect(() => servqualChart(null as never)).toThrow("result must be what servqual returns, got null");
    expect(() => servqualChart({ overall: {}, dimensions: {} } as never)).toThrow(
      "perception of Overall must be an estimate",
    );
    const broken = JSON.parse(JSON.stringify(service));
    broken.dimensions.staff.gap.score = "1";
    expect(() => servqualChart(broken)).toThrow('gap of staff: score must be a finite number, got "1"');
    broken.dimensions.staff.gap = null;
    expect(() => servqualChart(broken)).toThrow("gap of staff must be an estimate, as of servqual, got null");
    const unasked = { ...JSON.parse(JSON.stringify(service)), overall: { ...service.overall, gap: null } };
    expect(() => servqualChart(unasked)).toThrow(/^gap of .* must be null, as overall, got an object$/);
  });
});
