/** The languages that charts speak of themselves. */
export const LOCALES = ["en", "zh-CN"] as const;

/**
 * A language that charts speak of themselves.
 *
 * @useDeclaredType
 */
export type ChartLocale = (typeof LOCALES)[number];

/** Words of a chart in each language. What stands in braces is filled in. */
export type Dictionary<Word extends string> = Readonly<Record<ChartLocale, Readonly<Record<Word, string>>>>;

// Each chart has words of its own, so that a bundle has those of the charts it draws and no others.

export type CommonWord = keyof typeof COMMON_WORDS.en;
export const COMMON_WORDS = {
  en: {
    noData: "No data",
    interval: "{low} to {high}",
    figure: "{score}, n {n}",
    measurement: "{metric} {figure}",
    nobody: "nobody answered",
    noScore: "no score",
    suppressed: "not shown, to protect small groups",
    named: "{name}: {text}",
    n: "n {n}",
    list: ", ",
    semicolon: "; ",
    stop: ". ",
    more: "{n} more",
    total: "Total",
    noName: "(none)",
    percent: "{value}%",
    withInterval: "{level} confidence interval",
    scoreWithInterval: "{score} ({interval})",
    bandShare: "{name} {share}",
  },
  "zh-CN": {
    noData: "没有数据",
    interval: "{low} 至 {high}",
    figure: "{score}，n {n}",
    measurement: "{metric} {figure}",
    nobody: "无人作答",
    noScore: "无得分",
    suppressed: "为保护小样本分组，不予显示",
    named: "{name}：{text}",
    n: "n {n}",
    list: "，",
    semicolon: "；",
    stop: "。",
    more: "另有 {n} 项",
    total: "合计",
    noName: "（无）",
    percent: "{value}%",
    withInterval: "{level} 置信区间",
    scoreWithInterval: "{score}（{interval}）",
    bandShare: "{name} {share}",
  },
} satisfies Dictionary<string>;

export const DISTRIBUTION_WORDS = {
  en: {
    distributionTitle: "{metric}: answers by rating",
    rating: "Rating",
    shareOfAnswers: "Share of answers",
    barShare: "{rating}: {share}, n {n}",
    missing: "{n} missing",
    invalid: "{n} invalid",
    lessThanOne: "<1%",
  },
  "zh-CN": {
    distributionTitle: "{metric}：各评分的回答占比",
    rating: "评分",
    shareOfAnswers: "回答占比",
    barShare: "{rating}：{share}，n {n}",
    missing: "缺失 {n}",
    invalid: "无效 {n}",
    lessThanOne: "<1%",
  },
} satisfies Dictionary<string>;

export const BANDS_WORDS = {
  en: {
    bandsTitle: "{metric}: shares of answers",
    bandsTitleOfSeveral: "Shares of answers",
    bandsSubtitle: "{metric} at the right",
    pieceShare: "{name}: {share}, n {n}",
  },
  "zh-CN": {
    bandsTitle: "{metric}：各类回答占比",
    bandsTitleOfSeveral: "各类回答占比",
    bandsSubtitle: "右侧为 {metric}",
    pieceShare: "{name}：{share}，n {n}",
  },
} satisfies Dictionary<string>;

export const SCORE_WORDS = {
  en: {
    scoreTitle: "{metric} by segment",
  },
  "zh-CN": {
    scoreTitle: "各分组的 {metric}",
  },
} satisfies Dictionary<string>;

export const TREND_WORDS = {
  en: {
    trendTitle: "{metric} over time",
    partialHint: "dashed and hollow: period not complete",
    answers: "n",
    from: "{metric} from {first} to {last}",
    firstPoint: "first {point}",
    lastPoint: "last {point}",
    lowestPoint: "lowest {point}",
    highestPoint: "highest {point}",
    pointOf: "{score} in {period}, n {n}",
    partialPoint: "{point} (not complete)",
    emptyPeriods: "periods without a score: {n}",
  },
  "zh-CN": {
    trendTitle: "{metric} 趋势",
    partialHint: "虚线与空心点：周期不完整",
    answers: "n",
    from: "{metric}，{first} 至 {last}",
    firstPoint: "首期 {point}",
    lastPoint: "末期 {point}",
    lowestPoint: "最低 {point}",
    highestPoint: "最高 {point}",
    pointOf: "{period} 为 {score}，n {n}",
    partialPoint: "{point}（不完整）",
    emptyPeriods: "无得分的周期数：{n}",
  },
} satisfies Dictionary<string>;

