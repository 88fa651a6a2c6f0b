import type { JsonObject } from "./chart-spec.js";
import { wrap } from "./wrap.js";

/** What a legend says of a field that holds the number of a kind, from 0. */
export interface Legend {
  /** Holds the texts. A Vega expression looks them up there, so that no text is ever a part of an expression. */
  readonly params: readonly JsonObject[];
  /** The legend of an encoding. */
  readonly legend: JsonObject;
  /** The numbers of the kinds. */
  readonly domain: readonly number[];
}

/** A legend of kinds that go by their numbers, as their names may be alike, and be anything. */
export function legendOf(texts: readonly string[]): Legend {
  return {
    params: [{ name: "legendTexts", value: texts.map((text) => wrap(text, 240)) }],
    legend: { labelExpr: "legendTexts[datum.value]", ...(texts.length > 5 && { columns: 4 }) },
    domain: texts.map((_, kind) => kind),
  };
}
