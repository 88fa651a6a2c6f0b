/** What JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

/** An object that JSON can hold. */
export interface JsonObject {
  readonly [name: string]: Json;
}

/**
 * A Vega-Lite v6 specification with its data in it: plain JSON, which vega-embed, a notebook or any other host of
 * Vega-Lite draws as it is. For `compile` of Vega-Lite itself, which has narrower types, it is
 * `spec as unknown as TopLevelSpec`.
 */
export interface ChartSpec extends JsonObject {
  /** Which Vega-Lite reads it. */
  readonly $schema: string;
  /** A text alternative: what the chart shows, in a sentence or two. */
  readonly description: string;
}
