import { show } from "../answers/show.js";

/** Throws unless a value is one of those allowed; the message names them. */
export function oneOf(where: string, name: string, value: unknown, allowed: readonly string[]): void {
  if (!allowed.includes(value as string))
    throw new TypeError(`${where}: ${name} must be one of ${allowed.join(", ")}; got ${show(value)}`);
}
