import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import * as zod from "zod";
import * as chart from "../../src/chart/index.js";
import * as root from "../../src/index.js";
import * as schema from "../../src/schema/index.js";
import * as sql from "../../src/sql/index.js";
import * as trend from "../../src/trend/index.js";
import { agrees, allSnippets, compile, type Snippet } from "./snippets.js";

const snippets = allSnippets();
const nodeRequire = createRequire(import.meta.url);
const MODULES: Record<string, unknown> = {
  "cx-metrics": root,
  "cx-metrics/chart": chart,
  "cx-metrics/schema": schema,
  "cx-metrics/sql": sql,
  "cx-metrics/trend": trend,
  zod,
};
const AsyncFunction = (async () => {}).constructor as new (
  ...source: string[]
) => (...values: unknown[]) => Promise<void>;

/** Runs a snippet as a module of its own, with the library's sources under its published names. */
async function run(snippet: Snippet): Promise<void> {
  const checkValue = (value: unknown, claim: string) =>
    expect(agrees(value, claim), `${JSON.stringify(value)} is not ${claim}`).toBe(true);
  const checkThrows = (action: () => void, claim: string) => {
    let thrown = "nothing";
    try {
      action();
    } catch (error) {
      thrown = String(error);
    }
    expect(thrown).toBe(claim);
  };
  const require = (name: string) => MODULES[name] ?? nodeRequire(name);
  const body = new AsyncFunction("require", "exports", "checkValue", "checkThrows", compile(snippet));
  await body(require, {}, checkValue, checkThrows);
}

describe("every example in the documentation runs and says the truth", () => {
  it.each(snippets.map((snippet) => [`${snippet.file}:${snippet.line}`, snippet] as const))(
    "%s",
    async (_, snippet) => {
      await run(snippet);
    },
  );
});

it("every claim in the documentation is checked", () => {
  for (const snippet of snippets) {
    const claims = snippet.code.split("\n").filter((line) => line.includes("// →")).length;
    expect(compile(snippet).match(/check(Value|Throws)\(/g)?.length ?? 0, `${snippet.file}:${snippet.line}`).toBe(
      claims + snippet.code.split("// throws ").length - 1,
    );
  }
});

it("every example in the documentation type-checks", () => {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.asynciterable.d.ts"],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    moduleDetection: ts.ModuleDetectionKind.Force,
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: ["node"],
    paths: { "cx-metrics": ["./src/index.ts"], "cx-metrics/*": ["./src/*/index.ts"] },
  };
  const folder = fileURLToPath(new URL("../../", import.meta.url));
  const files = new Map(snippets.map((snippet, index) => [`${folder}snippet-${index}.ts`, snippet]));
  const host = ts.createCompilerHost({ ...options, configFilePath: `${folder}tsconfig.json` });
  const { readFile, fileExists } = host;
  host.getCurrentDirectory = () => folder;
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.readFile = (name) => files.get(name)?.code ?? readFile(name);
  host.getSourceFile = (name, languageVersion) => {
    const text = host.readFile(name);
    return text === undefined ? undefined : ts.createSourceFile(name, text, languageVersion);
  };
  const ambient = fileURLToPath(new URL("./vader-sentiment.d.ts", import.meta.url));
  const program = ts.createProgram([...files.keys(), ambient], { ...options, pathsBasePath: folder }, host);
  const problems = ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const snippet = file && files.get(file.fileName);
    const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line : 0;
    return `${snippet ? `${snippet.file}:${snippet.line + line}` : file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
  expect(problems).toEqual([]);
}, 60_000);

describe("a claim in an example", () => {
  it.each([
    [33.333, "33.3", true],
    [33.36, "33.3", false],
    [-29.22, "-29.2", true],
    [75, "75", true],
    [75.1, "75", false],
    [null, "null", true],
    [0, "null", false],
    ["33.3", "33.3", false],
    [{ a: 1, b: [2, "x"] }, '{ a: 1, b: [2, "x"] }', true],
    [{ a: 1, b: 2 }, "{ a: 1 }", false],
    [{ a: 1, b: 2 }, "{ a: 1, … }", true],
    [{ a: 2, b: 2 }, "{ a: 1, … }", false],
    [[1, 2], "[1]", false],
    [true, "true", true],
    ["true", "true", false],
  ])("%j against %s: %s", (value, claim, right) => {
    expect(agrees(value, claim)).toBe(right);
  });
});
