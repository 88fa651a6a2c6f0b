import type { TableSummary } from "../messages.js";
import { isService, type Settings } from "../settings.js";
import { gatherImports } from "./imports.js";
import { writeAnswers } from "./write-answers.js";
import { writeRows } from "./write-rows.js";
import { writeScore, writeSegments, writeTrend } from "./write-scores.js";
import { writeService } from "./write-service.js";

/**
 * TypeScript that computes with cx-metrics what the page shows of a table.
 *
 * @param timeless - how many rows have no time that can be read
 */
export function codeFor(table: TableSummary, settings: Settings, timeless: number): string {
  const imports = gatherImports();
  const { metric } = settings;
  const parts = isService(metric)
    ? [writeRows(table, imports), "\n", writeService(table, settings, metric, imports)]
    : [
        writeRows(table, imports),
        "\n",
        writeAnswers(table, settings, metric, imports),
        "\n",
        writeScore(settings, metric, imports),
        writeSegments(table, settings, imports),
        writeTrend(table, settings, timeless, imports),
      ];
  return `${imports.write()}\n${parts.join("")}`;
}
