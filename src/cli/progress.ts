import type { Io } from "./io.js";

/** A line that says how far the reading is, on a terminal, where it takes longer than a moment. */
export interface Progress {
  /** Says how many rows are read. */
  show(rows: number): void;
  /** Takes the line away. */
  clear(): void;
}

const FIRST_AFTER = 500;
const NEXT_AFTER = 100;

/** Makes a progress line on standard error; anywhere but on a terminal it does nothing. */
export function progressOn({ stderr, env }: Io): Progress {
  if (stderr.isTTY !== true || env.TERM === "dumb") return { show: () => {}, clear: () => {} };
  let next = Date.now() + FIRST_AFTER;
  let shown = false;
  return {
    show: (rows) => {
      const now = Date.now();
      if (now < next) return;
      next = now + NEXT_AFTER;
      shown = true;
      stderr.write(`\r${rows.toLocaleString("en")} rows read`);
    },
    clear: () => {
      if (shown) stderr.write("\r\x1b[2K");
      shown = false;
    },
  };
}
