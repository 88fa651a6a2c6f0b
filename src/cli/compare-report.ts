import { compareChart } from "../chart/index.js";
import { format, type Measurement, type NamedComparison } from "../index.js";
import { legendOf } from "./draw.js";
import { figureColumns, figuresOf, limits, numberColumn, probability, signed, textColumn } from "./figures.js";
import type { Report } from "./report.js";

/** The report of measurements and of the differences between them. */
export function comparedReport(
  measurements: Readonly<Record<string, Measurement>>,
  comparisons: readonly NamedComparison[],
  json: unknown,
): Report {
  const measured = Object.entries(measurements);
  const isAdjusted = comparisons.some(({ adjustedPValue }) => adjustedPValue !== null);
  return {
    json,
    chart: (options) => compareChart(comparisons, options),
    records: comparisons.map(({ interval, effect, ...comparison }) => ({
      ...comparison,
      ...{ low: interval?.low, high: interval?.high, level: interval?.level },
      ...{ effect: effect.value, effectName: effect.name },
    })),
    views: (options) => [
      {
        columns: [textColumn(""), ...figureColumns(measured.map(([, measurement]) => measurement)), textColumn("")],
        rows: measured.map(([name, measurement]) => [
          name,
          ...figuresOf(measurement, options),
          Object.values(measurement.bands),
        ]),
        legend: legendOf(measured[0]?.[1].bands),
      },
      {
        columns: [
          ...["before", "after"].map(textColumn),
          ...["difference", "interval", "p", ...(isAdjusted ? ["p adjusted"] : []), "effect"].map(numberColumn),
        ],
        rows: comparisons.map(({ before, after, difference, interval, pValue, adjustedPValue, effect }) => [
          ...[before, after, signed(difference, options), limits(interval, options), probability(pValue)],
          ...(isAdjusted ? [probability(adjustedPValue)] : []),
          format(effect.value, { digits: 2 }),
        ]),
      },
    ],
  };
}
