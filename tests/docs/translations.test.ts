import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { BAND_NAMES, DIMENSION_NAMES, SERVQUAL_WORDS } from "../../src/chart/words.js";
import {
  absolute,
  anchorsOf,
  differences,
  FOLDER,
  originalOf,
  read,
  translatedLink,
  translatedPages,
  withSnippetsOf,
} from "./translation.js";

describe("a translated page says what its original says, in the same order", () => {
  it.each(translatedPages())("%s", (page) => {
    expect(existsSync(absolute(originalOf(page))), originalOf(page)).toBe(true);
    expect(differences(page, read(originalOf(page)), read(`${FOLDER}/${page}`))).toEqual([]);
  });

  // `npx vitest run tests/docs/translations.test.ts -u` copies snippets that have changed.
  it.each(translatedPages())("%s has its snippets", async (page) => {
    const path = `${FOLDER}/${page}`;
    await expect(withSnippetsOf(read(originalOf(page)), read(path))).toMatchFileSnapshot(absolute(path));
  });
});

const ORIGINAL = `# Title

[简体中文](zh-CN/nps.md)

Half of 40 is 20, see [Choosing an interval](choosing-intervals.md) and \`nps\`.

| name | n |
| ---- | - |
| a    | 7 |

- one
- two

\`\`\`ts
f(1); // → 1

// A comment.
f(2);
// → [
//   2,
// ]
\`\`\`
`;
const TRANSLATION = `# 标题

[English](../nps.md)

40 的一半是 20，见[选择区间](${translatedLink("nps.md", "choosing-intervals.md")})和 \`nps\`。

| 名称 | n |
| --- | --- |
| a | 7 |

- 一
- 二

\`\`\`ts
f(1); // → 1

// 注释。
f(2);
// → [
//   2,
// ]
\`\`\`
`;

it("charts call things what the glossary calls them", () => {
  const english = { ...BAND_NAMES.en, ...DIMENSION_NAMES.en, ...SERVQUAL_WORDS.en };
  const chinese: Record<string, string> = {
    ...BAND_NAMES["zh-CN"],
    ...DIMENSION_NAMES["zh-CN"],
    ...SERVQUAL_WORDS["zh-CN"],
  };
  const terms = [...read(`${FOLDER}/glossary.md`).matchAll(/^\| (.+?) ([a-z][a-z ]*) \|/gm)];
  const inBoth = terms.filter(([, , term = ""]) => term in english);
  expect(inBoth.length).toBeGreaterThan(9);
  expect(inBoth.map(([, word]) => word)).toEqual(inBoth.map(([, , term = ""]) => chinese[term]));
});

describe("a page that strays from its original is found", () => {
  it("and one that does not is not", () => {
    expect(differences("nps.md", ORIGINAL, TRANSLATION)).toEqual([]);
  });

  it.each([
    ["# 标题", "## 标题", 'line 1: heading ## for heading # of line 1, "# Title"'],
    ["../nps.md", "../csat.md", "does not begin with [English](../nps.md)"],
    ["20，见", "21，见", "line 5: figure 20 is not there"],
    ["20，见", "-20，见", "line 5: figure 20 is not there"],
    ["`nps`", "nps", "line 5: code `nps` is not there"],
    ["choosing", "chosing", /line 5: no link to .*choosing-intervals.md/],
    ["| a | 7 |\n", "", "line 7: 2 rows instead of 3"],
    ["| a | 7 |", "| a 7 |", "line 7: row 3: 1 columns instead of 2"],
    ["| a | 7 |", "| a | 8 |", "line 7: figure 7 is not there"],
    ["- 二", "- 2", "line 12: figure 2 is not the original's"],
    ["- 二", "- `median`", "line 12: code `median` is not the original's"],
    ["- 二\n", "", /^line 13: fence for item - of line 12/],
    ["- 二", "- 二\n- 三", /^line 13: item - for fence of line 14/],
  ])("%j written as %j", (was, is, problem) => {
    const strayed = TRANSLATION.replace(was, is);
    expect(strayed).not.toBe(TRANSLATION);
    expect(differences("nps.md", ORIGINAL, strayed)[0]).toEqual(
      typeof problem === "string" ? problem : expect.stringMatching(problem),
    );
  });

  it.each([
    ["f(2)", "f(3)"],
    ["→ 1", "→ 2"],
    ["//   2,", "//   3,"],
    ["f(1);", "f(1) ;"],
  ])("a snippet with %j written as %j", (was, is) => {
    const strayed = TRANSLATION.replace(was, is);
    expect(strayed).not.toBe(TRANSLATION);
    expect(withSnippetsOf(ORIGINAL, strayed)).toBe(TRANSLATION);
  });

  it("a snippet that has changed, whose comments stay translated if there are as many", () => {
    const changed = ORIGINAL.replace("f(2);", "g(2);");
    expect(withSnippetsOf(changed, TRANSLATION)).toBe(TRANSLATION.replace("f(2);", "g(2);"));
    const commented = ORIGINAL.replace("f(2);", "f(2); // Another.");
    expect(withSnippetsOf(commented, TRANSLATION)).toContain("// A comment.\nf(2); // Another.");
  });

  it("a section that is not translated, or has been added", () => {
    expect(differences("nps.md", `${ORIGINAL}\n## More\n`, TRANSLATION)).toEqual([
      'line last: nothing for heading ## of line 24, "## More"',
    ]);
    expect(differences("nps.md", ORIGINAL, `${TRANSLATION}\n## 更多\n`)).toEqual([
      "line 24: heading ## that the original has not",
    ]);
    expect(differences("nps.md", ORIGINAL.replace("[简体中文]", "[Chinese]"), TRANSLATION)).toContain(
      "the original does not begin with [简体中文](zh-CN/nps.md)",
    );
  });
});

describe("a link leads", () => {
  it.each([
    ["to the translated page", "csat.md", "csat.md"],
    ["to the heading in the same place", "concepts.md#missing-and-invalid", "concepts.md#缺失与无效"],
    ["to a heading of the page itself", "#what-it-asks", "#问什么"],
    ["to the original where there is no translation", "sql.md", "../sql.md"],
    ["to a translated picture", "pictures/concepts.svg", "../pictures/concepts.zh-CN.svg"],
    ["to a picture for all languages", "pictures/command-line.svg", "../pictures/command-line.svg"],
    ["elsewhere as it is", "https://zod.dev", "https://zod.dev"],
    ["nowhere without a file", "nothing.md", "a file that is there, not nothing.md"],
    ["nowhere without a heading", "sql.md#nothing", "../sql.md#a heading that is there, not nothing"],
  ])("%s", (_, link, translated) => {
    expect(translatedLink("nps.md", link)).toBe(translated);
  });
});

it("headings have the anchors that GitHub gives them", () => {
  expect(anchorsOf("# `null` is not 0\n\n```md\n# no heading\n```\n\n## 差异是真的吗？\n\n## From A, to_b\n")).toEqual([
    "null-is-not-0",
    "差异是真的吗",
    "from-a-to_b",
  ]);
});
