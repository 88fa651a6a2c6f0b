import { suggestion } from "./nearest.js";
import { wrongUsage } from "./problem.js";

/** The columns of a table. */
export interface Columns {
  /** What the table is called. */
  readonly table: string;
  /** What each column is called: its title, or where that is empty or of several columns, its place too. */
  readonly names: readonly string[];
  /** The titles as they are. */
  readonly titles: readonly string[];
  /** What else a column is called: the question under its name, in exports with several header rows. */
  readonly otherNames: readonly (readonly string[])[];
}

/** The columns that header rows name; without any, columns are called by their numbers from 1. */
export function columnsOf(table: string, headers: readonly (readonly unknown[])[], width: number): Columns {
  const texts = headers.map((header) => header.map((name) => String(name).trim()));
  const [first = Array.from({ length: width }, (_, index) => `${index + 1}`), ...below] = texts;
  const parts = below[0] ?? [];
  const starts = groupStarts(first);
  const inFull = first.map((name, index) => {
    const group = first[starts[index]!]!;
    return group !== "" && parts[index] ? `${group} / ${parts[index]}` : name;
  });
  const answers = first.map(() => 0);
  for (const [index, start] of starts.entries()) if (parts[index]) answers[start]!++;
  // A question over several answers is the name of none of them, unless the first is the answer and others are remarks to it.
  const isOfSeveral = (index: number) => {
    const start = starts[index]!;
    return first[start] !== "" && answers[start]! > 1 && !/response$/i.test(parts[start] ?? "");
  };
  const titles = first.map((name, index) => (name === "" || isOfSeveral(index) ? inFull[index]! : name));
  const otherNames = first.map((_, index) => [
    ...below.map((header) => header[index] ?? ""),
    inFull[index]!,
    ...(isOfSeveral(index) ? [first[starts[index]!]!] : []),
  ]);
  return namedColumns(table, titles, below.length === 0 ? undefined : otherNames);
}

/** Where the title of each column stands: SurveyMonkey writes a question once, above the first of all columns of its answers. */
function groupStarts(titles: readonly string[]): readonly number[] {
  let start = 0;
  return titles.map((title, index) => {
    if (title !== "") start = index;
    return start;
  });
}

/** Columns with some titles. */
export function namedColumns(
  table: string,
  titles: readonly string[],
  otherNames: Columns["otherNames"] = titles.map(() => []),
): Columns {
  return { table, names: distinct(titles), titles, otherNames };
}

/** Names that tell columns apart: Google Forms repeats the titles of questions, and SurveyMonkey repeats "Response". */
function distinct(titles: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const title of titles) counts.set(title, (counts.get(title) ?? 0) + 1);
  if (counts.size === titles.length && !counts.has("")) return titles;
  const withPlace = (title: string, index: number) => `${title} (column ${index + 1})`.trim();
  // Once more, as a file may have a title that is such a name.
  return distinct(
    titles.map((title, index) => (title === "" || counts.get(title)! > 1 ? withPlace(title, index) : title)),
  );
}

/** The position of the column of that name. */
export function findColumn(columns: Columns, name: string): number {
  const { table, names } = columns;
  const places = placesOf(columns, name);
  const [found] = places;
  if (found === undefined) throw wrongUsage(`${table} has no column "${name}"${hint(columns, name)}`);
  if (places.length === 1) return found;
  const offered = places.slice(0, 5).map((place) => JSON.stringify(names[place]));
  const list = `${offered.join(" or ")}${places.length > offered.length ? " or …" : ""}`;
  throw wrongUsage(`${table} has ${places.length} columns called "${name}": say ${list}`);
}

/** The position of the column of an option; nothing where the option is not given. */
export function optionalColumn(columns: Columns, name: string | undefined): number | undefined {
  return name === undefined ? undefined : findColumn(columns, name);
}

/** The positions of the columns that are called so: by name, or else by title, or else by what stands under it. */
function placesOf({ names, titles, otherNames }: Columns, name: string): readonly number[] {
  // An empty header is no name: a shell variable that is not set must not find a column.
  if (name === "") return [];
  // A title with a line break is shown, and typed, with a space.
  const spaced = folded(name);
  const ways: readonly ((column: string) => boolean)[] = [
    (column) => column === name,
    (column) => folded(column) === spaced,
  ];
  const found = ways.flatMap((isIt) => [
    ...[names, titles].map((list) => positions(list, isIt)),
    positions(otherNames, (others) => others.some(isIt)),
  ]);
  return found.find(({ length }) => length > 0) ?? [];
}

function folded(name: string): string {
  return name.trim().replace(/\s+/g, " ");
}

/** The positions of several columns: names, `FIRST..LAST`, or lists of those with commas between them. */
export function findColumns(columns: Columns, names: readonly string[]): number[] {
  return names.flatMap((name) => {
    if (placesOf(columns, name).length > 0) return [findColumn(columns, name)];
    return name.split(",").flatMap((part) => {
      const [first, last, ...others] = part.split("..").map((end) => findColumn(columns, end.trim()));
      if (last === undefined) return [first!];
      if (others.length > 0 || last < first!)
        throw wrongUsage(`${part} must be FIRST..LAST, two columns of ${columns.table} in their order`);
      return Array.from({ length: last - first! + 1 }, (_, index) => first! + index);
    });
  });
}

function hint({ names, titles }: Columns, name: string): string {
  if (names.length === 0) return ", nor any other";
  const alike = name === "" ? "" : suggestion(name, names);
  const shown = names.slice(0, 12);
  const list = alike || `; it has ${shown.map((column) => JSON.stringify(column.slice(0, 40))).join(", ")}`;
  const isHeader = titles.some((column) => /\p{L}/u.test(column));
  return `${list}${alike === "" && shown.length < names.length ? " and others" : ""}${
    isHeader ? "" : "; if its first line is no header, say --header-rows 0 and name columns by number"
  }`;
}

function positions<T>(list: readonly T[], isWanted: (item: T) => boolean): number[] {
  return list.flatMap((item, index) => (isWanted(item) ? [index] : []));
}
