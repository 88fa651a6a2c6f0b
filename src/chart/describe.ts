import type { Measurement } from "../metrics/measurement.js";
import type { Setting } from "./chart-options.js";
import type { NamedRow } from "./read-rows.js";
import { scoreWriter, writeCount } from "./write.js";

/** So many things a text alternative goes through; the rest it counts. */
const MOST = 12;

/** A measurement in words: "NPS 39.8 (37.2 to 42.5), n 2,746". */
export function describeMeasurement(measurement: Measurement, setting: Setting): string {
  const { say, nameOf } = setting;
  const metric = nameOf(measurement.metric);
  const figure = describeFigure(measurement, setting);
  return measurement.score === null
    ? say("named", { name: metric, text: figure })
    : say("measurement", { metric, figure });
}

/** The same without the metric. */
export function describeFigure(measurement: Measurement, setting: Setting): string {
  const { score, n, interval, statistic } = measurement;
  if (score === null) return whyNoScore(measurement, setting);
  const text = scoreWriter(setting, statistic).scoreWithInterval(score, interval);
  return setting.say("figure", { score: text, n: writeCount(setting, n) });
}

/** A row in words, whatever can be said of it. */
export function describeRow({ name, measurement, isSuppressed }: NamedRow, setting: Setting): string {
  const { say } = setting;
  return say("named", { name, text: isSuppressed ? say("suppressed") : describeFigure(measurement, setting) });
}

/** Why there is no score: nobody answered, or the answers have no weight. */
export function whyNoScore({ n }: Measurement, { say }: Setting): string {
  return say(n === 0 ? "nobody" : "noScore");
}

/** Several texts as one, which does not become endless. */
export function listed(texts: readonly string[], setting: Setting): string {
  const { say } = setting;
  const rest = texts.length - MOST;
  const told = rest > 1 ? [...texts.slice(0, MOST), say("more", { n: writeCount(setting, rest) })] : texts;
  return told.join(say("semicolon"));
}

/** Texts as sentences. */
export function sentences(texts: readonly string[], { say }: Setting): string {
  return `${texts.join(say("stop"))}${say("stop")}`.trimEnd();
}
