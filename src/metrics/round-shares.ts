import { assertOptions, wrong } from "../answers/wrong.js";

/** How to round shares. */
export interface RoundSharesOptions {
  /** Digits after the decimal point, 0 to 10. @defaultValue 0 */
  readonly digits?: number | undefined;
}

/**
 * Rounds shares to percentages that add up to exactly 100.
 *
 * Rounded each on its own, three thirds make 99. By the largest remainder (Hamilton's method), what is missing goes to the
 * shares that were cut most; of two that were cut alike, to the earlier one.
 *
 * @param shares - a list of shares from 0 up, of which only the proportion counts
 * @param options - number of digits
 * @returns percentages, 0 to 100, in the order of the list; all null where nobody answered (shares all null, or all 0)
 * @throws TypeError for a share that is no number, and for numbers mixed with null
 * @throws RangeError for a share below 0 or not finite, and for digits outside 0 to 10
 *
 * @remarks Source: Balinski & Young (1982), "Fair Representation", where it is Hamilton's method.
 *
 * @example
 * ```ts
 * import { nps, roundShares } from "cx-metrics";
 *
 * roundShares(nps([10, 8, 3]).bands); // → { detractor: 34, passive: 33, promoter: 33 }
 * roundShares([1, 1, 1], { digits: 1 }); // → [33.4, 33.3, 33.3]
 * ```
 */
export function roundShares(shares: readonly (number | null)[], options?: RoundSharesOptions): (number | null)[];
/**
 * Rounds the shares of bands to percentages that add up to exactly 100.
 *
 * @param bands - the `bands` of a measurement
 * @param options - number of digits
 * @returns percentages, 0 to 100, under the names of the bands; all null where nobody answered
 */
export function roundShares<Name extends string>(
  bands: Readonly<Record<Name, { readonly share: number | null }>>,
  options?: RoundSharesOptions,
): Record<Name, number | null>;
export function roundShares(
  shares: readonly (number | null)[] | Readonly<Record<string, { readonly share: number | null }>>,
  options: RoundSharesOptions = {},
): (number | null)[] | Record<string, number | null> {
  assertOptions(options);
  const { digits = 0 } = options;
  if (!(Number.isInteger(digits) && digits >= 0 && digits <= 10))
    throw wrong("digits", digits, "a whole number from 0 to 10");
  // Not the list itself, as the holes of an array are passed over.
  if (Array.isArray(shares)) return percentages(Array.from(shares), digits);
  if (typeof shares !== "object" || shares === null)
    throw wrong("shares", shares, "a list, or the bands of a measurement");
  const names = Object.keys(shares);
  const rounded = percentages(
    Object.values(shares).map((band) => band?.share),
    digits,
  );
  return Object.fromEntries(names.map((name, index) => [name, rounded[index]!]));
}

function percentages(shares: readonly (number | null)[], digits: number): (number | null)[] {
  if (shares.every((share) => share === null)) return shares.map(() => null);
  const parts = shares.map(assertShare);
  // Not Math.max of all, which takes no more arguments than the stack has room for.
  const largest = parts.reduce((most, share) => Math.max(most, share), 0);
  if (largest === 0) return shares.map(() => null);
  // Relative to the largest one, no sum of shares leaves the range of a double.
  const total = parts.reduce((sum, share) => sum + share / largest, 0);

  const perPercent = 10 ** digits;
  const quotas = parts.map((share) => (share / largest / total) * 100 * perPercent);
  const units = quotas.map(Math.floor);
  const short = 100 * perPercent - units.reduce((sum, unit) => sum + unit, 0);
  const byRemainder = [...quotas.keys()].sort((a, b) => remainder(quotas[b]!) - remainder(quotas[a]!));
  for (const index of byRemainder.slice(0, short)) units[index]!++;
  return units.map((unit) => unit / perPercent);
}

/** The part of a quota after the decimal point, without the noise of its last digits. */
function remainder(quota: number): number {
  return Number((quota - Math.floor(quota)).toFixed(6));
}

function assertShare(share: number | null, index: number): number {
  if (typeof share === "number" && Number.isFinite(share) && share >= 0) return share + 0;
  throw wrong(`share at index ${index}`, share, "a finite number from 0 up, or null where all are");
}
