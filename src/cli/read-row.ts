import type { CellReader } from "./cells.js";
import type { Columns } from "./columns.js";
import type { Refusal } from "./reading.js";

/** The cells of a part of a row, and how they are read. */
export type Part = readonly [places: readonly number[], read: CellReader<number | null>];

/** Reads the parts of a row; or the column of the first cell that cannot be read, and the reason. */
export function readRow<Name extends string>(
  { names }: Columns,
  values: readonly unknown[],
  parts: Readonly<Record<Name, Part>>,
): Record<Name, (number | null)[]> | Refusal {
  const read: Partial<Record<Name, (number | null)[]>> = {};
  for (const [name, [places, readCell]] of Object.entries<Part>(parts)) {
    const cells = places.map((place) => readCell(values[place]));
    const wrong = cells.findIndex((cell) => typeof cell === "string");
    if (wrong >= 0) return [names[places[wrong]!]!, cells[wrong] as string];
    read[name as Name] = cells as (number | null)[];
  }
  return read as Record<Name, (number | null)[]>;
}

/** Whether a row could not be read. */
export function isRefusal(row: Readonly<Record<string, unknown>> | Refusal): row is Refusal {
  return Array.isArray(row);
}
