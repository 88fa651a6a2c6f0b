import { describe, expect, it } from "vitest";
import { inkOn, paletteOf, toneOf, tonesOf } from "../../src/chart/palette.js";
import { SENTIMENTS } from "../../src/metrics/definition.js";

type Rgb = readonly [number, number, number];

// What the kinds of colour blindness make of linear light, at full severity: Machado, Oliveira & Fernandes (2009), "A
// physiologically-based model for simulation of color vision deficiency", table 1.
const VISIONS: Readonly<Record<string, readonly [Rgb, Rgb, Rgb]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function linear(color: string): Rgb {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(color.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return [red!, green!, blue!];
}

function seen(color: string, vision: string): Rgb {
  const light = linear(color);
  const [red, green, blue] = VISIONS[vision]!.map((row) =>
    Math.min(
      1,
      Math.max(
        0,
        row.reduce((sum, part, channel) => sum + part * light[channel]!, 0),
      ),
    ),
  );
  return [red!, green!, blue!];
}

/** CIE L*a*b* of linear sRGB, D65. */
function lab([red, green, blue]: Rgb): Rgb {
  const part = (value: number) => (value > 216 / 24389 ? Math.cbrt(value) : (24389 / 27) * (value / 116) + 16 / 116);
  const x = part((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047);
  const y = part(0.2126729 * red + 0.7151522 * green + 0.072175 * blue);
  const z = part((0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** How different two colours are: about 2 can just be told apart side by side. */
function distance(a: string, b: string, vision: string): number {
  const [one, other] = [lab(seen(a, vision)), lab(seen(b, vision))];
  return Math.hypot(...one.map((part, index) => part - other[index]!));
}

function luminance(color: string): number {
  const [red, green, blue] = linear(color);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast by WCAG 2, 1 to 21. */
function contrast(a: string, b: string): number {
  const [darker, lighter] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return (lighter! + 0.05) / (darker! + 0.05);
}

function pairs<Value>(values: readonly Value[]): [Value, Value][] {
  return values.flatMap((one, index) => values.slice(index + 1).map((other): [Value, Value] => [one, other]));
}

describe.each(["light", "dark"] as const)("the %s palette", (theme) => {
  const palette = paletteOf(theme);
  const tones = tonesOf(palette);

  describe.each(Object.keys(VISIONS))("with %s", (vision) => {
    it("has sentiments that are far apart", () => {
      const colors = SENTIMENTS.map((sentiment) => toneOf(palette, sentiment));
      for (const [a, b] of pairs(colors)) expect(distance(a, b, vision), `${a} ${b}`).toBeGreaterThan(25);
    });

    it("has tones of a sentiment, and series, that can be told apart", () => {
      for (const each of Object.values(tones))
        for (const [a, b] of pairs(each)) expect(distance(a, b, vision), `${a} ${b}`).toBeGreaterThan(5);
      for (const [a, b] of pairs(palette.series)) expect(distance(a, b, vision), `${a} ${b}`).toBeGreaterThan(10);
    });
  });

  it("has texts that can be read on the background, and on every bar", () => {
    const { background, ink, muted } = palette;
    for (const color of [ink, muted]) expect(contrast(color, background)).toBeGreaterThan(4.5);
    for (const tone of Object.values(tones).flat()) expect(contrast(inkOn(tone), tone), tone).toBeGreaterThan(4.5);
  });

  it("has marks that stand out from the background", () => {
    const { background, accent, quiet } = palette;
    for (const color of [accent, tones.negative[0], tones.positive[0]])
      expect(contrast(color, background), color).toBeGreaterThan(3);
    expect(contrast(quiet, background)).toBeGreaterThan(2.5);
  });
});
