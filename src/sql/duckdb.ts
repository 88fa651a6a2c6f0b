import { isUtc } from "../trend/time-zone.js";
import { dateTrunc } from "./date-trunc.js";
import type { Dialect } from "./dialect.js";

/** DuckDB. */
export const duckdb: Partial<Dialect> = {
  double: (column) => `CAST(${column} AS DOUBLE)`,
  periods: /* @__PURE__ */ dateTrunc(
    (column, storedAs, timeZone) => {
      // By way of the microseconds since 1970, timestamps with and without a zone are read alike.
      const microseconds = storedAs === "epoch-ms" ? `CAST(${column} * 1000 AS BIGINT)` : `epoch_us(${column})`;
      // Zones cost most of the time of a query; UTC needs none.
      if (isUtc(timeZone)) return `make_timestamp(${microseconds})`;
      return `timezone('${timeZone}', make_timestamptz(${microseconds}))`;
    },
    (timestamp) => `strftime(${timestamp}, '%Y-%m-%d %H:%M:%S')`,
  ),
};
