/** Numbers in lists and objects, nested to any depth. */
export type Sums = number | readonly Sums[] | { readonly [name: string]: Sums };

/** Adds two structures of the same shape, number by number. */
export function addDeep<S>(a: S, b: S): S {
  return add(a as Sums, b as Sums) as S;
}

function add(a: Sums, b: Sums): Sums {
  if (typeof a === "number") return a + (b as number);
  if (Array.isArray(a)) return a.map((item: Sums, index) => add(item, (b as readonly Sums[])[index]!));
  return Object.fromEntries(
    Object.entries(a).map(([name, item]) => [name, add(item, (b as { readonly [name: string]: Sums })[name]!)]),
  );
}
