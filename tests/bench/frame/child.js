import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const PRELOAD = fileURLToPath(new URL("tell-memory.cjs", import.meta.url));

/**
 * Runs a Node program in a process of its own.
 *
 * @returns what it wrote, how long it took from its start to its end, and the most memory it held at a time
 */
export async function runChild(program, args = [], flags = []) {
  const folder = mkdtempSync(join(tmpdir(), "cx-metrics-bench-"));
  const told = join(folder, "memory");
  const start = performance.now();
  const child = spawn(process.execPath, ["--require", PRELOAD, ...flags, program, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, CX_MEMORY_FILE: told },
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    output += text;
  });
  const status = await new Promise((resolve) => child.on("close", resolve));
  const milliseconds = performance.now() - start;
  if (status !== 0) throw new Error(`${program} ended with ${status}`);
  const megabytes = Number(readFileSync(told, "utf8")) / 1e3;
  rmSync(folder, { recursive: true });
  return { output, milliseconds, megabytes };
}
