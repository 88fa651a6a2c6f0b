// A user of the root entry: every name of it, each used as its type promises.
import {
  type Accessor,
  type Adjustment,
  type AdjustPValuesOptions,
  type AnovaTest,
  type Answer,
  type Answers,
  adjustPValues,
  type Band,
  type BandShare,
  type BenchmarkMethod,
  type By,
  type Category,
  CES,
  CES_1,
  type CesBand,
  type ChiSquareTest,
  type Classification,
  type ClusteredMeasurement,
  type CompareAllOptions,
  type CompareMethod,
  type CompareOptions,
  type ComparePairedOptions,
  type CompareToBenchmarkOptions,
  type Comparison,
  type Composite,
  type CompositeOptions,
  type CompositePart,
  type CompositeShare,
  type Confirmation,
  type CountedAnswer,
  type CronbachAlpha,
  type CronbachAlphaOptions,
  CSAT,
  CSAT_3,
  CSAT_7,
  CSAT_10,
  type CsatBand,
  type CsatOptions,
  type Csi,
  type CsiOptions,
  type CsiRatings,
  type CsiResponse,
  ces,
  classify,
  compare,
  compareAll,
  compareDistributions,
  compareGroups,
  comparePaired,
  compareToBenchmark,
  composite,
  cronbachAlpha,
  csat,
  csi,
  type DetectableDifferenceOptions,
  type DimensionEstimates,
  type DimensionOf,
  type Dimensions,
  type DistributionComparison,
  defineInstrument,
  defineMetric,
  designEffect,
  detectableDifference,
  type EffectSize,
  type Expected,
  effectiveSampleSize,
  type FormatOptions,
  format,
  type GapEstimates,
  type GroupComparison,
  type GroupKey,
  type Hidden,
  type Instrument,
  type Interval,
  type IntervalMethod,
  type Item,
  type ItemAnalysis,
  type ItemEstimates,
  type ItemRatings,
  type ItemRows,
  type ItemStatistics,
  itemAnalysis,
  type KeyedTally,
  type KeyedTallyRow,
  type MannWhitneyTest,
  type Margin,
  type MarginOfErrorOptions,
  type McNemarTest,
  type MeasureClusteredOptions,
  type Measurement,
  type MeasureOptions,
  type Metric,
  type MetricDefinition,
  type MissingItems,
  marginOfError,
  measure,
  measureClustered,
  merge,
  mergeBy,
  mergeServqual,
  type NamedComparison,
  NPS,
  type NpsBand,
  nps,
  type PairedComparison,
  type PlanOptions,
  POLARITY,
  type Points,
  type PostStratifyOptions,
  type PresetOptions,
  postStratify,
  type RakeOptions,
  type Raking,
  type RatingEstimate,
  type ResponseBand,
  type ResponseRateOptions,
  type RestComparison,
  type RoundSharesOptions,
  type Rows,
  rake,
  responseRate,
  roundShares,
  type SampleSizeOptions,
  type SampleSizeToDetectOptions,
  type Scale,
  SENTIMENT,
  SERVQUAL_1988,
  SERVQUAL_1991,
  type Segment,
  type SegmentFigures,
  type SegmentIdentity,
  type SegmentKey,
  type SegmentKeys,
  type SegmentKeyValue,
  type SegmentOptions,
  type SegmentOrder,
  type Sentiment,
  type ServqualDimension,
  type ServqualOptions,
  type ServqualResponse,
  type ServqualResult,
  type ServqualTally,
  STARS_HALF,
  type Statistic,
  type SuppressedFigures,
  sampleSize,
  sampleSizeToDetect,
  segment,
  sentiment,
  servqual,
  type Tally,
  type TallyByOptions,
  type TallyChunksOptions,
  type TallyRow,
  type TallyServqualOptions,
  THUMBS,
  type TrimWeightsOptions,
  tally,
  tallyAsync,
  tallyBy,
  tallyChunks,
  tallyServqual,
  trimWeights,
} from "cx-metrics";

// Answers and tallies
const counted: CountedAnswer = { score: 9, n: 2, weight: undefined };
const answer: Answer = counted;
export const answers: Answers = [10, null, undefined, answer];
export const stored: Tally = merge(tally(answers), tally(Uint8Array.of(1, 2)), new Set([3]));
export const firstRow: TallyRow | undefined = stored[0];
export const arriving: Promise<Tally> = tallyAsync(
  (async function* () {
    yield 1;
  })(),
);
const chunked: TallyChunksOptions<number, Tally> = { tally: (rows) => tally(rows), merge, size: undefined };
export const inChunks: Promise<Tally> = tallyChunks([1, 2], chunked);

