import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { LOCALES } from "../../src/chart/words.js";
import { draw } from "../support/draw-chart.js";
import { CHARTS, DRAWN } from "./samples.js";

const schema = JSON.parse(
  readFileSync(new URL("../../node_modules/vega-lite/build/vega-lite-schema.json", import.meta.url), "utf8"),
);
const isVegaLite = new Ajv({ strict: false, validateFormats: false }).compile(schema);

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null) {
    for (const part of Object.values(value)) deepFreeze(part);
    Object.freeze(value);
  }
  return value;
}

describe.each(DRAWN)("the chart %s", (_, chart) => {
  describe.each(LOCALES)("in %s", (locale) => {
    it.each(["light", "dark"] as const)(
      "is Vega-Lite without a fault, and draws without a warning, in %s",
      async (theme) => {
        const spec = chart({ locale, theme });
        expect(isVegaLite(spec), JSON.stringify(isVegaLite.errors?.slice(0, 3))).toBe(true);
        const { warnings, svg } = await draw(spec);
        expect(warnings).toEqual([]);
        expect(svg).toMatch(/^<svg /);
        expect(svg).not.toMatch(/NaN|undefined|Infinity/);
        expect(JSON.stringify(spec)).not.toMatch(/\{\w+\}|NaN|undefined/);
      },
    );

    it("has a text alternative that the drawing carries", async () => {
      const { description } = chart({ locale });
      expect(description).toMatch(locale === "en" ? /\d.*\.$/ : /\d.*。$/);
      expect(description).not.toMatch(/[{}]|undefined|null|NaN/);
      const compiled = (await draw(chart({ locale }))).svg;
      expect(compiled).toContain("aria-label=");
    });
  });

  it("says nothing in English to those who read Chinese, but n, p, metrics and their own names", async () => {
    const spec = chart({ locale: "zh-CN" });
    const { texts } = await draw(spec);
    const latin = [...texts, spec.description].flatMap((text) => text.match(/[A-Za-z]{2,}/g) ?? []);
    const known = ["NPS", "north", "south", "east", "west", "old", "new", "rooms", "staff", "islands"];
    expect(latin.filter((word) => !known.includes(word))).toEqual([]);
  });

  it("is plain JSON, and the same every time", () => {
    const spec = chart();
    expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
    expect(chart()).toEqual(spec);
  });
});

describe.each(Object.entries(CHARTS))("the chart %s", (_, [result, chart]) => {
  it("is drawn from a result that was stored as JSON as from a fresh one", () => {
    expect(chart(JSON.parse(JSON.stringify(result)) as never)).toEqual(chart(result as never));
  });

  it("changes nothing of the result", () => {
    const frozen = deepFreeze(structuredClone(result));
    const before = JSON.stringify(frozen);
    chart(frozen as never, deepFreeze({ theme: { axis: { grid: false } }, labels: { names: { nps: "eNPS" } } }));
    expect(JSON.stringify(frozen)).toBe(before);
  });
});
