import { isWeight } from "../answers/weight.js";
import { wrong } from "../answers/wrong.js";

/** The weights as an array; throws for one that cannot weigh an answer, and says where it is. */
export function readWeights(weights: Iterable<number>, where = "weight at index"): number[] {
  if (typeof weights === "string" || typeof weights?.[Symbol.iterator] !== "function")
    throw wrong("weights", weights, "an iterable of numbers");
  return Array.from(weights, (weight, index) => {
    if (typeof weight === "number" && isWeight(weight)) return weight;
    throw wrong(`${where} ${index}`, weight, "0, or from 1e-100 to 1e100");
  });
}
