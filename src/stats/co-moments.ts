/** Sums over weighted observations of several variables, each of which may be missing, from which their means follow. */
export interface Moments {
  /** By variable: n, Σw, Σw x, Σw², Σw² x, Σw² x². */
  readonly n: number[];
  readonly weight: number[];
  readonly sum: number[];
  readonly squares: number[];
  readonly firsts: number[];
  readonly products: number[];
}

/**
 * The same, and sums for each pair of variables, from which weighted means of the variables' means follow. Plain numbers in lists:
 * sums of parts add up to those of the whole, and whole numbers stay exact.
 */
export interface CoMoments extends Moments {
  /** How many observations have any of the variables. */
  any: number;
  /** By pair of variables that both are there: Σw², Σw² x of the first one, Σw² x of the first one times that of the second one. */
  readonly pairSquares: number[][];
  readonly pairFirsts: number[][];
  readonly pairProducts: number[][];
}

/** A mean with its linearised standard error. */
export interface MomentEstimate {
  /** Null where no observation has weight. */
  readonly mean: number | null;
  /** Null below two observations, and where none has weight. */
  readonly standardError: number | null;
  readonly n: number;
}

export function emptyMoments(k: number): Moments {
  const list = () => Array.from({ length: k }, () => 0);
  return { n: list(), weight: list(), sum: list(), squares: list(), firsts: list(), products: list() };
}

export function emptyCoMoments(k: number): CoMoments {
  const table = () => Array.from({ length: k }, () => Array.from({ length: k }, () => 0));
  return { ...emptyMoments(k), any: 0, pairSquares: table(), pairFirsts: table(), pairProducts: table() };
}

/** Adds the value of one variable in one observation. */
export function addValue(moments: Moments, variable: number, x: number, weight: number): void {
  const square = weight * weight;
  moments.n[variable]!++;
  moments.weight[variable]! += weight;
  moments.sum[variable]! += weight * x;
  moments.squares[variable]! += square;
  moments.firsts[variable]! += square * x;
  moments.products[variable]! += square * x * x;
}

/** Adds an observation, whose missing variables are null. */
export function addObservation(moments: CoMoments, values: readonly (number | null)[], weight: number): void {
  const square = weight * weight;
  let any = 0;
  for (let i = 0; i < values.length; i++) {
    const x = values[i]!;
    if (x === null) continue;
    any = 1;
    addValue(moments, i, x, weight);
    for (let j = 0; j < values.length; j++) {
      const y = values[j]!;
      if (y === null || i === j) continue;
      moments.pairSquares[i]![j]! += square;
      moments.pairFirsts[i]![j]! += square * x;
      moments.pairProducts[i]![j]! += square * x * y;
    }
  }
  moments.any += any;
}

/** The mean of one variable. */
export function meanOf(moments: Moments, variable: number): MomentEstimate {
  return linearised(moments, [variable], [1], moments.n[variable]!);
}

/** A weighted mean of all variables' means; the weights are not below 0 and not all 0. */
export function weightedMeanOf(moments: CoMoments, weights: readonly number[]): MomentEstimate {
  const used = [...weights.keys()].filter((index) => weights[index]! > 0);
  if (used.length === 1) return meanOf(moments, used[0]!);
  return linearised(
    moments,
    used,
    used.map((index) => weights[index]!),
    moments.any,
    moments,
  );
}

/**
 * A weighted mean of means, with the variance n/(n−1) · Σᵢⱼ aᵢ aⱼ cᵢⱼ, where aᵢ are the shares of the weights and
 * cᵢⱼ = Σ w² (xᵢ − x̄ᵢ)(xⱼ − x̄ⱼ) / (Σwᵢ Σwⱼ) over the observations that have both: linearisation as in `estimate`, for variables
 * that not every observation has.
 */
function linearised(
  { weight, sum, squares, firsts, products }: Moments,
  used: readonly number[],
  weights: readonly number[],
  n: number,
  pairs?: CoMoments,
): MomentEstimate {
  if (n === 0 || used.some((i) => weight[i] === 0)) return { mean: null, standardError: null, n };
  const total = weights.reduce((all, one) => all + one, 0);
  const shares = weights.map((one, index) => one / total / weight[used[index]!]!);
  const means = used.map((i) => sum[i]! / weight[i]!);
  const mean = means.reduce((all, one, index) => all + weights[index]! * one, 0) / total + 0;
  if (n < 2) return { mean, standardError: null, n };

  let variance = 0;
  let magnitude = 0;
  used.forEach((i, a) => {
    used.forEach((j, b) => {
      const [product, first, second, square] =
        i === j || pairs === undefined
          ? [products[i]!, firsts[i]!, firsts[i]!, squares[i]!]
          : [pairs.pairProducts[i]![j]!, pairs.pairFirsts[i]![j]!, pairs.pairFirsts[j]![i]!, pairs.pairSquares[i]![j]!];
      const centred = product - means[b]! * first - means[a]! * second + means[a]! * means[b]! * square;
      variance += shares[a]! * shares[b]! * centred;
      magnitude += shares[a]! * shares[b]! * Math.abs(product);
    });
  });
  // What is left of equal values is their rounding, and no variance.
  const standardError = variance <= 1e-13 * magnitude ? 0 : Math.sqrt((n / (n - 1)) * variance);
  return { mean, standardError, n };
}
