import { PGlite } from "@electric-sql/pglite";

/** PostgreSQL as WebAssembly in this process. Placeholders: `$1`; values: an array. */
export const dialect = "postgres";

export async function open() {
  const db = await PGlite.create();
  return {
    async query(text, values = []) {
      return (await db.query(text, values)).rows;
    },
    async exec(text) {
      await db.exec(text);
    },
    async close() {
      await db.close();
    },
  };
}
