/**
 * A text that stands in a specification as itself, and not in its data: a title, or that of an axis.
 *
 * Vega 6 looks such texts up in a plain object, and fails on those that every object has, such as "constructor". A
 * space without width makes them others, which look the same.
 */
export function literal(text: string): string {
  return text in {} ? `${text}\u200B` : text;
}
