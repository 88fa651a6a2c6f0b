import { callersError, fail, proxyOf, revoked } from "./callers.js";
import type { Random } from "./random.js";

function cyclic(): object {
  const cycle: Record<string, unknown> = { score: 9, n: 1 };
  cycle.self = cycle;
  cycle.list = [cycle];
  return cycle;
}

function detached(): Uint8Array {
  const bytes = Uint8Array.of(1, 2, 3);
  structuredClone(bytes.buffer, { transfer: [bytes.buffer] });
  return bytes;
}

function resizable(): Uint8Array {
  const Resizable = ArrayBuffer as unknown as new (size: number, options: object) => ArrayBuffer;
  return new Uint8Array(new Resizable(4, { maxByteLength: 8 }));
}

function brokenIterator(): object {
  let position = 0;
  return {
    [Symbol.iterator]: () => ({ next: () => (position++ < 3 ? { value: position, done: false } : fail()) }),
  };
}

function iteratorWithBadReturn(): object {
  let position = 0;
  return {
    [Symbol.iterator]: () => ({
      next: () => ({ value: position === 2 ? "wrong" : 1, done: position++ > 3 }),
      return: fail,
    }),
  };
}

function* generator() {
  yield 9;
  yield null;
  yield { score: 3, n: 2 };
}

async function* brokenStream() {
  yield 9;
  throw callersError();
}

const NUMBERS = [
  ...[Number.NaN, Infinity, -Infinity, -0, 0, -1, 0.5, 1, 2, 3.7, 5, 10, 11, 100, 1000, 65_537],
  ...[2 ** 31, 2 ** 32, 2 ** 53 - 1, 2 ** 53, -(2 ** 53), 1e15, 1e21, 1e100, 1e101, 1e308, Number.MAX_VALUE],
  ...[5e-324, 1e-300, 1e-100, 1e-9, 1 - 2 ** -53, 1 + 2 ** -52, 0.1 + 0.2, -0.5],
  new Float64Array(Uint32Array.of(0xdeadbeef, 0x7ff80001).buffer)[0]!,
];

const TEXTS = [
  ...["", " ", "10", "1e3", "-1", "NaN", "null", "north", "\ud800", "\udc00\ud800", "a\0b", "x".repeat(5000), "👩‍👩‍👧"],
  ...["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf", "length", "then"],
  ...[
    "2026-02-30",
    "2026-03-01T00:00:00Z",
    "+275760-09-13T00:00:00.001Z",
    "Mars/Olympus",
    "UTC",
    "day",
    "'; DROP",
    '"',
    "`",
  ],
];

/** Values that nobody means to give, one in a function each so that none is shared between calls. */
const OBJECTS: readonly (() => unknown)[] = [
  () => ({}),
  () => [],
  () => [[]],
  () => [null],
  () => [undefined],
  () => Object.create(null),
  () => new Map([["score", 9]]),
  () => new Set([1, 2]),
  () => new Date(Number.NaN),
  () => new Date(0),
  () => new Date(8.64e15),
  () => /x/g,
  () => () => 1,
  () => () => undefined,
  () => () => Symbol("returned"),
  () => fail,
  () => async () => 1,
  () => Object,
  () => Object(5),
  () => Object("5"),
  () => Object(1n),
  () => Promise.resolve(1),
  () => new ArrayBuffer(8),
  () => new DataView(new ArrayBuffer(8)),
  () => detached(),
  () => resizable(),
  () => new Uint8Array(new SharedArrayBuffer(4)),
  () => Float64Array.of(Number.NaN, 1),
  () => BigInt64Array.of(1n),
  () => new Float32Array([0.1, 9]),
  () => cyclic(),
  () => new Array(1000),
  // biome-ignore lint/suspicious/noSparseArray: a hole is what is tried
  () => [1, , 3],
  () => ({ length: 2 ** 32 }),
  () => ({ length: 2 ** 53 }),
  () => ({ length: -1 }),
  () => ({ length: Number.NaN }),
  () => ({ length: 2, 0: 9, 1: 3 }),
  () => JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
  () => ({ toString: fail, valueOf: fail }),
  () => ({ [Symbol.toPrimitive]: fail }),
  // biome-ignore lint/suspicious/noThenProperty: a promise of somebody's own is what is tried
  () => ({ then: (resolve: (value: unknown) => void) => resolve(1) }),
  () => ({ score: 9, n: 2 ** 53 }),
  () => ({ score: 9, n: 0 }),
  () => ({ score: 9, weight: 0 }),
  () => ({ score: 9, weight: 1e100, weightSq: 1e-100 }),
  () => ({ score: null, n: 3 }),
  () => ({ score: -0 }),
  () => ({
    get score() {
      return fail();
    },
  }),
  () => brokenIterator(),
  () => iteratorWithBadReturn(),
  () => generator(),
  () => brokenStream(),
  () => revoked(),
  () => proxyOf({}, { get: fail, has: fail, ownKeys: fail, getOwnPropertyDescriptor: fail, getPrototypeOf: fail }),
  () => proxyOf([1, 2, 3], { get: (target, name) => (name === "1" ? fail() : Reflect.get(target, name)) }),
];

/** Any value at all. */
export function hostileValue(random: Random): unknown {
  const kind = random.next();
  if (kind < 0.35) return random.pick(NUMBERS);
  if (kind < 0.5) return random.pick(TEXTS);
  if (kind < 0.62)
    return random.pick([null, undefined, true, false, 0n, 1n, -1n, 2n ** 70n, Symbol("s"), Symbol.iterator]);
  return random.pick(OBJECTS)();
}

/** A name that objects have already, or that is hard to write. */
export function hostileName(random: Random): string {
  return random.pick(TEXTS);
}
