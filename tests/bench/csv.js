// NPS by region of a CSV file of a million rows with the command line, beside DuckDB's reader and beside the parser alone, each in a
// process of its own; and the memory that they take for more rows. Run: npm run bench, or alone: node tests/bench/csv.js [--quick]
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runChild } from "./frame/child.js";
import { contest } from "./frame/contest.js";
import { codes, instants, ratings } from "./frame/data.js";
import { publish } from "./frame/publish.js";
import { size } from "./frame/settings.js";

const ROWS = size(1_000_000, 20_000);
const MORE_ROWS = size(10_000_000, 100_000);
const folder = mkdtempSync(join(tmpdir(), "cx-metrics-bench-"));
const pathOf = (name) => fileURLToPath(new URL(name, import.meta.url));
const CLI = pathOf("../../dist/cli.js");

/** Writes a survey of so many rows: rating, region, time, comment. */
function write(name, rows) {
  const [score, region, time] = [ratings(rows), codes(rows, 8), instants(rows)];
  const path = join(folder, name);
  const file = openSync(path, "w");
  writeSync(file, "respondent,score,region,at,comment\n");
  for (let from = 0; from < rows; from += 10_000) {
    const part = Array.from({ length: Math.min(10_000, rows - from) }, (_, index) => {
      const row = from + index;
      const comment = row % 3 === 0 ? `"good, mostly, ${row % 100}"` : "";
      return `r${row},${score[row]},region ${region[row]},${new Date(time[row]).toISOString()},${comment}\n`;
    });
    writeSync(file, part.join(""));
  }
  closeSync(file);
  return path;
}

const ours = (file) => runChild(CLI, ["nps", file, "--score", "score", "--by", "region", "--format", "json"]);
const duckdb = (file) => runChild(pathOf("children/duckdb-csv.js"), [file]);
const parser = (file) => runChild(pathOf("children/csv-parse.js"), [file]);

/** What both must say: how many answers and which score, of each region. */
const seen = (rows) => rows.map(([region, n, net]) => [region, n, net.toFixed(6)]);
const ofOurs = ({ output }) => seen(JSON.parse(output).segments.map(({ key, n, score }) => [key, n, score]));

try {
  const [file, more] = [write("survey.csv", ROWS), write("more.csv", MORE_ROWS)];
  const contests = [
    await contest({
      id: "csv",
      title: "NPS by region of a CSV file, in a process of its own",
      rows: ROWS,
      contestants: [
        { name: "cx-metrics, command line", run: () => ours(file), seen: ofOurs },
        { name: "DuckDB read_csv", run: () => duckdb(file), seen: ({ output }) => seen(JSON.parse(output)) },
        { name: "csv-parse, rows thrown away", run: () => parser(file), isApart: true },
      ],
    }),
  ];
  const memory = [];
  for (const [name, run] of [
    ["cx-metrics, command line", ours],
    ["DuckDB read_csv", duckdb],
    ["csv-parse, rows thrown away", parser],
  ])
    memory.push({ name, few: (await run(file)).megabytes, many: (await run(more)).megabytes });
  console.table(memory);
  publish("csv", { contests, memory: { rows: [ROWS, MORE_ROWS], results: memory } }, ["@duckdb/node-api", "csv-parse"]);
} finally {
  rmSync(folder, { recursive: true });
}
