import type { JsonObject } from "./chart-spec.js";

/** The layers that have data: Vega warns of an axis of nothing. */
export function drawn(layers: readonly JsonObject[]): JsonObject[] {
  return layers.filter(({ data }) => ((data as JsonObject).values as readonly unknown[]).length > 0);
}
