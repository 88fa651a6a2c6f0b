import type { TableSummary } from "../messages.js";
import type { Settings } from "../settings.js";
import type { Gallery, Look } from "./chart.js";
import type { Locale, Say } from "./words.js";

/** What all parts of the page need to show something. */
export interface View {
  readonly locale: Locale;
  readonly say: Say;
  readonly look: Look;
  readonly gallery: Gallery;
}

/** What results are shown of. */
export interface Shown {
  readonly table: TableSummary;
  readonly settings: Settings;
}
