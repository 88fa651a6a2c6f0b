/** Small sizes and few rounds, to see whether everything runs: `--quick`, or CX_BENCH=quick. */
export const QUICK = process.argv.includes("--quick") || process.env.CX_BENCH === "quick";

/** A size, or the small one for a quick run. */
export const size = (full, quick) => (QUICK ? quick : full);

/** How often each contestant is timed; CX_ROUNDS=1 for a first look at full sizes. */
export const ROUNDS = Number(process.env.CX_ROUNDS ?? size(11, 3));
