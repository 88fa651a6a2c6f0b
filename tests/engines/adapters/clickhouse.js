import { createRequire } from "node:module";

const { Session, drainPending } = createRequire(import.meta.url)("chdb");

/** ClickHouse in this process. Placeholders: `{name:Type}`; values: an object. One data folder at a time in one process. */
export const dialect = "clickhouse";

// As a driver of a server would: 64-bit integers exact, NaN and infinities not turned into null.
const settings = "output_format_json_quote_64bit_integers = 1, output_format_json_quote_denormals = 1";

export async function open({ configFile } = {}) {
  const session = new Session(undefined, configFile && { connectionArgs: [`--config-file=${configFile}`] });
  await session.queryAsync(`SET ${settings}`);
  // The database "default" of a local ClickHouse also takes table names for file patterns: "?" or "*" in one fails there.
  await session.queryAsync("CREATE DATABASE cx");
  await session.queryAsync("USE cx");
  return {
    async query(text, values = {}) {
      const options = { format: "JSON" };
      const result =
        Object.keys(values).length > 0
          ? await session.queryBindAsync(text, values, options)
          : await session.queryAsync(text, options);
      return JSON.parse(result.text()).data;
    },
    async exec(text) {
      await session.queryAsync(text);
    },
    async close() {
      await drainPending();
      session.close();
      await drainPending();
    },
  };
}
