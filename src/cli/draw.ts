import { hasColour, type Io } from "./io.js";
import { type Bar, type Field, isBar, type View } from "./report.js";
import { padded, plain, widthOf } from "./text.js";

const BAR_WIDTH = 20;
const GAP = "  ";

/** What a bar is drawn with: signs that differ without colour, and colours that the colour-blind can tell apart. */
const SIGNS = { positive: "█", neutral: "▒", negative: "░" } as const;
const COLOURS = { positive: 36, neutral: 90, negative: 33 } as const;

/** A table of text in columns, with bars as far as the terminal is wide enough for them. */
export function drawn({ columns, rows, notes = [] }: View, io: Io): string {
  const texts = [columns.map(({ name }) => name), ...rows].map((row) =>
    row.map((field) => (isBar(field) ? "" : plain(field))),
  );
  const widths = columns.map((_, place) => Math.max(...texts.map((row) => widthOf(row[place]!))));
  const width = widths.reduce((sum, column) => sum + column + GAP.length, 0);
  const hasBars = !(io.stdout.isTTY && width + BAR_WIDTH > (io.stdout.columns ?? Number.POSITIVE_INFINITY));
  const paint = hasColour(io.stdout, io.env)
    ? (text: string, colour: number) => `\x1b[${colour}m${text}\x1b[0m`
    : (text: string) => text;
  const line = (row: readonly Field[], index: number) =>
    row
      .map((field, place) =>
        isBar(field)
          ? hasBars
            ? bar(field, paint)
            : ""
          : padded(texts[index]![place]!, widths[place]!, columns[place]!.align),
      )
      .join(GAP)
      .trimEnd();
  const lines = [columns.map(({ name }) => name), ...rows].map(line);
  return [...lines, ...(notes.length > 0 ? ["", ...notes.map(plain)] : [])].map((text) => `${text}\n`).join("");
}

function bar(shares: Bar, paint: (text: string, colour: number) => string): string {
  let share = 0;
  let done = 0;
  return shares
    .map((part) => {
      share += part.share ?? 0;
      const cells = Math.round(share * BAR_WIDTH) - done;
      done += cells;
      return cells === 0 ? "" : paint(SIGNS[part.sentiment].repeat(cells), COLOURS[part.sentiment]);
    })
    .join("");
}

/** A bar without colours. */
export function barText(shares: Bar): string {
  return bar(shares, (text) => text);
}

/** What the signs of bars mean. */
export function legend(bands: Readonly<Record<string, { readonly sentiment: keyof typeof SIGNS }>>): string {
  return Object.entries(bands)
    .map(([name, { sentiment }]) => `${SIGNS[sentiment]} ${name}`)
    .join("   ");
}
