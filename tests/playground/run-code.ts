import { createRequire } from "node:module";
import ts from "typescript";
import * as root from "../../src/index.js";
import * as schema from "../../src/schema/index.js";
import * as trend from "../../src/trend/index.js";

const nodeRequire = createRequire(import.meta.url);
const MODULES: Readonly<Record<string, unknown>> = {
  "cx-metrics": root,
  "cx-metrics/schema": schema,
  "cx-metrics/trend": trend,
};

/** Runs code that the playground wrote, with the library's sources under its published names and a file in place of any. */
export function runCode(code: string, file: Uint8Array): Record<string, unknown> {
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const files = { readFileSync: (_: string, encoding?: "utf8") => (encoding ? Buffer.from(file).toString() : file) };
  const require = (name: string) => (name === "node:fs" ? files : (MODULES[name] ?? nodeRequire(name)));
  const exports: Record<string, unknown> = {};
  new Function("require", "exports", "console", outputText)(require, exports, { log: () => {} });
  return exports;
}

/** What the compiler says against pieces of code. */
export function problemsOf(codes: readonly string[], folder: string): string[] {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2023.d.ts", "lib.dom.d.ts"],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    moduleDetection: ts.ModuleDetectionKind.Force,
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noUnusedLocals: true,
    noEmit: true,
    skipLibCheck: true,
    types: ["node"],
    pathsBasePath: folder,
    paths: { "cx-metrics": ["./src/index.ts"], "cx-metrics/*": ["./src/*/index.ts"] },
  };
  const files = new Map(codes.map((code, index) => [`${folder}playground-code-${index}.ts`, code]));
  const host = ts.createCompilerHost({ ...options, configFilePath: `${folder}tsconfig.json` });
  const { readFile, fileExists } = host;
  host.getCurrentDirectory = () => folder;
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.readFile = (name) => files.get(name) ?? readFile(name);
  host.getSourceFile = (name, languageVersion) => {
    const text = host.readFile(name);
    return text === undefined ? undefined : ts.createSourceFile(name, text, languageVersion);
  };
  return ts
    .getPreEmitDiagnostics(ts.createProgram([...files.keys()], options, host))
    .map(({ file, start, messageText }) => {
      const line = file && start !== undefined ? file.text.slice(0, start).split("\n").length : 0;
      return `${file?.fileName}:${line}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
    });
}
