import { expect } from "vitest";
import { readTally, type TallyQueryOptions, tallyQuery } from "../../src/sql/index.js";
import type { Adapter, Engine } from "./engine.js";
import { randomOf } from "./random.js";
import { parametersOf } from "./sql-of.js";

type Dialect = Adapter["dialect"];

/** Names, and values too, that would break out of quotes that are not the right ones, or mean something else. */
export const HOSTILE = [
  'double " quote',
  '""',
  '"',
  "single ' quote",
  "''",
  "back ` quote",
  "``",
  "back \\ slash",
  "\\",
  '\\"',
  "\\`",
  "\\'",
  "semi; colon",
  "x; DROP TABLE answers; --",
  '"; DROP TABLE answers; --',
  "`; DROP TABLE answers; --",
  "'; DROP TABLE answers; --",
  "-- comment",
  "/* comment */",
  "*/",
  "# comment",
  "select",
  "SELECT",
  "from",
  "null",
  "true",
  "group",
  "order by",
  "count(*)",
  "*",
  "r",
  "t",
  "r.score",
  "cx_n",
  "score",
  "n",
  "period",
  "weight",
  "latest",
  "?",
  "$1",
  ":name",
  "{x:Int32}",
  "%s",
  "[x]",
  "a.b",
  " leading",
  "in the middle",
  "tab\tinside",
  "line\nbreak",
  "return\rinside",
  "1",
  "1e5",
  "-1",
  "ünï",
  "日本語",
  "עברית",
  "e\u0301",
  "\u200b",
  "\ufeff",
  "\u202e",
  "\u00a0inside\u00a0",
  "__proto__",
  "constructor",
  "🎉",
  "👩‍👩‍👧",
];

/** Names that some engines cannot have. */
export const DOUBTFUL = [
  "",
  "\0",
  "nul\0inside",
  "\ud800",
  "trailing ",
  "trailing\t",
  "trailing\n",
  "trailing\u00a0",
  " ",
  "x".repeat(63),
  "x".repeat(64),
  "x".repeat(65),
  "é".repeat(32),
  "日".repeat(64),
  "🎉".repeat(15),
  "🎉".repeat(16),
];

/** Names of 1 to 12 characters of all that there are. */
export function randomNames(dialect: Dialect): string[] {
  const random = randomOf(42);
  const highest = dialect === "mariadb" ? 0xffff : 0x10ffff;
  const character = () => {
    for (;;) {
      const code = 1 + random.below(random.chance(0.5) ? 0x2fff : highest);
      if (code < 0xd800 || code > 0xdfff) return String.fromCodePoint(code);
    }
  };
  return Array.from({ length: 200 }, () => {
    const name = Array.from({ length: 1 + random.below(12) }, character).join("");
    // MariaDB cannot have a space at the end.
    return dialect === "mariadb" ? name.trimEnd() || "x" : name;
  });
}

const TYPES: Record<Dialect, readonly [number: string, text: string]> = {
  clickhouse: ["Nullable(Int32)", "Nullable(String)"],
  duckdb: ["INTEGER", "VARCHAR"],
  mariadb: ["INTEGER", "VARCHAR(200) CHARACTER SET utf8mb4"],
  postgres: ["INTEGER", "TEXT"],
  sqlite: ["INTEGER", "TEXT"],
};

/** Quotes a name by rules written anew here, from the manuals of the engines. */
export function quote(dialect: Dialect, name: string): string {
  if (dialect === "clickhouse") return `\`${name.replaceAll("\\", "\\\\").replaceAll("`", "\\`")}\``;
  const mark = dialect === "mariadb" ? "`" : '"';
  return mark + name.split(mark).join(mark + mark) + mark;
}

/** Makes a table of a name with columns of names; returns what the engine says against it. */
export async function createTable(
  engine: Engine,
  dialect: Dialect,
  table: readonly string[],
  columns: readonly [score: string, key: string],
): Promise<unknown> {
  const [number, text] = TYPES[dialect];
  const named = table.map((part) => quote(dialect, part)).join(".");
  const [score, key] = columns.map((name) => quote(dialect, name));
  try {
    await engine.exec(
      `CREATE TABLE ${named} (${score} ${number}, ${key} ${text})${dialect === "clickhouse" ? " ENGINE = Memory" : ""}`,
    );
    await engine.exec(`INSERT INTO ${named} (${score}, ${key}) VALUES (10, 'a'), (10, 'b'), (0, 'a'), (NULL, 'a')`);
    return null;
  } catch (error) {
    return error;
  }
}

/** Throws unless a table of a hostile name, with columns of hostile names, is tallied as any other. */
export async function expectTallied(
  engine: Engine,
  dialect: Dialect,
  table: readonly string[],
  [score, key]: readonly [score: string, key: string],
): Promise<void> {
  expect(await createTable(engine, dialect, table, [score, key])).toBeNull();
  const parameters = parametersOf(dialect);
  // One part as text, as most write it, and several in a list.
  const from = table.length === 1 ? table[0]! : table;
  // The table is called r in conditions; one must say so where its column has a name that ClickHouse sees in the query too.
  const text = `${key.startsWith("cx_") ? "r." : ""}${quote(dialect, key)} = ${parameters.add("a", "String")}`;
  const options: TallyQueryOptions = { dialect, from, score, by: key, where: { text, values: parameters.values } };
  const query = tallyQuery(options);
  const rows = await engine.query(query.text, query.values);
  expect(readTally(rows)).toEqual([
    { score: 0, n: 1, weight: 1, weightSq: 1 },
    { score: 10, n: 1, weight: 1, weightSq: 1 },
    { score: null, n: 1, weight: 1, weightSq: 1 },
  ]);
  expect(rows.map((row) => row.by_key)).toEqual(["a", "a", "a"]);
  await expectLatestTallied(engine, dialect, from, [score, key]);
  await engine.exec(`DROP TABLE ${table.map((part) => quote(dialect, part)).join(".")}`);
}

/** Throws unless the subquery that finds the latest answers has a table's names too. */
async function expectLatestTallied(
  engine: Engine,
  dialect: Dialect,
  from: string | readonly string[],
  [score, key]: readonly [score: string, key: string],
): Promise<void> {
  // SQLite takes r."true" of a subquery for no column, and says so.
  if (dialect === "sqlite" && [score, key].includes("true")) return;
  const parameters = parametersOf(dialect);
  const text = `${quote(dialect, score)} > ${parameters.add(5, "Int32")}`;
  const { text: query, values } = tallyQuery({
    dialect,
    from,
    score,
    respondent: key,
    time: { column: score, storedAs: "epoch-ms" },
    where: { text, values: parameters.values },
  });
  expect(readTally(await engine.query(query, values))).toEqual([{ score: 10, n: 2, weight: 2, weightSq: 2 }]);
}
