import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import * as words from "../../src/chart/words.js";

const SRC = fileURLToPath(new URL("../../src/", import.meta.url));
const ENTRIES = ["index.ts", "trend/index.ts", "chart/index.ts", "sql/index.ts", "schema/index.ts"];

/** Functions without a source, and why they need none. */
const NO_SOURCE: Readonly<Record<string, readonly string[]>> = {
  "counts answers": [
    "merge",
    "mergeBy",
    "mergeServqual",
    "tally",
    "tallyAsync",
    "tallyBy",
    "tallyChunks",
    "tallyServqual",
  ],
  "checks, looks up or writes what it is given": ["classify", "defineInstrument", "defineMetric", "format"],
  "parts rows by time, and leaves the rest to the metric and to compare": [
    "beforeAfter",
    "latestPerRespondent",
    "periodFinder",
    "trend",
  ],
};

/** Entries whose functions compute no figures of their own. */
const NO_SOURCES = ["chart/index.ts", "sql/index.ts", "schema/index.ts"];

/** What says of a number what it may be: a range, a unit, or of what it is one. */
const RANGE = /\d|\b(above|below|between|from|infinite|scale|units|up to|whole)\b/i;

/** A source, such as "Wilson (1927)". */
const SOURCE = /\([^)]*\b(1[89]|20)\d\d\b[^)]*\)/;

interface Export {
  readonly name: string;
  readonly entry: string;
  readonly declarations: readonly ts.Declaration[];
}

const exported = allExports();
const functions = exported.filter(({ declarations }) => declarations.some(ts.isFunctionDeclaration));
const cases = (list: readonly Export[]) => list.map((one) => [one.name, one] as const);

function allExports(): Export[] {
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    types: [],
    noLib: true,
  };
  const program = ts.createProgram(
    ENTRIES.map((entry) => SRC + entry),
    options,
  );
  const checker = program.getTypeChecker();
  return ENTRIES.flatMap((entry) => {
    const module = checker.getSymbolAtLocation(program.getSourceFile(SRC + entry)!)!;
    return checker.getExportsOfModule(module).map((symbol) => {
      const origin = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
      return { name: symbol.name, entry, declarations: origin.declarations ?? [] };
    });
  });
}

interface Doc {
  readonly text: string;
  readonly tags: readonly { readonly name: string; readonly of: string; readonly text: string }[];
}

function docOf(node: ts.Node): Doc {
  const doc = ts.getJSDocCommentsAndTags(node).find(ts.isJSDoc);
  const tags = (doc?.tags ?? []).map((tag) => ({
    name: tag.tagName.text,
    of: ts.isJSDocParameterTag(tag) ? tag.name.getText() : "",
    text: textOf(tag),
  }));
  return { text: textOf(doc), tags };
}

function textOf(node: ts.JSDoc | ts.JSDocTag | undefined): string {
  return (ts.getTextOfJSDocComment(node?.comment) ?? "").replace(/^- /, "").trim();
}

/** Overloads without a comment share that of the first. */
function problemsOfFunction({ name, entry, declarations }: Export): string[] {
  const all = declarations.filter(ts.isFunctionDeclaration);
  const overloads = all.length === 1 ? all : all.filter(({ body }) => body === undefined);
  const docs = overloads.map(docOf);
  const tags = docs.flatMap((doc) => doc.tags).filter((tag) => tag.text !== "");
  const textsOf = (tag: string) => tags.filter((one) => one.name === tag).map((one) => one.text);
  const parameters = overloads.flatMap((overload) => [...overload.parameters]);
  const names = new Set(parameters.map((parameter) => parameter.name.getText()));
  const described = new Map(tags.filter(({ of }) => of !== "").map((tag) => [tag.of, tag.text]));
  const needsSource = !NO_SOURCES.includes(entry) && !Object.values(NO_SOURCE).flat().includes(name);
  const problems: [boolean, string][] = [
    [isSentence(docs[0]?.text ?? ""), "has no sentence"],
    ...[...names].map((parameter): [boolean, string] => [!!described.get(parameter), `${parameter} is not described`]),
    ...[...described.keys()].map((of): [boolean, string] => [names.has(of), `${of} is no parameter`]),
    ...parameters.map(({ name: of, type }): [boolean, string] => [
      !isNumber(type) || RANGE.test(described.get(of.getText()) ?? ""),
      `the range of ${of.getText()} is not told`,
    ]),
    [textsOf("returns").length > 0, "has no @returns"],
    [textsOf("throws").length > 0, "has no @throws"],
    [textsOf("example").some((example) => showsUse(example, name)), "has no @example that runs it and shows a value"],
    [
      !needsSource || [...textsOf("remarks"), ...textsOf("see")].some((remark) => SOURCE.test(remark)),
      "names no source with its year",
    ],
  ];
  return problems.filter(([right]) => !right).map(([, problem]) => problem);
}

