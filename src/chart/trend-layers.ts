import type { JsonObject } from "./chart-spec.js";
import { type Dot, pathsOf, runsOf } from "./paths.js";
import { TOLD } from "./told.js";

/** A point as it is drawn. */
export interface TrendDot extends Dot {
  /** The number of its series. */
  readonly series: number;
  readonly tip: string;
}

/** The dots of a series by the places of their periods; undefined where there is none. */
export type TrendDots = readonly (TrendDot | undefined)[];

/** The most periods of which each has a dot of its own. */
const MOST_DOTS = 60;

/** The intervals of all series: an area, and where a point has no neighbour, a bar. */
export function bandLayers(series: readonly TrendDots[], y: JsonObject): JsonObject[] {
  const runs = series.flatMap((dots) => runsOf(dots.map((dot) => (dot?.low === null ? undefined : dot))));
  const encoding = { y: { ...y, field: "low" }, y2: { field: "high" }, detail: { field: "path", type: "nominal" } };
  const isArea = (run: readonly TrendDot[]) => run.length > 1;
  return [
    {
      data: { values: runs.filter(isArea).flatMap(asRows) },
      mark: { type: "area", opacity: 0.16, aria: false },
      encoding,
    },
    {
      data: { values: runs.filter((run) => !isArea(run)).flatMap(asRows) },
      mark: { type: "rule", strokeWidth: 3, opacity: 0.35, aria: false },
      encoding,
    },
  ];
}

/** The lines of all series, dashed where they lead from or to a period that is not complete. */
export function lineLayers(series: readonly TrendDots[], y: JsonObject): JsonObject[] {
  const paths = series.flatMap(pathsOf<TrendDot>);
  return [false, true].map((isPartial) => ({
    data: {
      values: paths.filter((path) => path.isPartial === isPartial).flatMap(({ dots }, index) => asRows(dots, index)),
    },
    mark: { type: "line", strokeWidth: 2, aria: false, ...(isPartial && { strokeDash: [4, 3] }) },
    encoding: { y: { ...y, field: "score" }, detail: { field: "path", type: "nominal" } },
  }));
}

/**
 * The dots of all series, hollow where the period is not complete. Of many, those of complete periods are left to the
 * line.
 */
export function dotLayers(
  series: readonly TrendDots[],
  y: JsonObject,
  shape: JsonObject,
  hollow: string,
): JsonObject[] {
  const dots = series.flatMap((one) => one.filter((dot) => dot !== undefined));
  const isCrowded = series.some((one) => one.length > MOST_DOTS);
  const encoding = { y: { ...y, field: "score" }, ...shape, ...TOLD };
  return [
    {
      data: { values: dots.filter(({ isPartial }) => !isPartial).map(asRow) },
      mark: { type: "point", filled: true, size: isCrowded ? 12 : 50, opacity: 1 },
      encoding,
    },
    {
      data: { values: dots.filter(({ isPartial }) => isPartial).map(asRow) },
      mark: { type: "point", filled: false, fill: hollow, size: 50, strokeWidth: 2, opacity: 1 },
      encoding,
    },
  ];
}

function asRows(dots: readonly TrendDot[], path: number): JsonObject[] {
  return dots.map((dot) => ({ ...asRow(dot), path }));
}

function asRow({ place, series, score, low, high, tip }: TrendDot): JsonObject {
  return { place, series, score, low, high, tip };
}
