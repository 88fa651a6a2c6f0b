/** Whether a first row names columns: it has words, and no cell with a figure in it that could be a rating or a date. */
export function hasHeader(cells: readonly string[]): boolean {
  const isValue = (cell: string) => /^\s*[+-]?\d/.test(cell);
  return cells.some((cell) => /\p{L}/u.test(cell)) && !cells.some(isValue);
}
