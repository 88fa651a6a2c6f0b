import { readdirSync } from "node:fs";
import { join } from "node:path";

/** Whether a path is a pattern, as shells that do not expand it pass it on. */
export function isGlob(path: string): boolean {
  return /[*?[]/.test(path);
}

/** The files that a pattern matches, in order: `*` and `?` within a name, `[ab]` a letter of those, `**` any folders. */
export function expandGlob(pattern: string, cwd: string): string[] {
  const [first = "", ...others] = pattern.split(/[\\/]+/);
  return first === "" || /^[a-z]:$/i.test(first)
    ? matchesIn(`${first}/`, others, cwd)
    : matchesIn("", [first, ...others], cwd);
}

function matchesIn(folder: string, [name, ...below]: readonly string[], cwd: string): string[] {
  if (name === undefined) return [];
  // A folder that is named is gone into whatever it is, such as a link.
  if (below.length > 0 && !isGlob(name)) return matchesIn(`${folder}${name}/`, below, cwd);
  const entries = entriesOf(join(folder.startsWith("/") ? "" : cwd, folder));
  if (name === "**") {
    const deeper = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith("."));
    return [
      ...matchesIn(folder, below, cwd),
      ...deeper.flatMap((entry) => matchesIn(`${folder}${entry.name}/`, [name, ...below], cwd)),
    ];
  }
  const isMatch = matcher(name);
  return entries
    .filter((entry) => isMatch.test(entry.name) && (below.length > 0 ? !entry.isFile() : !entry.isDirectory()))
    .flatMap((entry) =>
      below.length > 0 ? matchesIn(`${folder}${entry.name}/`, below, cwd) : [`${folder}${entry.name}`],
    );
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

/** As in shells, a name that starts with a dot is matched by a pattern that does. */
function matcher(pattern: string): RegExp {
  const body = pattern.replace(/\[[^\]]+\]|[*?]|[\\^$.|+(){}[\]]/g, (part) => {
    if (part === "*") return ".*";
    if (part === "?") return ".";
    return part.length > 1 ? part.replace(/^\[!/, "[^") : `\\${part}`;
  });
  return new RegExp(`^${/^[*?[]/.test(pattern) ? "(?!\\.)" : ""}${body}$`, "su");
}
