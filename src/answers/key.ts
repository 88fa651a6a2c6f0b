/** A value that tells rows apart: it is equal wherever it is the same, as two objects never are. */
export type Key = string | number | boolean;

/** Whether rows can be told apart by a value. */
export function isKey(value: unknown): value is Key {
  return typeof value === "string" || typeof value === "boolean" || Number.isFinite(value);
}
