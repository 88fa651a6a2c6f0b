const entries = {
  root: require("cx-metrics"),
  trend: require("cx-metrics/trend"),
  schema: require("cx-metrics/schema"),
  sql: require("cx-metrics/sql"),
  chart: require("cx-metrics/chart"),
};

import("./smoke.js").then(({ smoke }) => smoke(entries)).then((result) => console.log(JSON.stringify(result)));
