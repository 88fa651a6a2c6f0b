import { wrong } from "../answers/wrong.js";

/** Throws unless a confidence level lies between 0 and 1. */
export function assertLevel(level: number): void {
  if (!(Number.isFinite(level) && level > 0 && level < 1)) throw wrong("level", level, "between 0 and 1, such as 0.95");
}
