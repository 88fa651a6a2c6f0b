/** Sums over complete weighted observations of k variables, from which their covariances follow; those of parts add up. */
export interface CovarianceSums {
  n: number;
  weight: number;
  readonly sum: number[];
  readonly products: number[][];
}

export function emptyCovarianceSums(k: number): CovarianceSums {
  const list = () => Array.from({ length: k }, () => 0);
  return { n: 0, weight: 0, sum: list(), products: Array.from({ length: k }, list) };
}

/** Adds an observation that has all variables. */
export function addComplete(sums: CovarianceSums, values: readonly number[], weight: number): void {
  sums.n++;
  sums.weight += weight;
  for (let i = 0; i < values.length; i++) {
    sums.sum[i]! += weight * values[i]!;
    const products = sums.products[i]!;
    for (let j = 0; j < values.length; j++) products[j]! += weight * values[i]! * values[j]!;
  }
}

/** The covariance of each pair of variables, with divisor Σw; all 0 where there is no weight. */
export function covariances({ weight, sum, products }: CovarianceSums): number[][] {
  const total = weight || 1;
  return products.map((row, i) =>
    row.map((product, j) => {
      const covariance = product / total - (sum[i]! / total) * (sum[j]! / total);
      // What is left of two equal numbers is their rounding, and no covariance.
      return Math.abs(covariance) <= 1e-12 * Math.abs(product / total) ? 0 : covariance;
    }),
  );
}
