import type { Setting } from "./chart-options.js";
import type { JsonObject } from "./chart-spec.js";
import { extentOf } from "./extent.js";
import { drawn } from "./layers.js";
import { LINE_HEIGHT, widthOf, wrap } from "./wrap.js";

/** What stands beside the plot in a row. */
export interface RowTexts {
  /** Beside the name, such as the number of answers. */
  readonly note: string;
  /** At the right, the figure. */
  readonly value: string;
  /** In the plot, in place of a figure that there is none of. */
  readonly instead?: string | undefined;
  readonly isStrong?: boolean | undefined;
}

/** Rows from top to bottom, each as high as its name. */
export interface RowPlan {
  /** The lines of each name. */
  readonly names: readonly (readonly string[])[];
  /** The middle of each row, in pixels from the top. */
  readonly middles: readonly number[];
  readonly height: number;
  /** The encoding of places as such pixels. */
  readonly y: JsonObject;
}

const LABEL_WIDTH = 200;
const BETWEEN = 10;
const ROW_PADDING = 17;

/** How much of a row with a name of one line a bar fills. */
export const BAR_HEIGHT = 22;

/** Where rows are, by their names. */
export function planRows(names: readonly string[]): RowPlan {
  const wrapped = names.map((name) => wrap(name, LABEL_WIDTH));
  let height = 0;
  const middles = wrapped.map((lines) => {
    const top = height;
    height += lines.length * LINE_HEIGHT + ROW_PADDING;
    return (top + height) / 2;
  });
  const scale = { domain: [height, 0], nice: false, zero: false };
  return { names: wrapped, middles, height, y: { field: "place", type: "quantitative", scale, axis: null } };
}

/**
 * A plot of rows with their names, notes and values beside it. The layers have the middle of their row in the field
 * `place`.
 *
 * Names are marks and not labels of an axis, which would cut long ones off and take equal ones for one.
 */
export function rowsView(
  setting: Setting,
  plan: RowPlan,
  rows: readonly RowTexts[],
  layers: readonly JsonObject[],
): JsonObject {
  const { width, height = plan.height, palette } = setting;
  const noteWidth = extentOf(rows.map(({ note }) => widthOf(note, 11)))[1];
  const column = columnOf(plan, rows);
  const single = (part: "note" | "value" | "instead") => rows.map((row) => [row[part] ?? ""]);
  const weight = { expr: "datum.weight" };
  return {
    width,
    height,
    encoding: { y: plan.y },
    layer: drawn([
      ...layers,
      column(-BETWEEN - (noteWidth && noteWidth + BETWEEN), plan.names, {
        align: "right",
        color: palette.ink,
        fontWeight: weight,
      }),
      column(-BETWEEN, single("note"), { align: "right", color: palette.muted, fontSize: 11 }),
      column(8, single("instead"), { align: "left", color: palette.muted, fontStyle: "italic" }),
      column(width + BETWEEN, single("value"), { align: "left", color: palette.ink, fontWeight: weight }),
    ]),
  };
}

/** Makes layers of the texts of all rows at one place. */
function columnOf({ middles }: RowPlan, rows: readonly RowTexts[]) {
  return (x: number, lines: readonly (readonly string[])[], mark: JsonObject): JsonObject => {
    const values = lines.map((text, index) => ({
      place: middles[index]!,
      text,
      dy: ((1 - text.length) * LINE_HEIGHT) / 2,
      weight: rows[index]!.isStrong ? 700 : 400,
    }));
    return {
      data: { values: values.filter(({ text }) => text.join("") !== "") },
      mark: { type: "text", baseline: "middle", lineHeight: LINE_HEIGHT, dy: { expr: "datum.dy" }, ...mark },
      encoding: { x: { value: x }, text: { field: "text", type: "nominal" } },
    };
  };
}
