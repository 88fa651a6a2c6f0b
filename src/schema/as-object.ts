/** A promise as an object like any other: as the outcome of a step before a schema, zod would wait for it, and fail. */
export function asObject(value: unknown): unknown {
  return Object.prototype.toString.call(value) === "[object Promise]" ? {} : value;
}
