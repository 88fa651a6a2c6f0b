/** The two parts into which a point divides a distribution; they add up to 1, and each is precise however small. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
}
