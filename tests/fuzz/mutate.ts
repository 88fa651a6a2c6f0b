import { fail, isProxy, proxyOf } from "./callers.js";
import { hostileName, hostileValue } from "./hostile.js";
import type { Random } from "./random.js";

type Place = readonly [holder: object, name: PropertyKey];

/** Places of arguments where another value can be put, to some depth and up to some number. */
function placesIn(values: object): Place[] {
  const places: Place[] = [];
  const seen = new Set<object>();
  const look = (holder: object, depth: number) => {
    if (depth > 5 || seen.has(holder) || isProxy(holder) || ArrayBuffer.isView(holder)) return;
    seen.add(holder);
    for (const name of Object.keys(holder).slice(0, 40)) {
      const { value } = Object.getOwnPropertyDescriptor(holder, name)!;
      if (places.length < 400) places.push([holder, name]);
      if (typeof value === "object" && value !== null) look(value, depth + 1);
    }
  };
  look(values, 0);
  return places;
}

type Values = Record<PropertyKey, unknown>;

/** What can be made of a list: the same in another shape, or with a trap in it. */
const LISTS: readonly ((list: unknown[], random: Random) => unknown)[] = [
  (list) => proxyOf(list, {}),
  failsLater,
  (list) => new Set(list),
  (list) => list.values(),
  (list) => ({ ...list, length: list.length }),
  (list) => Float64Array.from(list, (one) => (typeof one === "number" ? one : Number.NaN)),
  (list) => Uint8Array.from(list, (one) => (typeof one === "number" ? one : 0)),
  function* (list) {
    yield* list;
    fail();
  },
  (list, random) => {
    const sparse = [...list];
    delete sparse[random.below(list.length)];
    return sparse;
  },
  (list) => [...list].reverse(),
  (list) => [...list, ...list],
  (list) => list.slice(1),
  (list) => Object.create(list),
];

/** What can be made of an object. */
const RECORDS: readonly ((values: Values, random: Random) => unknown)[] = [
  (values) => proxyOf(values, {}),
  failsLater,
  (values) => Object.assign(Object.create(null), values),
  (values) => Object.create(values),
  (values, random) => {
    const name = random.pick([...Object.keys(values), "n"]);
    return Object.defineProperty({ ...values }, name, { get: fail, enumerable: true });
  },
  (values, random) =>
    Object.fromEntries(
      Object.entries(values).map(([name, one]) => [random.chance(0.5) ? hostileName(random) : name, one]),
    ),
  (values) => Object.values(values),
];

/** What can be made of a number. */
const NUMBERS: readonly ((number: number) => unknown)[] = [
  String,
  Object,
  (number) => (Number.isSafeInteger(number) ? BigInt(number) : number),
  (number) => -number,
  (number) => number + 0.5,
  (number) => number * 1e9,
];

/** A proxy that works a while. */
function failsLater<Target extends object>(target: Target, random: Random): Target {
  let reads = random.below(20);
  return proxyOf(target, { get: (it, name) => (reads-- > 0 ? Reflect.get(it, name) : fail()) });
}

function hasGetter(value: object): boolean {
  return Object.values(Object.getOwnPropertyDescriptors(value)).some(({ get }) => get !== undefined);
}

/** A value in another shape. */
function reshape(value: unknown, random: Random): unknown {
  if (typeof value === "number") return random.pick(NUMBERS)(value);
  if (typeof value !== "object" || value === null || isProxy(value) || ArrayBuffer.isView(value) || hasGetter(value))
    return hostileValue(random);
  return Array.isArray(value) ? random.pick(LISTS)(value, random) : random.pick(RECORDS)(value as Values, random);
}

/** Puts up to three wrong values among arguments, and sometimes takes one out or adds one. */
export function mutate(given: readonly unknown[], random: Random): unknown[] {
  const values = [...given];
  for (let times = 1 + random.below(3); times > 0; times--) {
    const places = placesIn(values);
    if (places.length === 0) return [hostileValue(random)];
    // The arguments themselves are as likely as all that is in them.
    const own = places.slice(0, values.length);
    const [holder, name] = random.pick(random.chance(0.3) && own.length > 0 ? own : places);
    const now = Object.getOwnPropertyDescriptor(holder, name);
    if (now === undefined || !now.configurable) continue;
    const value = random.chance(0.5) ? hostileValue(random) : reshape(now.value, random);
    if (random.chance(0.08)) Reflect.deleteProperty(holder, name);
    else Object.defineProperty(holder, name, { value, writable: true, enumerable: true, configurable: true });
  }
  if (random.chance(0.03)) values.length = Math.max(0, values.length - 1);
  if (random.chance(0.03)) values.push(hostileValue(random));
  return values;
}
