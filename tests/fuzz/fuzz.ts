import { isProxy } from "./callers.js";
import { ENTRIES, TARGETS } from "./calls.js";
import { judgeError, type Outcome, objectsIn, problemOf } from "./judge.js";
import { mutate } from "./mutate.js";
import { randomOf } from "./random.js";

export interface Called {
  /** The entry and the name of what was called. */
  readonly target: string;
  readonly outcome: Outcome | "problem";
  /** What must not be. */
  readonly problem: string | null;
}

const OWN = [...Object.values(ENTRIES)]
  .flatMap((entry) => Object.values(entry))
  .filter((value) => typeof value === "object");
const constants = objectsIn(OWN.filter((value) => !("safeParse" in value)));
const prototypes = [Object.prototype, Array.prototype, Function.prototype, Date.prototype, Map.prototype];
const untouched = prototypes.map((prototype) => Reflect.ownKeys(prototype).length);

/** Makes arguments that nobody can write to. */
function freeze(value: unknown, depth = 0): void {
  if (typeof value !== "object" || value === null || depth > 8) return;
  if (isProxy(value) || ArrayBuffer.isView(value) || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const { value: inner } of Object.values(Object.getOwnPropertyDescriptors(value))) freeze(inner, depth + 1);
}

/** The same arguments, with a list in them made a hundred thousand long. */
function enlarge(given: unknown[]): unknown[] {
  const [list, ...others] = given;
  if (!Array.isArray(list) || list.length === 0) return given;
  return [Array.from({ length: 150_000 }, (_, index) => list[index % list.length]), ...others];
}

function pollution(): string | null {
  const touched = prototypes.findIndex((prototype, index) => Reflect.ownKeys(prototype).length !== untouched[index]);
  return touched < 0 ? null : `wrote to the prototype of ${prototypes[touched]!.constructor.name}`;
}

/** The arguments of a call: plausible ones, hostile ones, frozen ones, and once in a while very many. */
export function argumentsOf(seed: number, position: number): unknown[] {
  const random = randomOf(seed, position);
  const { call } = TARGETS[position % TARGETS.length]!;
  const plausible = call.arguments(random);
  if (random.chance(1 / 1500)) return enlarge(plausible);
  const given = random.chance(0.25) ? plausible : mutate(structure(plausible), random);
  // So many rows were to be read by functions of the caller's own: it would only take long.
  if (typeof given[0] === "number" && given[0] > 1e6 && given[0] < 2 ** 32) given[0] = 1000;
  if (random.chance(0.3)) freeze(given);
  return given;
}

/** Copies what is to be mutated, so that the library's own constants and plausible samples stay as they are. */
function structure(value: unknown, depth = 0): never {
  if (Array.isArray(value)) return value.map((inner) => structure(inner, depth + 1)) as never;
  const isPlain = typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
  if (!isPlain || depth > 8) return value as never;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, structure(inner, depth + 1)])) as never;
}

/** Makes one call, which depends on the seed and its position alone, and judges what comes out. */
export async function callAt(seed: number, position: number): Promise<Called> {
  const { entry, name, call } = TARGETS[position % TARGETS.length]!;
  const target = `${entry}.${name}`;
  const given = argumentsOf(seed, position);
  const before = objectsIn(given);
  for (const own of constants) before.add(own);
  const exported = ENTRIES[entry as keyof typeof ENTRIES][name as never] as never;
  const run = call.call ?? ((it: (...values: never[]) => unknown, values: never[]) => it(...values));
  try {
    const result = await run(exported, given as never);
    const problem = problemOf(result, before, call.shares ?? false) ?? pollution();
    return { target, outcome: problem === null ? "result" : "problem", problem };
  } catch (error) {
    const judged = judgeError(error);
    const problem = "problem" in judged ? judged.problem : pollution();
    return { target, outcome: problem === null && "outcome" in judged ? judged.outcome : "problem", problem };
  }
}
