import { statSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { ChartSpec } from "../chart/index.js";
import { LOCALES } from "../chart/words.js";
import type { Arguments } from "./arguments.js";
import { chartPage } from "./chart-page.js";
import type { Io } from "./io.js";
import { wrongUsage } from "./problem.js";
import type { Report, ViewOptions } from "./report.js";

/** Writes the page that `--chart` asks for. */
export type WriteChart = (report: Report, options: ViewOptions) => void;

/** Reads where and how a command line wants its chart, before any row is read. */
export function chartWriter(args: Arguments, { cwd }: Io): WriteChart {
  const name = args.text("chart");
  const [title, locale = "en"] = [args.text("title"), args.choice("locale", LOCALES)];
  if (name === undefined) return () => undefined;
  const path = resolve(cwd, name);
  // Whoever names the file of answers here would lose it.
  if (!/\.html?$/i.test(name)) throw wrongUsage(`--chart must be a file FILE.html, got "${name}"`);
  attempt(name, () => statSync(dirname(path)));
  return ({ chart, views }, { digits }) => {
    if (chart === undefined) return;
    const spec = chart({ title, locale, digits });
    const page = chartPage({ title: title || subjectOf(spec), locale, spec, views: views({ digits }) });
    attempt(name, () => writeFileSync(path, page));
  };
}

/** What a chart is of: what its text alternative begins with. */
function subjectOf({ description }: ChartSpec): string {
  return description.split(/[.:。：]/)[0]!;
}

function attempt(name: string, action: () => void): void {
  try {
    action();
  } catch (error) {
    throw wrongUsage(`${name} cannot be written: ${(error as Error).message}`);
  }
}
