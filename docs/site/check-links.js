/**
 * Checks every link and picture of the built site, with its anchor, as a browser that opens the files from disk would follow it: so
 * the site works under any path too. Links to other hosts are not fetched.
 */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { Parser } from "htmlparser2";

const SITE = new URL("../../site/", import.meta.url);

/** Built by another command, which may not have been run. */
const PLAYGROUND = new URL("playground/", SITE);

const pages = new Map(
  readdirSync(SITE, { recursive: true, encoding: "utf8" })
    // A picture has anchors as well, such as the one with all icons.
    .filter((name) => /\.(html|svg)$/.test(name))
    .map((name) => new URL(name.replaceAll("\\", "/"), SITE))
    .map((url) => [url.href, readPage(url)]),
);
const problems = [...pages].flatMap(([page, { links }]) =>
  links.flatMap((link) => {
    const problem = problemOf(new URL(link, page));
    return problem === null ? [] : [`${page.slice(SITE.href.length)}: ${link} ${problem}`];
  }),
);
for (const problem of problems) console.error(problem);
const checked = [...pages.values()].reduce((sum, { links }) => sum + links.length, 0);
console.log(`${pages.size} pages and pictures, ${checked} links, ${problems.length} dead`);
process.exitCode = pages.size > 0 && problems.length === 0 ? 0 : 1;

/** The links of a page, and the anchors that it has. */
function readPage(url) {
  const links = [];
  const anchors = new Set();
  const parser = new Parser({
    onopentag(_, { id, name, href, src }) {
      for (const anchor of [id, name]) if (anchor !== undefined) anchors.add(anchor);
      for (const link of [href, src]) if (link !== undefined) links.push(link);
    },
  });
  parser.end(readFileSync(url, "utf8"));
  return { links, anchors };
}

/** What is wrong with a link; null if nothing is. */
function problemOf(url) {
  if (url.protocol !== "file:") return null;
  const anchor = decodeURIComponent(url.hash.slice(1));
  url.hash = "";
  url.search = "";
  if (!url.href.startsWith(SITE.href)) return "leads out of the site";
  if (url.href.startsWith(PLAYGROUND.href) && !existsSync(PLAYGROUND)) return null;
  if (!existsSync(url) || !statSync(url).isFile()) return "leads nowhere";
  if (anchor !== "" && !pages.get(url.href)?.anchors.has(anchor)) return "has no such anchor";
  return null;
}
