/** What the program reads from and writes to, so that it can be run without a process of its own. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: Screen;
  readonly stderr: Screen;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder that paths start from. */
  readonly cwd: string;
}

/** Where text is written: a terminal, a file, a pipe. */
export interface Screen {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** Whether a screen takes colours, and its user wants them. */
export function hasColour(screen: Screen, env: Io["env"]): boolean {
  return screen.isTTY === true && !env.NO_COLOR && env.TERM !== "dumb";
}
