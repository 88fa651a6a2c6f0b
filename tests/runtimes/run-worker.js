import * as root from "cx-metrics";
import * as chart from "cx-metrics/chart";
import * as schema from "cx-metrics/schema";
import * as sql from "cx-metrics/sql";
import * as trend from "cx-metrics/trend";
import { smoke } from "./smoke.js";

// What `workerd test` runs.
export default {
  async test() {
    console.log(JSON.stringify(await smoke({ root, trend, schema, sql, chart })));
  },
};
