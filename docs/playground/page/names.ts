import type { Settings } from "../settings.js";
import { DEFINITIONS, isService } from "../settings.js";
import type { Locale, Say } from "./words.js";

/** What charts call metrics and bands in Chinese where customer experience has other words than the library. */
const CHINESE: Readonly<Record<string, string>> = {
  nps: "净推荐值 NPS",
  csat: "客户满意度 CSAT",
  ces: "客户费力度 CES",
  passive: "被动者",
  positive: "积极",
  neutral: "中性",
  negative: "消极",
};

const ENGLISH: Readonly<Record<string, string>> = {
  nps: "NPS",
  csat: "CSAT",
  ces: "CES",
  sentiment: "Sentiment",
};

/** Names for the library's own words in charts and in the page. */
export function namesIn(locale: Locale): Readonly<Record<string, string>> {
  return locale === "zh-CN" ? CHINESE : ENGLISH;
}

const BANDS: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: {
    detractor: "Detractors",
    passive: "Passives",
    promoter: "Promoters",
    dissatisfied: "Dissatisfied",
    neutral: "Neutral",
    satisfied: "Satisfied",
    difficult: "Difficult",
    easy: "Easy",
    negative: "Negative",
    positive: "Positive",
    tangibles: "Tangibles",
    reliability: "Reliability",
    responsiveness: "Responsiveness",
    assurance: "Assurance",
    empathy: "Empathy",
    sentiment: "Sentiment",
    ...ENGLISH,
  },
  "zh-CN": {
    detractor: "贬损者",
    promoter: "推荐者",
    dissatisfied: "不满意",
    satisfied: "满意",
    difficult: "费力",
    easy: "轻松",
    tangibles: "有形性",
    reliability: "可靠性",
    responsiveness: "响应性",
    assurance: "保证性",
    empathy: "移情性",
    sentiment: "情感得分",
    ...CHINESE,
  },
};

/** What a metric, a band or a dimension of the library is called. */
export function nameOf(name: string, locale: Locale): string {
  return BANDS[locale][name] ?? name;
}

/** What a metric with its scale is called: "CSAT, 1 to 10". */
export function metricName(metric: Settings["metric"], locale: Locale, say: Say): string {
  if (isService(metric)) return metric.replace("_", " ");
  const { metric: name, scale, better } = DEFINITIONS[metric];
  const range = say("interval", { low: scale.min, high: scale.max });
  return [nameOf(name, locale), range, ...(better === "lower" ? [say("lowerIsBetter")] : [])].join(say("comma"));
}
