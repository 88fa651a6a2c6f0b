import type { Setting } from "./chart-options.js";
import type { ChartSpec, JsonObject } from "./chart-spec.js";
import { sentences } from "./describe.js";
import { literal } from "./literal.js";
import { LINE_HEIGHT, wrap } from "./wrap.js";

const SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json";

/** What stands above a chart, and what is said in place of it. */
export interface Heading {
  readonly title: string;
  readonly subtitle?: string | undefined;
  /** The text alternative. */
  readonly description: string;
}

/** A specification: what is drawn, under its heading. */
export function frame({ width, config }: Setting, heading: Heading, body: JsonObject): ChartSpec {
  const { title, subtitle = "", description } = heading;
  const lines = (text: string, fontSize: number) => (text === "" ? [] : wrap(text, width + 100, fontSize).map(literal));
  const text = lines(title, 16);
  const below = lines(subtitle, 12);
  return {
    $schema: SCHEMA,
    description,
    ...(text.length + below.length > 0 && { title: { text, ...(below.length > 0 && { subtitle: below }) } }),
    config,
    ...body,
  };
}

/** A chart of nothing, which says so. */
export function noData(setting: Setting): ChartSpec {
  const { title = "", width, height = 4 * LINE_HEIGHT, palette, say } = setting;
  const text = say("noData");
  const description = sentences([title === "" ? text : say("named", { name: title, text })], setting);
  const body = {
    width,
    height,
    data: { values: [{ text: wrap(text, width) }] },
    mark: { type: "text", color: palette.muted },
    encoding: { x: { value: width / 2 }, y: { value: height / 2 }, text: { field: "text", type: "nominal" } },
  };
  return frame(setting, { title, description }, body);
}
