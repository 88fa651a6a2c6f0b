// Writes docs/figures.md from all JSON files in this folder: npm run figures.
// node docs/figures/make-figures.js [--print] [FOLDER]: with --print it writes to standard output.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { aboutSection } from "./page/about.js";
import { contestSection, growthSection } from "./page/contests.js";
import { paragraph } from "./page/markdown.js";
import { importsSection, memorySection, plainSection, runtimesSection, sizesSection } from "./page/other.js";
import { lossesSection, targetsSection } from "./page/targets.js";

const INTRODUCTION = `# Figures

${paragraph(`Speed, memory, import time and size of the library, beside others. This page is made by a script from files that the
  benchmarks write: no figure in it is typed. \`npm run bench\` measures, \`npm run figures\` writes the page anew.`)}

${paragraph(`All contestants of a table do the same work on the same rows in one run; their results are compared before they are timed.
  They take turns, there and back, and garbage is collected before each turn. A time is the median over all rounds, with the fastest and the slowest
  of them; "times the first" is the median of the ratios within a round, which a machine that is now slower, now faster changes little.
  Databases and data frames have the rows in tables of their own, made beforehand, and use all cores; all else uses one thread.`)}`;

const SECTIONS = [
  { file: "answers", title: "NPS" },
  {
    file: "segments",
    title: "By segment and over time",
    text: `Polars and the databases count promoters and detractors of each group; ours gives for each of them the interval and the
      comparison with the period before too. arquero knows no time zones.`,
  },
  {
    file: "sql",
    title: "In a database",
    text: `What it saves to let the database count: tallyQuery brings a row for each score of each group, and readTrend scores them.
      Fetching all rows is only the way to the process; nothing is scored yet. DuckDB gives them as columns of JavaScript values,
      ClickHouse as bytes that nobody reads.`,
  },
  {
    file: "servqual",
    title: "SERVQUAL",
    text: `The loop by hand gives the mean gap; the tally also holds what the intervals and Cronbach's alpha need, the products of
      each item with each other item of its dimension.`,
  },
  {
    file: "schema",
    title: "Validation",
    text: `The schema of zod has the same fields as ours, as one would write them, with the messages of zod. parseResponses gives
      each row that does not fit with its index and reasons.`,
  },
  {
    file: "csv",
    title: "CSV files",
    text: `From the start of a process to its end, Node included. The file has a column each of respondents, ratings, regions, times
      and comments. csv-parse is the parser in the command line; here it throws its rows away.`,
  },
];

/** What the benchmarks measure. */
const MEASURED = [...SECTIONS.map(({ file }) => file), "growth", "memory", "imports", "sizes"];

/** Names of files that have a section of their own. */
const KNOWN = new Set([...MEASURED, "bundlers", "runtimes", "types"]);

function contestsSection({ file, title, text }, files) {
  if (files[file] === undefined) return "";
  const contests = files[file].contests.map(contestSection);
  return [`## ${title}`, ...(text === undefined ? [] : [paragraph(text)]), ...contests].join("\n\n");
}

/** Says what is not there; the benchmarks have not been run since. */
function gapsSection(files) {
  const gaps = MEASURED.filter((name) => files[name] === undefined);
  return gaps.length === 0 ? "" : paragraph(`Not measured yet, \`npm run bench\` does it: ${gaps.join(", ")}.`);
}

function growthOf({ growth }) {
  if (growth === undefined) return "";
  return ["## How time grows", ...growth.contests.map(growthSection)].join("\n\n");
}

/** The page of all figures, of files by their names. */
function pageOf(files) {
  const others = Object.keys(files).filter((name) => !KNOWN.has(name));
  const parts = [
    INTRODUCTION,
    gapsSection(files),
    targetsSection(files),
    lossesSection(files),
    ...SECTIONS.map((section) => contestsSection(section, files)),
    growthOf(files),
    memorySection(files),
    importsSection(files),
    sizesSection(files),
    runtimesSection(files),
    ...others.map((name) => plainSection(name, files[name])),
    aboutSection(files),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function readFiles(folder) {
  const names = readdirSync(folder).flatMap((file) => /^(.*)\.json$/.exec(file)?.[1] ?? []);
  const order = [...SECTIONS.map(({ file }) => file), ...names.sort()];
  const read = (name) => JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf8"));
  return Object.fromEntries(order.filter((name) => names.includes(name)).map((name) => [name, read(name)]));
}

const args = process.argv.slice(2);
const [folder] = args.filter((arg) => arg !== "--print");
const page = pageOf(
  readFiles(folder === undefined ? new URL(".", import.meta.url) : pathToFileURL(`${resolve(folder)}/`)),
);
if (args.includes("--print")) process.stdout.write(page);
else writeFileSync(fileURLToPath(new URL("../figures.md", import.meta.url)), page);
