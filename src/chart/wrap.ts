/** How far apart lines of text are, in pixels. */
export const LINE_HEIGHT = 15;

/**
 * About how many pixels wide a text is. The fonts of the reader are not known here, so this is the wider side of the
 * usual ones.
 */
export function widthOf(text: string, fontSize: number): number {
  return Math.ceil(partsOf(text).reduce((sum, part) => sum + emsOf(part), 0) * fontSize);
}

/**
 * Breaks text into lines, after a space where there is one and anywhere else where there is none. Nothing is left
 * out, so that the lines put together again are the text.
 *
 * @param width - of the lines, in pixels
 */
export function wrap(text: string, width: number, fontSize = 12): string[] {
  return text.split(/\r\n|\r|\n/).flatMap((line) => wrapLine(line, width / fontSize));
}

function wrapLine(text: string, ems: number): string[] {
  const lines: string[] = [];
  let line: string[] = [];
  let length = 0;
  for (const part of partsOf(text)) {
    line.push(part);
    length += emsOf(part);
    if (length <= ems || line.length === 1 || part === " ") continue;
    const space = line.lastIndexOf(" ");
    const rest = line.splice(space > 0 ? space + 1 : line.length - 1);
    lines.push(line.join(""));
    line = rest;
    length = rest.reduce((sum, each) => sum + emsOf(each), 0);
  }
  return [...lines, line.join("")];
}

/** What a reader takes for one character, such as an emoji of several code points, which must stay together. */
function partsOf(text: string): string[] {
  return Array.from(new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text), ({ segment }) => segment);
}

/**
 * About how wide a character is, in units of the font size: Chinese and emoji are square, Latin letters about half as
 * wide.
 */
function emsOf(part: string): number {
  const code = part.codePointAt(0)!;
  if (code >= 0x1100) return 1;
  if ("MWmw@%".includes(part)) return 0.9;
  return "iljtfrI.,:;'|!()[] -".includes(part) ? 0.36 : 0.6;
}
