import { BAND_NAMES, DIMENSION_NAMES, METRIC_NAMES } from "../../../src/chart/words.js";
import type { Settings } from "../settings.js";
import { DEFINITIONS, isService } from "../settings.js";
import type { Locale, Say } from "./words.js";

/** In Chinese, what an abbreviation stands for is said with it. */
const IN_FULL = { nps: "净推荐值 NPS", csat: "客户满意度 CSAT", ces: "客户费力度 CES" };

/** Names that the page has in place of the charts' own. */
export function namesIn(locale: Locale): Readonly<Record<string, string>> {
  return locale === "zh-CN" ? IN_FULL : {};
}

/** What a metric, a band or a dimension of the library is called, as in the charts. */
export function nameOf(name: string, locale: Locale): string {
  const names: Readonly<Record<string, string>> = {
    ...METRIC_NAMES[locale],
    ...BAND_NAMES[locale],
    ...DIMENSION_NAMES[locale],
    ...namesIn(locale),
  };
  return names[name] ?? name;
}

/** What a metric with its scale is called: "CSAT, 1 to 10". */
export function metricName(metric: Settings["metric"], locale: Locale, say: Say): string {
  if (isService(metric)) return metric.replace("_", " ");
  const { metric: name, scale, better } = DEFINITIONS[metric];
  const range = say("interval", { low: scale.min, high: scale.max });
  return [nameOf(name, locale), range, ...(better === "lower" ? [say("lowerIsBetter")] : [])].join(say("comma"));
}
