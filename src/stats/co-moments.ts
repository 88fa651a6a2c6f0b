/**
 * Sums over weighted observations of k variables, any of which may be missing, from which the means of the variables, of their
 * linear combinations, and the standard errors of both follow. Plain numbers in lists: sums of parts add up to those of the
 * whole, and whole numbers stay exact.
 */
export interface CoMoments {
  /** How many observations have any of the variables. */
  n: number;
  /** By variable: Σw, Σw x. */
  readonly weight: number[];
  readonly sum: number[];
  /** By pair of variables that both are there: n, Σw², Σw² x of the first one, Σw² x of the first one times the second one. */
  readonly pairs: number[][];
  readonly squares: number[][];
  readonly firsts: number[][];
  readonly products: number[][];
}

/** A mean with its linearised standard error. */
export interface MomentEstimate {
  /** Null where no observation has weight. */
  readonly mean: number | null;
  /** Null below two observations, and where none has weight. */
  readonly standardError: number | null;
  readonly n: number;
}

export function emptyCoMoments(k: number): CoMoments {
  const list = () => Array.from({ length: k }, () => 0);
  const table = () => Array.from({ length: k }, list);
  return { n: 0, weight: list(), sum: list(), pairs: table(), squares: table(), firsts: table(), products: table() };
}

/** Adds an observation, whose missing variables are null. */
export function addObservation(moments: CoMoments, values: readonly (number | null)[], weight: number): void {
  let any = 0;
  for (let i = 0; i < values.length; i++) {
    const x = values[i];
    if (x === null || x === undefined) continue;
    any = 1;
    moments.weight[i]! += weight;
    moments.sum[i]! += weight * x;
    for (let j = 0; j < values.length; j++) {
      const y = values[j];
      if (y === null || y === undefined) continue;
      moments.pairs[i]![j]!++;
      moments.squares[i]![j]! += weight * weight;
      moments.firsts[i]![j]! += weight * weight * x;
      moments.products[i]![j]! += weight * weight * x * y;
    }
  }
  moments.n += any;
}

/**
 * A weighted mean of the variables' means, with the variance n/(n−1) · Σᵢⱼ aᵢ aⱼ cᵢⱼ, where aᵢ are the shares of the weights and
 * cᵢⱼ = Σ w² (xᵢ − x̄ᵢ)(xⱼ − x̄ⱼ) / (Σwᵢ Σwⱼ) over the observations that have both: linearisation as in `estimate`, for variables
 * that not every observation has.
 *
 * @param weights - one for each variable, not below 0 and not all 0; a variable with 0 plays no part
 */
export function combine(moments: CoMoments, weights: readonly number[]): MomentEstimate {
  const { weight, sum, pairs, squares, firsts, products } = moments;
  const used = [...weights.keys()].filter((index) => weights[index]! > 0);
  const n = used.length === 1 ? pairs[used[0]!]![used[0]!]! : moments.n;
  if (used.some((i) => weight[i] === 0)) return { mean: null, standardError: null, n };
  const total = used.reduce((all, i) => all + weights[i]!, 0);
  const means = sum.map((all, i) => all / weight[i]!);
  const mean = used.reduce((all, i) => all + weights[i]! * means[i]!, 0) / total + 0;
  if (n < 2) return { mean, standardError: null, n };

  let variance = 0;
  let magnitude = 0;
  for (const i of used) {
    for (const j of used) {
      const factor = (weights[i]! * weights[j]!) / (weight[i]! * weight[j]! * total * total);
      const centred =
        products[i]![j]! -
        means[j]! * firsts[i]![j]! -
        means[i]! * firsts[j]![i]! +
        means[i]! * means[j]! * squares[i]![j]!;
      variance += factor * centred;
      magnitude += Math.abs(factor * products[i]![j]!);
    }
  }
  // What is left of equal values is their rounding, and no variance.
  const standardError = variance <= 1e-13 * magnitude ? 0 : Math.sqrt((n / (n - 1)) * variance);
  return { mean, standardError, n };
}
