import { expect, it } from "vitest";
import { metricName, nameOf } from "../../docs/playground/page/names.js";
import { partsOf } from "../../docs/playground/page/settings-view.js";
import { LOCALES, localeFor, sayIn, WORDS } from "../../docs/playground/page/words.js";
import { DEFINITIONS } from "../../docs/playground/settings.js";

it("both languages fill in the same", () => {
  const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
  for (const [word, text] of Object.entries(WORDS.en))
    expect(places(WORDS["zh-CN"][word as keyof typeof WORDS.en]), word).toEqual(places(text));
});

it("says words with what stands in braces, once", () => {
  expect(sayIn("en")("unreadableText", { text: "{n}", n: 2 })).toBe("“{n}” × 2");
});

it.each([
  [["zh-TW", "en"], "zh-CN"],
  [["de", "zh"], "zh-CN"],
  [["en-GB", "zh"], "en"],
  [["de"], "en"],
  [[], "en"],
])("of %j it takes %s", (languages, locale) => {
  expect(localeFor(languages)).toBe(locale);
});

it("every band has a name in both languages", () => {
  for (const locale of LOCALES)
    for (const { bands, metric } of Object.values(DEFINITIONS))
      for (const name of [metric, ...bands.map((band) => band.name)]) expect(nameOf(name, locale)).not.toBe(name);
  expect(nameOf("passive", "zh-CN")).toBe("被动者");
  expect(metricName("CES_1", "en", sayIn("en"))).toBe("CES, 1 to 5, lower is better");
});

it("parts texts by commas of both languages", () => {
  expect(partsOf(" 11, 99，n/a,,")).toEqual(["11", "99", "n/a"]);
});
