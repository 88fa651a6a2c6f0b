import { fileURLToPath } from "node:url";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vitest/config";

// Tests are not called *.test.ts, so that those of the library do not run them.
const IN_A_PAGE = "svelte.recipe.ts";

export default defineConfig({
  plugins: [vue(), svelte({ configFile: false })],
  // Svelte's package has a build for servers too, which knows no clicks.
  resolve: { conditions: ["browser"] },
  test: {
    root: fileURLToPath(new URL(".", import.meta.url)),
    globalSetup: "./link-packages.ts",
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: "page", include: [IN_A_PAGE], environment: "./page-environment.ts" } },
      { extends: true, test: { name: "node", include: ["*.recipe.ts"], exclude: [IN_A_PAGE, "node_modules"] } },
    ],
  },
});
