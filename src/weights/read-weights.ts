import { assertWeight } from "../answers/weight.js";
import { assertIterable } from "../answers/wrong.js";

/** The weights as an array; throws for one that cannot weigh an answer, and says where it is. */
export function readWeights(weights: Iterable<number>, where = "weight at index"): number[] {
  assertIterable("weights", weights, "an iterable of numbers");
  return Array.from(weights, (weight, index) => {
    assertWeight(`${where} ${index}`, weight);
    // −0 is 0.
    return weight + 0;
  });
}
