import { compute } from "./compute/compute.js";
import { loadTable } from "./data/load-table.js";
import type { Table } from "./data/table.js";
import { summaryOf } from "./data/table-summary.js";
import { guessSettings } from "./guess/guess-settings.js";
import type { Reply, Request } from "./messages.js";

/** The part of a worker's global scope that is used here; the types of pages and of workers do not go together. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<Request>) => void) | null;
  postMessage(reply: Reply): void;
}

const scope = globalThis as unknown as WorkerScope;
let table: Table | undefined;

scope.onmessage = async ({ data: request }) => {
  try {
    await answer(request);
  } catch (error) {
    scope.postMessage({ type: "failed", message: (error as Error).message });
  }
};

async function answer(request: Request): Promise<void> {
  if (request.type === "load") {
    table = undefined;
    table = await loadTable(request.source, (share) => scope.postMessage({ type: "reading", share }));
    scope.postMessage({ type: "loaded", table: summaryOf(table), guess: guessSettings(table, request.timeZone) });
  } else if (table !== undefined) {
    const results = compute(table, request.settings, (step) => scope.postMessage({ type: "step", step }));
    scope.postMessage({ type: "computed", results });
  }
}
