import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const SRC = fileURLToPath(new URL("../src", import.meta.url));

/** What each folder of src may import from the others, and from outside the package. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  answers: [],
  stats: [],
  metrics: ["answers", "stats"],
  inference: ["answers", "stats", "metrics"],
  weights: ["answers", "stats", "metrics"],
  segment: ["answers", "stats", "metrics", "inference"],
  trend: ["answers", "stats", "metrics", "inference", "segment", "date-fns", "@date-fns/tz"],
  schema: ["answers", "stats", "metrics", "zod"],
  sql: ["answers", "stats", "metrics", "segment", "trend"],
  chart: ["answers", "stats", "metrics", "inference", "segment", "trend"],
  cli: [
    ...["..", ".", "answers", "metrics", "inference", "segment", "trend", "sql", "chart"],
    ...["node:fs", "node:path", "node:stream", "node:util", "node:zlib"],
    ...["csv-parse", "date-fns", "@date-fns/utc", "string-width", "tinyglobby"],
  ],
};

interface Source {
  readonly name: string;
  readonly folder: string;
  readonly imports: readonly string[];
}

const sources: Source[] = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && name !== "index.ts")
  .map((name) => ({
    name,
    folder: dirname(name),
    imports: [...readFileSync(join(SRC, name), "utf8").matchAll(/^(?:import|export|\}) .*?from "([^"]+)"/gm)].map(
      (match) => match[1]!,
    ),
  }));

describe("imports go one way", () => {
  it.each(sources.map((source) => [source.name, source] as const))("%s", (_, { folder, imports }) => {
    const foreign = imports
      .map((path) =>
        path.startsWith(".") ? dirname(normalize(join(folder, path))) : path.replace(/^((@[^/]+\/)?[^/]+).*/, "$1"),
      )
      .filter((target) => target !== folder);
    expect(MAY_IMPORT).toHaveProperty(folder);
    expect(foreign.filter((target) => !MAY_IMPORT[folder]!.includes(target))).toEqual([]);
  });

  it("is read from every file", () => {
    expect(sources.length).toBeGreaterThan(20);
    expect(sources.filter((source) => source.imports.length > 0).length).toBeGreaterThan(20);
  });
});

describe("files are named for what they hold", () => {
  it.each(sources.map((source) => source.name))("%s", (name) => {
    expect(basename(name)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*\.ts$/);
  });
});
