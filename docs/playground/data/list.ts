import type { Table } from "./table.js";
import { tableBuilder } from "./table-builder.js";

/** What parts the answers of a list, as the source of a regular expression. */
const NEW_LINE = "\\r?\\n";
const SPACES = "\\s+";

/** Signs between the answers of a line, and those with the full-width ones of Chinese. */
const SIGNS = "[,;\\t]";
const CHINESE_SIGNS = "[,，;；、\\t]";

const NUMBER = /^\s*[+-]?\d+(\.\d+)?\s*$/;

/**
 * Reads answers that stand one a line, or on a line with commas, semicolons, tabs or spaces between them; `null` for a table.
 * A blank between two of them is a missing answer; the end of the last line is none.
 */
export function readList(name: string, text: string): Table | null {
  const whole = text.replace(/^\uFEFF/, "").replace(/\r?\n$/, "");
  const separator = separatorOf(whole);
  if (separator === null) return null;
  const answers = whole.split(new RegExp(separator));
  const hasHeader = isHeader(answers);
  const format = {
    kind: "list",
    delimiter: separator,
    encoding: "utf-8",
    isGzip: false,
    hasHeader,
    isHeaderPlain: hasHeader,
  } as const;
  const builder = tableBuilder(name, format, [hasHeader ? answers[0]!.trim() : "rating"]);
  answers.forEach((answer, index) => {
    if (index > 0 || !hasHeader) builder.addRow(index + 1, [answer]);
  });
  return builder.end();
}

function separatorOf(text: string): string | null {
  // Quotes are of CSV, which may have one column too.
  if (text.includes('"')) return null;
  const lines = text.split(/\r?\n/);
  const isNumbers = (line: string) => isAllNumbers(line, SIGNS);
  if (/[，；、]/.test(text) && lines.every((line) => isAllNumbers(line, CHINESE_SIGNS)))
    return `${CHINESE_SIGNS}|${NEW_LINE}`;
  const parted = lines.filter((line) => /[,;\t]/.test(line));
  // Single decimal commas among numbers that stand one a line are no list of two: they are told of as they are.
  if (parted.length < lines.length / 2 && lines.length > 1 && parted.every(isNumbers)) return spacesOr(NEW_LINE, lines);
  if (parted.length === 0) return spacesOr(NEW_LINE, lines);
  return lines.every(isNumbers) ? `${SIGNS}|${NEW_LINE}` : null;
}

/** Spaces part numbers only where all lines are such numbers. */
function spacesOr(separator: string, lines: readonly string[]): string {
  const isSpaced = lines.some((line) => /\d\s+[\d+-]/.test(line));
  return isSpaced && lines.every((line) => /^\s*([+-]?\d+(\.\d+)?(\s+|$))+$/.test(line)) ? SPACES : separator;
}

function isAllNumbers(line: string, signs: string): boolean {
  return line.split(new RegExp(signs)).every((part) => part.trim() === "" || NUMBER.test(part));
}

/** Whether words without a figure stand above answers that have figures. */
function isHeader([first = "", ...answers]: readonly string[]): boolean {
  const isRated = (answer: string) => /\d/.test(answer);
  return /\p{L}/u.test(first) && !isRated(first) && answers.slice(0, 100).some(isRated);
}
