/** A table; cells that are numbers stand to the right. */
export function table(columns, rows) {
  const texts = rows.map((row) => row.map(textOf));
  const isNumber = (place) => rows.length > 0 && rows.every((row) => typeof row[place] === "number");
  const widths = columns.map((name, place) => Math.max(3, name.length, ...texts.map((row) => row[place].length)));
  const pad = (text, place) => (isNumber(place) ? text.padStart(widths[place]) : text.padEnd(widths[place]));
  const rule = widths.map((width, place) => (isNumber(place) ? `${"-".repeat(width - 1)}:` : "-".repeat(width)));
  return [columns.map(pad), rule, ...texts.map((row) => row.map(pad))]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

function textOf(cell) {
  const text = typeof cell === "number" ? number(cell) : String(cell ?? "–");
  return text.replaceAll("|", "\\|");
}

/** A number to three digits; whole ones of more digits as they are. */
export function number(value) {
  if (Number.isInteger(value)) return value.toLocaleString("en");
  return value.toLocaleString("en", { maximumSignificantDigits: 3 });
}

/** A median and the range around it, such as `2.4 (2.1 to 3)`. */
export function spread({ median, low, high }) {
  return `${number(median)} (${range({ low, high })})`;
}

/** A range, such as `2.1 to 3`. */
export function range({ low, high }) {
  return `${number(low)} to ${number(high)}`;
}

/** A paragraph, wrapped. */
export function paragraph(text) {
  const lines = [""];
  for (const word of text.trim().split(/\s+/)) {
    const line = `${lines.at(-1)} ${word}`.trim();
    if (line.length > 120) lines.push(word);
    else lines[lines.length - 1] = line;
  }
  return lines.join("\n");
}