// Metrics
const measureOptions: MeasureOptions = { level: 0.9, interval: undefined, invalid: "exclude" };
const presetOptions: PresetOptions<NpsBand> = { definition: NPS, ...measureOptions };
export const score: Measurement<NpsBand> = nps(answers, presetOptions);
export const share: number | null = score.bands.promoter.share;
const csatOptions: CsatOptions<CsatBand> = { definition: CSAT_10, satisfiedFrom: 8 };
export const satisfied: Measurement<CsatBand> = csat(answers, csatOptions);
export const easy: Measurement<CesBand> = ces(answers, { definition: CES_1 });
export const mood: Measurement<Sentiment> = sentiment(answers);
export const presets: readonly MetricDefinition[] = [
  CES,
  CSAT,
  CSAT_3,
  CSAT_7,
  POLARITY,
  SENTIMENT,
  STARS_HALF,
  THUMBS,
];
const scale: Scale = { min: 1, max: 4, step: undefined };
const bands: readonly Band<"low" | "high">[] = [
  { name: "low", sentiment: "negative", from: 1 },
  { name: "high", sentiment: "positive", above: 2, from: undefined },
];
const own = defineMetric({ metric: "own", scale, better: "higher", statistic: "share", bands });
export const measured: Measurement<"low" | "high"> = measure([1, 4], own);
export const low: BandShare = measured.bands.low;
export const classification: Classification<"low" | "high"> = classify(3, own);
export const interval: Interval | null = measured.interval;
export const methods: readonly IntervalMethod[] = ["wilson", "score"];
export const statistics: readonly Statistic[] = ["net", "share", "mean", "index"];
const formatting: FormatOptions = { locale: "de-DE", digits: undefined };
export const text: string = format(score, formatting);
const rounding: RoundSharesOptions = { digits: 0 };
export const rounded: Record<NpsBand, number | null> = roundShares(score.bands, rounding);
export const roundedList: (number | null)[] = roundShares([0.2, null]);

// Several items
const csiRatings: CsiRatings = [8, null, 9];
const csiResponses: readonly CsiResponse[] = [csiRatings, { items: csiRatings, weight: undefined }];
const csiOptions: CsiOptions = { scale: { min: 1, max: 10 }, weights: [1, 1, 2], interval: "t" };
export const index: Csi = csi(csiResponses, csiOptions);
const rows: ItemRows = [
  [1, 2],
  [3, null],
];
const alphaOptions: CronbachAlphaOptions = { level: 0.9 };
export const alpha: CronbachAlpha = cronbachAlpha(rows, alphaOptions);
export const analysis: ItemAnalysis = itemAnalysis(rows);
export const firstItem: ItemStatistics | undefined = analysis.items[0];
const part: CompositePart = { measurement: score, weight: 2 };
const compositeOptions: CompositeOptions = {};
export const together: Composite<"a" | "b"> = composite({ a: part, b: part }, compositeOptions);
export const partOf: CompositeShare = together.parts.a;
const items: ItemRatings = Array.from({ length: 22 }, () => 6);
const points: Points<ServqualDimension> = [20, 20, 20, 20, 20];
const response: ServqualResponse<ServqualDimension> = { perceptions: items, expectations: null, importance: points };
const servqualOptions: ServqualOptions = { instrument: SERVQUAL_1988, weights: points, missing: "half" };
export const gaps: ServqualResult<ServqualDimension> = servqual([response], servqualOptions);
export const tangibles: DimensionEstimates = gaps.dimensions.tangibles;
export const confirmed: Confirmation | null = gaps.overall.confirmation;
export const weighted: GapEstimates | null = gaps.weighted;
export const perception: RatingEstimate = tangibles.perception;
export const item: ItemEstimates | undefined = gaps.items[0];
const missingItems: MissingItems = "complete";
const tallyOptions: TallyServqualOptions = { instrument: SERVQUAL_1991, missing: missingItems };
export const sums: ServqualTally<ServqualDimension> = mergeServqual(tallyServqual([response], tallyOptions));
const airport: Instrument<"access"> = defineInstrument({
  scale: { min: 1, max: 5 },
  dimensions: { access: ["parking"] },
});
export const parking: readonly Item[] = airport.dimensions.access;

