/** What an option takes and does. */
interface Option {
  /** What its value is called in the help; an option without is a switch. */
  readonly value?: string;
  readonly help: string;
  /** Whether it may be given several times. */
  readonly many?: true;
  /** Options of which one must be given too, for this one to do anything. */
  readonly needs?: readonly string[];
  /** Options with which it would do nothing, or wrong. */
  readonly without?: readonly string[];
}

/** Options of reading files, of computing and of writing, which a query has no part in. */
const NOT_IN_QUERIES = [
  ...(["count", "counts", "decimal-comma"] as const),
  ...(["satisfied-from", "statistic", "interval", "level", "min-n", "order", "totals", "adjust"] as const),
  ...(["date-format", "rolling", "from", "to", "chart", "format", "digits"] as const),
  ...(["missing", "labels", "strict", "input-format", "delimiter", "header-rows", "skip-lines", "encoding"] as const),
] as const;

/** Every option, in the order of the help. */
export const OPTIONS = {
  metric: { value: "NAME", help: "nps, csat, ces or sentiment" },
  score: { value: "COLUMN", help: "the ratings" },
  items: { value: "COLUMNS", help: "the ratings of each item: A,B,C or A..C", many: true },
  perceptions: { value: "COLUMNS", help: "how the service was, item by item: P1..P22 or P1,P2,P3", many: true },
  expectations: { value: "COLUMNS", help: "how it ought to be, in the same order [without: SERVPERF]", many: true },
  importance: { value: "COLUMNS", help: "the points a respondent gives each dimension, or each item", many: true },
  instrument: { value: "NAME", help: "SERVQUAL_1991, SERVQUAL_1988, or a JSON file of your own [SERVQUAL_1991]" },
  weights: {
    value: "NUMBERS",
    help: "fixed weights of the items or dimensions, such as 30,20,20,15,15",
    without: ["importance"],
  },
  "missing-items": { value: "RULE", help: "a dimension counts with half its items or only complete [half]" },
  weight: { value: "COLUMN", help: "survey weights [all weigh the same]" },
  count: {
    value: "COLUMN",
    help: "how many answers a row stands for [1]",
    without: ["weight", "respondent"],
  },
  counts: {
    value: "LIST",
    help: 'columns that count answers, for --score: "Good=4,Bad=2"',
    many: true,
    without: ["score", "count", "weight", "respondent", "labels", "missing"],
  },
  definition: { value: "NAME", help: "a preset such as CSAT_7, CES_1, POLARITY, or a JSON file of your own" },
  scale: { value: "MIN-MAX", help: "the scale of the ratings, such as 1-7" },
  "satisfied-from": { value: "RATING", help: "the lowest rating that counts as satisfied" },
  statistic: { value: "NAME", help: "net, share, mean or index [the metric's]" },
  interval: { value: "METHOD", help: "how the confidence interval is computed [the best for the statistic]" },
  level: { value: "LEVEL", help: "its confidence level, between 0 and 1 [0.95]" },
  by: { value: "COLUMNS", help: "score each segment; several columns: each combination", many: true },
  "min-n": { value: "N", help: "suppress segments of fewer answers [0]", needs: ["by"], without: ["rolling"] },
  order: { value: "ORDER", help: "segments by key, score or n [key]", needs: ["by"], without: ["every"] },
  totals: { help: "show totals of the segments too", needs: ["by"], without: ["every"] },
  against: { value: "WHAT", help: "compare segments in pairs, or each with the rest [pairs]", needs: ["by"] },
  adjust: {
    value: "METHOD",
    help: "p-values for the number of comparisons: holm, bh, bonferroni or none [holm]",
    needs: ["by"],
    without: ["every"],
  },
  method: { value: "NAME", help: "adjusted-wald, wald, welch, z or newcombe [the best for the statistic]" },
  time: {
    value: "COLUMN",
    help: "when it was answered: ISO 8601, or as --date-format says",
    needs: ["every", "from", "to", "respondent"],
  },
  "date-format": {
    value: "FORMAT",
    help: "such as dd/MM/yyyy or M/d/yyyy H:mm:ss; t and T are Unix times",
    needs: ["time"],
  },
  "time-zone": {
    value: "ZONE",
    help: "of periods, and of times without an offset, such as Asia/Shanghai [UTC]",
    needs: ["time"],
  },
  every: { value: "PERIOD", help: "score each hour, day, week, month, quarter or year", needs: ["time"] },
  "week-starts-on": { value: "DAY", help: "0 or 7 Sunday, 1 Monday, to 6 Saturday [1]", needs: ["every"] },
  "fiscal-year-start-month": { value: "MONTH", help: "1 January to 12 [1]", needs: ["every"] },
  rolling: {
    value: "LENGTH",
    help: "pool the last periods or days up to each period's end: 3 or 90d",
    needs: ["every"],
  },
  respondent: { value: "COLUMN", help: "count the latest answer of each respondent only", needs: ["time"] },
  from: { value: "TIME", help: "the first moment that counts, in ISO 8601", needs: ["time"] },
  to: { value: "TIME", help: "the first moment that no longer counts, in ISO 8601", needs: ["time"] },
  margin: { value: "POINTS", help: "how many answers does this margin of error take?" },
  difference: { value: "POINTS", help: "how many in each of two groups does it take to find this difference?" },
  n: { value: "N", help: "what margin of error do so many answers give?" },
  population: { value: "N", help: "how many people there are in all [very many]", needs: ["margin", "n"] },
  power: { value: "CHANCE", help: "to find the difference if it is there [0.8]", needs: ["difference", "n"] },
  expected: { value: "LIST", help: "positive=0.5,negative=0.2 or standardDeviation=1.1 [the worst case]" },
  missing: { value: "LIST", help: "ratings that stand for no answer, such as 11,99,Blank,NA", many: true },
  labels: { value: "LIST", help: 'ratings in words, such as "Very satisfied=5,Satisfied=4"', many: true },
  strict: { help: "end with an error where a row cannot be read" },
  "input-format": { value: "FORMAT", help: "csv, tsv, ndjson or json [by name or first line]" },
  delimiter: { value: "SIGN", help: "between the fields of a row [by first line]" },
  "header-rows": { value: "N", help: "Qualtrics has 3, SurveyMonkey 2; 0 for none [1]" },
  "skip-lines": { value: "N", help: "lines before the header, such as a title [0]" },
  "decimal-comma": { help: "numbers have a decimal comma, such as 0,75" },
  encoding: { value: "NAME", help: "such as windows-1252 or gb18030 [utf-8, or by the byte order mark]" },
  chart: {
    value: "FILE.html",
    help: "write a page with a chart too, drawn by Vega from cdn.jsdelivr.net",
  },
  title: { value: "TEXT", help: "above the chart [what it shows]", needs: ["chart"] },
  locale: { value: "LOCALE", help: "the language of the chart: en or zh-CN [en]", needs: ["chart"] },
  sql: {
    value: "DIALECT",
    help: "print the query: clickhouse, duckdb, mariadb, postgres, sqlite or ansi",
    needs: ["table"],
    without: NOT_IN_QUERIES,
  },
  table: { value: "NAME", help: "the table or view of the query; dots part its name: public.survey", needs: ["sql"] },
  format: { value: "FORMAT", help: "table, json, csv or markdown [table]" },
  digits: { value: "N", help: "digits after the decimal point in tables [1]" },
  help: { help: "show this" },
} as const satisfies Record<string, Option>;

/** The name of an option. */
export type OptionName = keyof typeof OPTIONS;

/** Options under one heading of the help. */
export const GROUPS = {
  Question: [
    "metric",
    "score",
    "items",
    "perceptions",
    "expectations",
    "importance",
    "instrument",
    "weights",
    "missing-items",
    "weight",
    "count",
    "counts",
    "definition",
    "scale",
    "satisfied-from",
    "statistic",
    "interval",
    "level",
  ],
  Segments: ["by", "min-n", "order", "totals", "against", "adjust", "method"],
  Time: [
    "time",
    "date-format",
    "time-zone",
    "every",
    "week-starts-on",
    "fiscal-year-start-month",
    "rolling",
    "respondent",
    "from",
    "to",
  ],
  Plan: ["margin", "difference", "n", "population", "power", "expected"],
  Input: [
    "missing",
    "labels",
    "strict",
    "input-format",
    "delimiter",
    "header-rows",
    "skip-lines",
    "decimal-comma",
    "encoding",
  ],
  Chart: ["chart", "title", "locale"],
  Database: ["sql", "table"],
  Output: ["format", "digits", "help"],
} as const satisfies Record<string, readonly OptionName[]>;
