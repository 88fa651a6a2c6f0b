import { rmSync, symlinkSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * Lets the recipes find the packages that are installed beside their tests, as they find those of a project of their own, for as
 * long as the tests run.
 */
export default function linkPackages(): () => void {
  const installed = fileURLToPath(new URL("./node_modules", import.meta.url));
  const link = fileURLToPath(new URL("../../docs/examples/recipes/node_modules", import.meta.url));
  const unlink = () => rmSync(link, { force: true });
  unlink();
  symlinkSync(installed, link, "junction");
  return unlink;
}