// Inference
const compareOptions: CompareOptions = { method: "newcombe", level: undefined };
export const difference: Comparison<CompareMethod> = compare(score, score, compareOptions);
export const effect: EffectSize = difference.effect;
const compareAllOptions: CompareAllOptions = { against: "rest", adjust: "bh" };
export const named: NamedComparison[] = compareAll({ north: score, south: score }, compareAllOptions);
export const distributions: DistributionComparison = compareDistributions(score, score);
export const ratings: MannWhitneyTest = compareDistributions([1], [2], NPS).ratings;
export const chiSquare: ChiSquareTest = distributions.bands;
export const groups: GroupComparison = compareGroups([score, score]);
export const anova: AnovaTest = groups.scores;
const pairedOptions: ComparePairedOptions = { statistic: "mean" };
export const paired: PairedComparison<NpsBand> = comparePaired(
  [[3, 9] as const, [null, 1] as const],
  NPS,
  pairedOptions,
);
export const mcnemar: McNemarTest = paired.mcnemar;
const benchmarkOptions: CompareToBenchmarkOptions = { method: "wald" };
export const benchmark: Comparison<BenchmarkMethod> = compareToBenchmark(score, 30, benchmarkOptions);
const adjustment: Adjustment = "holm";
const adjustOptions: AdjustPValuesOptions = { method: adjustment };
export const adjusted: (number | null)[] = adjustPValues([0.01, null], adjustOptions);
const expected: Expected = { positive: 0.5, negative: 0.1, standardDeviation: undefined };
const plan: PlanOptions = { definition: NPS, expected };
const sizeOptions: SampleSizeOptions = { ...plan, margin: 5, population: undefined };
const marginOptions: MarginOfErrorOptions = { ...plan, n: 400 };
const detectOptions: SampleSizeToDetectOptions = { ...plan, difference: 5 };
const detectableOptions: DetectableDifferenceOptions = { ...plan, n: 400, power: 0.8 };
export const plans: readonly number[] = [
  sampleSize(sizeOptions),
  marginOfError(marginOptions),
  sampleSizeToDetect(detectOptions),
  detectableDifference(detectableOptions),
];
interface Row {
  readonly region: string;
  readonly score: number | null;
}
const survey: readonly Row[] = [{ region: "north", score: 9 }];
const key: GroupKey = "north";
const clusteredOptions: MeasureClusteredOptions<Row, NpsBand> = {
  definition: NPS,
  score: (row) => row.score,
  cluster: (row) => row.region,
  stratum: () => key,
};
export const clustered: ClusteredMeasurement<NpsBand> = measureClustered(survey, clusteredOptions);

// Segments
const accessor: Accessor<Row, Answer> = (row) => row.score;
const dimensions: Dimensions<Row> = { region: (row) => row.region };
const by: By<Row> = dimensions;
const metric: Metric<Measurement<NpsBand>> = nps;
const order: SegmentOrder<Segment<Measurement<NpsBand>, string>> = "score";
const segmentOptions: SegmentOptions<Row, Measurement<NpsBand>> = { by, score: accessor, metric, order };
export const segments: Segment<Measurement<NpsBand>>[] = segment(survey, segmentOptions);
export const regions = segment(survey, { by: { region: (row) => row.region }, score: (row) => row.score, metric: nps });
export const names: (SegmentKey | undefined)[] = regions.map(({ keys }) => keys.region);
export const columns = segment(2, { by: ["a", "b"], score: Float64Array.of(1, 2), metric: nps });
export const promoters: (number | null)[] = segments.map(({ bands }) => bands.promoter.n);
export const figures = (one: Segment): SegmentFigures | SuppressedFigures => one;
export const identity = (one: Segment): SegmentIdentity<string> => one;
export const hidden = (one: Hidden<Measurement<NpsBand>>): null => one.bands.promoter.n;
export const rest: (RestComparison | null)[] = segments.map(({ vsRest }) => vsRest);
export const dimension: DimensionOf<{ region: (row: Row) => string }> = "region";
const keys: SegmentKeys<"region"> = { region: "north" };
const keyValue: SegmentKeyValue = undefined;
export const nobody: readonly unknown[] = [keys, keyValue];
const rateOptions: ResponseRateOptions<Row> & { by: By<Row> } = { by, responded: (row) => row.score !== null };
export const rates: Segment<Measurement<ResponseBand>>[] = responseRate(survey, rateOptions);
const tallyByOptions: TallyByOptions<Row> = { by, score: accessor, weight: undefined };
export const keyed: KeyedTally = mergeBy(tallyBy(survey, tallyByOptions));
export const keyedRow: KeyedTallyRow | undefined = keyed[0];
export const twoRows: Rows<Row> = 2;

// Weights
const category: Category = "north";
const margin: Margin<Row> = { by: () => category, targets: { north: 1 } };
const postOptions: PostStratifyOptions<Row> = { ...margin, weight: undefined };
const rakeOptions: RakeOptions<Row> = { margins: { region: margin }, tolerance: 1e-6 };
export const raking: Raking = rake(survey, rakeOptions);
const trimOptions: TrimWeightsOptions = { upper: 3, strict: false };
export const weights: number[] = trimWeights(postStratify(survey, postOptions), trimOptions);
export const sizes: (number | null)[] = [designEffect(weights), effectiveSampleSize(weights)];
