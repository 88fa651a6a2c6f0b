import type { Writable } from "node:stream";

/** The streams of a process, and how it is ended. */
interface Outputs {
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly exit: (code: 0 | 1) => void;
}

/** Ends the program where it cannot write: quietly where its reader goes away, such as `head`, else it says why. */
export function exitOnWriteErrors({ stdout, stderr, exit }: Outputs): void {
  const isGone = ({ code }: NodeJS.ErrnoException) => code === "EPIPE";
  stderr.on("error", (error) => exit(isGone(error) ? 0 : 1));
  stdout.on("error", (error) => {
    if (isGone(error)) exit(0);
    else stderr.write(`cx-metrics: cannot write to standard output: ${error.message}\n`, () => exit(1));
  });
}
