import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import { FOLDER as TRANSLATIONS } from "./translation.js";

/** A code example of the documentation. */
export interface Snippet {
  /** File, relative to the project, and line of its first line of code. */
  readonly file: string;
  readonly line: number;
  readonly code: string;
}

const ROOT = new URL("../../", import.meta.url);

/**
 * Every `ts` example of the README, the guides and the doc comments. Translated guides have the examples of their
 * originals, as translations.test.ts sees to, and they are not run twice.
 */
export function allSnippets(): Snippet[] {
  const guides = [
    "README.md",
    ...filesIn("docs").filter((file) => file.endsWith(".md") && !file.startsWith(`${TRANSLATIONS}/`)),
  ];
  const sources = filesIn("src").filter((file) => file.endsWith(".ts"));
  return [
    ...guides.flatMap((file) => fences(file, read(file))),
    ...sources.flatMap((file) => fences(file, docCommentsOf(read(file)))),
  ];
}

function filesIn(folder: string): string[] {
  return readdirSync(new URL(folder, ROOT), { recursive: true, encoding: "utf8" })
    .filter((name) => !name.includes("node_modules"))
    .map((name) => `${folder}/${name}`)
    .sort();
}

function read(file: string): string {
  return readFileSync(new URL(file, ROOT), "utf8");
}

/** A source file with all but its doc comments blanked, line for line. */
function docCommentsOf(source: string): string {
  return source
    .split("\n")
    .map((line) => /^\s*\*(?!\/) ?(.*)$/.exec(line)?.[1] ?? "")
    .join("\n");
}

function fences(file: string, text: string): Snippet[] {
  return [...text.matchAll(/^( *)```ts\n(.*?)^ *```$/gms)].map(({ 1: indent = "", 2: code = "", index }) => ({
    file,
    line: text.slice(0, index).split("\n").length + 1,
    code: code.replaceAll(new RegExp(`^${indent}`, "gm"), ""),
  }));
}

/**
 * The JavaScript of a snippet, in which each statement followed by `// → value` checks its value, and each followed by
 * `// throws Error: message` that it throws.
 */
export function compile({ file, code }: Snippet): string {
  const source = ts.createSourceFile(`${file}.ts`, code, ts.ScriptTarget.Latest, true);
  const checked = source.statements.map((statement) => withCheck(statement, claimAfter(statement, code)));
  return ts.transpileModule(checked.join("\n"), {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true },
  }).outputText;
}

/** The comment lines that follow a statement, up to a blank line or other code, without their slashes. */
function claimAfter(statement: ts.Statement, code: string): string {
  const [first = "", ...next] = code.slice(statement.end).split("\n");
  const lines = [first.trim()];
  if (lines[0] === "" || lines[0] === ";" || lines[0]?.startsWith("//"))
    for (const line of next) {
      if (!line.startsWith("//")) break;
      lines.push(line);
    }
  return lines
    .map((line) => line.replace(/^;?\s*\/\/ ?/, ""))
    .join("\n")
    .trim();
}

function withCheck(statement: ts.Statement, claim: string): string {
  const text = statement.getText();
  const value = /^→([\s\S]*)$/.exec(claim)?.[1]?.trim();
  const thrown = /^throws ([\s\S]*)$/.exec(claim)?.[1]?.trim();
  if (thrown !== undefined) return `checkThrows(() => { ${text} }, ${JSON.stringify(thrown)});`;
  if (value === undefined) return text;
  if (ts.isExpressionStatement(statement))
    return `checkValue((${statement.expression.getText()}), ${JSON.stringify(value)});`;
  if (ts.isVariableStatement(statement)) {
    const name = statement.declarationList.declarations[0]?.name.getText();
    return `${text}\ncheckValue(${name}, ${JSON.stringify(value)});`;
  }
  throw new Error(`a value is claimed of something that has none: ${text}`);
}

/**
 * Whether a value is what a claim says. Numbers agree to the digits written, strings and keys exactly; a claimed object or list
 * that ends in "…" may go on.
 */
export function agrees(value: unknown, claim: string): boolean {
  const open = claim.replace(/,?\s*…\s*(?=[}\]])/g, ", __open: true ");
  const source = ts.createSourceFile(
    "claim.ts",
    `(${open.replace(/,\s*__open: true (?=\])/g, "")})`,
    ts.ScriptTarget.Latest,
  );
  const statement = source.statements[0];
  if (statement === undefined || !ts.isExpressionStatement(statement)) throw new Error(`not a value: ${claim}`);
  return matches(value, statement.expression, source);
}

function matches(value: unknown, claim: ts.Expression, source: ts.SourceFile): boolean {
  if (ts.isParenthesizedExpression(claim)) return matches(value, claim.expression, source);
  const text = claim.getText(source);
  if (ts.isNumericLiteral(claim) || ts.isPrefixUnaryExpression(claim)) {
    const digits = text.includes("e") ? 15 : (text.split(".")[1]?.length ?? 9);
    return typeof value === "number" && Math.abs(value - Number(text)) <= 0.5000001 * 10 ** -digits;
  }
  if (ts.isStringLiteral(claim)) return value === claim.text;
  if (ts.isArrayLiteralExpression(claim))
    return (
      Array.isArray(value) &&
      value.length === claim.elements.length &&
      claim.elements.every((element, index) => matches(value[index], element, source))
    );
  if (ts.isObjectLiteralExpression(claim)) {
    if (typeof value !== "object" || value === null) return false;
    const properties = claim.properties.filter(ts.isPropertyAssignment);
    const names = properties.map(({ name }) => (ts.isStringLiteral(name) ? name.text : name.getText(source)));
    const open = names.includes("__open");
    const known = names.filter((name) => name !== "__open");
    return (
      (open || Object.keys(value).filter((key) => Object(value)[key] !== undefined).length === known.length) &&
      properties.every(
        ({ initializer }, index) =>
          names[index] === "__open" || matches(Object(value)[names[index] as string], initializer, source),
      )
    );
  }
  return String(value) === text && typeof value !== "string";
}
