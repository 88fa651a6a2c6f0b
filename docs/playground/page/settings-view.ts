import { PERIODS } from "../every.js";
import type { TableSummary } from "../messages.js";
import { ITEMS, isService, type Settings } from "../settings.js";
import { element, field, select } from "./dom.js";
import { metricOptions } from "./metric-options.js";
import type { View } from "./view.js";

type Change = (part: Partial<Settings>) => void;

const LEVELS = [0.8, 0.9, 0.95, 0.99];

/** What is asked of the table: metric, columns, periods. */
export function settingsView(table: TableSummary, settings: Settings, view: View, onChange: Change): HTMLElement[] {
  const { say } = view;
  const rated = element("div", {}, ...ratingFields(table, settings, view, onChange));
  const service = element("div", {}, ...serviceFields(table, settings, view, onChange));
  const show = (metric: Settings["metric"]) => {
    rated.hidden = isService(metric);
    service.hidden = !isService(metric);
  };
  show(settings.metric);
  const metric = element("select", { id: "metric" }, ...metricOptions(table, settings.metric, view));
  metric.addEventListener("change", () => {
    const chosen = metric.value as Settings["metric"];
    show(chosen);
    onChange({ metric: chosen });
  });
  const missing = element("input", { id: "missing", value: settings.missing.join(", "), autocomplete: "off" });
  missing.addEventListener("change", () => onChange({ missing: partsOf(missing.value) }));
  const levels = LEVELS.map((level) => ({ value: String(level), text: `${100 * level}%` }));
  return [
    field(say("metric"), metric),
    rated,
    service,
    field(say("missingTexts"), missing, say("missingHint")),
    ...(table.columns.length === 1
      ? []
      : [
          field(
            say("weight"),
            columnSelect("weight", table, settings.weight, view, (weight) => onChange({ weight })),
          ),
        ]),
    field(
      say("level"),
      select("level", levels, String(settings.level), (level) => onChange({ level: Number(level) })),
    ),
  ];
}

/** Texts between commas. */
export function partsOf(text: string): string[] {
  return text
    .split(/[,，]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** What a metric of one rating may be told. */
function ratingFields(table: TableSummary, settings: Settings, view: View, onChange: Change): HTMLElement[] {
  const { say } = view;
  if (table.columns.length === 1) return [];
  const rating = columnChoices(table);
  const minN = element("input", { id: "min-n", type: "number", min: 0, step: 1, value: settings.minN });
  minN.addEventListener("change", () => onChange({ minN: Math.max(0, Math.floor(Number(minN.value))) || 0 }));
  const whenSegment = element("div", {}, field(say("minN"), minN));
  whenSegment.hidden = settings.segment === null;
  const whenTime = element("div", {}, ...timeFields(settings, view, onChange));
  whenTime.hidden = settings.time === null;
  return [
    field(
      say("rating"),
      select("rating", rating, String(settings.rating), (place) => onChange({ rating: Number(place) })),
    ),
    field(
      say("segment"),
      columnSelect("segment", table, settings.segment, view, (segment) => {
        whenSegment.hidden = segment === null;
        onChange({ segment });
      }),
    ),
    whenSegment,
    field(
      say("time"),
      columnSelect("time", table, settings.time, view, (time) => {
        whenTime.hidden = time === null;
        onChange({ time });
      }),
    ),
    whenTime,
  ];
}

function timeFields(settings: Settings, { say }: View, onChange: Change): HTMLElement[] {
  const periods = PERIODS.map((value) => ({ value, text: say(value) }));
  const format = element("input", {
    id: "time-format",
    value: settings.timeFormat,
    autocomplete: "off",
    spellcheck: false,
  });
  format.addEventListener("change", () => onChange({ timeFormat: format.value.trim() }));
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zones = [...new Set([here, "UTC", ...Intl.supportedValuesOf("timeZone")])].map((value) => ({
    value,
    text: value === here ? say("thisBrowser", { zone: here }) : value,
  }));
  return [
    field(
      say("every"),
      select("every", periods, settings.every, (every) => onChange({ every })),
    ),
    field(
      say("timeZone"),
      select("time-zone", zones, settings.timeZone, (timeZone) => onChange({ timeZone })),
    ),
    field(say("timeFormat"), format, say("timeFormatHint")),
  ];
}

/** What service quality may be told: where its items begin. */
function serviceFields({ columns }: TableSummary, settings: Settings, { say }: View, onChange: Change): HTMLElement[] {
  const starts = columns.slice(0, Math.max(0, columns.length - ITEMS + 1)).map((first, place) => ({
    value: String(place),
    text: say("items", { first, last: columns[place + ITEMS - 1]! }),
  }));
  if (starts.length === 0) return [];
  const { perceptions, expectations } = settings;
  const withNone = [{ value: "", text: say("none") }, ...starts];
  return [
    field(
      say("expectations"),
      select("expectations", withNone, String(expectations ?? ""), (place) =>
        onChange({ expectations: placeOf(place) }),
      ),
    ),
    field(
      say("perceptions"),
      select("perceptions", starts, String(perceptions), (place) => onChange({ perceptions: Number(place) })),
    ),
  ];
}

function columnChoices({ columns }: TableSummary): { value: string; text: string }[] {
  return columns.map((text, place) => ({ value: String(place), text }));
}

function columnSelect(
  id: string,
  table: TableSummary,
  chosen: number | null,
  { say }: View,
  onPlace: (place: number | null) => void,
): HTMLSelectElement {
  const choices = [{ value: "", text: say("none") }, ...columnChoices(table)];
  return select(id, choices, String(chosen ?? ""), (place) => onPlace(placeOf(place)));
}

function placeOf(value: string): number | null {
  return value === "" ? null : Number(value);
}