export const PROCESS_WORDS = {
  en: {
    processTitle: "{metric}: control chart",
    processTitleOfScores: "Control chart",
    score: "Score",
    center: "centre {value}",
    upperLimit: "upper limit {value}",
    lowerLimit: "lower limit {value}",
    movingAverage: "Moving average",
    movingAverageOf: "Moving average: {metric}",
    averageOf: "moving average {value}",
    movingRange: "Moving range",
    sums: "Sums, in sigmas",
    aboveLimit: "above limit",
    belowLimit: "below limit",
    sumAbove: "upper sum beyond its limit",
    sumBelow: "lower sum beyond its limit",
    runAbove: "run above centre",
    runBelow: "run below centre",
    largeMove: "large move",
    processOf: "{title} (periods: {n})",
    noSignals: "no signals",
    signals: "signals at: {list}",
    signal: "{period} {score} ({reasons})",
  },
  "zh-CN": {
    processTitle: "{metric} 控制图",
    processTitleOfScores: "控制图",
    score: "得分",
    center: "中心线 {value}",
    upperLimit: "上控制限 {value}",
    lowerLimit: "下控制限 {value}",
    movingAverage: "移动平均",
    movingAverageOf: "{metric} 移动平均",
    averageOf: "移动平均 {value}",
    movingRange: "移动极差",
    sums: "累积和（σ）",
    aboveLimit: "高于上控制限",
    belowLimit: "低于下控制限",
    sumAbove: "上侧累积和超限",
    sumBelow: "下侧累积和超限",
    runAbove: "连续高于中心线",
    runBelow: "连续低于中心线",
    largeMove: "变动过大",
    processOf: "{title}（共 {n} 期）",
    noSignals: "无异常信号",
    signals: "异常信号：{list}",
    signal: "{period} 为 {score}（{reasons}）",
  },
} satisfies Dictionary<string>;

export const SERVQUAL_WORDS = {
  en: {
    servqualTitle: "Service quality: expected and perceived",
    servperfTitle: "Service quality as perceived",
    expectation: "Expectation",
    perception: "Perception",
    overall: "Overall",
    weighted: "Weighted by importance",
    gapSubtitle: "Gap at the right: perception less expectation",
    meanRating: "Mean rating",
    gapOf: "gap {gap} (expectation {expectation}, perception {perception}), n {n}",
  },
  "zh-CN": {
    servqualTitle: "服务质量：期望与感知",
    servperfTitle: "服务质量：感知",
    expectation: "期望",
    perception: "感知",
    overall: "总体",
    weighted: "按重要性加权",
    gapSubtitle: "右侧为差距：感知减期望",
    meanRating: "平均评分",
    gapOf: "差距 {gap}（期望 {expectation}，感知 {perception}），n {n}",
  },
} satisfies Dictionary<string>;

export const COMPARE_WORDS = {
  en: {
    compareTitle: "Differences of scores",
    difference: "Difference",
    pair: "{after} − {before}",
    moreThanNoise: "more than noise",
    mayBeNoise: "may be noise",
    adjusted: "p adjusted for the number of comparisons",
    pValue: "p {value}",
    smallPValue: "p < {value}",
    notCompared: "cannot be compared",
  },
  "zh-CN": {
    compareTitle: "得分差异",
    difference: "差异",
    pair: "{after} − {before}",
    moreThanNoise: "超出随机波动",
    mayBeNoise: "可能是随机波动",
    adjusted: "p 值已按比较次数校正",
    pValue: "p {value}",
    smallPValue: "p < {value}",
    notCompared: "无法比较",
  },
} satisfies Dictionary<string>;

/** What the library's own metrics are called. */
export const METRIC_NAMES = {
  en: {
    nps: "NPS",
    csat: "CSAT",
    ces: "CES",
    csi: "Satisfaction index",
    sentiment: "Sentiment",
    "response rate": "Response rate",
  },
  "zh-CN": {
    nps: "NPS",
    csat: "CSAT",
    ces: "CES",
    csi: "满意度指数",
    sentiment: "情感得分",
    "response rate": "回收率",
  },
} satisfies Dictionary<string>;

/** What their bands are called. */
export const BAND_NAMES = {
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
    silent: "No response",
    responded: "Responded",
  },
  "zh-CN": {
    detractor: "贬损者",
    passive: "被动者",
    promoter: "推荐者",
    dissatisfied: "不满意",
    neutral: "中性",
    satisfied: "满意",
    difficult: "费力",
    easy: "轻松",
    negative: "消极",
    positive: "积极",
    silent: "未回复",
    responded: "已回复",
  },
} satisfies Dictionary<string>;

/** What the dimensions of SERVQUAL are called. */
export const DIMENSION_NAMES = {
  en: {
    tangibles: "Tangibles",
    reliability: "Reliability",
    responsiveness: "Responsiveness",
    assurance: "Assurance",
    empathy: "Empathy",
  },
  "zh-CN": {
    tangibles: "有形性",
    reliability: "可靠性",
    responsiveness: "响应性",
    assurance: "保证性",
    empathy: "移情性",
  },
} satisfies Dictionary<string>;

/** What is called the rest of the segments. */
export const REST_NAME = {
  en: {
    rest: "rest",
  },
  "zh-CN": {
    rest: "其余",
  },
} satisfies Dictionary<string>;

type Words<Of extends Dictionary<string>> = Partial<Readonly<Record<keyof Of["en"], string | undefined>>>;

