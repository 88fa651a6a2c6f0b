import type { ChartLocale, ChartSpec } from "../chart/index.js";
import { barText } from "./draw.js";
import { RENDERER } from "./renderer.js";
import { type Field, isBar, remarksOf, type View, type ViewColumn } from "./report.js";
import { plain } from "./text.js";

const STYLE = `body { font: 16px/1.5 system-ui, sans-serif; color: #1b1f24; }
body { margin: 2rem auto; padding: 0 1rem; max-width: 60rem; }
#chart, section { overflow-x: auto; }
table { border-collapse: collapse; margin: 1rem 0; font-variant-numeric: tabular-nums; }
th, td { padding: 0.25rem 0.75rem; border-bottom: 1px solid #d0d7de; text-align: left; white-space: nowrap; }
.right { text-align: right; }
.bar { font-family: monospace; white-space: pre; }`;

const DRAW = `if (window.vegaEmbed) {
  const spec = JSON.parse(document.getElementById("spec").textContent);
  const actions = { export: true, source: false, compiled: false, editor: false };
  vegaEmbed("#chart", spec, { renderer: "svg", actions });
}`;

/** What stands in the place of the chart until it is drawn. */
const HINTS: Readonly<Record<ChartLocale, string>> = {
  en: "Drawing the chart takes scripts, and a network to load Vega from cdn.jsdelivr.net.",
  "zh-CN": "画图需要启用脚本，并能联网从 cdn.jsdelivr.net 加载 Vega。",
};

/** What a page shows. */
export interface ChartPage {
  readonly title: string;
  readonly locale: ChartLocale;
  readonly spec: ChartSpec;
  /** The figures, which stand there without scripts too. */
  readonly views: readonly View[];
}

/** A page of HTML with a chart, what it shows in words, and its figures. */
export function chartPage({ title, locale, spec, views }: ChartPage): string {
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>
${STYLE}
</style>
</head>
<body>
<div id="chart">
<p>${HINTS[locale]}</p>
</div>
<p id="description">${escaped(spec.description)}</p>
${views.map(section).join("\n")}
<script type="application/json" id="spec">${inline(spec)}</script>
${RENDERER.map(scriptTag).join("\n")}
<script>
${DRAW}
</script>
</body>
</html>
`;
}

function scriptTag({ address, integrity }: (typeof RENDERER)[number]): string {
  return `<script src="${address}" integrity="${integrity}" crossorigin="anonymous"></script>`;
}

/** JSON that no tag can end or begin in. */
function inline(spec: ChartSpec): string {
  return JSON.stringify(spec).replaceAll("<", "\\u003c");
}

function escaped(text: string): string {
  const signs: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return plain(text).replace(/[&<>"]/g, (sign) => signs[sign]!);
}

/** The words of figures are English, whatever the language of the chart. */
function section(view: View): string {
  const { columns, rows } = view;
  const head = columns.map((column) => `<th scope="col"${classOf(column)}>${escaped(column.name)}</th>`).join("");
  const body = rows.map((row) => `<tr>${row.map((field, place) => cell(field, columns[place]!)).join("")}</tr>`);
  return `<section lang="en">
<table>
<thead><tr>${head}</tr></thead>
<tbody>
${body.join("\n")}
</tbody>
</table>
${remarksOf(view)
  .map((note) => `<p>${escaped(note)}</p>`)
  .join("\n")}
</section>`;
}

function cell(field: Field, column: ViewColumn): string {
  if (isBar(field)) return `<td class="bar" aria-hidden="true">${barText(field)}</td>`;
  return `<td${classOf(column)}>${escaped(field)}</td>`;
}

function classOf({ align }: ViewColumn): string {
  return align === "right" ? ' class="right"' : "";
}
