import { SENTIMENTS, type Sentiment } from "../metrics/definition.js";
import type { Measurement } from "../metrics/measurement.js";
import type { Setting } from "./chart-options.js";
import { type Palette, toneOf } from "./palette.js";

/** A kind of answers: a band of one metric, or a sentiment of several. */
export interface Kind {
  readonly name: string;
  readonly sentiment: Sentiment;
  readonly color: string;
  /** Whether a band of a measurement belongs to it. */
  readonly holds: (band: string, sentiment: Sentiment) => boolean;
}

/**
 * The kinds of answers from the worst to the best: the bands, or where measurements have different ones, the
 * sentiments.
 */
export function kindsOf(measurements: readonly Measurement[], { palette, nameOf }: Setting): Kind[] {
  const [first] = measurements;
  const different = new Set(measurements.map((measurement) => JSON.stringify(fromWorst(measurement))));
  if (different.size > 1)
    return SENTIMENTS.map((sentiment) => ({
      name: nameOf(sentiment),
      sentiment,
      color: toneOf(palette, sentiment),
      holds: (_, other) => other === sentiment,
    }));
  const bands = fromWorst(first!);
  const colors = colorsOf(
    bands.map(([, sentiment]) => sentiment),
    palette,
  );
  return bands.map(([band, sentiment], index) => ({
    name: nameOf(band),
    sentiment,
    color: colors[index]!,
    holds: (other) => other === band,
  }));
}

/** The colour of each band, the strongest tone for the one that is farthest from neutral. */
export function colorsOf(sentiments: readonly Sentiment[], palette: Palette): string[] {
  return sentiments.map((sentiment, index) => {
    const alike = [...sentiments.keys()].filter((other) => sentiments[other] === sentiment);
    const fromFirst = alike.indexOf(index);
    return toneOf(palette, sentiment, sentiment === "positive" ? alike.length - 1 - fromFirst : fromFirst);
  });
}

/** The bands of a measurement, negative ones first and positive ones last. */
function fromWorst({ bands, better }: Measurement): [name: string, sentiment: Sentiment][] {
  const ascending = Object.entries(bands).map(([name, { sentiment }]): [string, Sentiment] => [name, sentiment]);
  const ordered = better === "higher" ? ascending : ascending.reverse();
  return SENTIMENTS.flatMap((sentiment) => ordered.filter(([, other]) => other === sentiment));
}
