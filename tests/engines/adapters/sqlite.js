import initSqlJs from "sql.js";

/** SQLite as WebAssembly in this process. Placeholders: `?`, `?1`, `$name`; values: an array, or an object for names. */
export const dialect = "sqlite";

/** Whole numbers as most drivers give them: a number where it is exact, a bigint beyond. */
function numbers(row) {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === "bigint" && Number.isSafeInteger(Number(value)) ? Number(value) : value,
    ]),
  );
}

export async function open() {
  const SQL = await initSqlJs();
  const db = new SQL.Database();
  return {
    async query(text, values = []) {
      const statement = db.prepare(text);
      try {
        statement.bind(values);
        const rows = [];
        // Without useBigInt a whole number beyond 2^53 comes back rounded, without a word.
        while (statement.step()) rows.push(numbers(statement.getAsObject(null, { useBigInt: true })));
        return rows;
      } finally {
        statement.free();
      }
    },
    async exec(text) {
      db.exec(text);
    },
    close() {
      db.close();
    },
  };
}
