import { createReadStream, readdirSync, type Stats, statSync } from "node:fs";
import { basename, dirname, resolve, sep } from "node:path";
import { globSync, isDynamicPattern } from "tinyglobby";
import type { Io } from "./io.js";
import { suggestion } from "./nearest.js";
import { badData, wrongUsage } from "./problem.js";

/** A file, or standard input. */
export interface Source {
  /** What it is called in messages. */
  readonly name: string;
  /** Begins to read what it holds; standard input only once. */
  readonly open: () => AsyncIterable<Uint8Array>;
}

/** The sources that paths stand for: files, patterns of files, `-` for standard input. */
export function sourcesOf(paths: readonly string[], io: Io): Source[] {
  if (paths.length === 0) throw wrongUsage("name a file to read, or - for standard input");
  return paths.flatMap((path): Source[] => {
    if (path === "-") return [{ name: "standard input", open: () => io.stdin }];
    return filesOf(path, io.cwd).map((name) => ({ name, open: () => bytesOf(name, resolve(io.cwd, name)) }));
  });
}

/** The path itself where it is a file, or else the files that it matches. */
function filesOf(path: string, cwd: string): string[] {
  const stats = statsOf(path, cwd);
  if (stats?.isDirectory())
    throw wrongUsage(`${path} is a folder: name a file in it, or ${path.replace(/\/$/, "")}/*.csv`);
  if (stats !== undefined) return [path];
  // Shells that do not expand patterns pass them on; those of Windows part folders by backslashes.
  const pattern = sep === "\\" ? path.replaceAll("\\", "/") : path;
  const isPattern = isDynamicPattern(pattern);
  const files = isPattern ? globSync(pattern, { cwd, expandDirectories: false }).sort() : [];
  if (files.length > 0) return files;
  throw wrongUsage(
    `${isPattern ? "no file matches" : "there is no file"} ${path}${suggestion(basename(path), beside(path, cwd))}`,
  );
}

/** What is known of a file; nothing where there is none. */
function statsOf(path: string, cwd: string): Stats | undefined {
  try {
    return statSync(resolve(cwd, path), { throwIfNoEntry: false });
  } catch (error) {
    throw wrongUsage(`${path} cannot be read: ${(error as Error).message}`);
  }
}

/** The files that may have been meant; a link to a file that is not there is none of them. */
function beside(path: string, cwd: string): string[] {
  try {
    return readdirSync(dirname(resolve(cwd, path))).filter((name) => name !== basename(path));
  } catch {
    return [];
  }
}

async function* bytesOf(name: string, path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path) as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw badData(`${name} cannot be read: ${(error as Error).message}`);
  }
}
