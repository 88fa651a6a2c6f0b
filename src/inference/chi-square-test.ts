import { chiSquareTails } from "../stats/chi-square.js";

/** Pearson's chi-square test of a table of counts. */
export interface ChiSquareTest {
  /** Chi-square, without continuity correction; null, as all else, where fewer than two rows or columns have counts. */
  readonly statistic: number | null;
  /** Degrees of freedom: (rows − 1) × (columns − 1) of those with counts. */
  readonly df: number | null;
  /** How often noise alone gives a table as uneven, 0 to 1. */
  readonly pValue: number | null;
  /** Cramér's V: 0 where the rows are alike, 1 where they have nothing in common. */
  readonly cramersV: number | null;
  /** The smallest expected count; below 5, do not rely on the p-value. */
  readonly minExpected: number | null;
}

/** Tests whether the rows of a table are alike, without continuity correction; empty rows and columns play no part. */
export function chiSquareTest(table: readonly (readonly number[])[]): ChiSquareTest {
  const rowSums = table.map((row) => sum(row));
  const columnSums = (table[0] ?? []).map((_, column) => sum(table.map((row) => row[column]!)));
  const total = sum(rowSums);
  const rows = rowSums.filter((count) => count > 0).length;
  const columns = columnSums.filter((count) => count > 0).length;
  if (rows < 2 || columns < 2) return { statistic: null, df: null, pValue: null, cramersV: null, minExpected: null };
  let statistic = 0;
  let minExpected = Infinity;
  table.forEach((row, r) => {
    row.forEach((count, c) => {
      const expected = (rowSums[r]! * columnSums[c]!) / total;
      if (expected === 0) return;
      statistic += (count - expected) ** 2 / expected;
      minExpected = Math.min(minExpected, expected);
    });
  });
  const df = (rows - 1) * (columns - 1);
  // At most 1, also by rounding.
  const cramersV = Math.min(1, Math.sqrt(statistic / total / Math.min(rows - 1, columns - 1)));
  return { statistic, df, pValue: chiSquareTails(statistic, df).upper, cramersV, minExpected };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
