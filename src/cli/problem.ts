/** An error that is reported to the user in one sentence, and what the program then ends with: 1 bad data, 2 wrong usage. */
export interface Problem extends Error {
  readonly exitCode: 1 | 2;
}

/** The error for data that cannot be read. */
export function badData(message: string): Problem {
  return Object.assign(new Error(message), { exitCode: 1 } as const);
}

/** The error for a wrong command line. */
export function wrongUsage(message: string): Problem {
  return Object.assign(new Error(message), { exitCode: 2 } as const);
}

/** What an action returns; what it throws becomes wrong usage: of options, before any row is read. */
export function checkUsage<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw wrongUsage(asOption((error as Error).message));
  }
}

/** The name of an option as the library writes it, such as minN, as it stands on the command line: --min-n. */
function asOption(message: string): string {
  return message
    .replace(/^rolling\.\w+(?= must be)/, "--rolling")
    .replace(/^[a-z]+([A-Z]\w*)?(?= must be)/, (name) => `--${name.replace(/[A-Z]/g, "-$&").toLowerCase()}`);
}
