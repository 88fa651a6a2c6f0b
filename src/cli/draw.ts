import { hasColour, type Io } from "./io.js";
import { type Bar, type Field, isBar, remarksOf, type View } from "./report.js";
import { padded, plain, widthOf } from "./text.js";

const BAR_WIDTH = 20;
/** A bar that is shorter shows too little of its parts. */
const SHORTEST_BAR = 8;
const GAP = "  ";

/** What a bar is drawn with: signs that differ without colour, and colours that the colour-blind can tell apart. */
const SIGNS = { positive: "█", neutral: "▒", negative: "░" } as const;
const COLOURS = { positive: 36, neutral: 90, negative: 33 } as const;

type Bands = Readonly<Record<string, { readonly sentiment: keyof typeof SIGNS }>>;

/** A table of text in columns, with bars as far as the terminal is wide enough for them. */
export function drawn(view: View, io: Io): string {
  const { columns, rows } = view;
  const texts = [columns.map(({ name }) => name), ...rows].map((row) =>
    row.map((field) => (isBar(field) ? "" : plain(field))),
  );
  const widths = columns.map((_, place) => texts.reduce((most, row) => Math.max(most, widthOf(row[place]!)), 0));
  const width = widths.reduce((sum, column) => sum + column, GAP.length * (widths.length - 1));
  const room = (io.stdout.isTTY && io.stdout.columns ? io.stdout.columns : Number.POSITIVE_INFINITY) - width;
  const barWidth = room < SHORTEST_BAR ? 0 : Math.min(room, BAR_WIDTH);
  const paint = hasColour(io.stdout, io.env)
    ? (text: string, colour: number) => `\x1b[${colour}m${text}\x1b[0m`
    : (text: string) => text;
  const line = (row: readonly Field[], index: number) =>
    row
      .map((field, place) =>
        isBar(field)
          ? bar(field, barWidth, paint)
          : padded(texts[index]![place]!, widths[place]!, columns[place]!.align),
      )
      .join(GAP)
      .trimEnd();
  const lines = [columns.map(({ name }) => name), ...rows].map(line);
  const remarks = barWidth > 0 ? remarksOf(view) : (view.notes ?? []);
  return [...lines, ...(remarks.length > 0 ? ["", ...remarks.map(plain)] : [])].map((text) => `${text}\n`).join("");
}

function bar(shares: Bar, width: number, paint: (text: string, colour: number) => string): string {
  let share = 0;
  let done = 0;
  return shares
    .map((part) => {
      share += part.share ?? 0;
      const cells = Math.round(share * width) - done;
      done += cells;
      return cells === 0 ? "" : paint(SIGNS[part.sentiment].repeat(cells), COLOURS[part.sentiment]);
    })
    .join("");
}

/** A bar without colours. */
export function barText(shares: Bar): string {
  return bar(shares, BAR_WIDTH, (text) => text);
}

/** What the signs of bars mean, if there are any. */
export function legendOf(bands: Bands | undefined): string | undefined {
  return (
    bands &&
    Object.entries(bands)
      .map(([name, { sentiment }]) => `${SIGNS[sentiment]} ${name}`)
      .join("   ")
  );
}
