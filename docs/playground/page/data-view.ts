import { SAMPLE_NAME, sampleText } from "../data/sample.js";
import type { Source } from "../messages.js";
import { button, element, field, select } from "./dom.js";
import type { View } from "./view.js";

/** What somebody typed or chose, kept while the page is shown anew in another language. */
export interface DataState {
  text: string;
  file: { readonly name: string; readonly data: Blob | string } | undefined;
  encoding: string;
  header: "guess" | "yes" | "no";
}

/** Encodings that survey files are often in. */
const ENCODINGS = ["utf-8", "gb18030", "windows-1252", "big5", "shift_jis", "utf-16le"] as const;

const ACCEPTED = ".csv,.tsv,.tab,.txt,.ndjson,.jsonl,.json,.gz";

/** Time for typing on before the answers are read. */
const PAUSE = 300;

/** Where answers come from: pasted text, a file, or the sample. */
export function dataView(state: DataState, { say }: View, onSource: (source: Source | null) => void): HTMLElement {
  const read = () => onSource(sourceOf(state, say("listName")));
  const area = element("textarea", { id: "paste", rows: 7, spellcheck: false, autocomplete: "off" });
  area.value = state.text;
  let timer: ReturnType<typeof setTimeout> | undefined;
  area.addEventListener("input", () => {
    state.text = area.value;
    state.file = undefined;
    clearTimeout(timer);
    timer = setTimeout(read, PAUSE);
  });
  const take = (name: string, data: Blob | string) => {
    clearTimeout(timer);
    state.file = { name, data };
    state.text = "";
    area.value = "";
    read();
  };
  // Its label is what is seen: browsers speak their own language here, and not the page's.
  const file = element("input", { id: "file", type: "file", accept: ACCEPTED, "aria-describedby": "file-hint" });
  file.addEventListener("change", () => {
    const [chosen] = file.files ?? [];
    if (chosen !== undefined) take(chosen.name, chosen);
    // So that the same file, changed meanwhile, can be chosen again.
    file.value = "";
  });
  const hint = element("p", { id: "file-hint", class: "hint" }, say("fileHint"));
  const zone = element("div", { class: "drop" }, file, element("label", { for: "file" }, say("file")), hint);
  acceptDrops(zone, (dropped) => take(dropped.name, dropped));
  return element(
    "section",
    { id: "data", "aria-labelledby": "data-title" },
    element("h2", { id: "data-title" }, say("data")),
    field(say("paste"), area, say("pasteHint")),
    zone,
    element(
      "p",
      { class: "buttons" },
      button(say("sample"), () => take(SAMPLE_NAME, sampleText()), { id: "sample" }),
      button(say("sampleSave"), saveSample),
    ),
    readingView(state, say, read),
  );
}

/** How files are read, where the guess is wrong. */
function readingView(state: DataState, say: View["say"], read: () => void): HTMLElement {
  const encodings = ENCODINGS.map((value) => ({ value, text: value === "utf-8" ? say("encodingUtf8") : value }));
  const headers = [
    { value: "guess", text: say("headerGuess") },
    { value: "yes", text: say("headerYes") },
    { value: "no", text: say("headerNo") },
  ] as const;
  return element(
    "details",
    {},
    element("summary", {}, say("reading")),
    field(
      say("encoding"),
      select("encoding", encodings, state.encoding, (encoding) => {
        state.encoding = encoding;
        read();
      }),
    ),
    field(
      say("header"),
      select("header", headers, state.header, (header) => {
        state.header = header;
        read();
      }),
    ),
  );
}

function sourceOf({ text, file, encoding, header }: DataState, listName: string): Source | null {
  const how = { encoding, header: header === "guess" ? undefined : header === "yes" };
  if (file !== undefined) return { ...file, ...how };
  return text.trim() === "" ? null : { name: listName, data: text, ...how };
}

function acceptDrops(zone: HTMLElement, onFile: (file: File) => void): void {
  const isOver = (over: boolean) => zone.classList.toggle("over", over);
  zone.addEventListener("dragover", (event) => {
    event.preventDefault();
    isOver(true);
  });
  zone.addEventListener("dragleave", () => isOver(false));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    isOver(false);
    const [dropped] = event.dataTransfer?.files ?? [];
    if (dropped !== undefined) onFile(dropped);
  });
}

function saveSample(): void {
  const url = URL.createObjectURL(new Blob([sampleText()], { type: "text/csv" }));
  element("a", { href: url, download: SAMPLE_NAME }).click();
  // A browser that asks where to put it reads it later.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
