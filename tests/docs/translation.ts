import { existsSync, readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";

/** A folder of translated pages, as seen from the project. */
export const FOLDER = "docs/zh-CN";

/** Names of the translated pages. */
export function translatedPages(): string[] {
  return readdirSync(absolute(FOLDER)).filter((name) => name.endsWith(".md"));
}

/** The page that a translated one stands for: the project's README for the README, else the guide of the same name. */
export function originalOf(page: string): string {
  return page === "README.md" ? page : `docs/${page}`;
}

export function absolute(file: string): string {
  return fileURLToPath(new URL(`../../${file}`, import.meta.url));
}

export function read(file: string): string {
  return readFileSync(absolute(file), "utf8");
}

/** A heading, fence, table, quote, list item or paragraph of a page, and the number of its first line. */
interface Block {
  readonly kind: string;
  readonly text: string;
  readonly line: number;
}

// The first that matches at the start of a line is the kind; a heading and a list item have their level or mark in it.
const KINDS: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ["fence", /^```.*\n(?:.*\n)*?```$/my],
  ["heading", /^#{1,6} .*$/my],
  ["table", /^\|.*(?:\n\|.*)*$/my],
  ["quote", /^>.*(?:\n>.*)*$/my],
  ["item", /^(?:-|\d+\.) .*(?:\n(?!-|\d+\. |\n|```).+)*$/my],
  ["paragraph", /^.+(?:\n(?!- |```|\||>|#|\n).+)*$/my],
];

export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < markdown.length; ) {
    const found = KINDS.map(([kind, pattern]) => {
      pattern.lastIndex = at;
      return { kind, text: pattern.exec(markdown)?.[0] };
    }).find(({ text }) => text !== undefined);
    const { kind = "", text = "" } = found ?? {};
    const mark = kind === "heading" || kind === "item" ? ` ${text.split(" ")[0]}` : "";
    if (found) blocks.push({ kind: kind + mark, text, line: markdown.slice(0, at).split("\n").length });
    at += text.length + 1;
  }
  return blocks;
}

/** What a translation has not as its original has it: one line each, none where all is well. */
export function differences(page: string, original: string, translation: string): string[] {
  const from = withoutLanguageLine(blocksOf(original));
  const to = withoutLanguageLine(blocksOf(translation));
  const problems = [...languageLines(page, original, translation)];
  for (const [index, block] of from.entries()) {
    const other = to[index];
    if (other?.kind !== block.kind)
      return [...problems, `line ${other?.line ?? "last"}: ${other?.kind ?? "nothing"} for ${described(block)}`];
    problems.push(...blockProblems(page, original, block, other).map((problem) => `line ${other.line}: ${problem}`));
  }
  const more = to[from.length];
  return more === undefined ? problems : [...problems, `line ${more.line}: ${more.kind} that the original has not`];
}

function described({ kind, text, line }: Block): string {
  return `${kind} of line ${line}, ${JSON.stringify(text.slice(0, 40))}`;
}

/** Below the title, each page has a line that leads to the other; the README may have it elsewhere. */
function languageLines(page: string, original: string, translation: string): string[] {
  const there = `[简体中文](${posix.relative(posix.dirname(originalOf(page)), `${FOLDER}/${page}`)})`;
  const back = `[English](${posix.relative(FOLDER, originalOf(page))})`;
  return [
    ...(page === "README.md" || blocksOf(original)[1]?.text === there
      ? []
      : [`the original does not begin with ${there}`]),
    ...(blocksOf(translation)[1]?.text === back ? [] : [`does not begin with ${back}`]),
  ];
}

function withoutLanguageLine(blocks: readonly Block[]): Block[] {
  return blocks.filter(({ text }, index) => index !== 1 || !/^\[(?:简体中文|English)\]\(/.test(text));
}

function blockProblems(page: string, original: string, from: Block, to: Block): string[] {
  if (from.kind === "fence") return [];
  const cells = from.kind === "table" ? cellsOf(from.text) : [[from.text]];
  const otherCells = to.kind === "table" ? cellsOf(to.text) : [[to.text]];
  if (cells.length !== otherCells.length) return [`${otherCells.length} rows instead of ${cells.length}`];
  return cells.flatMap((row, index) => {
    const other = otherCells[index] ?? [];
    if (row.length !== other.length) return [`row ${index + 1}: ${other.length} columns instead of ${row.length}`];
    return row.flatMap((cell, column) => textProblems(page, original, cell, other[column] ?? ""));
  });
}

/** A translation with the snippets of its original in place of its own, whose comments of prose stay translated. */
export function withSnippetsOf(original: string, translation: string): string {
  const snippets = blocksOf(original).filter(isFence);
  let written = translation;
  for (const [index, { text }] of blocksOf(translation).filter(isFence).entries()) {
    const snippet = snippets[index];
    if (snippet) written = written.replace(text, () => withCommentsOf(text, snippet.text));
  }
  return written;
}

function isFence({ kind }: Block): boolean {
  return kind === "fence";
}

/** A snippet with the comments of another, where that has as many. */
function withCommentsOf(translated: string, snippet: string): string {
  const comments = commentsOf(translated);
  const places = commentsOf(snippet);
  if (comments.length !== places.length) return snippet;
  const lines = snippet.split("\n");
  for (const [index, { line, at }] of places.entries())
    lines[line] = `${lines[line]?.slice(0, at)}${comments[index]?.text}`;
  return lines.join("\n");
}

/** The comments of a snippet that are prose: they claim no value, and do not go on with one. */
function commentsOf(snippet: string): { line: number; at: number; text: string }[] {
  let claims = false;
  return snippet.split("\n").flatMap((code, line) => {
    const at = code.search(/(?<!\S)\/\/ /);
    const text = code.slice(at);
    claims = at >= 0 && (/^\/\/ (?:→|throws )/.test(text) || (claims && code.trim() === text));
    return at < 0 || claims ? [] : [{ line, at, text }];
  });
}

function cellsOf(table: string): string[][] {
  return table.split("\n").map((row) =>
    row
      .replace(/^\||\|\s*$/g, "")
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim().replace(/^-+$/, "")),
  );
}

const LINK = /\]\(((?:[^()\s]|\([^()]*\))+)\)/g;

function textProblems(page: string, original: string, from: string, to: string): string[] {
  const links = linksOf(from).map((link) => translatedLink(page, link));
  const codeElsewhere = (code: string) => original.includes(code.slice(1, -1));
  return [
    ...without(figuresOf(from), figuresOf(to)).map((figure) => `figure ${figure} is not there`),
    ...without(figuresOf(to), figuresOf(from)).map((figure) => `figure ${figure} is not the original's`),
    ...without(codeOf(from), codeOf(to)).map((code) => `code ${code} is not there`),
    ...without(codeOf(to), codeOf(from)).flatMap((code) =>
      codeElsewhere(code) ? [] : [`code ${code} is not the original's`],
    ),
    ...without(links, linksOf(to)).map((link) => `no link to ${link}`),
    ...without(linksOf(to), links).map((link) => `link to ${link} instead`),
  ];
}

function linksOf(text: string): string[] {
  return [...text.matchAll(LINK)].map(([, url = ""]) => url);
}

/** Figures but for those of months, which have names in English. */
function figuresOf(text: string): string[] {
  return (
    text
      .replace(LINK, "]")
      .replace(/\d+(?:–\d+)? 月/g, "")
      .match(/[-−±]?\d+(?:[.,]\d+)*/g) ?? []
  );
}

function codeOf(text: string): string[] {
  return (text.match(/`[^`]+`/g) ?? []).map((code) => code.replace(/\s+/g, " "));
}

/** What is left of a list when each entry of another is taken out once. */
function without(list: readonly string[], taken: readonly string[]): string[] {
  const left = [...taken];
  return list.filter((entry) => {
    const at = left.indexOf(entry);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/**
 * Where a link of the original leads in its translation: to the translated page or picture where there is one, there
 * to the heading in the same place, and else to the original's.
 */
export function translatedLink(page: string, link: string): string {
  if (/^\w+:/.test(link)) return link;
  const [path = "", anchor] = link.split("#");
  const original = originalOf(page);
  const target = path === "" ? original : posix.join(posix.dirname(original), path);
  if (!existsSync(absolute(target))) return `a file that is there, not ${link}`;
  const other = translatedFile(target);
  const fragment = anchor === undefined ? "" : `#${translatedAnchor(target, other, anchor)}`;
  const relative = path === "" && other !== target ? "" : posix.relative(FOLDER, other);
  return relative + fragment;
}

function translatedFile(target: string): string {
  const guide = /^(?:docs\/)?([^/]+\.md)$/.exec(target)?.[1];
  if (guide !== undefined && originalOf(guide) === target && existsSync(absolute(`${FOLDER}/${guide}`)))
    return `${FOLDER}/${guide}`;
  const picture = target.replace(/\.svg$/, ".zh-CN.svg");
  return existsSync(absolute(picture)) ? picture : target;
}

function translatedAnchor(target: string, other: string, anchor: string): string {
  const index = anchorsOf(read(target)).indexOf(anchor);
  return anchorsOf(read(other))[index] ?? `a heading that is there, not ${anchor}`;
}

/** The anchors that GitHub gives to the headings of a page. */
export function anchorsOf(markdown: string): string[] {
  return blocksOf(markdown)
    .filter(({ kind }) => kind.startsWith("heading"))
    .map(({ text }) =>
      text
        .replace(/^#+ /, "")
        .toLowerCase()
        .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
        .replaceAll(" ", "-"),
    );
}
