/** Repeatable chance: the same seed gives the same choices on every machine. */
export interface Random {
  /** From 0 to below 1. */
  next(): number;
  /** A whole number from 0 to below a limit. */
  below(limit: number): number;
  chance(probability: number): boolean;
  pick<Value>(values: readonly Value[]): Value;
  /** A list of up to so many values. */
  list<Value>(most: number, make: (index: number) => Value): Value[];
  /** A value, or undefined half of the time, as for an option. */
  maybe<Value>(make: () => Value): Value | undefined;
}

/** mulberry32 (Tommy Ettinger, public domain), started from a seed and the position of a call. */
export function randomOf(seed: number, position: number): Random {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(position + 1, 0xc2b2ae35);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    pick: (values) => values[below(values.length)]!,
    list: (most, make) => Array.from({ length: below(most + 1) }, (_, index) => make(index)),
    maybe: (make) => (next() < 0.5 ? make() : undefined),
  };
}
