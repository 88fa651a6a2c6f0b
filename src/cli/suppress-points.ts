import type { Hidden, Measurement } from "../index.js";
import { hide } from "../segment/hide.js";
import { suppressed } from "../segment/suppress.js";
import type { TrendPoint, TrendSeries } from "../trend/index.js";

/** A period of a segment whose numbers may be seen. */
export type ShownPoint = TrendPoint & { readonly suppressed: false };

/** A period of a segment whose numbers are null, because it is too small or would give another one away. */
export type HiddenPoint = Hidden<Measurement> &
  Pick<TrendPoint, "key" | "start" | "end" | "partial"> & { readonly suppressed: true; readonly change: null };

/** The points of a segment, some of them hidden. */
export type SuppressedSeries = Omit<TrendSeries, "points"> & { readonly points: readonly (ShownPoint | HiddenPoint)[] };

/** Segments of one period, or one of them. */
interface Node {
  readonly n: number;
  readonly children: readonly Node[];
}

/**
 * Hides, in each period, the segments of fewer than `minN` answers, and others by which they could be found out: from the total of the
 * period as `segment` does, and from the change to the next period.
 */
export function suppressPoints(series: readonly TrendSeries[], minN: number): SuppressedSeries[] {
  const periods = series[0]?.points.length ?? 0;
  const hidden = Array.from({ length: periods }, (_, period) => hiddenIn(series, period, minN));
  return series.map(({ points, ...segment }, index) => ({
    ...segment,
    points: points.map((point, period) => {
      if (hidden[period]![index]) return hiddenPoint(point);
      const isAfterHidden = hidden[period - 1]?.[index] ?? false;
      return { ...point, change: isAfterHidden ? null : point.change, suppressed: false };
    }),
  }));
}

/** Whether each segment is hidden in a period. */
function hiddenIn(series: readonly TrendSeries[], period: number, minN: number): boolean[] {
  const nodes = series.map(({ points }): Node => ({ n: points[period]!.n, children: [] }));
  const whole = { n: nodes.reduce((sum, { n }) => sum + n, 0), children: nodes };
  const hidden = suppressed<Node>(whole, ({ n }) => n, minN);
  return nodes.map((node) => hidden.has(node));
}

function hiddenPoint(point: TrendPoint): HiddenPoint {
  const { key, start, end, partial } = point;
  return { ...hide(point), key, start, end, partial, change: null, suppressed: true };
}
