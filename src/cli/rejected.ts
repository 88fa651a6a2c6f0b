import type { Io } from "./io.js";
import { badData } from "./problem.js";
import { counted, plain } from "./text.js";

/** How many unreadable rows are reported one by one. */
const MOST_TOLD = 10;

/** The rows that could not be read. */
export interface Rejected {
  readonly count: number;
  /** Takes a row: where it is, the column (if it is one), and the reason. */
  add(where: string, column: string | undefined, reason: string): void;
}

/** Makes an empty list of unreadable rows. */
export function rejectedRows(): Rejected & { readonly told: readonly string[] } {
  const told: string[] = [];
  let count = 0;
  return {
    told,
    get count() {
      return count;
    },
    add: (where, column, reason) => {
      count++;
      if (told.length < MOST_TOLD)
        told.push(plain(`${column === undefined ? where : `${where}, ${column}`}: ${reason}`));
    },
  };
}

/** Tells of the unreadable rows on standard error; throws where there may be none, and where there are no others. */
export function reportRejected(
  { told, count }: ReturnType<typeof rejectedRows>,
  rows: number,
  strict: boolean,
  io: Io,
): void {
  if (count === 0) return;
  const more = count > told.length ? [`and ${count - told.length} more`] : [];
  const list = [...told, ...more].map((line) => `  ${line}\n`).join("");
  io.stderr.write(`cx-metrics: ${counted(count, "row")} of ${rows} cannot be read\n${list}`);
  if (strict) throw badData("nothing is scored, as --strict says");
  if (count === rows) throw badData("nothing is scored: no row can be read");
}
