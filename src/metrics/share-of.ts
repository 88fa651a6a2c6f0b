import type { Sentiment } from "./definition.js";
import type { BandShare } from "./measurement.js";

/** Share of the weight of all answers that lies in the bands of a sentiment, 0 to 1. */
export function shareOf(bands: Readonly<Record<string, BandShare>>, sentiment: Sentiment): number {
  let share = 0;
  for (const band of Object.values(bands)) if (band.sentiment === sentiment) share += band.share ?? 0;
  return Math.min(1, share);
}
