import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { badData, wrongUsage } from "./problem.js";
import { restOf } from "./rest-of.js";
import type { Source } from "./sources.js";

/** Throws unless the runtime knows an encoding. */
export function assertEncoding(encoding: string): void {
  try {
    new TextDecoder(encoding);
  } catch {
    throw wrongUsage(
      `--encoding must be one that browsers know, such as utf-8, windows-1252 or gb18030, got "${encoding}"`,
    );
  }
}

/**
 * The text of a source: unpacked where it is packed by gzip, decoded by its byte order mark, or else by the encoding given, or else as
 * UTF-8. Bytes that are no text are an error, and never a question mark.
 */
export async function* decode(source: Source, encoding: string | undefined): AsyncGenerator<string> {
  const { name } = source;
  const packed = await peek(source.open());
  const isGzip = packed.head[0] === 0x1f && packed.head[1] === 0x8b;
  const { head, bytes } = isGzip ? await peek(gunzip(packed.bytes, name)) : packed;
  const label = encoding ?? byteOrder(head) ?? "utf-8";
  assertText(name, head, label);
  const decoder = new TextDecoder(label, { fatal: true });
  let lines = 1;
  const read = (chunk?: Uint8Array): string => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      throw badData(
        `${name} is not written in ${label}, see line ${lines} or soon after: name its --encoding, such as windows-1252, gb18030 or utf-16le`,
      );
    }
  };
  for await (const chunk of bytes) {
    const text = read(chunk);
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) lines++;
    if (text !== "") yield text;
  }
  const rest = read();
  if (rest !== "") yield rest;
}

interface Peeked {
  /** The first bytes: so many at least, or all where there are fewer. */
  readonly head: Uint8Array;
  /** All of them. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** Looks at the first bytes, which are still to come then. */
export async function peek(bytes: AsyncIterable<Uint8Array>, length = 4096): Promise<Peeked> {
  const rest = bytes[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array();
  while (head.length < length) {
    const { value, done } = await rest.next();
    if (done) break;
    head = Buffer.concat([head, value]);
  }
  async function* all() {
    if (head.length > 0) yield head;
    yield* restOf(rest);
  }
  return { head, bytes: all() };
}

async function* gunzip(bytes: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  const packed = Readable.from(bytes);
  const unpacked = createGunzip();
  packed.on("error", (error) => unpacked.destroy(error));
  try {
    yield* packed.pipe(unpacked) as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw badData(`${name} cannot be unpacked: ${(error as Error).message}`);
  }
}

function byteOrder([a, b]: Uint8Array): string | undefined {
  if (a === 0xff && b === 0xfe) return "utf-16le";
  return a === 0xfe && b === 0xff ? "utf-16be" : undefined;
}

/** What other files than text begin with. */
const SIGNATURES: Readonly<Record<string, string>> = {
  "PK\u0003\u0004": "an Excel workbook or a zip archive: save it as CSV, or unpack it",
  "\u00d0\u00cf\u0011\u00e0": "an Excel workbook: save it as CSV",
  PAR1: "a Parquet file: write it as CSV",
  "%PDF": "a PDF",
  SQLi: "a database",
};

function assertText(name: string, head: Uint8Array, encoding: string): void {
  const signature = String.fromCharCode(...head.subarray(0, 4));
  if (Object.hasOwn(SIGNATURES, signature)) throw badData(`${name} is not text but ${SIGNATURES[signature]}`);
  if (!/^utf-?16/i.test(encoding) && head.includes(0))
    throw badData(`${name} is not text but binary; if it is UTF-16, say --encoding utf-16le`);
}
