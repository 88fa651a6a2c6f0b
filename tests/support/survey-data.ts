import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { describe } from "vitest";

/** Real survey files that lie beside a checkout; they are no part of the project. */
const DATA = new URL("../../../shared/data/", import.meta.url);

/** A group of tests that are skipped where the data of that name is not there. */
export function describeData(name: string, tests: (read: SurveyData) => void): void {
  const present = existsSync(new URL(`${name}/`, DATA));
  describe.skipIf(!present)(`${name}${present ? "" : " (data not present)"}`, () => {
    const urlOf = (path: string) => new URL(`${name}/${path}`, DATA);
    if (present)
      tests({ file: (path) => readFileSync(urlOf(path), "utf8"), path: (path) => fileURLToPath(urlOf(path)) });
  });
}

/** The files of a survey. */
export interface SurveyData {
  /** What a file holds. */
  file(path: string): string;
  /** Where it lies. */
  path(path: string): string;
}

/** The rows of a CSV file, under its column names without the spaces around them. */
export function rowsOf(csv: string): Record<string, string>[] {
  return parse(csv, { columns: (names: string[]) => names.map((name) => name.trim()), bom: true });
}
