// Scores NDJSON as it arrives over the network, in constant memory: works in Node, browsers, Deno and Bun alike.
//
//   node docs/examples/fetch-ndjson.js URL      rows with a "score" from 0 to 10; without a URL it serves itself a file
import { format, nps, tallyAsync } from "cx-metrics";

/** The lines of a stream of bytes. */
async function* linesOf(body) {
  let rest = "";
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const lines = (rest + value).split("\n");
    rest = lines.pop();
    yield* lines;
  }
  if (rest !== "") yield rest;
}

async function* scoresOf(url) {
  const response = await fetch(url);
  if (!response.ok || response.body === null) throw new Error(`${url} answered ${response.status}`);
  for await (const line of linesOf(response.body)) if (line.trim() !== "") yield JSON.parse(line).score;
}

const { score, n, missing, interval } = nps(await tallyAsync(scoresOf(process.argv[2] ?? (await servedFile()))));
console.log({
  nps: format(score),
  n,
  missing,
  from: format(interval?.low ?? null),
  to: format(interval?.high ?? null),
});

/** The address of a small file on this machine, served until the program has read it. */
async function servedFile() {
  const { createServer } = await import("node:http");
  const rows = Array.from({ length: 1000 }, (_, row) =>
    JSON.stringify({ score: row % 20 === 0 ? null : (row * 7) % 11 }),
  );
  const server = createServer((_, response) => response.end(`${rows.join("\n")}\n`, () => server.close()));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${server.address().port}/`;
}
