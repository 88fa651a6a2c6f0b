import type { JsonObject } from "./chart-spec.js";

/** The axis of periods, whose names are looked up by their places, as they may be anything. */
export interface TimeAxis {
  readonly params: readonly JsonObject[];
  /** With names of periods. */
  readonly x: JsonObject;
  /** Without. */
  readonly bare: JsonObject;
}

/** An axis on which all periods are equally far apart; where there is no room for all names, some are left out. */
export function timeAxis(periods: readonly string[]): TimeAxis {
  const scale = { type: "band", domain: periods.map((_, place) => place), paddingInner: 0.25, paddingOuter: 0.1 };
  const common = { field: "place", type: "ordinal", scale };
  const axis = {
    title: null,
    labelExpr: "periods[datum.value]",
    labelAngle: 0,
    labelOverlap: "parity",
    labelSeparation: 8,
    labelFlush: false,
    grid: false,
  };
  return {
    params: [{ name: "periods", value: periods }],
    x: { ...common, axis },
    bare: { ...common, axis: { ...axis, labels: false, ticks: false } },
  };
}
