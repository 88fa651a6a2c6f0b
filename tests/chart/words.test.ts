import { describe, expect, it } from "vitest";
import * as words from "../../src/chart/words.js";

const { LOCALES, ...dictionaries } = words;
const placesOf = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

describe.each(Object.entries(dictionaries))("%s", (_, dictionary) => {
  it("says the same in every language, with the same places to fill in", () => {
    const { en, "zh-CN": chinese } = dictionary;
    expect(Object.keys(dictionary)).toEqual([...LOCALES]);
    expect(Object.keys(chinese)).toEqual(Object.keys(en));
    for (const [word, text] of Object.entries<string>(en))
      expect(placesOf((chinese as Record<string, string>)[word]!), word).toEqual(placesOf(text));
  });
});

it("no word means two things", () => {
  const { METRIC_NAMES, BAND_NAMES, DIMENSION_NAMES, REST_NAME, ...charts } = dictionaries;
  for (const spoken of [Object.values(charts), [METRIC_NAMES, BAND_NAMES, DIMENSION_NAMES, REST_NAME]]) {
    const all = spoken.flatMap(({ en }) => Object.keys(en));
    expect(all.length).toBeGreaterThan(20);
    expect(all.length).toBe(new Set(all).size);
  }
});
