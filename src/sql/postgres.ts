import { wrongTimeZone } from "../trend/time-zone.js";
import { dateTrunc } from "./date-trunc.js";
import type { Dialect } from "./dialect.js";

/** These zones have summer time, and offsets of the same name have none. */
const A_PLACE = "a place such as Europe/Paris, as PostgreSQL takes this for the winter time of all the year";

/** PostgreSQL. */
export const postgres: Partial<Dialect> = {
  refuses: (name) =>
    new TextEncoder().encode(name).length > 63 ? "at most 63 bytes long, as PostgreSQL cuts off what is longer" : null,
  periods: /* @__PURE__ */ dateTrunc(
    (column, storedAs, timeZone) => {
      if (/^(CET|EET|MET|WET)$/i.test(timeZone)) throw wrongTimeZone(timeZone, A_PLACE);
      // By way of the seconds since 1970, timestamps with and without a zone are read alike.
      const seconds = storedAs === "epoch-ms" ? `${column} / 1000.0` : `extract(epoch from ${column})`;
      return `(to_timestamp(${seconds}) AT TIME ZONE '${timeZone}')`;
    },
    (timestamp) => `to_char(${timestamp}, 'YYYY-MM-DD HH24:MI:SS')`,
  ),
};
