import { assertOptions, oneOf, wrong } from "../answers/wrong.js";
import type { Statistic } from "../metrics/definition.js";

/** How the limits of a control chart are computed. */
export type ControlChartMethod = "p" | "laney-p" | "nps" | "xmr" | "xmr-median" | "ewma" | "cusum";

/** How to draw a control chart. Each method has options of its own, and one that it does not use is an error. */
export interface ControlChartOptions {
  /**
   * `p` and `nps` take limits from each period's number of answers; `laney-p` widens them by what varies beyond that,
   * for large numbers of answers. `xmr` takes them from the mean moving range of the scores, whatever these are, and
   * `xmr-median` from the median one, which outliers do not widen. `ewma` and `cusum` add periods up, and so see a slow
   * drift that is small in each.
   * @defaultValue "p" for a share, "nps" for a net score, "xmr" for everything else
   */
  readonly method?: ControlChartMethod | undefined;
  /**
   * From how many of the first points, empty ones included, the centre and the spread are taken: a whole number from 1.
   * @defaultValue all points
   */
  readonly baseline?: number | undefined;
  /** How many sigmas the limits are from the centre, above 0 and up to 100. Not for `cusum`. @defaultValue 3 */
  readonly sigmas?: number | undefined;
  /**
   * How many points in a row on one side of the centre are a signal: a whole number from 2, or `Infinity` for no such
   * rule. Not for `ewma` and `cusum`. @defaultValue 8
   */
  readonly runLength?: number | undefined;
  /**
   * Mean range of two values of a normal distribution, in sigmas, from 1 to 2; `2 / Math.sqrt(Math.PI)` is the exact
   * one. For `laney-p`, `xmr`, `ewma` and `cusum`. @defaultValue 1.128, as in the tables
   */
  readonly d2?: number | undefined;
  /**
   * Standard deviation of that range, in sigmas, above 0 and up to 1; `Math.sqrt(2 - 4 / Math.PI)` is the exact one.
   * For `xmr`.
   * @defaultValue 0.8525033, as in the tables
   */
  readonly d3?: number | undefined;
  /** Weight of the newest point in the moving average, above 0 and up to 1. For `ewma`. @defaultValue 0.2 */
  readonly lambda?: number | undefined;
  /**
   * How much of each deviation is ignored, in sigmas, from 0: half the shift worth finding. For `cusum`.
   * @defaultValue 0.5
   */
  readonly referenceValue?: number | undefined;
  /** Above which sum of deviations there is a signal, in sigmas, above 0. For `cusum`. @defaultValue 5 */
  readonly decisionInterval?: number | undefined;
}

type Setting = Exclude<keyof ControlChartOptions, "method">;

/** The options with all defaults. */
export type ControlChartSettings = Readonly<Record<Setting, number>> & { readonly method: ControlChartMethod };

const OF_ANY_SCORE: readonly ControlChartMethod[] = ["xmr", "xmr-median", "ewma", "cusum"];

/** The methods that suit each statistic; the first is the default. */
const METHODS: Record<Statistic | "plain", readonly ControlChartMethod[]> = {
  net: ["nps", "laney-p", "xmr", "xmr-median", "ewma", "cusum"],
  share: ["p", "laney-p", "xmr", "xmr-median", "ewma", "cusum"],
  mean: OF_ANY_SCORE,
  index: OF_ANY_SCORE,
  plain: OF_ANY_SCORE,
};

/** The options that each method uses. */
const USED: Record<ControlChartMethod, readonly Setting[]> = {
  p: ["baseline", "sigmas", "runLength"],
  nps: ["baseline", "sigmas", "runLength"],
  "laney-p": ["baseline", "sigmas", "runLength", "d2"],
  xmr: ["baseline", "sigmas", "runLength", "d2", "d3"],
  "xmr-median": ["baseline", "sigmas", "runLength"],
  ewma: ["baseline", "sigmas", "d2", "lambda"],
  cusum: ["baseline", "d2", "referenceValue", "decisionInterval"],
};

const DEFAULTS: Readonly<Record<Setting, number>> = {
  baseline: Infinity,
  sigmas: 3,
  runLength: 8,
  d2: 1.128,
  d3: 0.8525033,
  lambda: 0.2,
  referenceValue: 0.5,
  decisionInterval: 5,
};

/** What each option may be. */
const ALLOWED: Readonly<Record<Setting, readonly [holds: (value: number) => boolean, inWords: string]>> = {
  baseline: [(value) => Number.isInteger(value) && value >= 1, "a whole number from 1"],
  sigmas: [(value) => value > 0 && value <= 100, "above 0 and up to 100"],
  runLength: [
    (value) => (Number.isInteger(value) || value === Infinity) && value >= 2,
    "a whole number from 2, or Infinity for no such rule",
  ],
  d2: [(value) => value >= 1 && value <= 2, "from 1 to 2"],
  d3: [(value) => value > 0 && value <= 1, "above 0 and up to 1"],
  lambda: [(value) => value > 0 && value <= 1, "above 0 and up to 1"],
  referenceValue: [(value) => Number.isFinite(value) && value >= 0, "a number from 0"],
  decisionInterval: [(value) => Number.isFinite(value) && value > 0, "a number above 0"],
};

/** Whether a method knows of an option. */
export function uses(method: ControlChartMethod, setting: Setting): boolean {
  return USED[method].includes(setting);
}

/**
 * Fills in the defaults. Throws for a method that does not suit the scores, and for an option that is wrong or that the
 * method does not use.
 *
 * @param of - what the scores are; null where there are none, which suits every method
 */
export function readSettings(options: ControlChartOptions, of: Statistic | "plain" | null): ControlChartSettings {
  assertOptions(options);
  const { method = METHODS[of ?? "plain"][0]!, ...given } = options;
  if (of === null) oneOf("method", method, Object.keys(USED));
  else oneOf(`the method for ${of} scores`, method, METHODS[of]);
  const settings: Record<Setting, number> = { ...DEFAULTS };
  for (const setting of Object.keys(DEFAULTS) as Setting[]) {
    const value = given[setting];
    if (value === undefined) continue;
    oneOf(`an option of the method ${method}`, setting, USED[method]);
    const [holds, inWords] = ALLOWED[setting];
    if (typeof value !== "number" || !holds(value)) throw wrong(setting, value, inWords);
    settings[setting] = value;
  }
  return { ...settings, method };
}