function problemsOfType({ name, declarations }: Export): string[] {
  return declarations.flatMap((declaration) => [
    ...(isSentence(docOf(declaration).text) ? [] : ["has no sentence"]),
    ...fieldsOf(declaration).flatMap((field) => problemsOfField(field, name)),
  ]);
}

/** The fields of a type, and of the objects that they are made of. */
function fieldsOf(node: ts.Node): ts.PropertySignature[] {
  // What a function takes and returns is said in the comment on the function.
  if (ts.isFunctionTypeNode(node)) return [];
  const own = ts.isPropertySignature(node) ? [node] : [];
  return [...own, ...node.getChildren().flatMap(fieldsOf)];
}

function problemsOfField(field: ts.PropertySignature, type: string): string[] {
  const { text, tags } = docOf(field);
  const name = field.name.getText();
  const isOption = /Options$/.test(type);
  const hasDefault = tags.some((tag) => tag.name === "defaultValue" && tag.text !== "");
  const problems: [boolean, string][] = [
    [isSentence(text), `${name} has no sentence`],
    [!isOption || field.questionToken === undefined || hasDefault, `${name} has no @defaultValue`],
    [!isOption || !isNumber(field.type) || RANGE.test(text), `the range of ${name} is not told`],
  ];
  return problems.filter(([right]) => !right).map(([, problem]) => problem);
}

function isSentence(text: string): boolean {
  return /^[\p{Lu}`0-9"].*[.!?"`)]$/su.test(text);
}

function isNumber(type: ts.TypeNode | undefined): boolean {
  if (type === undefined) return false;
  if (ts.isUnionTypeNode(type)) return type.types.some(isNumber);
  return type.kind === ts.SyntaxKind.NumberKeyword;
}

/** Whether a ts block imports an export, and tells a value or an error. */
function showsUse(example: string, name: string): boolean {
  const isImported = new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from "cx-metrics`).test(example);
  return /^```ts\n/m.test(example) && isImported && /\/\/ (→|throws)/.test(example);
}

describe("every function says what it takes, returns and throws, with an example and its source", () => {
  it.each(cases(functions))("%s", (_, one) => {
    expect(problemsOfFunction(one)).toEqual([]);
  });
});

describe("every type and constant, and each field, has a sentence", () => {
  it.each(cases(exported.filter((one) => !functions.includes(one))))("%s", (_, one) => {
    expect(problemsOfType(one)).toEqual([]);
  });
});

it("every exemption is of a function that there is, and has no source", () => {
  const sourceless = exported
    .filter((one) => problemsOfFunction({ ...one, name: "none" }).includes("names no source with its year"))
    .map(({ name }) => name);
  for (const name of Object.values(NO_SOURCE).flat()) expect(sourceless).toContain(name);
});

it("ChartLabels lists every word of the charts", () => {
  const [labels] = exported.find(({ name }) => name === "ChartLabels")!.declarations;
  const remarks = docOf(labels!).tags.find(({ name }) => name === "remarks")?.text ?? "";
  const dictionaries = Object.entries(words).flatMap(([name, value]) =>
    "en" in value && name.endsWith("_WORDS") ? [value.en] : [],
  );
  const listed = dictionaries.flatMap((dictionary) => Object.entries<string>(dictionary));
  expect(listed.length).toBeGreaterThan(0);
  for (const [word, text] of listed) expect(remarks).toContain(`- \`${word}\`: \`${JSON.stringify(text)}\``);
});
