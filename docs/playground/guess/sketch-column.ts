import { addCell, emptySketch, type Sketch } from "../../../src/cli/sketch.js";
import type { TextColumn } from "../data/text-column.js";

/** Rows that are looked at for a guess. */
const MOST_LOOKED_AT = 20_000;

/** What is known of a column by rows that are spread over all of it. */
export function sketchColumn(column: TextColumn): Sketch {
  const sketch = emptySketch();
  for (const text of spreadTexts(column)) addCell(sketch, text);
  return sketch;
}

/** Cells of rows that are spread over all of a column. */
export function* spreadTexts({ texts, codes }: TextColumn): Generator<string> {
  const stride = Math.max(1, Math.ceil(codes.length / MOST_LOOKED_AT));
  for (let row = 0; row < codes.length; row += stride) yield texts[codes[row]!]!;
}
