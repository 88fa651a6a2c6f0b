import { wrong } from "../answers/wrong.js";
import type { Dialect } from "./dialect.js";

/** The name of a table: in parts where it is qualified, such as `["public", "survey"]`. */
export type TableName = string | readonly string[];

/** Between quotes, with quotes inside doubled. */
export function quoted(name: string, quote: string): string {
  return `${quote}${name.replaceAll(quote, quote + quote)}${quote}`;
}

/** A name as an identifier; throws for one that the engine cannot have. */
export function identifier(what: string, name: string, dialect: Dialect): string {
  // Half a surrogate pair is no character, and UTF-8 cannot write it.
  const isName = typeof name === "string" && name !== "" && !/\0|\p{Surrogate}/u.test(name);
  if (!isName) throw wrong(what, name, "a name of one or more characters, none of them NUL");
  const problem = dialect.refuses(name);
  if (problem !== null) throw wrong(what, name, problem);
  return dialect.quote(name);
}

/** A table as an identifier, its parts quoted each. */
export function tableIdentifier(table: TableName, dialect: Dialect): string {
  const parts = typeof table === "string" ? [table] : table;
  if (!Array.isArray(parts) || parts.length === 0)
    throw wrong("from", table, "the name of a table, or a list of its parts");
  return parts.map((part) => identifier("from", part, dialect)).join(".");
}
