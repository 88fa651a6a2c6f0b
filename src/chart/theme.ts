import { wrong } from "../answers/wrong.js";
import type { Json, JsonObject } from "./chart-spec.js";
import { type Palette, paletteFor, paletteOf } from "./palette.js";

/** How a chart looks: the colours of its data, and the Vega configuration of all else. */
export interface Theme {
  readonly palette: Palette;
  readonly config: JsonObject;
}

// The last ones are for Chinese, on Apple, Windows and Linux.
const FONT = "system-ui, 'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";

/** The theme of a name, or of your own Vega configuration, whose background decides whether it is dark. */
export function themeOf(theme: "light" | "dark" | object): Theme {
  if (theme === "light" || theme === "dark") {
    const palette = paletteOf(theme);
    return { palette, config: configOf(palette) };
  }
  if (typeof theme !== "object" || theme === null || Array.isArray(theme))
    throw wrong("theme", theme, "light or dark or a Vega config object");
  const own = jsonOf("theme", theme) as JsonObject;
  const palette = paletteFor(typeof own.background === "string" ? own.background : paletteOf("light").background);
  return { palette, config: merged(configOf(palette), own) };
}

function configOf({ background, ink, muted, grid, series }: Palette): JsonObject {
  return {
    background,
    padding: 12,
    font: FONT,
    view: { stroke: null },
    title: {
      anchor: "start",
      frame: "bounds",
      color: ink,
      fontSize: 15,
      fontWeight: 600,
      subtitleColor: muted,
      subtitleFontSize: 12,
      subtitlePadding: 5,
      lineHeight: 20,
      subtitleLineHeight: 17,
      offset: 14,
    },
    axis: {
      // What Vega says of axes and legends is English, and said again in the description.
      aria: false,
      domainColor: muted,
      tickColor: grid,
      gridColor: grid,
      labelColor: muted,
      labelFontSize: 11,
      titleColor: muted,
      titleFontSize: 12,
      titleFontWeight: "normal",
      titlePadding: 8,
    },
    legend: {
      aria: false,
      orient: "top",
      title: null,
      labelColor: ink,
      labelFontSize: 12,
      labelLimit: 0,
      symbolOpacity: 1,
      symbolStrokeWidth: 2,
      columnPadding: 16,
      offset: 8,
    },
    text: { color: ink, fontSize: 12 },
    range: { category: series },
    // As in the numbers that the library writes itself, which are those of Intl.
    locale: { number: { decimal: ".", thousands: ",", grouping: [3], currency: ["", ""], minus: "-" } },
  };
}

/** A copy of a value that can be written as JSON; parts that are undefined stay out. Throws for any other. */
function jsonOf(what: string, value: unknown, depth = 0): Json {
  if (value === null || ["string", "boolean"].includes(typeof value) || Number.isFinite(value)) return value as Json;
  const [isList, tag] = [Array.isArray(value), Object.prototype.toString.call(value)];
  if ((!isList && tag !== "[object Object]") || depth > 20) throw wrong(what, value, "JSON, at most 20 deep");
  const parts = Object.entries(value as object).filter(([, part]) => part !== undefined);
  const copied = parts.map(([name, part]) => [name, jsonOf(`${what}.${name}`, part, depth + 1)] as const);
  return isList ? copied.map(([, part]) => part) : Object.fromEntries(copied);
}

/** A configuration with the parts of another one put over it. */
function merged(base: JsonObject, over: JsonObject): JsonObject {
  const parts = Object.entries(over).map(([name, value]): [string, Json] => {
    const below = Object.hasOwn(base, name) ? base[name] : undefined;
    return [name, isPlain(below) && isPlain(value) ? merged(below, value) : value];
  });
  return Object.fromEntries([...Object.entries(base), ...parts]);
}

function isPlain(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
