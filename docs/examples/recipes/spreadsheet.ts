import { stringify } from "csv-stringify/sync";
import { csat, type Segment, segment } from "cx-metrics";
import writeExcelFile from "write-excel-file/node";

interface Response {
  readonly region: string | null;
  readonly score: number | null;
}

const HEADER = ["Region", "Satisfied, %", "From", "To", "Answers", "Left blank", "Note"];

/** A line of the table. A cell without a number is empty, which a sheet leaves out of its means; a 0 would count. */
function lineOf({ key, score, interval, n, missing, suppressed }: Segment) {
  const note = suppressed ? "too few answers to show" : "";
  return [String(key ?? "not known"), score, interval?.low ?? null, interval?.high ?? null, n, missing, note];
}

function linesOf(responses: readonly Response[]) {
  const by = (row: Response) => row.region;
  return segment(responses, { by, score: (row) => row.score, metric: csat, minN: 10, totals: true }).map(lineOf);
}

/** An Excel file: numbers stay numbers, and are shown with one digit. */
export function toXlsx(responses: readonly Response[]): Promise<Buffer> {
  const header = HEADER.map((value) => ({ value, fontWeight: "bold" as const }));
  const lines = linesOf(responses).map((line) =>
    line.map((value, column) => (typeof value === "number" && column < 4 ? { value, format: "0.0" } : value)),
  );
  return writeExcelFile([header, ...lines], { sheet: "CSAT", stickyRowsCount: 1 }).toBuffer();
}

/** A CSV file that Excel opens with all its characters, and in which no region's name becomes a formula. */
export function toCsv(responses: readonly Response[]): string {
  return stringify(linesOf(responses), {
    header: true,
    columns: HEADER,
    bom: true,
    escape_formulas: true,
    record_delimiter: "windows",
  });
}
