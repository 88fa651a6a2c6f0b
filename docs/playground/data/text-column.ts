/** A column of a table: each different text once, and which of them stands in each row. */
export interface TextColumn {
  readonly name: string;
  readonly texts: readonly string[];
  /** The place among the texts, by row. */
  readonly codes: Uint32Array;
}

/** Takes the cells of a column one after the other. */
export interface ColumnBuilder {
  readonly add: (text: string) => void;
  readonly end: () => TextColumn;
}

const FIRST_ROOM = 1024;

/** Makes a column of cells: a rating given by a million people is kept as one text and a million small numbers. */
export function columnBuilder(name: string): ColumnBuilder {
  const places = new Map<string, number>();
  const texts: string[] = [];
  let codes = new Uint32Array(FIRST_ROOM);
  let rows = 0;
  return {
    add(text) {
      let place = places.get(text);
      if (place === undefined) {
        place = texts.length;
        places.set(text, place);
        texts.push(text);
      }
      if (rows === codes.length) codes = withMoreRoom(codes);
      codes[rows++] = place;
    },
    end: () => ({ name, texts, codes: codes.slice(0, rows) }),
  };
}

/** A copy that has room for twice as many. */
export function withMoreRoom(numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const roomy = new Uint32Array(2 * numbers.length);
  roomy.set(numbers);
  return roomy;
}

/** What each cell of a column stands for; each different text is read once. */
export function readColumn<Value>({ texts, codes }: TextColumn, read: (text: string) => Value): Value[] {
  const values = texts.map((text) => read(text));
  return Array.from(codes, (code) => values[code]!);
}
