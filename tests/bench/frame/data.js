import { mulberry32 } from "../../../docs/examples/random.js";

/** Ratings from 0 to 10 as of a survey, with more high than low ones. */
export function ratings(rows, seed = 1) {
  const random = mulberry32(seed);
  return Uint8Array.from({ length: rows }, () => Math.floor(random() ** 0.4 * 11));
}

/** Instants of three years, by whole seconds. */
export function instants(rows, seed = 2) {
  const random = mulberry32(seed);
  const [first, seconds] = [Date.UTC(2023, 0, 1), 3 * 365 * 24 * 60 * 60];
  return Float64Array.from({ length: rows }, () => first + 1000 * Math.floor(random() * seconds));
}

/** Codes from 0 to below a number, each as often as the others. */
export function codes(rows, kinds, seed = 3) {
  const random = mulberry32(seed);
  return Uint8Array.from({ length: rows }, () => Math.floor(random() * kinds));
}
