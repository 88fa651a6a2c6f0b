import { show } from "../answers/wrong.js";

/** The message of a schema: what a value had to be, and what it was. */
export function mustBe(expected: string): (issue: { readonly input?: unknown }) => string {
  return ({ input }) => `expected ${expected}, got ${show(input)}`;
}
