import type { Unreadable } from "../compute/unreadable.js";
import type { Reason } from "../data/table.js";
import { button, dataTable, element } from "./dom.js";
import type { View } from "./view.js";
import type { Say } from "./words.js";
import { writeCount } from "./write.js";

/** What cannot be read, by text and by line. */
export function unreadableView(
  { count, listed, ratings }: Unreadable,
  view: View,
  onMissing: (text: string) => void,
): HTMLElement[] {
  const { say } = view;
  if (count === 0) return [element("p", {}, say("unreadableNone"))];
  const texts = ratings.map(({ text, n }) =>
    element(
      "li",
      {},
      element("span", {}, say("unreadableText", { text, n: writeCount(n, view) })),
      button(say("asMissing"), () => onMissing(text), { "aria-label": say("asMissingOf", { text }) }),
    ),
  );
  const rows = listed.map(({ line, column, value, reason }) => [
    String(line),
    column ?? say("wholeRow"),
    value.trim() === "" ? say("blank") : value,
    writeReason(reason, say),
  ]);
  const caption =
    rows.length === count ? say("unreadableAll") : say("unreadableFirst", { n: writeCount(rows.length, view) });
  const table = dataTable(caption, [say("line"), say("column"), say("value"), say("reason")], rows);
  return [
    element("p", {}, say("unreadableCount", { n: writeCount(count, view) })),
    ...(texts.length === 0 ? [] : [element("ul", { class: "texts" }, ...texts)]),
    element("details", {}, element("summary", {}, caption), table),
  ];
}

function writeReason(reason: Reason, say: Say): string {
  switch (reason.kind) {
    case "rating":
      return say("reasonRating", { min: reason.min, max: reason.max });
    case "fields":
      return say("reasonFields", { expected: reason.expected, got: reason.got });
    case "weight":
      return say("reasonWeight");
    case "time":
      return say("reasonTime");
    case "json":
      return say("reasonJson");
    case "object":
      return say("reasonObject");
  }
}
