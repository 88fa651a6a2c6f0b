import { Writable } from "node:stream";
import { expect, it } from "vitest";
import { exitOnWriteErrors } from "../../src/cli/write-errors.js";

/** What is said, and with what the program ends, where one of its streams fails. */
function failing(name: "stdout" | "stderr", code: string): Promise<{ said: string; code: 0 | 1 }> {
  let said = "";
  const full = new Writable({
    write: (_chunk, _encoding, done) => done(Object.assign(new Error(`${code}: it fails, write`), { code })),
  });
  const open = new Writable({
    write: (chunk, _encoding, done) => {
      said += String(chunk);
      done();
    },
  });
  return new Promise((resolve) => {
    const streams = name === "stdout" ? { stdout: full, stderr: open } : { stdout: open, stderr: full };
    exitOnWriteErrors({ ...streams, exit: (ended) => resolve({ said, code: ended }) });
    streams[name].write("metric  score\n");
  });
}

it.each([
  ["a full disk", "stdout", "ENOSPC", 1, "cx-metrics: cannot write to standard output: ENOSPC: it fails, write\n"],
  ["a reader that goes away", "stdout", "EPIPE", 0, ""],
  ["a full disk for messages", "stderr", "ENOSPC", 1, ""],
  ["a reader of messages that goes away", "stderr", "EPIPE", 0, ""],
] as const)("%s ends the program", async (_, name, error, code, said) => {
  expect(await failing(name, error)).toEqual({ code, said });
});
