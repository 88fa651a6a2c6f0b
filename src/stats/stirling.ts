/**
 * Stirling's remainder: ln Γ(x) − [(x − ½) ln x − x + ½ ln 2π], for x > 0.
 *
 * Source: Abramowitz & Stegun 6.1.42 from x = 10 up, and the recurrence of Γ below. Written with it, the densities of the
 * beta and gamma distributions lose no digits however large their parameters are (Loader 2000, "Fast and accurate
 * computation of binomial probabilities").
 */
export function stirlingRemainder(x: number): number {
  let fromRecurrence = 0;
  let z = x;
  for (; z < 10; z++) fromRecurrence += (z + 0.5) * Math.log1p(1 / z) - 1;
  const w = 1 / (z * z);
  const series = 1 / 12 - w * (1 / 360 - w * (1 / 1260 - w * (1 / 1680 - w * (1 / 1188 - w * (691 / 360360)))));
  return fromRecurrence + series / z;
}
