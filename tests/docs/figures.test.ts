import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";

const FIGURES = fileURLToPath(new URL("../../docs/figures/", import.meta.url));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cx-metrics-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The page that the script makes of the JSON files in a folder. */
function pageOf(path: string): string {
  return execFileSync("node", [join(FIGURES, "make-figures.js"), "--print", path], { encoding: "utf8" });
}

/** The page of some files. */
function pageOfFiles(files: Readonly<Record<string, unknown>>): string {
  const own = mkdtempSync(join(folder, "files-"));
  for (const [name, file] of Object.entries(files)) writeFileSync(join(own, `${name}.json`), JSON.stringify(file));
  return pageOf(own);
}

const same = (value: number) => ({ median: value, low: value, high: value });

/** A contest in which the others take so many times our time. */
function contestOf(id: string, others: Readonly<Record<string, number>>) {
  const entries = Object.entries({ "cx-metrics": 1, ...others });
  const results = entries.map(([name, times]) => ({ name, milliseconds: same(10 * times), timesFirst: same(times) }));
  return { contests: [{ id, title: `Contest of ${id}`, rows: 1000, rounds: 3, results }] };
}

it("the page is what the script makes of the files", () => {
  expect(pageOf(FIGURES)).toBe(readFileSync(join(FIGURES, "../figures.md"), "utf8"));
});

it("the page changes with every file", () => {
  const page = pageOf(FIGURES);
  const names = readdirSync(FIGURES).filter((name) => name.endsWith(".json"));
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) {
    const own = mkdtempSync(join(folder, "without-"));
    cpSync(FIGURES, own, { recursive: true, filter: (source) => !source.endsWith(name) });
    expect(pageOf(own), `without ${name}`).not.toBe(page);
  }
}, 60_000);

it("what has not been measured is named", () => {
  const gaps = /^Not measured yet, [^:]*: ([^.]*)\.$/m;
  expect(gaps.exec(pageOfFiles({}))?.[1]).toContain("answers, segments,");
  expect(gaps.exec(pageOfFiles({ answers: contestOf("Uint8Array", {}) }))?.[1]).toMatch(/^segments,/);
});

it("no file tells where it was made", () => {
  for (const name of readdirSync(FIGURES).filter((name) => name.endsWith(".json")))
    expect(readFileSync(join(FIGURES, name), "utf8"), name).not.toMatch(/\/(home|root|tmp|work|Users)\/|[A-Z]:\\\\/);
});

it("a target is met from its bound on, beside the fastest of a kind", () => {
  const verdict = (others: Readonly<Record<string, number>>) =>
    pageOfFiles({ answers: contestOf("Uint8Array", others) })
      .split("\n")
      .filter((line) => /^\| NPS of a Uint8Array, 10 times/.test(line))
      .map((line) => line.replace(/ +/g, " "));
  expect(verdict({ "d3-array sum": 10, "d3-array rollup": 40 })).toEqual([
    "| NPS of a Uint8Array, 10 times as fast as d3-array | at least 10 | 10 (10 to 10), beside d3-array sum | met |",
  ]);
  expect(verdict({ "d3-array rollup": 9.9, "d3-array sum": 40 })).toEqual([
    "| NPS of a Uint8Array, 10 times as fast as d3-array | at least 10 | 9.9 (9.9 to 9.9), beside d3-array rollup | **missed** |",
  ]);
});

it("a target of a longest time is told as times theirs", () => {
  const line = (times: number) =>
    pageOfFiles({ csv: contestOf("csv", { "DuckDB read_csv": times }) })
      .split("\n")
      .find((text) => text.startsWith("| The command line on a CSV file"))
      ?.replace(/ +/g, " ");
  expect(line(0.25)).toContain("| at most 3 | 4 (4 to 4) | **missed** |");
  expect(line(0.5)).toContain("| at most 3 | 2 (2 to 2) | met |");
});

it("a missed target has its reason, and whoever is faster is named", () => {
  const page = pageOfFiles({ answers: contestOf("Uint8Array", { "ClickHouse in memory, GROUP BY": 0.5, DuckDB: 2 }) });
  expect(page).toContain("1 of 2 targets are met.");
  expect(page).toMatch(/^- NPS of a Uint8Array, not slower than ClickHouse .*: missed\./m);
  const losses = page.slice(page.indexOf("## Where others are faster"), page.indexOf("## NPS"));
  expect(losses).toMatch(/\| Contest of Uint8Array +\| ClickHouse in memory, GROUP BY +\| 0\.5 \(0\.5 to 0\.5\)/);
  expect(losses).not.toContain("DuckDB");
});

it("who does less is no rival", () => {
  const contest = contestOf("Uint8Array", { "copy, set()": 0.05 });
  Object.assign(contest.contests[0]!.results[1]!, { isApart: true });
  const page = pageOfFiles({ answers: contest });
  expect(page).not.toContain("Where others are faster");
  expect(page).toContain("copy, set()");
});

it("a file without a section of its own is shown too", () => {
  const mutation = { title: "Mutation testing", text: ["Of all mutants, so many are killed."], tables: [] };
  const tables = [{ columns: ["folder", "killed, %"], rows: [["stats", 91.25]] }];
  expect(pageOfFiles({ mutation: { ...mutation, tables } })).toContain(
    "## Mutation testing\n\nOf all mutants, so many are killed.\n\n" +
      "| folder | killed, % |\n| ------ | --------: |\n| stats  |      91.3 |\n",
  );
  const coverage = pageOfFiles({ coverage: { nps: [{ name: "n = 10", covered: 0.951 }] } });
  expect(coverage).toContain("## Coverage of intervals");
  expect(coverage).toContain("| nps / n = 10 / covered | 0.951 |");
});
