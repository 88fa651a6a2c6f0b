import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvRows, type Dialect } from "../../src/cli/csv.js";
import type { Row } from "../../src/cli/table.js";

const COMMAS: Dialect = { delimiter: ",", lineEnds: ["\r\n", "\n"] };

async function* asText(parts: Iterable<string>): AsyncGenerator<string> {
  yield* parts;
}

/** The rows of a text that comes in parts; or what is said against it. */
async function rowsOf(parts: Iterable<string>, dialect = COMMAS): Promise<Row[] | string> {
  const rows: Row[] = [];
  try {
    for await (const batch of csvRows("a.csv", asText(parts), dialect)) rows.push(...batch);
  } catch (error) {
    return (error as Error).message;
  }
  return rows;
}

/** A text cut at some places, as a decoder of bytes does: never within a sign. */
function cut(text: string, places: readonly number[]): string[] {
  const signs = [...text];
  const cuts = places.map((place) => place % (signs.length + 1)).sort((a, b) => a - b);
  return [...cuts, signs.length].map((end, index) => signs.slice(cuts[index - 1] ?? 0, end).join(""));
}

const places = fc.array(fc.nat(), { maxLength: 6 });
const dialects = fc.record<Dialect>({
  delimiter: fc.constantFrom(",", ";", "\t", "|", " ", "x"),
  lineEnds: fc.constantFrom(["\r\n", "\n"], ["\r"]),
});

describe("what is written is read", () => {
  /** A field, and whether its writer sets it in quotes that it does not need. */
  const fields = fc.tuple(
    fc.string({
      unit: fc.constantFrom('"', ",", ";", "\t", "|", " ", "x", "\r", "\n", "9", "南", "🙂", "\0", "\ufeff"),
    }),
    fc.boolean(),
  );
  const tables = fc.array(fc.array(fields, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 });

  const write = ([field, isQuoted]: readonly [string, boolean], { delimiter }: Dialect) =>
    isQuoted || /["\r\n]/.test(field) || field.includes(delimiter) ? `"${field.split('"').join('""')}"` : field;

  it("wherever it is cut, with the line on which each row begins", async () => {
    const ends = fc.array(fc.boolean(), { minLength: 8, maxLength: 8 });
    const check = async (
      table: readonly (readonly (readonly [string, boolean])[])[],
      dialect: Dialect,
      isWindows: readonly boolean[],
      where: readonly number[],
    ) => {
      let text = "";
      // Its first row is not blank: empty lines before a header are none of it.
      const rows = [[["id", false] as const], ...table].map((row, index) => {
        const line = text.split(dialect.lineEnds.at(-1)!).length;
        text += row.map((field) => write(field, dialect)).join(dialect.delimiter);
        text += dialect.lineEnds[isWindows[index % 8] ? 0 : dialect.lineEnds.length - 1];
        return { line, values: row.map(([field]) => field) };
      });
      expect(await rowsOf(cut(text, where), dialect)).toEqual(rows);
    };
    await fc.assert(fc.asyncProperty(tables, dialects, ends, places, check), { numRuns: 1000 });
  });
});

describe("what is badly written is read", () => {
  it.each([
    ["a quote in a field", 'a,5" screen\n', [["a", '5" screen']]],
    [
      "text after a quote",
      'a,"good" service\nb,c\n',
      [
        ["a", '"good" service'],
        ["b", "c"],
      ],
    ],
    ["text after quotes in quotes", '"a""b"c"d",e\n', [['"a"b"c"d"', "e"]]],
    ["a blank after a quote", '"9" ,a\n', [['"9" ', "a"]]],
    ["a carriage return in a line and at the end", 'a\rb,"c"\rd\ne\r', [["a\rb", '"c"\rd'], ["e\r"]]],
    ["empty lines", "\r\n\na,b\n\nc,d\n\n", [["a", "b"], [""], ["c", "d"], [""]]],
    ["a comma at the end", "a,", [["a", ""]]],
    ["an empty field in quotes at the end", 'a\n""', [["a"], [""]]],
  ])("with %s", async (_, text, values) => {
    const rows = await rowsOf([text]);
    expect(typeof rows === "string" ? rows : rows.map((row) => row.values)).toEqual(values);
  });
});

describe("a text that is not read to its end", () => {
  it("tells why", async () => {
    function* parts() {
      yield "a,b\n1,";
      throw new Error("the disk is gone");
    }
    expect(await rowsOf(parts())).toBe("the disk is gone");
  });

  it("is closed where no more of it is wanted", async () => {
    let isClosed = false;
    function* parts() {
      try {
        for (;;) yield "a,b\n";
      } finally {
        isClosed = true;
      }
    }
    for await (const [row] of csvRows("a.csv", asText(parts()), COMMAS)) {
      if (row === undefined) continue;
      expect(row).toEqual({ line: 1, values: ["a", "b"] });
      break;
    }
    expect(isClosed).toBe(true);
  });
});
