import { defineConfig } from "tsup";

export default defineConfig({
  entry: {
    index: "src/index.ts",
    chart: "src/chart/index.ts",
    schema: "src/schema/index.ts",
    sql: "src/sql/index.ts",
    trend: "src/trend/index.ts",
  },
  format: ["esm", "cjs"],
  target: "es2022",
  splitting: true,
  clean: true,
  // tsup still sets baseUrl, which TypeScript 6 deprecates.
  dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
});
