import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { EXAMPLES, folderOf, runLine } from "../cli/run.js";

const ROOT = new URL("../../", import.meta.url);
const BLOCK = /^```console\n(.*?)^```$/gms;

/** A copy of the files of the examples. */
function exampleFolder(): string {
  const names = readdirSync(EXAMPLES).filter((name) => /\.(csv|ndjson)$/.test(name));
  return folderOf(Object.fromEntries(names.map((name) => [name, readFileSync(join(EXAMPLES, name))])));
}

/** What the screen shows of a command line, whose output may go into a file. */
async function screenOf(line: string, cwd: string): Promise<string> {
  const [command = "", file] = line.replace(/^(npx )?cx-metrics /, "").split(" > ");
  const { out, err, screen } = await runLine(command, { cwd });
  if (file === undefined) return screen;
  writeFileSync(join(cwd, file), out);
  return err;
}

/** A document with what the screen shows below each command line, whatever stands there. */
async function withScreens(markdown: string): Promise<string> {
  const cwd = exampleFolder();
  let written = markdown;
  for (const [block, session = ""] of markdown.matchAll(BLOCK)) {
    const lines = session.split("\n").filter((line) => line.startsWith("$ "));
    let shown = "";
    for (const line of lines)
      shown += `${shown.endsWith("\n") || shown === "" ? "" : "\n"}${line}\n${await screenOf(line.slice(2), cwd)}`;
    written = written.replace(block, () => `\`\`\`console\n${shown}\`\`\``);
  }
  return written;
}

// `npx vitest run tests/docs/console.test.ts -u` writes the screens anew.
it.each(["README.md", "docs/command-line.md", "docs/getting-started.md"])(
  "every command line of %s shows what stands below it",
  async (file) => {
    const path = fileURLToPath(new URL(file, ROOT));
    const markdown = readFileSync(path, "utf8");
    expect([...markdown.matchAll(BLOCK)].length).toBeGreaterThan(0);
    await expect(await withScreens(markdown)).toMatchFileSnapshot(path);
  },
);
