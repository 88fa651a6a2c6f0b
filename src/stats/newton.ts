/**
 * Finds where a concave, monotone function reaches a target.
 *
 * Every distribution here has a log-concave density in a suitable coordinate, so the logarithm of its tail is concave
 * there and Newton's method converges from any start: after the first step it approaches from one side and never leaves it.
 *
 * @param start - where to begin
 * @param step - the Newton step at a point: (value − target) / slope
 */
export function newton(start: number, step: (at: number) => number): number {
  let at = start;
  let change: number;
  let rounds = 0;
  do {
    // Beyond ±700 the exponential of a coordinate would leave the range of a double.
    const next = Math.max(-700, Math.min(700, at - step(at)));
    change = Math.abs(next - at);
    at = next;
    // Each step squares the error: after one below 1e-9, what is left is below the precision of a double.
  } while (change > 1e-9 * Math.abs(at) && change > 1e-15 && ++rounds < 200);
  return at;
}
