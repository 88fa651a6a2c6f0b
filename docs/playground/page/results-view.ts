import { codeFor } from "../code/code-for.js";
import type { Results } from "../compute/compute.js";
import { codeView } from "./code-view.js";
import { element } from "./dom.js";
import { scoreView } from "./score-view.js";
import { segmentsView } from "./segments-view.js";
import { serviceView } from "./service-view.js";
import { trendView } from "./trend-view.js";
import { unreadableView } from "./unreadable-view.js";
import type { Shown, View } from "./view.js";

/** What can be done in the results. */
export interface ResultActions {
  readonly onMissing: (text: string) => void;
  readonly onSaid: (text: string) => void;
}

/** All results, a section each. */
export function resultsView(results: Results, shown: Shown, view: View, actions: ResultActions): HTMLElement[] {
  const { say } = view;
  const { score, segments, trend, service, unreadable, timeless, invalidResponses } = results;
  return [
    ...(score === null ? [] : [section("score", say("resultTitle"), scoreView(score, shown, view))]),
    ...(service === null
      ? []
      : [section("service", say("serviceTitle"), serviceView(service, invalidResponses, view))]),
    section("unreadable", say("unreadableTitle"), unreadableView(unreadable, view, actions.onMissing)),
    ...(segments === null ? [] : [section("segments", say("segmentsTitle"), segmentsView(segments, view))]),
    ...(trend === null ? [] : [section("trend", say("trendTitle"), trendView(trend, timeless, shown, view))]),
    section("code", say("codeTitle"), codeView(codeFor(shown.table, shown.settings, timeless), view, actions.onSaid)),
  ];
}

function section(id: string, title: string, children: readonly HTMLElement[]): HTMLElement {
  const heading = element("h2", { id: `${id}-title` }, title);
  return element("section", { id, "aria-labelledby": `${id}-title` }, heading, ...children);
}
