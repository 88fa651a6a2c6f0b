/** Answers that share one value. */
export interface ValueRow {
  readonly value: number;
  readonly n: number;
  readonly weight: number;
  readonly weightSq: number;
}

/** A weighted mean with its linearised standard error. */
export interface Estimate {
  /** Null where no answer has weight. */
  readonly mean: number | null;
  /** Null below two answers. */
  readonly standardError: number | null;
  readonly n: number;
  readonly weight: number;
  /** Kish's effective number of answers, (Σw)² / Σw². Null where no answer has weight. */
  readonly effectiveN: number | null;
}

/**
 * The weighted mean and its standard error √( n/(n−1) · Σ (wᵢ (yᵢ − ȳ) / Σw)² ): Taylor linearisation with replacement, as R's
 * `survey::svymean` computes it, where n counts answers of weight 0 too. With equal weights it is s / √n.
 */
export function estimate(rows: readonly ValueRow[]): Estimate {
  const n = sum(rows, (row) => row.n);
  const weight = sum(rows, (row) => row.weight);
  if (weight === 0) return { mean: null, standardError: null, n, weight, effectiveN: null };
  const mean = meanOf(rows, weight);
  const squares = sum(rows, (row) => row.weightSq * (row.value - mean) ** 2);
  const standardError = n < 2 ? null : Math.sqrt((n / (n - 1)) * (squares / weight / weight));
  return { mean, standardError, n, weight, effectiveN: weight ** 2 / sum(rows, (row) => row.weightSq) };
}

/** The weighted mean, kept within the range of the values: equal values have exactly their own mean, and so no variance. */
function meanOf(rows: readonly ValueRow[], weight: number): number {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const { value } of rows) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return Math.max(low, Math.min(high, sum(rows, (row) => row.weight * row.value) / weight)) + 0;
}

function sum(rows: readonly ValueRow[], part: (row: ValueRow) => number): number {
  let total = 0;
  for (const row of rows) total += part(row);
  return total;
}
