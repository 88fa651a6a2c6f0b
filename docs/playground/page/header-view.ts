import { button, element } from "./dom.js";
import type { View } from "./view.js";
import type { Locale } from "./words.js";

const LANGUAGES: readonly { readonly locale: Locale; readonly name: string }[] = [
  { locale: "en", name: "English" },
  { locale: "zh-CN", name: "中文" },
];

/** What the page is, and in which language. */
export function headerView({ say, locale }: View, onLocale: (locale: Locale) => void): HTMLElement {
  const languages = LANGUAGES.map(({ locale: language, name }) =>
    button(name, () => onLocale(language), {
      id: `language-${language}`,
      lang: language,
      "aria-pressed": String(language === locale),
    }),
  );
  return element(
    "header",
    {},
    element("div", {}, element("h1", {}, say("title")), element("p", {}, say("intro"))),
    element("div", { class: "languages", role: "group", "aria-label": say("language") }, ...languages),
  );
}
