import { type Comparison, format, type Hidden, type Measurement } from "../index.js";
import type { CsvRecord, ViewColumn, ViewOptions } from "./report.js";

/** A measurement, or one of which the numbers are hidden. */
export type Measured = Measurement | Hidden<Measurement>;

/** A column whose text stands on the left. */
export function textColumn(name: string): ViewColumn {
  return { name, align: "left" };
}

/** A column whose numbers stand on the right. */
export function numberColumn(name: string): ViewColumn {
  return { name, align: "right" };
}

/** The columns of what `figuresOf` writes. */
export function figureColumns(measured: readonly Pick<Measured, "interval">[]): ViewColumn[] {
  const level = measured.find(({ interval }) => interval !== null)?.interval?.level;
  const interval = level === undefined ? "interval" : `${Number((100 * level).toPrecision(12))} % interval`;
  return ["score", interval, "n", "missing", "invalid"].map(numberColumn);
}

/** Score, interval and counts, for people. */
export function figuresOf(
  { score, statistic, interval, n, missing, invalid }: Measured,
  { digits }: ViewOptions,
): string[] {
  const percent = statistic === "share" && score !== null ? " %" : "";
  return [
    `${format(score, { digits })}${percent}`,
    limits(interval, { digits }),
    ...[n, missing, invalid].map((count) => (count === null ? "–" : String(count))),
  ];
}

/** The limits of an interval: "37.2 to 42.4". */
export function limits(
  interval: { readonly low: number; readonly high: number } | null,
  { digits }: ViewOptions,
): string {
  return interval === null ? "–" : `${format(interval.low, { digits })} to ${format(interval.high, { digits })}`;
}

/** A difference with its sign. */
export function signed(difference: number | null, { digits }: ViewOptions): string {
  const text = format(difference, { digits });
  return difference !== null && difference > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** A p-value to three digits. */
export function probability(p: number | null): string {
  if (p === null) return "–";
  return p < 0.0005 ? "<0.001" : p.toFixed(3);
}

/** A measurement as fields of CSV, not rounded. */
export function recordOf(measured: Measured): CsvRecord {
  const { metric, statistic, score, n, missing, invalid, mean, weight, effectiveN, standardError, interval, bands } =
    measured;
  const shares = Object.entries(bands).flatMap(([name, band]) => [
    [`${name}_n`, band.n],
    [`${name}_share`, band.share],
  ]);
  return {
    ...{ metric, statistic, score, n, missing, invalid, mean, weight, effectiveN, standardError },
    ...{ low: interval?.low, high: interval?.high, level: interval?.level, method: interval?.method },
    ...Object.fromEntries(shares),
  };
}

/** A comparison as fields of CSV, under names that begin alike. */
export function comparisonRecord(prefix: string, comparison: Comparison | null): CsvRecord {
  return {
    [`${prefix}_difference`]: comparison?.difference,
    [`${prefix}_low`]: comparison?.interval?.low,
    [`${prefix}_high`]: comparison?.interval?.high,
    [`${prefix}_p`]: comparison?.pValue,
  };
}
