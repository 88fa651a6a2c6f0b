import type { Measurement } from "../metrics/measurement.js";

/** What is known of a measurement without its answers. */
type Known = "metric" | "statistic" | "better" | "scale";

/** A measurement of which all numbers are null. */
export type Hidden<Result extends Measurement> = {
  readonly [Field in keyof Result]: Field extends Known
    ? Result[Field]
    : Field extends "bands"
      ? { readonly [Name in keyof Result["bands"]]: HiddenBand<Result["bands"][Name]> }
      : null;
};

type HiddenBand<Band> = Band extends { readonly sentiment: infer Sentiment }
  ? { readonly sentiment: Sentiment; readonly n: null; readonly weight: null; readonly share: null }
  : never;

/** The measurement with all that reveals its answers taken out. */
export function hide<Result extends Measurement>(measurement: Result): Hidden<Result> {
  const { metric, statistic, better, scale, bands } = measurement;
  const nulls = Object.keys(measurement).map((field) => [field, null]);
  const hidden = Object.entries(bands).map(([name, { sentiment }]) => [
    name,
    { sentiment, n: null, weight: null, share: null },
  ]);
  return { ...Object.fromEntries(nulls), metric, statistic, better, scale, bands: Object.fromEntries(hidden) };
}
