/** The mean of numbers, of which there is at least one. Equal ones have exactly their own mean. */
export function meanOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return within(values, mean);
}

/** Takes a mean of numbers back into their range, which rounding must not make it leave. */
export function within(values: readonly number[], mean: number): number {
  const [lowest, highest] = values.reduce(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)] as const,
    [Infinity, -Infinity] as const,
  );
  return Math.max(lowest, Math.min(highest, mean)) + 0;
}

/** The median of numbers in ascending order, of which there is at least one. */
export function medianOfSorted(sorted: ArrayLike<number>): number {
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
}

/** The median of numbers, of which there is at least one. */
export function medianOf(values: readonly number[]): number {
  return medianOfSorted([...values].sort((a, b) => a - b));
}
