import { Window } from "happy-dom";
import { type Environment, populateGlobal } from "vitest/runtime";

/** A page to click in. Vitest has one of its own, but would look for happy-dom beside itself. */
export default {
  name: "page",
  viteEnvironment: "client",
  setup(global) {
    const window = new Window();
    const { keys, originals } = populateGlobal(global, window, { bindFunctions: true });
    return {
      async teardown() {
        await window.happyDOM.close();
        for (const key of keys) delete global[key];
        for (const [key, value] of originals) global[key] = value;
      },
    };
  },
} satisfies Environment;
