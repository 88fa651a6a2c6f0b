/** A question with its number: "1、您的科室", "2. Score". A rating with its label looks the same. */
const NUMBERED = /^\s*\d+\s*[、.．)）]\s*\p{L}/u;

/**
 * Whether a first row names columns: it has words, and no cell with a figure in it that could be a rating or a date.
 *
 * @param below - the row after it, where there is one: below the number of a question stands no other
 */
export function hasHeader(cells: readonly string[], below: readonly string[] | undefined): boolean {
  const isTitle = (cell: string, place: number) =>
    below !== undefined && NUMBERED.test(cell) && !NUMBERED.test(below[place] ?? "");
  const isValue = (cell: string, place: number) => /^\s*[+-]?\d/.test(cell) && !isTitle(cell, place);
  return cells.some((cell) => /\p{L}/u.test(cell)) && !cells.some(isValue);
}
