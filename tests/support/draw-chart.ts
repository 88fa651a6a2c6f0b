import * as vega from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import type { ChartSpec } from "../../src/chart/index.js";

/** A mark as Vega has placed it, with its place in the whole drawing. */
export interface DrawnItem {
  readonly type: string;
  readonly x: number;
  readonly y: number;
  readonly x2?: number;
  readonly y2?: number;
  readonly width?: number;
  readonly height?: number;
  readonly text?: string;
  readonly fill?: string;
  readonly stroke?: string;
  readonly strokeDash?: readonly number[];
  readonly opacity?: number;
  readonly shape?: string;
  readonly align?: string;
  readonly fontWeight?: number;
  /** The row of data that it stands for. */
  readonly datum: Readonly<Record<string, unknown>>;
}

/** What Vega-Lite and Vega make of a specification. */
export interface Drawing {
  /** What they have to say against it. */
  readonly warnings: readonly string[];
  readonly svg: string;
  /** All texts that can be seen, lines put together again. */
  readonly texts: readonly string[];
  /** The marks, those of axes and legends left out. */
  readonly marks: readonly DrawnItem[];
  /** Marks of a type. */
  of(type: string): DrawnItem[];
}

type Item = Record<string, unknown> & { readonly items?: Item[]; readonly marktype?: string };

/** Compiles a specification with Vega-Lite and draws it with Vega. */
export async function draw(spec: ChartSpec): Promise<Drawing> {
  const warnings: string[] = [];
  const logger = loggerTo(warnings);
  const compiled = compile(spec as unknown as TopLevelSpec, { logger }).spec;
  const view = new vega.View(vega.parse(compiled), { renderer: "none", logger });
  await view.runAsync();
  const svg = await view.toSVG();
  const root = (view.scenegraph() as unknown as { root: Item }).root;
  const all = itemsOf(root);
  const marks = all.filter(({ role }) => role === "mark").map(({ item }) => item);
  view.finalize();
  return {
    warnings,
    svg,
    texts: all.flatMap(({ item }) => (item.type === "text" && item.opacity !== 0 && item.text ? [item.text] : [])),
    marks,
    of: (type) => marks.filter((mark) => mark.type === type),
  };
}

function loggerTo(warnings: string[]) {
  const keep = (...words: readonly unknown[]) => {
    warnings.push(words.map(String).join(" "));
    return logger;
  };
  const ignore = () => logger;
  const logger: vega.LoggerInterface = {
    level: ((level?: number) => (level === undefined ? vega.Warn : logger)) as vega.LoggerInterface["level"],
    error: keep,
    warn: keep,
    info: ignore,
    debug: ignore,
  };
  return logger;
}

function itemsOf(mark: Item, left = 0, top = 0): { role: unknown; item: DrawnItem }[] {
  return (mark.items ?? []).flatMap((item) => {
    if (mark.marktype === "group") {
      const [x, y] = [left + ((item.x as number) ?? 0), top + ((item.y as number) ?? 0)];
      return (item.items ?? []).flatMap((child) => itemsOf(child, x, y));
    }
    return [{ role: mark.role, item: placed(item, mark.marktype!, left, top) }];
  });
}

function placed(item: Item, type: string, left: number, top: number): DrawnItem {
  const { text } = item;
  return {
    ...(item as unknown as DrawnItem),
    type,
    x: left + ((item.x as number) ?? 0),
    y: top + ((item.y as number) ?? 0),
    ...(item.x2 !== undefined && { x2: left + (item.x2 as number) }),
    ...(item.y2 !== undefined && { y2: top + (item.y2 as number) }),
    ...(text !== undefined && { text: Array.isArray(text) ? text.join("") : String(text) }),
    datum: (item.datum ?? {}) as Record<string, unknown>,
  };
}
