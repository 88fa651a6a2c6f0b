import type { Source } from "../messages.js";
import { decode } from "./decode.js";
import { readList } from "./list.js";
import { readTable } from "./read-table.js";
import type { Table } from "./table.js";

/** Characters of pasted text that are read at once. */
const PART = 1 << 20;

/** Reads a source into memory, and says how much of it is read, from 0 to 1. */
export async function loadTable(source: Source, onShare: (share: number) => void): Promise<Table> {
  const { name, data, header } = source;
  if (typeof data === "string") {
    const list = readList(name, data);
    if (list !== null) return list;
    return readTable(parts(data, onShare), { name, encoding: "utf-8", isGzip: false, header });
  }
  const { text, encoding, isGzip } = await decode(data, source.encoding, (bytes) => onShare(bytes / data.size));
  return readTable(text, { name, encoding, isGzip, header });
}

async function* parts(text: string, onShare: (share: number) => void): AsyncGenerator<string> {
  const whole = text.replace(/^\uFEFF/, "");
  for (let from = 0; from < whole.length; ) {
    const end = from + PART;
    // Both halves of a sign beyond U+FFFF stay together.
    const to = /[\uD800-\uDBFF]/.test(whole.charAt(end - 1)) ? end + 1 : end;
    yield whole.slice(from, to);
    from = to;
    onShare(Math.min(1, to / whole.length));
  }
}
