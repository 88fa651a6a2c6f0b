import pg from "pg";

/** A PostgreSQL server, where `PGHOST` says so. Placeholders: `$1`; values: an array. */
export const dialect = "postgres";

/** Why the engine cannot be used here, or null. */
export const unavailable = process.env.PGHOST ? null : "PGHOST is not set";

export async function open() {
  // PGHOST, PGPORT, PGUSER, PGPASSWORD, PGDATABASE
  const client = new pg.Client();
  await client.connect();
  // A schema of its own, gone at the end: tests can run side by side on one server.
  const schema = `cx_metrics_${process.pid}_${Date.now().toString(36)}`;
  await client.query(`CREATE SCHEMA ${schema}`);
  await client.query(`SET search_path TO ${schema}`);
  return {
    async query(text, values = []) {
      return (await client.query(text, values)).rows;
    },
    async exec(text) {
      await client.query(text);
    },
    async close() {
      await client.query(`DROP SCHEMA ${schema} CASCADE`);
      await client.end();
    },
  };
}
