import { readdirSync, readFileSync } from "node:fs";

/**
 * The licences of all packages that a program has code of, which want to be told with it.
 *
 * @param inputs - the paths of its sources
 */
export function licencesOf(inputs) {
  const folders = new Set(inputs.flatMap((path) => path.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0] ?? []));
  const names = new Map();
  for (const folder of [...folders].sort()) {
    const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
    const text = file === undefined ? packageLicence(folder) : readFileSync(`${folder}/${file}`, "utf8").trim();
    names.set(text, [...(names.get(text) ?? []), folder.replace(/^.*node_modules\//, "")]);
  }
  return [...names].map(([text, packages]) => `${packages.join(", ")}:\n\n${text}\n`).join("\n\n");
}

/** What a package without a licence file says of itself. */
function packageLicence(folder) {
  const { license, author } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
  if (typeof license !== "string") throw new Error(`${folder} has no licence`);
  return `${license}, by ${typeof author === "string" ? author : (author?.name ?? "its authors")}`;
}
