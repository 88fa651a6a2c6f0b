import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: fileURLToPath(new URL(".", import.meta.url)),
    // Not called *.test.ts, so that the tests of the library do not run them.
    include: ["*.engine.ts"],
    // ClickHouse must have a process of its own.
    pool: "forks",
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
