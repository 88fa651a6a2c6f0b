import { wrong } from "../answers/wrong.js";
import type { RatingEstimate, ServqualResult } from "../metrics/servqual.js";
import { type ChartOptions, readOptions } from "./chart-options.js";
import type { ChartSpec } from "./chart-spec.js";
import { listed, sentences } from "./describe.js";
import { frame, noData } from "./frame.js";
import { levelPhrase } from "./level-phrase.js";
import { assertInterval, assertNumber } from "./read-measurement.js";
import { describePart, drawGaps, drawPerceptions, type ServqualPart, type ServqualSetting } from "./servqual-rows.js";
import { DIMENSION_NAMES, SERVQUAL_WORDS } from "./words.js";

/**
 * Shows what customers expected of each dimension of service and what they found, and the gap between the two.
 *
 * @param result - what `servqual` returns, fresh or from JSON
 * @param options - title, size, theme, locale and words
 * @returns a Vega-Lite specification. Without expectations (SERVPERF) it shows the perceptions with their intervals
 * @throws TypeError for something that is no such result; what the options throw
 *
 * @example
 * ```ts
 * import { defineInstrument, servqual } from "cx-metrics";
 * import { servqualChart } from "cx-metrics/chart";
 *
 * const instrument = defineInstrument({ scale: { min: 1, max: 7 }, dimensions: { rooms: [1, 2], staff: [3] } });
 * const result = servqual(
 *   [
 *     { expectations: [6, 7, 6], perceptions: [5, 5, 7] },
 *     { expectations: [7, 6, 5], perceptions: [6, 6, 5] },
 *   ],
 *   { instrument },
 * );
 * servqualChart(result).description.split("; ");
 * // → [
 * //   "Service quality: expected and perceived. Overall: gap -0.25 (expectation 6.00, perception 5.75), n 2",
 * //   "rooms: gap -1.00 (expectation 6.50, perception 5.50), n 2",
 * //   "staff: gap +0.50 (expectation 5.50, perception 6.00), n 2.",
 * // ]
 * ```
 */
export function servqualChart(result: ServqualResult, options: ChartOptions = {}): ChartSpec {
  const setting = readOptions(options, SERVQUAL_WORDS, DIMENSION_NAMES);
  const { say } = setting;
  const parts = partsOf(result, setting);
  if (parts.every(({ perception }) => perception.score === null)) return noData(setting);
  const hasGaps = parts.some(({ gap }) => gap !== null);
  const what = say(hasGaps ? "servqualTitle" : "servperfTitle");
  const told = listed(
    parts.map((part) => say("named", { name: part.name, text: describePart(part, setting) })),
    setting,
  );
  const level = levelPhrase(
    parts.map(({ gap, perception }) => (gap ?? perception).interval),
    setting,
  );
  const subtitle = [hasGaps ? say("gapSubtitle") : "", level].filter((text) => text !== "").join(say("list"));
  const heading = { title: setting.title ?? what, subtitle, description: sentences([what, told], setting) };
  return frame(setting, heading, hasGaps ? drawGaps(parts, setting) : drawPerceptions(parts, setting));
}

/** All together first, then the dimensions in their order. */
function partsOf(result: ServqualResult, { say, nameOf }: ServqualSetting): ServqualPart[] {
  const { overall, weighted, dimensions } = result ?? {};
  if (typeof dimensions !== "object" || dimensions === null || typeof overall !== "object" || overall === null)
    throw wrong("result", result, "what servqual returns");
  const together = [
    { ...overall, name: say("overall"), isStrong: true },
    ...(weighted ? [{ ...weighted, name: say("weighted"), isStrong: true }] : []),
  ];
  const each = Object.entries(dimensions).map(([name, part]) => ({ ...part, name: nameOf(name), isStrong: false }));
  const parts = [...together, ...each];
  const isAsked = overall.gap !== null;
  for (const { name, gap, expectation, perception } of parts) {
    assertEstimate(`perception of ${name}`, perception);
    if (isAsked) {
      assertEstimate(`gap of ${name}`, gap);
      assertEstimate(`expectation of ${name}`, expectation);
    } else if (gap !== null) throw wrong(`gap of ${name}`, gap, "null, as overall");
  }
  return parts;
}

function assertEstimate(what: string, estimate: RatingEstimate | null): void {
  if (typeof estimate !== "object" || estimate === null) throw wrong(what, estimate, "an estimate, as of servqual");
  if (estimate.score !== null) assertNumber(`${what}: score`, estimate.score);
  assertNumber(`${what}: n`, estimate.n);
  assertInterval(what, estimate.interval);
}
