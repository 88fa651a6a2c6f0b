/**
 * What typedoc has no option for: guides under the titles of their first headings and in the order in which the README names them,
 * exports by subject, anchors as on GitHub, links that work from any folder and from disk, and a playground that outlasts a new build.
 */
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import {
  Application,
  Converter,
  JSX,
  KindRouter,
  PageEvent,
  ReflectionGroup,
  ReflectionKind,
  RendererEvent,
  Slugger,
} from "typedoc";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const README = readFileSync(join(ROOT, "README.md"), "utf8");

/** The groups of the navigation in their order, and which files are in them, or what their exports; the first that fits counts. */
const GROUPS = [
  ["Guides", /^docs\/[^/]+$/],
  ["中文", /^docs\/zh-CN\//],
  ["Reference", /^src\/(\w+\/)?index\.ts$/],
  ["More", /\.md$/],
  ["Metrics", /^src\/metrics\/(?!servqual|instrument|csi|composite|cronbach|item|format|round)|\/measure-clustered/],
  ["Answers and tallies", /^src\/answers\//],
  ["Comparisons", /^src\/inference\/(?!sample-size|margin-of|detectable|planned)/],
  ["Planning a survey", /^src\/inference\//],
  ["Weights", /^src\/weights\//],
  ["Segments", /^src\/segment\//],
  ["Several questions", /^src\/metrics\/(csi|composite|cronbach|item)/],
  ["SERVQUAL", /^src\/metrics\/(servqual|instrument)/],
  ["Figures to read", /^src\/metrics\//],
  // The other entries are small.
  ["Functions", ReflectionKind.Function],
  ["Constants", ReflectionKind.Variable],
  ["Types", ReflectionKind.All],
];

/** Opens the top of the navigation for those who are here for the first time; what one closes stays closed. */
const OPEN = `try {
  for (const branch of ["Guides", "Reference", "Reference$cx-metrics"])
    localStorage["tsd-accordion-" + branch] ??= "true";
} catch {}`;

export function load(app) {
  // Before typedoc makes groups itself, which it does of what has none.
  app.converter.on(Converter.EVENT_RESOLVE_END, ({ project }) => arrange(project), 1);
  app.renderer.defineRouter("by-file", Router);
  // Typedoc reads options anew once plugins are loaded.
  app.on(Application.EVENT_BOOTSTRAP_END, () =>
    app.options.setValue("markdownItLoader", ({ core }) => core.ruler.push("code-in-headings", nameCodeInHeadings)),
  );
  app.renderer.hooks.on("head.end", () =>
    JSX.createElement("script", null, JSX.createElement(JSX.Raw, { html: OPEN })),
  );
  app.renderer.on(RendererEvent.BEGIN, ({ outputDirectory }) => removeOldPages(outputDirectory), 1);
  app.renderer.on(PageEvent.END, (page) => mendLinks(page, app.options.getValue("navigationLinks")));
}

function arrange(project) {
  for (const document of project.documents) document.name = /^# (.+)/m.exec(textOf(document))?.[1] ?? document.name;
  project.groups = groupsOf(project, [...project.documents.sort(asInReadme), ...project.children]);
  for (const module of project.children) module.groups = groupsOf(module, module.children.sort(byKindAndName));
}

function groupsOf(parent, children) {
  const titles = new Map(children.map((child) => [child, groupOf(child)]));
  const groups = GROUPS.map(([title]) => new ReflectionGroup(title, parent));
  for (const group of groups) group.children = children.filter((child) => titles.get(child) === group.title);
  return groups.filter((group) => group.children.length > 0);
}

function groupOf(reflection) {
  const file = fileOf(reflection);
  return GROUPS.find(([, members]) => (members instanceof RegExp ? members.test(file) : reflection.kindOf(members)))[0];
}

/** The file of a document or an export, relative to the project. */
function fileOf(reflection) {
  const { project } = reflection;
  if (!reflection.isDocument()) return project.getSymbolIdFromReflection(reflection)?.packagePath ?? "";
  return relative(ROOT, project.files.getReflectionPath(reflection)).replaceAll("\\", "/");
}

function textOf(document) {
  return document.content.map(({ text }) => text).join("");
}

function asInReadme(a, b) {
  return placeInReadme(a) - placeInReadme(b) || fileOf(a).localeCompare(fileOf(b));
}

/** Where the README names a document first; what it does not name is last. A translation is where its original is. */
function placeInReadme(document) {
  const original = fileOf(document).replace("zh-CN/", "");
  const place = original === "docs/README.md" ? 0 : README.indexOf(`(${original}`);
  return place < 0 ? README.length : place;
}

/** Functions first, then constants, then types. */
function byKindAndName(a, b) {
  return rank(a) - rank(b) || a.name.localeCompare(b.name, "en");
}

function rank(reflection) {
  return [ReflectionKind.Function, ReflectionKind.Variable, ReflectionKind.All].findIndex((kind) =>
    reflection.kindOf(kind),
  );
}

/**
 * Typedoc leaves code out of the anchors of headings, unlike GitHub, and out of the list of what is on a page: as text between tags,
 * code looks the same and counts.
 */
function nameCodeInHeadings({ tokens, Token }) {
  const tokenOf = (type, content) => Object.assign(new Token(type, "", 0), { content });
  for (const [index, { type }] of tokens.entries()) {
    if (type !== "heading_open") continue;
    const inline = tokens[index + 1];
    inline.children = inline.children.flatMap((child) =>
      child.type === "code_inline"
        ? [tokenOf("html_inline", "<code>"), tokenOf("text", child.content), tokenOf("html_inline", "</code>")]
        : [child],
    );
  }
}

/** Pages of documents have the paths of their files, and the anchors that GitHub gives their headings. */
class Router extends KindRouter {
  buildPages(project) {
    const pages = super.buildPages(project);
    for (const page of [project, ...project.documents]) this.sluggers.set(page, new GitHubSlugger({ lowercase: true }));
    return pages;
  }

  getIdealBaseName(reflection) {
    return reflection.isDocument() ? fileOf(reflection).replace(/\.md$/, "") : super.getIdealBaseName(reflection);
  }
}

/** Letters, digits, low lines and hyphens of a heading; typedoc's own keeps the question marks of Chinese. */
class GitHubSlugger extends Slugger {
  serialize(heading) {
    return heading
      .trim()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\s-]/gu, "")
      .replace(/\s/g, "-");
  }
}

/** Removes all but the playground, which another command makes. */
function removeOldPages(folder) {
  for (const name of readdirSync(folder))
    if (name !== "playground") rmSync(join(folder, name), { recursive: true, force: true });
}

/**
 * Typedoc writes links of the navigation bar as they are, whatever folder a page is in, and those to the README without a file, which
 * from disk is a folder.
 */
function mendLinks(page, links) {
  const up = "../".repeat(page.url.split("/").length - 1);
  for (const link of Object.values(links))
    page.contents = page.contents.replaceAll(`href="${link}"`, `href="${up}${link}"`);
  page.contents = page.contents.replaceAll(`href="${up || "./"}"`, `href="${up}index.html"`);
}
