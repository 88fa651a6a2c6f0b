import { LONGEST_ROW } from "./csv.js";
import { badData } from "./problem.js";
import type { Row } from "./table.js";

/** Parses a JSON list of objects; it is read whole. */
export async function* jsonRows(name: string, text: AsyncIterable<string>): AsyncGenerator<readonly Row[]> {
  const list = parseJson(name, await allOf(text));
  if (!Array.isArray(list)) throw noList(name, list);
  yield list.map((value, index) => objectRow(value, index + 1));
}

/** The error for JSON that is no list; services answer with an object that has the list in it. */
export function noList(name: string, value: unknown): Error {
  const [list] = listsIn(value);
  const hint = list === undefined ? "" : `; take out the one in ${JSON.stringify(list)}, such as by jq '.${list}'`;
  return badData(`${name} holds no list: JSON must be a list of objects, or one object a line${hint}`);
}

/** The names under which an object has lists of objects. */
export function listsIn(value: unknown): string[] {
  const isList = (part: unknown) =>
    Array.isArray(part) && part.length > 0 && part.every((item) => typeof item === "object");
  return Object.entries(value ?? {}).flatMap(([name, part]) => (isList(part) ? [name] : []));
}

/** Whether a line begins an object that goes on in the next ones. */
export function isCutOff(line: string): boolean {
  return /^\s*\{(.*[[{,:])?\s*$/.test(line);
}

/** Parses one JSON object a line, as they arrive. */
export async function* ndjsonRows(name: string, text: AsyncIterable<string>): AsyncGenerator<readonly Row[]> {
  let line = 0;
  let begun = "";
  const read = (lines: readonly string[]): Row[] =>
    lines.flatMap((json) => {
      line++;
      return json.trim() === "" ? [] : [lineRow(json, line)];
    });
  for await (const part of text) {
    const [first = "", ...lines] = part.split("\n");
    begun += first;
    if (lines.length > 0) {
      yield read([begun, ...lines.slice(0, -1)]);
      begun = lines.at(-1)!;
    }
    if (begun.length > LONGEST_ROW) throw badData(`${name}: line ${line + 1} is longer than ${LONGEST_ROW / 1e6} MB`);
  }
  yield read([begun]);
}

/** The whole of a text. */
export async function allOf(text: AsyncIterable<string>): Promise<string> {
  const parts: string[] = [];
  for await (const part of text) parts.push(part);
  return parts.join("");
}

/** Parses JSON; what is wrong with it is bad data. */
export function parseJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw badData(`${name} is no JSON: ${(error as Error).message}`);
  }
}

/** What JSON says; nothing where it is none. */
export function parseOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function lineRow(json: string, line: number): Row {
  try {
    return objectRow(JSON.parse(json), line);
  } catch (error) {
    return { line, values: [], problem: `no JSON: ${(error as Error).message}` };
  }
}

function objectRow(value: unknown, line: number): Row {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return { line, values: [value] };
  return { line, values: [], problem: `expected an object, got ${JSON.stringify(value).slice(0, 40)}` };
}

/** The names of all values in rows of objects. */
export function namesOf(rows: readonly Row[]): string[] {
  return [...new Set(rows.flatMap(({ values: [object] }) => [...flat(object).keys()]))];
}

/** The values of rows of objects, one a name. */
export async function* valuesOf(
  batches: AsyncIterable<readonly Row[]>,
  names: readonly string[],
): AsyncGenerator<readonly Row[]> {
  for await (const batch of batches)
    yield batch.map((row) => {
      if (row.problem !== undefined) return row;
      const values = flat(row.values[0]);
      return { line: row.line, values: names.map((name) => values.get(name)) };
    });
}

/** The values of an object and of the objects in it, with dots between the names: `customer.country`. */
function flat(object: unknown, prefix = "", values = new Map<string, unknown>()): Map<string, unknown> {
  for (const [name, value] of Object.entries(object ?? {})) {
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    if (isObject) flat(value, `${prefix}${name}.`, values);
    else values.set(`${prefix}${name}`, value);
  }
  return values;
}
