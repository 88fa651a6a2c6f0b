import type { Arguments } from "./arguments.js";
import { numberOf } from "./cells.js";
import type { OptionName } from "./options.js";
import { wrongUsage } from "./problem.js";

/** The numbers in the value of an option, such as 30,20,50. */
export function numbersOf(args: Arguments, name: OptionName): number[] | undefined {
  return args
    .text(name)
    ?.split(",")
    .map((text) => {
      const number = numberOf(text);
      if (number === null) throw wrongUsage(`--${name} must be numbers, such as 30,20,50, got "${text}"`);
      return number;
    });
}
