import type { Arguments } from "./arguments.js";
import { numberColumn, textColumn } from "./figures.js";
import { type Guess, guess } from "./guess.js";
import type { Io } from "./io.js";
import { startReading } from "./reading.js";
import type { Report } from "./report.js";
import { addCell, emptySketch, type Sketch } from "./sketch.js";
import { counted } from "./text.js";

/** A column, and what it looks like. */
interface Described extends Guess {
  readonly column: string;
  /** The question, where a second header row has it. */
  readonly question: string | null;
  readonly n: number;
  readonly missing: number;
  /** How many different values; null for very many. */
  readonly distinct: number | null;
}

/** Says what is in some files: which columns look like ratings, on which scale, what stands for no answer, which are times and ids. */
export async function describe(args: Arguments, io: Io): Promise<Report> {
  const sketches = new Map<string, Sketch & { question: string | null }>();
  const reading = startReading(args, io);
  await reading.read(reading.sources, ({ names, otherNames }) => {
    const columns = names.map((name, place) => {
      const sketch = sketches.get(name) ?? { ...emptySketch(), question: otherNames[place]?.[0] || null };
      sketches.set(name, sketch);
      return sketch;
    });
    return (values) => {
      for (const [place, sketch] of columns.entries()) addCell(sketch, values[place]);
      return undefined;
    };
  });
  const { read, invalid } = reading.end();
  const columns = [...sketches].map(
    ([column, sketch]): Described => ({
      column,
      question: sketch.question,
      n: sketch.n,
      missing: sketch.missing,
      distinct: sketch.isVaried ? null : sketch.values.size,
      ...guess(sketch),
    }),
  );
  return descriptionReport(columns, read, invalid);
}

function descriptionReport(columns: readonly Described[], rows: number, invalid: number): Report {
  const hasQuestions = columns.some(({ question }) => question !== null);
  return {
    json: { rows, invalid, columns },
    records: columns.map(({ scale, off, ...column }) => ({
      ...column,
      min: scale?.min,
      max: scale?.max,
      off: textOf(off),
    })),
    views: () => [
      {
        columns: [
          textColumn("column"),
          ...(hasQuestions ? [textColumn("question")] : []),
          ...["n", "missing"].map(numberColumn),
          ...["looks like", "for", "not on the scale"].map(textColumn),
        ],
        rows: columns.map(({ column, question, n, missing, looksLike, use, off }) => [
          column,
          ...(hasQuestions ? [(question ?? "").slice(0, 40)] : []),
          String(n),
          String(missing),
          looksLike,
          use ?? "",
          textOf(off),
        ]),
        notes: [`${counted(rows, "row")}${invalid === 0 ? "" : `, ${invalid} of them not readable`}`],
      },
    ],
  };
}

/** Values with how often they occur: "11 (84), Blank (3)". */
function textOf(off: Guess["off"]): string {
  const shown = off.slice(0, 5).map(({ value, n }) => `${value.slice(0, 20)} (${n})`);
  return `${shown.join(", ")}${off.length > 5 ? ", …" : ""}`;
}
