/** The error for a wrong value: a RangeError for a number, a TypeError for anything else. */
export function wrong(what: string, value: unknown, allowed: string): Error {
  const message = `${what} must be ${allowed}, got ${show(value)}`;
  return typeof value === "number" ? new RangeError(message) : new TypeError(message);
}

/** Throws unless a value is one of those allowed. */
export function oneOf(what: string, value: unknown, allowed: readonly string[]): void {
  if (!allowed.includes(value as string)) throw wrong(what, value, allowed.join(" or "));
}

/** Throws unless options are an object. */
export function assertOptions(options: unknown): void {
  if (typeof options !== "object" || options === null) throw wrong("options", options, "an object");
}

/** Throws unless a value can be gone through; text can, letter by letter, but is never a list of rows. */
export function assertIterable(what: string, value: unknown, allowed: string): void {
  if (typeof value === "string" || typeof (value as Iterable<unknown>)?.[Symbol.iterator] !== "function")
    throw wrong(what, value, allowed);
}

/** Throws unless a value can be gone through as its parts arrive. */
export function assertAsyncIterable(what: string, value: unknown, allowed: string): void {
  const { [Symbol.asyncIterator]: parts } = (value ?? {}) as Partial<AsyncIterable<unknown>>;
  if (typeof parts !== "function") assertIterable(what, value, allowed);
}

/** What a value is, for a message, whatever it is and without running any code of its own. */
export function show(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.slice(0, 40));
  if (typeof value === "bigint") return `${value}n`;
  if (Array.isArray(value)) return "an array";
  if (typeof value === "function") return "a function";
  return typeof value === "object" && value ? "an object" : String(value);
}
