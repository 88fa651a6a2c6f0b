import type { Sentiment } from "../metrics/definition.js";

/** The colours of a chart. */
export interface Palette {
  readonly background: string;
  /** Of what is read first. */
  readonly ink: string;
  /** Of what is read second. */
  readonly muted: string;
  readonly grid: string;
  /** Of data that may be passed over. */
  readonly quiet: string;
  /** Of data without a sentiment. */
  readonly accent: string;
  readonly isDark: boolean;
  /** Of series, in turn. */
  readonly series: readonly string[];
}

// Blue, grey and orange stay apart for every kind of colour blindness; green and red do not. Series have the colours
// of Okabe and Ito (2008), "Color universal design", without the one that the background would swallow.
const LIGHT: Palette = {
  background: "#ffffff",
  ink: "#1c2126",
  muted: "#5a636c",
  grid: "#e4e7ea",
  quiet: "#98a1a9",
  accent: "#2166ac",
  isDark: false,
  series: ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#000000"],
};

const DARK: Palette = {
  background: "#15181c",
  ink: "#f0f2f4",
  muted: "#a8b1ba",
  grid: "#333a42",
  quiet: "#79838d",
  accent: "#6db1ec",
  isDark: true,
  series: ["#56b4e9", "#e69f00", "#009e73", "#cc79a7", "#f0e442", "#d55e00", "#ffffff"],
};

/** Of each sentiment, from the strongest tone to the lightest. */
export type Tones = Readonly<Record<Sentiment, readonly [string, string, string]>>;

// Apart from the palettes, so that a bundle of charts without sentiments goes without.
const LIGHT_TONES: Tones = {
  negative: ["#d0610f", "#ee9a4d", "#f8c996"],
  neutral: ["#c3c9cf", "#d5d9dd", "#e6e9ec"],
  positive: ["#2166ac", "#5f9fd8", "#a9cdec"],
};

const DARK_TONES: Tones = {
  negative: ["#f09a4a", "#bf6c22", "#84491a"],
  neutral: ["#6b747d", "#535b63", "#40474e"],
  positive: ["#6db1ec", "#3f80bd", "#2a5a8a"],
};

/** The colours of sentiments. */
export function tonesOf({ isDark }: Palette): Tones {
  return isDark ? DARK_TONES : LIGHT_TONES;
}

/** The colours that stand out from a background. */
export function paletteFor(background: string): Palette {
  return { ...(isDark(background) ? DARK : LIGHT), background };
}

/** The colours of the light or the dark theme. */
export function paletteOf(theme: "light" | "dark"): Palette {
  return theme === "dark" ? DARK : LIGHT;
}

/**
 * The colour of one of several bands of a sentiment.
 *
 * @param distance - how many bands of the same sentiment are farther from neutral than this one
 */
export function toneOf(palette: Palette, sentiment: Sentiment, distance = 0): string {
  return tonesOf(palette)[sentiment][Math.min(distance, 2)]!;
}

/** Black or white, whichever can be read on a colour. */
export function inkOn(color: string): string {
  // Where the contrast with black and the one with white are equal, by WCAG 2.
  return luminance(color) > 0.179 ? "#000000" : "#ffffff";
}

/** Whether a background is dark; a colour that is no hexadecimal one is taken as light. */
function isDark(background: string): boolean {
  return background === "black" || luminance(background) < 0.179;
}

/** Relative luminance by WCAG 2, 0 to 1. */
function luminance(color: string): number {
  const [, short, long] = /^#(?:([\da-f]{3})|([\da-f]{6}))$/i.exec(color) ?? [];
  const pairs = short?.replace(/./g, "$&$&") ?? long ?? "ffffff";
  const [red, green, blue] = [0, 2, 4].map((start) => linear(Number.parseInt(pairs.slice(start, start + 2), 16) / 255));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

/** The amount of light of a channel of sRGB. */
function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