/**
 * Words of your own for those of the charts. What stands in braces in the library's words may stand in yours, and is filled
 * in. Words that a chart does not use are left alone, so that one object serves all charts.
 *
 * @remarks
 * The library's words in English:
 *
 * - `noData`: `"No data"`
 * - `interval`: `"{low} to {high}"`
 * - `figure`: `"{score}, n {n}"`
 * - `measurement`: `"{metric} {figure}"`
 * - `nobody`: `"nobody answered"`
 * - `noScore`: `"no score"`
 * - `suppressed`: `"not shown, to protect small groups"`
 * - `named`: `"{name}: {text}"`
 * - `n`: `"n {n}"`
 * - `list`: `", "`
 * - `semicolon`: `"; "`
 * - `stop`: `". "`
 * - `more`: `"{n} more"`
 * - `total`: `"Total"`
 * - `noName`: `"(none)"`
 * - `percent`: `"{value}%"`
 * - `withInterval`: `"{level} confidence interval"`
 * - `scoreWithInterval`: `"{score} ({interval})"`
 * - `bandShare`: `"{name} {share}"`
 * - `distributionTitle`: `"{metric}: answers by rating"`
 * - `rating`: `"Rating"`
 * - `shareOfAnswers`: `"Share of answers"`
 * - `barShare`: `"{rating}: {share}, n {n}"`
 * - `missing`: `"{n} missing"`
 * - `invalid`: `"{n} invalid"`
 * - `lessThanOne`: `"<1%"`
 * - `bandsTitle`: `"{metric}: shares of answers"`
 * - `bandsTitleOfSeveral`: `"Shares of answers"`
 * - `bandsSubtitle`: `"{metric} at the right"`
 * - `pieceShare`: `"{name}: {share}, n {n}"`
 * - `scoreTitle`: `"{metric} by segment"`
 * - `trendTitle`: `"{metric} over time"`
 * - `partialHint`: `"dashed and hollow: period not complete"`
 * - `answers`: `"n"`
 * - `from`: `"{metric} from {first} to {last}"`
 * - `firstPoint`: `"first {point}"`
 * - `lastPoint`: `"last {point}"`
 * - `lowestPoint`: `"lowest {point}"`
 * - `highestPoint`: `"highest {point}"`
 * - `pointOf`: `"{score} in {period}, n {n}"`
 * - `partialPoint`: `"{point} (not complete)"`
 * - `emptyPeriods`: `"periods without a score: {n}"`
 * - `processTitle`: `"{metric}: control chart"`
 * - `processTitleOfScores`: `"Control chart"`
 * - `score`: `"Score"`
 * - `center`: `"centre {value}"`
 * - `upperLimit`: `"upper limit {value}"`
 * - `lowerLimit`: `"lower limit {value}"`
 * - `movingAverage`: `"Moving average"`
 * - `movingAverageOf`: `"Moving average: {metric}"`
 * - `averageOf`: `"moving average {value}"`
 * - `movingRange`: `"Moving range"`
 * - `sums`: `"Sums, in sigmas"`
 * - `aboveLimit`: `"above limit"`
 * - `belowLimit`: `"below limit"`
 * - `sumAbove`: `"upper sum beyond its limit"`
 * - `sumBelow`: `"lower sum beyond its limit"`
 * - `runAbove`: `"run above centre"`
 * - `runBelow`: `"run below centre"`
 * - `largeMove`: `"large move"`
 * - `processOf`: `"{title} (periods: {n})"`
 * - `noSignals`: `"no signals"`
 * - `signals`: `"signals at: {list}"`
 * - `signal`: `"{period} {score} ({reasons})"`
 * - `servqualTitle`: `"Service quality: expected and perceived"`
 * - `servperfTitle`: `"Service quality as perceived"`
 * - `expectation`: `"Expectation"`
 * - `perception`: `"Perception"`
 * - `overall`: `"Overall"`
 * - `weighted`: `"Weighted by importance"`
 * - `gapSubtitle`: `"Gap at the right: perception less expectation"`
 * - `meanRating`: `"Mean rating"`
 * - `gapOf`: `"gap {gap} (expectation {expectation}, perception {perception}), n {n}"`
 * - `compareTitle`: `"Differences of scores"`
 * - `difference`: `"Difference"`
 * - `pair`: `"{after} − {before}"`
 * - `moreThanNoise`: `"more than noise"`
 * - `mayBeNoise`: `"may be noise"`
 * - `adjusted`: `"p adjusted for the number of comparisons"`
 * - `pValue`: `"p {value}"`
 * - `smallPValue`: `"p < {value}"`
 * - `notCompared`: `"cannot be compared"`
 */
export interface ChartLabels
  extends Words<typeof COMMON_WORDS>,
    Words<typeof DISTRIBUTION_WORDS>,
    Words<typeof BANDS_WORDS>,
    Words<typeof SCORE_WORDS>,
    Words<typeof TREND_WORDS>,
    Words<typeof PROCESS_WORDS>,
    Words<typeof SERVQUAL_WORDS>,
    Words<typeof COMPARE_WORDS> {
  /** What metrics, bands and dimensions are called, by their names in the result: `{ promoter: "Fans" }`. */
  readonly names?: Readonly<Record<string, string>> | undefined;
}
