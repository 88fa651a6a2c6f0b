import type { Results } from "../compute/compute.js";
import type { Reply, Source, TableSummary } from "../messages.js";
import type { Settings } from "../settings.js";
import { type BusyView, busyView } from "./busy-view.js";
import { openGallery } from "./chart.js";
import { startClient } from "./client.js";
import { type DataState, dataView } from "./data-view.js";
import { button, element } from "./dom.js";
import { guessText } from "./guess-text.js";
import { headerView } from "./header-view.js";
import { namesIn } from "./names.js";
import { resultsView } from "./results-view.js";
import { settingsView } from "./settings-view.js";
import { summaryText } from "./summary-text.js";
import type { View } from "./view.js";
import { type Locale, sayIn } from "./words.js";

/** All that the page knows; it is forgotten when the page is closed. */
interface State {
  locale: Locale;
  readonly data: DataState;
  table: TableSummary | undefined;
  guess: Settings | undefined;
  settings: Settings | undefined;
  /** Whether somebody has changed a setting, which is then kept for other answers in the same columns. */
  isSet: boolean;
  /** Whether another table is being read; what is known of the last one is kept until then. */
  isReading: boolean;
  results: Results | undefined;
}

/** Opens the playground in an element. */
export function openPlayground(root: HTMLElement, workerCode: string, locale: Locale): void {
  const state: State = {
    locale,
    data: { text: "", file: undefined, encoding: "utf-8", header: "guess" },
    table: undefined,
    guess: undefined,
    settings: undefined,
    isSet: false,
    isReading: false,
    results: undefined,
  };
  const gallery = openGallery();
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const client = startClient(workerCode, timeZone, (reply) => hear(reply));
  const status = element("p", { role: "status", id: "status" });
  const settingsPlace = element("div", { id: "settings-place" });
  const resultsPlace = element("div", { id: "results" });
  let busy: BusyView;
  let view: View;

  const say: View["say"] = (word, values) => view.say(word, values);
  const tell = (text: string, isWrong = false) => {
    status.textContent = text;
    status.classList.toggle("wrong", isWrong);
  };

  const showAll = () => {
    view = {
      locale: state.locale,
      say: sayIn(state.locale),
      look: {
        theme: dark.matches ? "dark" : "light",
        locale: state.locale,
        labels: { names: namesIn(state.locale) },
      },
      gallery,
    };
    document.documentElement.lang = state.locale;
    document.title = say("title");
    busy?.end();
    busy = busyView(view.say, cancel);
    const header = headerView(view, (chosen) => {
      state.locale = chosen;
      tell("");
      showAll();
      document.getElementById(`language-${chosen}`)?.focus();
    });
    const input = element("div", { class: "input" }, dataView(state.data, view, read), settingsPlace);
    const output = element("div", { class: "output" }, busy.shown, status, resultsPlace);
    root.replaceChildren(header, element("main", {}, input, output));
    showSettings();
    showResults();
  };

  const showSettings = () => {
    const { table, guess, settings } = state;
    if (table === undefined || guess === undefined || settings === undefined) {
      settingsPlace.replaceChildren();
      return;
    }
    const { name, format, rows, columns } = table;
    const count = rows.toLocaleString(state.locale);
    const what =
      format.kind === "list"
        ? say("list", { rows: count })
        : say("table", { name, rows: count, columns: columns.length });
    settingsPlace.replaceChildren(
      element(
        "section",
        { id: "settings", "aria-labelledby": "settings-title" },
        element("h2", { id: "settings-title" }, say("settings")),
        element("p", { id: "guess" }, what, element("br"), guessText(table, guess, view)),
        ...settingsView(table, settings, view, change),
      ),
    );
  };

  const showResults = () => {
    const { table, settings, results } = state;
    gallery.clear();
    if (table === undefined || settings === undefined || results === undefined) {
      resultsPlace.replaceChildren(element("p", { class: "empty" }, say("resultEmpty")));
      return;
    }
    const actions = { onMissing: addMissing, onSaid: tell };
    resultsPlace.replaceChildren(...resultsView(results, { table, settings }, view, actions));
    gallery.draw();
  };

  const forget = () => {
    state.table = undefined;
    state.results = undefined;
    state.isSet = false;
    state.isReading = false;
    showSettings();
    showResults();
  };

  const read = (source: Source | null) => {
    tell("");
    if (source === null) {
      client.cancel();
      busy.end();
      forget();
      return;
    }
    state.isReading = true;
    busy.reading(0);
    client.load(source);
  };

  const change = (part: Partial<Settings>) => {
    if (state.settings === undefined) return;
    state.settings = { ...state.settings, ...part };
    state.isSet = true;
    // What is being read is computed when it is there.
    if (state.isReading) return;
    busy.step("score");
    client.compute(state.settings);
  };

  const addMissing = (text: string) => {
    change({ missing: [...(state.settings?.missing ?? []), text] });
    showSettings();
    document.getElementById("missing")?.focus();
  };

  const cancel = () => {
    client.cancel();
    busy.end();
    tell(say("cancelled"));
    if (state.isReading) forget();
    else
      status.append(
        " ",
        button(say("again"), () => change({})),
      );
  };

  const hear = (reply: Reply) => {
    if (reply.type === "reading") busy.reading(reply.share);
    else if (reply.type === "step") busy.step(reply.step);
    else if (reply.type === "loaded") take(reply.table, reply.guess);
    else if (reply.type === "computed") {
      busy.end();
      state.results = reply.results;
      showResults();
      tell(summaryText(reply.results, view));
    } else {
      busy.end();
      if (state.isReading) forget();
      state.results = undefined;
      gallery.clear();
      resultsPlace.replaceChildren();
      tell(say("failed", { message: reply.message }), true);
    }
  };

  const take = (table: TableSummary, guess: Settings) => {
    const isSame = state.table?.columns.join("\n") === table.columns.join("\n");
    const settings = isSame && state.isSet && state.settings !== undefined ? state.settings : guess;
    state.isSet = isSame && state.isSet;
    state.isReading = false;
    state.table = table;
    state.guess = guess;
    state.settings = settings;
    showSettings();
    busy.step("score");
    client.compute(settings);
  };

  dark.addEventListener("change", showAll);
  addEventListener("resize", onceQuiet(gallery.draw));
  showAll();
}

/** Calls a function when nothing has happened for a moment. */
function onceQuiet(call: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(call, 200);
  };
}
