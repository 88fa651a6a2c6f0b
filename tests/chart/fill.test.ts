import { expect, it } from "vitest";
import { fill } from "../../src/chart/fill.js";

it.each([
  ["{metric} over time", "NPS", "NPS over time"],
  ["{metric} 趋势", "NPS", "NPS 趋势"],
  ["{metric} 趋势", "满意度指数", "满意度指数趋势"],
  ["各分组的 {metric}", "候机体验", "各分组的候机体验"],
  ["各分组的 {metric}", "CSAT", "各分组的 CSAT"],
  ["右侧为 {metric} 一栏", "净推荐值 NPS", "右侧为净推荐值 NPS 一栏"],
  ["右侧为 {metric}", "", "右侧为 "],
  // Spaces between two places, and in what is filled in, stay.
  ["{metric} {metric}", "满 意", "满 意 满 意"],
  ["{metric} and {other}", "满意", "满意 and {other}"],
  ["趋势 {other} 趋势", "满意", "趋势 {other} 趋势"],
  ["{metric}", "{metric} $&", "{metric} $&"],
])("%j with %j is %j", (template, metric, text) => {
  expect(fill(template, { metric })).toBe(text);
});
