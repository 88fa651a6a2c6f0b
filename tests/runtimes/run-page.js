import * as root from "cx-metrics";
import * as chart from "cx-metrics/chart";
import * as schema from "cx-metrics/schema";
import * as sql from "cx-metrics/sql";
import * as trend from "cx-metrics/trend";
import { smoke } from "./smoke.js";

/** Whether this place makes code from text: a policy without unsafe-eval must not. */
function canEval() {
  try {
    return new Function("return true")();
  } catch {
    return false;
  }
}

const outcome = { ...(await smoke({ root, trend, schema, sql, chart })), canEval: canEval() };

// The same module is the page's script and the worker's.
if (globalThis.document === undefined) {
  globalThis.postMessage(outcome);
} else {
  const worker = new Worker(import.meta.url, { type: "module" });
  worker.onmessage = ({ data }) => {
    globalThis.outcomes = { page: outcome, worker: data };
  };
  worker.onerror = ({ message }) => {
    globalThis.outcomes = { page: outcome, worker: { checks: 0, failures: [`the worker failed: ${message}`] } };
  };
}
