/** The least and the most of some numbers, however many these are: arguments of `Math.min` are limited in number. */
export function extentOf(numbers: readonly number[]): [least: number, most: number] {
  let [least, most] = [Infinity, -Infinity];
  for (const number of numbers) {
    if (number < least) least = number;
    if (number > most) most = number;
  }
  return [least, most];
}
