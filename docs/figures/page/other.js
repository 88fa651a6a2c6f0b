import { number, paragraph, range, spread, table } from "./markdown.js";

const kinds = ["ESM", "CommonJS"];

export function memorySection({ memory, csv }) {
  const parts = [];
  if (memory !== undefined) {
    const rows = memory.streams.map(({ what, rows: count, ...rest }) => [
      what,
      count,
      rest.seconds,
      rest.megabytes,
      rest.heapKept,
      rest.tally,
    ]);
    const columns = ["stream of", "rows", "seconds", "most memory, MB", "heap kept, MB", "tally as JSON, kB"];
    const text = `Each stream is summed up in a process of its own. The most memory is that of the whole process, Node included; the rows
      are made as they are read, and the seconds are of both.`;
    parts.push(`### Streams\n\n${paragraph(text)}\n\n${table(columns, rows)}`);
  }
  if (csv?.memory !== undefined) {
    const [few, many] = csv.memory.rows.map((rows) => `MB for ${number(rows)} rows`);
    const rows = csv.memory.results.map((result) => [result.name, result.few, result.many]);
    parts.push(
      `### CSV files\n\n${paragraph("The most memory of the whole process.")}\n\n${table(["", few, many], rows)}`,
    );
  }
  return parts.length === 0 ? "" : `## Memory\n\n${parts.join("\n\n")}`;
}

export function importsSection({ imports }) {
  if (imports === undefined) return "";
  const names = [...new Set(imports.imports.map(({ name }) => name))];
  const rows = names.map((name) => [
    name,
    ...kinds.flatMap((kind) => {
      const { milliseconds } = imports.imports.find((one) => one.name === name && one.kind === kind);
      return [milliseconds.median, range(milliseconds)];
    }),
  ]);
  const columns = ["import of", ...kinds.flatMap((kind) => [`${kind}, median ms`, "all rounds"])];
  const text = `Milliseconds from the import to its end, each in a fresh process, ${imports.rounds} rounds in turn.`;
  return `## Import time\n\n${paragraph(text)}\n\n${table(columns, rows)}`;
}

export function sizesSection({ sizes, bundlers }) {
  const parts = [];
  if (sizes !== undefined) {
    const rows = sizes.sizes.map((one) => [
      `\`import ${one.import === "*" ? "* as all" : one.import} from "${one.from}"\``,
      one.minified,
      one.gzip,
      one.budget,
      one.packages.join(", ") || "none",
    ]);
    const text = `What esbuild makes of an import: bytes minified, and packed by gzip. The budget is what the tests hold. zod, a peer of
      the schema entry, is not counted.`;
    parts.push(
      `${paragraph(text)}\n\n${table(["import", "minified", "gzip", "budget", "other packages in it"], rows)}`,
    );
  }
  if (bundlers !== undefined) parts.push(`### With other bundlers\n\n${bundlerTable(bundlers)}`);
  return parts.length === 0 ? "" : `## Size\n\n${parts.join("\n\n")}`;
}

function bundlerTable({ bundlers, builds }) {
  const names = Object.keys(bundlers);
  const columns = ["import", ...names.map((name) => `${name} ${bundlers[name]}, gzip`)];
  const rows = builds.map((one) => [`\`${one.import}\``, ...names.map((name) => one.sizes[name]?.gzip)]);
  return table(columns, rows);
}

export function runtimesSection({ runtimes, types }) {
  const parts = [];
  if (runtimes !== undefined) {
    const suites = [...new Set(runtimes.runtimes.flatMap((one) => Object.keys(one.suites ?? {})))];
    const rows = runtimes.runtimes.map(({ name, version, suites: own = {} }) => [
      name,
      version ?? "not tried",
      ...suites.map((suite) => passed(own[suite])),
    ]);
    const text =
      "How many checks the packed library passes on each, by the way it is loaded; a dash where there is no such way.";
    parts.push(paragraph(text), table(["runtime", "version", ...suites], rows));
  }
  if (types !== undefined) {
    const rows = types.compilers.map(({ version, ...counts }) => [version, passed(counts)]);
    parts.push(`Types are checked by these compilers of TypeScript:\n\n${table(["version", "checks passed"], rows)}`);
  }
  return parts.length === 0 ? "" : `## Runtimes\n\n${parts.join("\n\n")}`;
}

function passed(counts) {
  return counts === undefined ? undefined : `${number(counts.passed)} of ${number(counts.passed + counts.failed)}`;
}

/**
 * The section of a file that has none of its own. It may bring a title, paragraphs and tables:
 * `{ "title", "text": [], "tables": [{ "title"?, "columns": [], "rows": [[]] }] }`; of any other, each figure is shown with its path.
 */
export function plainSection(name, file) {
  const { title = headingOf(name), text = [], tables = [pathsOf(file)] } = file;
  const parts = tables.map((one) => `${one.title ? `### ${one.title}\n\n` : ""}${table(one.columns, one.rows)}`);
  return [`## ${title}`, ...[text].flat().map(paragraph), ...parts].join("\n\n");
}

const HEADINGS = { mutation: "Mutation testing", coverage: "Coverage of intervals", tests: "Tests" };

function headingOf(name) {
  return HEADINGS[name] ?? name.charAt(0).toUpperCase() + name.slice(1).replaceAll("-", " ");
}

function pathsOf(file) {
  const rows = [];
  const walk = (value, path) => {
    if (typeof value !== "object" || value === null) rows.push([path.join(" / "), value]);
    else if (isSpread(value)) rows.push([path.join(" / "), spread(value)]);
    else
      for (const [key, part] of Object.entries(value))
        if (key !== "name" && key !== "about") walk(part, [...path, part?.name ?? key]);
  };
  walk(file, []);
  return { columns: ["figure", "value"], rows };
}

function isSpread(value) {
  return ["median", "low", "high"].every((key) => typeof value[key] === "number");
}
