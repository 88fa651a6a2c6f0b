// What the types must refuse: the compiler must find an error in each line below a mark.
import { classify, compare, csat, NPS, nps, segment } from "cx-metrics";

// @ts-expect-error an answer is no text
nps(["10"]);
// @ts-expect-error an option that does not exist
nps([10], { confidence: 0.95 });
// @ts-expect-error a band of another metric
nps([10]).bands.satisfied;
// @ts-expect-error no definition is text
csat([5], { definition: "CSAT_10" });
// @ts-expect-error a score may be null
export const score: number = nps([10]).score;
// @ts-expect-error a measurement cannot be written to
nps([10]).n = 3;
// @ts-expect-error a comparison needs two measurements
compare(nps([10]));
// @ts-expect-error a band of another metric
export const band: "satisfied" = classify(9, NPS).band;
// @ts-expect-error by is missing
segment([1], { score: (row) => row, metric: nps });
