import { availableParallelism } from "node:os";

/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export default {
  testRunner: "vitest",
  vitest: { configFile: "tests/mutation/vitest.config.ts", related: false },
  plugins: [import.meta.resolve("@stryker-mutator/vitest-runner")],
  coverageAnalysis: "perTest",
  ignorePatterns: ["dist", "docs", "site", "tests/browser/pictures"],
  concurrency: availableParallelism(),
  // Beyond the time that its tests take without it. A busy machine must not count as a fault that was noticed.
  timeoutMS: 12_000,
  timeoutFactor: 1,
  // What is known of faults and tests that have not changed since the last time is not tried again.
  incremental: true,
  incrementalFile: "tests/mutation/results/incremental.json",
  jsonReporter: { fileName: "tests/mutation/results/mutation.json" },
  reporters: ["json", "clear-text", "progress-append-only"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  allowConsoleColors: false,
  cleanTempDir: "always",
};
