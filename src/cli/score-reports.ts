import { bandsChart, type ChartPoint, scoreChart, trendChart } from "../chart/index.js";
import { format, type Measurement, type Segment } from "../index.js";
import type { SegmentKey } from "../segment/group-rows.js";
import type { TrendSeries } from "../trend/index.js";
import { legendOf } from "./draw.js";
import {
  comparisonRecord,
  figureColumns,
  figuresOf,
  type Measured,
  numberColumn,
  probability,
  recordOf,
  signed,
  textColumn,
} from "./figures.js";
import { keyedRecords } from "./keyed-records.js";
import type { RowCounts } from "./reading.js";
import type { Bar, CsvRecord, Report, View, ViewOptions } from "./report.js";
import type { SuppressedSeries } from "./suppress-points.js";
import { counted } from "./text.js";

/** What a report of several scores says besides them. */
interface Scored extends RowCounts {
  /** The names of the columns that make segments. */
  readonly dimensions: readonly string[];
  /** How many rows that cannot be read are of none of the parts. */
  readonly unplaced: number;
  /** How many rows do not count, as their respondents answered again. */
  readonly superseded: number;
}

/** A measurement that may be suppressed. */
type Suppressible = Measured & { readonly suppressed?: boolean };

/** The report of one score. */
export function measurementReport(measured: Measurement, { superseded }: Pick<Scored, "superseded">): Report {
  const { metric, bands } = measured;
  return {
    json: measured,
    records: [recordOf(measured)],
    chart: (options) => bandsChart(measured, options),
    views: (options) => {
      const rows = Object.entries(bands).map(([name, band]) => [
        name,
        band.share === null ? "–" : `${format(100 * band.share, options)} %`,
        String(band.n),
        [band],
      ]);
      return [
        {
          columns: [textColumn("metric"), ...figureColumns([measured])],
          rows: [[metric, ...figuresOf(measured, options)]],
        },
        {
          columns: [textColumn("band"), numberColumn("share"), numberColumn("n"), textColumn("")],
          rows,
          notes: supersededNote(superseded),
        },
      ];
    },
  };
}

/** The report of segments. */
export function segmentsReport(
  segments: readonly Segment[],
  { read, invalid, dimensions, unplaced, superseded }: Scored,
): Report {
  return {
    json: { rows: read, invalid, segments },
    chart: (options) => scoreChart(segments, options),
    records: keyedRecords(
      segments.map((part) => ({ keys: part.keys, fields: segmentFields(part) })),
      dimensions,
    ),
    views: (options): View[] => [
      {
        columns: [
          ...dimensions.map(textColumn),
          ...figureColumns(segments),
          ...["vs rest", "p"].map(numberColumn),
          textColumn(""),
        ],
        rows: segments.map((part) => [
          ...keyTexts(part, dimensions),
          ...figuresOrSuppressed(part, options),
          signed(part.vsRest?.difference ?? null, options),
          probability(part.vsRest?.adjustedPValue ?? null),
          barOf(part.bands),
        ]),
        legend: legendOf(segments[0]?.bands),
        notes: [...suppressedNote(segments), ...unplacedNote(unplaced, "segment"), ...supersededNote(superseded)],
      },
    ],
  };
}

/** What a report of periods is made of: points of all, or those of each segment, some of them hidden. */
type ReportedSeries = TrendSeries | SuppressedSeries;

/** The report of periods, of all or of each segment. */
export function trendReport(
  series: readonly ReportedSeries[],
  { read, invalid, dimensions, unplaced }: Omit<Scored, "superseded">,
): Report {
  const isOne = dimensions.length === 0;
  const all = series.flatMap((part) => part.points.map((point) => ({ part, point })));
  return {
    json: { rows: read, invalid, ...(isOne ? { points: series[0]?.points ?? [] } : { series }) },
    records: keyedRecords(
      all.map(({ part, point }) => ({ keys: part.keys, fields: pointFields(point) })),
      dimensions,
    ),
    chart: (options) => trendChart(isOne ? shownPoints(series[0]) : series.map(shownSeries), options),
    views: (options): View[] => [
      {
        columns: [
          ...dimensions.map(textColumn),
          textColumn("period"),
          ...figureColumns(all.map(({ point }) => point)),
          ...["change", "p"].map(numberColumn),
          textColumn(""),
        ],
        rows: all.map(({ part, point }) => [
          ...dimensions.map((name) => keyText(part.keys[name])),
          point.key + (point.partial ? " *" : ""),
          ...figuresOrSuppressed(point, options),
          signed(point.change?.difference ?? null, options),
          probability(point.change?.pValue ?? null),
          barOf(point.bands),
        ]),
        legend: legendOf(all[0]?.point.bands),
        notes: [
          ...suppressedNote(all.map(({ point }) => point)),
          ...(all.some(({ point }) => point.partial) ? ["* a part of the period"] : []),
          ...unplacedNote(unplaced, "period"),
        ],
      },
    ],
  };
}

/** The periods whose numbers may be seen; the line of a chart has gaps at the others. */
function shownPoints(series: ReportedSeries | undefined): ChartPoint[] {
  return (series?.points ?? []).flatMap((point) => ("suppressed" in point && point.suppressed ? [] : [point]));
}

function shownSeries(series: ReportedSeries) {
  return { key: series.key, points: shownPoints(series) };
}

function figuresOrSuppressed(measured: Suppressible, options: ViewOptions): string[] {
  return measured.suppressed ? ["suppressed", ...Array<string>(4).fill("–")] : figuresOf(measured, options);
}

function suppressedNote(parts: readonly Suppressible[]): string[] {
  const isThere = parts.some(({ suppressed }) => suppressed);
  return isThere ? ["suppressed: too few answers, or a smaller segment could be found out by subtraction"] : [];
}

function segmentFields(part: Segment): CsvRecord {
  return {
    ...recordOf(part),
    share: part.share,
    suppressed: part.suppressed,
    ...comparisonRecord("vs_rest", part.vsRest),
    vs_rest_adjusted_p: part.vsRest?.adjustedPValue,
  };
}

function pointFields(point: ReportedSeries["points"][number]): CsvRecord {
  return {
    ...{ period: point.key, start: point.start.toISOString(), end: point.end.toISOString(), partial: point.partial },
    ...recordOf(point),
    ...("suppressed" in point ? { suppressed: point.suppressed } : {}),
    ...comparisonRecord("change", point.change),
  };
}

/** The values of a segment; a total says so in the place of the first value that it has none of. */
function keyTexts({ keys, level }: Segment, dimensions: readonly string[]): string[] {
  return dimensions.map((name, index) => (index < level ? keyText(keys[name]) : index === level ? "total" : ""));
}

function keyText(key: SegmentKey | undefined): string {
  return String(key ?? "–");
}

function barOf(bands: Measured["bands"]): Bar {
  return Object.values(bands);
}

function unplacedNote(unplaced: number, part: string): string[] {
  if (unplaced === 0) return [];
  return [`${counted(unplaced, "row")} that cannot be read ${unplaced === 1 ? "belongs" : "belong"} to no ${part}`];
}

function supersededNote(superseded: number): string[] {
  if (superseded === 0) return [];
  return [
    `${counted(superseded, "row")} ${superseded === 1 ? "does" : "do"} not count: the same respondents answered later`,
  ];
}
