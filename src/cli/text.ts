import stringWidth from "string-width";

/** Text without control characters, which could move a terminal's cursor or change its colours. */
export function plain(text: string): string {
  return text.replace(/\p{Cc}+/gu, " ");
}

/** Text with spaces after it, or before it, up to a width in columns of a terminal; Chinese signs take two. */
export function padded(text: string, width: number, align: "left" | "right"): string {
  const spaces = " ".repeat(Math.max(0, width - stringWidth(text)));
  return align === "left" ? text + spaces : spaces + text;
}

/** A number of things: "1 row", "2 rows". */
export function counted(n: number, thing: string): string {
  return `${n} ${thing}${n === 1 ? "" : "s"}`;
}

/** How many columns of a terminal a text takes. */
export function widthOf(text: string): number {
  return stringWidth(text);
}
