import mariadb from "mariadb";

/** A MariaDB server, where `MARIADB_HOST` says so. Placeholders: `?`; values: an array. */
export const dialect = "mariadb";

/** Why the engine cannot be used here, or null. */
export const unavailable = process.env.MARIADB_HOST ? null : "MARIADB_HOST is not set";

export async function open() {
  const connection = await mariadb.createConnection({
    host: process.env.MARIADB_HOST,
    port: Number(process.env.MARIADB_PORT ?? 3306),
    user: process.env.MARIADB_USER ?? "root",
    password: process.env.MARIADB_PASSWORD ?? "",
    timezone: "Z",
  });
  const database = `cx_metrics_${process.pid}_${Date.now().toString(36)}`;
  await connection.query(`CREATE DATABASE ${database} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  await connection.query(`USE ${database}`);
  return {
    async query(text, values = []) {
      return [...(await connection.execute(text, values))];
    },
    async exec(text) {
      await connection.query(text);
    },
    async close() {
      await connection.query(`DROP DATABASE ${database}`);
      await connection.end();
    },
  };
}
