type Attribute = string | number | boolean | undefined;
type Child = Node | string | null;

/** Makes an element. Text becomes text and never markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, Attribute>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(made, name, value);
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** Sets an attribute; `false` and `undefined` leave it out. */
export function setAttribute(of: HTMLElement, name: string, value: Attribute): void {
  if (value === undefined || value === false) of.removeAttribute(name);
  else of.setAttribute(name, value === true ? "" : String(value));
}

/** A button with what it does. */
export function button(text: string, onClick: () => void, attributes: Readonly<Record<string, Attribute>> = {}) {
  const made = element("button", { type: "button", ...attributes }, text);
  made.addEventListener("click", onClick);
  return made;
}

/** A control under its label, with a hint below. */
export function field(label: string, control: HTMLElement, hint = ""): HTMLElement {
  if (hint === "") return element("div", { class: "field" }, element("label", { for: control.id }, label), control);
  const hintId = `${control.id}-hint`;
  control.setAttribute("aria-describedby", hintId);
  const below = element("p", { id: hintId, class: "hint" }, hint);
  return element("div", { class: "field" }, element("label", { for: control.id }, label), control, below);
}

/** A choice among values; each has its text. */
export function select<Value extends string>(
  id: string,
  choices: readonly { readonly value: Value; readonly text: string; readonly isOff?: boolean }[],
  chosen: string,
  onChange: (value: Value) => void,
): HTMLSelectElement {
  const options = choices.map(({ value, text, isOff }) =>
    element("option", { value, disabled: isOff, selected: value === chosen }, text),
  );
  const made = element("select", { id }, ...options);
  made.addEventListener("change", () => onChange(made.value as Value));
  return made;
}

/** A table with a caption. The first cell of each row is its header. */
export function dataTable(
  caption: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): HTMLElement {
  const head = element("tr", {}, ...header.map((text) => element("th", { scope: "col" }, text)));
  const body = rows.map(([first = "", ...cells]) =>
    element("tr", {}, element("th", { scope: "row" }, first), ...cells.map((text) => element("td", {}, text))),
  );
  const table = element(
    "table",
    {},
    element("caption", {}, caption),
    element("thead", {}, head),
    element("tbody", {}, ...body),
  );
  return element("div", { class: "scroll", role: "region", "aria-label": caption, tabindex: 0 }, table);
}
