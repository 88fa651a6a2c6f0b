import { servqualChart } from "../chart/index.js";
import { format, type GapEstimates, type RatingEstimate, type ServqualResult } from "../index.js";
import { limits, numberColumn, textColumn } from "./figures.js";
import type { CsvRecord, Report, ViewOptions } from "./report.js";

/** Something that has a score: the whole, a dimension, an item. */
interface Part {
  readonly part: "overall" | "weighted" | "dimension" | "item";
  readonly name: string;
  readonly estimates: GapEstimates;
  readonly alpha?: number | null;
}

/** The report of an instrument. */
export function serviceReport(result: ServqualResult & { readonly invalid: number }): Report {
  const { metric, n, missing, invalid, overall, weighted, dimensions, items } = result;
  const wholes: Part[] = [{ part: "overall", name: "overall", estimates: overall }];
  if (weighted !== null) wholes.push({ part: "weighted", name: "weighted", estimates: weighted });
  const parts: Part[] = Object.entries(dimensions).map(([name, dimension]) => ({
    part: "dimension",
    name,
    estimates: dimension,
    alpha: dimension.alpha,
  }));
  const single: Part[] = items.map((item) => ({ part: "item", name: String(item.item), estimates: item }));
  const hasGap = overall.gap !== null;
  return {
    json: result,
    chart: (options) => servqualChart(result, options),
    records: [...wholes, ...parts, ...single].map(recordOf),
    views: (options) => [
      {
        columns: [textColumn("metric"), ...["n", "missing", "invalid"].map(numberColumn)],
        rows: [[hasGap ? metric : "servperf", `${n}`, `${missing}`, `${invalid}`]],
      },
      {
        columns: [textColumn("dimension"), ...columnsOf(overall), numberColumn("alpha")],
        rows: [...parts, ...wholes].map((part) => [...lineOf(part, options), shown(part.alpha ?? null, options)]),
      },
      { columns: [textColumn("item"), ...columnsOf(overall)], rows: single.map((part) => lineOf(part, options)) },
    ],
  };
}

function columnsOf({ gap, perception }: GapEstimates) {
  const level = (gap ?? perception).interval?.level ?? 0.95;
  const names = gap === null ? ["perception"] : ["expectation", "perception", "gap"];
  return [...names, `${Number((100 * level).toPrecision(12))} % interval`, "n"].map(numberColumn);
}

function lineOf({ name, estimates: { gap, expectation, perception } }: Part, options: ViewOptions): string[] {
  const scores = gap === null ? [perception] : [expectation!, perception, gap];
  const digits = options.digits ?? 2;
  const { interval, n } = gap ?? perception;
  return [name, ...scores.map(({ score }) => shown(score, options)), limits(interval, { digits }), String(n)];
}

function shown(value: number | null, { digits }: ViewOptions): string {
  return format(value, { digits: digits ?? 2 });
}

function recordOf({ part, name, estimates, alpha }: Part): CsvRecord {
  const { gap, expectation, perception } = estimates;
  return {
    part,
    name,
    alpha,
    ...fieldsOf("gap", gap),
    ...fieldsOf("expectation", expectation),
    ...fieldsOf("perception", perception),
  };
}

function fieldsOf(prefix: string, estimate: RatingEstimate | null): CsvRecord {
  return {
    [prefix]: estimate?.score,
    [`${prefix}_standardError`]: estimate?.standardError,
    [`${prefix}_low`]: estimate?.interval?.low,
    [`${prefix}_high`]: estimate?.interval?.high,
    [`${prefix}_n`]: estimate?.n,
  };
}
