import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as chart from "../../src/chart/index.js";
import * as root from "../../src/index.js";
import * as schema from "../../src/schema/index.js";
import * as sql from "../../src/sql/index.js";
import * as trend from "../../src/trend/index.js";
import budgets from "./budgets.json" with { type: "json" };
import { bundle } from "./bundle.js";
import { type Installed, installTarball } from "./tarball.js";

let installed: Installed;
beforeAll(() => {
  installed = installTarball();
});
afterAll(() => installed.remove());

const ENTRIES = {
  "cx-metrics": root,
  "cx-metrics/chart": chart,
  "cx-metrics/schema": schema,
  "cx-metrics/sql": sql,
  "cx-metrics/trend": trend,
};

describe("the packed tarball", () => {
  it("holds the built files, and nothing that only its development needs", () => {
    const others = installed.files.filter((file) => !file.startsWith("dist/"));
    expect(others).toEqual(["CHANGELOG.md", "LICENSE", "README.md", "package.json"]);
    const ending = /^dist\/[\w-]+\.(js|cjs|d\.ts|d\.cts)$/;
    expect(installed.files.filter((file) => file.startsWith("dist/") && !ending.test(file))).toEqual([]);
  });

  it("runs nothing when it is installed", () => {
    const manifest = JSON.parse(readFileSync(join(installed.project, "node_modules/cx-metrics/package.json"), "utf8"));
    expect(Object.keys(manifest.scripts).filter((name) => /install|prepare/.test(name))).toEqual([]);
  });

  describe.each(Object.entries(ENTRIES))("%s", (entry, source) => {
    const names = Object.keys(source).sort().join();

    it("is imported as ESM with every name", () => {
      const code = `import * as entry from "${entry}"; console.log(Object.keys(entry).sort().join())`;
      expect(installed.run(code, "module")).toBe(names);
    });

    it("is required as CommonJS with every name", () => {
      const code = `console.log(Object.keys(require("${entry}")).sort().join())`;
      expect(installed.run(code, "commonjs")).toBe(names);
    });
  });

  it("scores in both kinds of module", () => {
    const score = "console.log(nps([10, 9, 8, 3]).score)";
    expect(installed.run(`import { nps } from "cx-metrics"; ${score}`, "module")).toBe("25");
    expect(installed.run(`const { nps } = require("cx-metrics"); ${score}`, "commonjs")).toBe("25");
  });

  it("works where no code may be made from text, as under a strict Content-Security-Policy", () => {
    const code = `
      import { nps } from "cx-metrics";
      import { npsResponseSchema } from "cx-metrics/schema";
      console.log(nps([npsResponseSchema.parse({ score: 9 })]).score)`;
    expect(installed.run(code, "module", "--disallow-code-generation-from-strings")).toBe("100");
  });

  it("loads the root without zod or date-fns", () => {
    const code = `require("cx-metrics"); console.log(Object.keys(require.cache).join())`;
    expect(installed.run(code, "commonjs")).not.toMatch(/zod|date-fns/);
  });
});

describe("the demo", () => {
  it("tells what it refuses and scores the rest", () => {
    const output = execFileSync("node", ["docs/examples/demo.js"], { encoding: "utf8" });
    expect(output).toContain('61  nps            expected a rating from 0 to 10 in steps of 1, got "9abc"');
    expect(output).toMatch(/^NPS \(-100 to 100\) +24\.3 +16\.0 to 32\.3 +374 +19 +7$/m);
    expect(output).toContain("39.8398");
  });

  it.each([
    ["feedback.ndjson", "make-feedback.js"],
    ["service.csv", "make-service.js"],
  ])("has %s as %s writes it again, to the byte", (name, script) => {
    const file = new URL(`../../docs/examples/${name}`, import.meta.url);
    const committed = readFileSync(file);
    execFileSync("node", [`docs/examples/${script}`]);
    expect(readFileSync(file).equals(committed)).toBe(true);
  });
});

describe("what a bundler makes of an import", () => {
  it.each(budgets)("$import from $from is at most $gzip bytes", async ({ import: names, from, gzip, without }) => {
    const bundled = await bundle(names, from, installed.project);
    expect(bundled.gzip).toBeLessThanOrEqual(gzip);
    const hasDates = from === "cx-metrics/trend" && names !== "{ controlChart }";
    expect(bundled.packages).toEqual(hasDates ? ["@date-fns/tz", "date-fns"] : []);
    for (const word of without) expect(bundled.text).not.toContain(word);
  });
});
