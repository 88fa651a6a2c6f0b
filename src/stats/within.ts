/** Takes a mean of numbers back into their range, which rounding must not make it leave: equal ones have exactly their own mean. */
export function within(values: readonly number[], mean: number): number {
  const [lowest, highest] = values.reduce(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)] as const,
    [Infinity, -Infinity] as const,
  );
  return Math.max(lowest, Math.min(highest, mean)) + 0;
}
