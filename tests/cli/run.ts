import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import type { Io } from "../../src/cli/io.js";
import { main } from "../../src/cli/main.js";

/** The folder of the files that examples are about. */
export const EXAMPLES = fileURLToPath(new URL("../../docs/examples", import.meta.url));

/** What a run of the program came to. */
export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** What a terminal shows: both in the order they were written. */
  readonly screen: string;
}

/** Where and how the program is run. */
export interface Surroundings {
  /** Text or bytes by the name of the file, beside which the program runs. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly cwd?: string;
  readonly stdin?: string | Uint8Array | AsyncIterable<Uint8Array>;
  readonly env?: Io["env"];
  /** Whether the screens are terminals, and how wide. */
  readonly columns?: number;
}

/** Runs the program with words as its arguments. */
export async function run(args: readonly string[], surroundings: Surroundings = {}): Promise<Run> {
  const { files, stdin = "", env = {}, columns } = surroundings;
  const cwd = files === undefined ? (surroundings.cwd ?? EXAMPLES) : folderOf(files);
  const texts = { out: "", err: "", screen: "" };
  const screen = (name: "out" | "err") => ({
    write: (text: string) => {
      texts[name] += text;
      texts.screen += text;
    },
    isTTY: columns !== undefined,
    columns,
  });
  const input = typeof stdin === "string" || stdin instanceof Uint8Array ? once(Buffer.from(stdin)) : stdin;
  const code = await main(args, { stdin: input, stdout: screen("out"), stderr: screen("err"), env, cwd });
  return { code, ...texts };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Runs a command line, with quotes as a shell takes them. */
export function runLine(line: string, surroundings?: Surroundings): Promise<Run> {
  return run(wordsOf(line), surroundings);
}

/** Runs a command line over a CSV file `a.csv` of that text. */
export function runCsv(csv: string | Uint8Array, line: string, surroundings: Surroundings = {}): Promise<Run> {
  return runLine(line, { ...surroundings, files: { "a.csv": csv } });
}

/** What a command that writes JSON found out. */
// biome-ignore lint/suspicious/noExplicitAny: the shape differs by command, and a wrong reading fails the comparison
export async function jsonOf(running: Promise<Run>): Promise<any> {
  const { out, err } = await running;
  if (out === "") throw new Error(err);
  return JSON.parse(out);
}

/** The words of a command line. */
export function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, plain]) => double ?? single ?? plain!,
  );
}

/** A folder with some files, until the test is over. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), "cx-metrics-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}
