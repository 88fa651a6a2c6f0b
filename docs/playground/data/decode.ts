/** Bytes as text, and how they were found to be written. */
export interface Decoded {
  readonly text: AsyncIterable<string>;
  readonly encoding: string;
  readonly isGzip: boolean;
}

/** The text of a file: unpacked where it is packed by gzip, decoded by its byte order mark, or else by the encoding given. */
export async function decode(file: Blob, encoding: string, onBytes: (bytes: number) => void): Promise<Decoded> {
  const head = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  if (head[0] === 0x50 && head[1] === 0x4b) throw new TypeError("an Excel workbook or a zip archive: save it as CSV");
  const isGzip = head[0] === 0x1f && head[1] === 0x8b;
  const counted = file.stream().pipeThrough(counter(onBytes));
  const bytes = isGzip ? counted.pipeThrough(new DecompressionStream("gzip")) : counted;
  const label = byteOrder(head) ?? encoding;
  return { text: textOf(bytes, label), encoding: label, isGzip };
}

function byteOrder([a, b]: Uint8Array): string | undefined {
  if (a === 0xff && b === 0xfe) return "utf-16le";
  return a === 0xfe && b === 0xff ? "utf-16be" : undefined;
}

function counter(onBytes: (bytes: number) => void): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let bytes = 0;
  return new TransformStream({
    transform(chunk, controller) {
      bytes += chunk.length;
      onBytes(bytes);
      controller.enqueue(chunk);
    },
  });
}

/** Decodes as bytes come. Those that are no text are an error, and never a question mark. */
async function* textOf(bytes: ReadableStream<Uint8Array>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const read = (chunk?: Uint8Array): string => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      throw new TypeError(`not written in ${encoding}: choose another encoding`);
    }
  };
  const reader = bytes.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) yield read(part.value);
  yield read();
}
