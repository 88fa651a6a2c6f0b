import { suggestion } from "./nearest.js";
import { wrongUsage } from "./problem.js";

/** The columns of a table. */
export interface Columns {
  /** What the table is called. */
  readonly table: string;
  /** What each column is called; none is empty. */
  readonly names: readonly string[];
  /** What else a column is called: the question under its name, in exports with several header rows. */
  readonly otherNames: readonly (readonly string[])[];
}

/** The columns that header rows name; without any, columns are called by their numbers from 1. */
export function columnsOf(table: string, headers: readonly (readonly unknown[])[], width: number): Columns {
  const texts = headers.map((header) => header.map((name) => String(name).trim()));
  const [first = Array.from({ length: width }, (_, index) => `${index + 1}`), ...below] = texts;
  let group = "";
  const titles = first.map((name, index) => {
    if (name !== "") group = name;
    const part = below[0]?.[index] ?? "";
    // SurveyMonkey writes a question once, above all columns of its answers.
    return name === "" && group !== "" && part !== "" ? `${group} / ${part}` : name;
  });
  return namedColumns(
    table,
    titles,
    titles.map((_, index) => below.map((header) => header[index] ?? "")),
  );
}

/** Columns with some titles; one without a title is called by its place. */
export function namedColumns(
  table: string,
  titles: readonly string[],
  otherNames: Columns["otherNames"] = titles.map(() => []),
): Columns {
  return { table, names: titles.map((title, index) => (title === "" ? `(column ${index + 1})` : title)), otherNames };
}

/** The position of the column of that name. */
export function findColumn(columns: Columns, name: string): number {
  const { table, names, otherNames } = columns;
  const found = positions(names, (column) => column === name);
  // An empty second header is no name: a shell variable that is not set must not find a column.
  if (found.length === 0 && name !== "") found.push(...positions(otherNames, (others) => others.includes(name)));
  if (found.length === 1) return found[0]!;
  if (found.length > 1)
    throw wrongUsage(
      `${table} has ${found.length} columns called "${name}", numbers ${found.map((place) => place + 1).join(" and ")}`,
    );
  throw wrongUsage(`${table} has no column "${name}"${hint(columns, name)}`);
}

/** The positions of several columns: names, `FIRST..LAST`, or lists of those with commas between them. */
export function findColumns(columns: Columns, names: readonly string[]): number[] {
  return names.flatMap((name) => {
    if (columns.names.includes(name)) return [findColumn(columns, name)];
    return name.split(",").flatMap((part) => {
      const [first, last, ...others] = part.split("..").map((end) => findColumn(columns, end.trim()));
      if (last === undefined) return [first!];
      if (others.length > 0 || last < first!)
        throw wrongUsage(`${part} must be FIRST..LAST, two columns of ${columns.table} in their order`);
      return Array.from({ length: last - first! + 1 }, (_, index) => first! + index);
    });
  });
}

function hint({ names }: Columns, name: string): string {
  const alike = name === "" ? "" : suggestion(name, names);
  const shown = names.slice(0, 12);
  const list = alike || `; it has ${shown.map((column) => JSON.stringify(column.slice(0, 40))).join(", ")}`;
  const isHeader = names.some((column) => /\p{L}/u.test(column));
  return `${list}${alike === "" && shown.length < names.length ? " and others" : ""}${
    isHeader ? "" : "; if its first line is no header, say --header-rows 0 and name columns by number"
  }`;
}

function positions<T>(list: readonly T[], isWanted: (item: T) => boolean): number[] {
  return list.flatMap((item, index) => (isWanted(item) ? [index] : []));
}
