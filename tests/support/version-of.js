import { readFileSync } from "node:fs";

/**
 * The version of a package that is installed in a folder of the repository.
 *
 * @param name - of the package
 * @param folder - relative to the repository, such as "tests/mutation"
 */
export function versionOf(name, folder = ".") {
  const file = new URL(`../../${folder}/node_modules/${name}/package.json`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")).version;
}
