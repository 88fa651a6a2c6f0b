import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const guides = readdirSync(join(ROOT, "docs"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".md"))
  .map((name) => join("docs", name));

/** A document without its code, in which brackets mean something else. */
function proseOf(file: string): string {
  return readFileSync(join(ROOT, file), "utf8").replaceAll(/^ *```.*?^ *```$/gms, "");
}

/** The names by which GitHub links to the headings of a document. */
function anchorsOf(file: string): string[] {
  return [...proseOf(file).matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
      .trim()
      .replaceAll(/\s/g, "-"),
  );
}

function isDead(file: string, href: string): boolean {
  const [path = "", anchor] = href.split("#");
  const target = path === "" ? file : join(dirname(file), path);
  if (!existsSync(join(ROOT, target))) return true;
  return anchor !== undefined && !anchorsOf(target).includes(anchor);
}

it.each(["README.md", ...guides])("every link of %s to a file and a heading leads there", (file) => {
  const links = [...proseOf(file).matchAll(/\]\(([^)\s]+)\)/g)].map(([, href = ""]) => href);
  const own = links.filter((href) => !/^[a-z]+:/.test(href));
  expect(own.filter((href) => isDead(file, href))).toEqual([]);
});
