/** Answers that count as one value. */
export interface WeightedRow {
  readonly n: number;
  readonly weight: number;
  readonly weightSq: number;
}

/** A weighted mean with its linearised standard error. */
export interface Estimate {
  /** Null where no answer has weight. */
  readonly mean: number | null;
  /** Null below two answers, and where none has weight. */
  readonly standardError: number | null;
  readonly n: number;
  readonly weight: number;
  /** Kish's effective number of answers, (Σw)² / Σw². Null where no answer has weight. */
  readonly effectiveN: number | null;
}

/**
 * The weighted mean of values and its standard error √( n/(n−1) · Σ (wᵢ (yᵢ − ȳ) / Σw)² ): Taylor linearisation with
 * replacement, as R's `survey::svymean` computes it, where n counts answers of weight 0 too. With equal weights it is s / √n.
 *
 * @param toValue - the value of the answers of a row
 */
export function estimate<Row extends WeightedRow>(rows: readonly Row[], toValue: (row: Row) => number): Estimate {
  const values = rows.map(toValue);
  let n = 0;
  let weight = 0;
  let weightSq = 0;
  let weighted = 0;
  let lowest = Infinity;
  let highest = -Infinity;
  rows.forEach((row, index) => {
    const value = values[index]!;
    n += row.n;
    weight += row.weight;
    weightSq += row.weightSq;
    weighted += row.weight * value;
    if (row.weight === 0) return;
    lowest = Math.min(lowest, value);
    highest = Math.max(highest, value);
  });
  if (weight === 0) return { mean: null, standardError: null, n, weight, effectiveN: null };
  // Rounding must not take the mean out of the range of the values with weight: equal ones have exactly their own mean, and no variance.
  const mean = Math.max(lowest, Math.min(highest, weighted / weight)) + 0;
  const squares = rows.reduce((sum, row, index) => sum + row.weightSq * (values[index]! - mean) ** 2, 0);
  const standardError = n < 2 ? null : Math.sqrt((n / (n - 1)) * squares) / weight;
  return { mean, standardError, n, weight, effectiveN: weight ** 2 / weightSq };
}
