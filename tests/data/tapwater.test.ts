import { expect, it } from "vitest";
import { cronbachAlpha, defineInstrument, itemAnalysis, servqual } from "../../src/index.js";
import { describeData, rowsOf } from "../support/survey-data.js";

describeData("tapwater_qualtrics", (data) => {
  const expected = JSON.parse(data.file("expected.json"));
  // The second row repeats the questions.
  const rows = rowsOf(data.file("tapwater_survey_qualtrics.csv")).slice(1);
  const technical = ["t01", "t02", "t03", "t04", "t05"];
  const functional = Array.from({ length: 13 }, (_, index) => `f${String(index + 1).padStart(2, "0")}`);
  const rating = (text: string | undefined) => (/^[1-7]$/.test(text ?? "") ? Number(text) : null);
  const instrument = defineInstrument({
    name: "tap water",
    scale: { min: 1, max: 7 },
    dimensions: { technical, functional },
  });
  const responses = rows.map((row) => ({
    perceptions: Object.fromEntries([...technical, ...functional].map((item) => [item, rating(row[item])])),
  }));

  it("perceptions by item", () => {
    expect(rows).toHaveLength(expected.n_data_rows);
    const { items } = servqual(responses, { instrument });
    for (const { item, gap, expectation, perception } of items) {
      const { n, mean, sd } = expected.items[item];
      expect(perception.n).toBe(n);
      expect(perception.missing).toBe(rows.length - n);
      expect(perception.score).toBeCloseTo(mean, 10);
      expect(perception.standardError! * Math.sqrt(n)).toBeCloseTo(sd, 9);
      expect([gap, expectation]).toEqual([null, null]);
    }
  });

  it.each([
    ["technical", "technical_t01_t05"],
    ["functional", "functional_f01_f13"],
  ] as const)("dimension %s", (name, figures) => {
    const { n_complete, mean, alpha } = expected.dimensions[figures];
    const dimension = servqual(responses, { instrument, missing: "complete" }).dimensions[name];
    expect(dimension.perception.n).toBe(n_complete);
    expect(dimension.perception.score).toBeCloseTo(mean, 10);
    expect(dimension.alpha).toBeCloseTo(alpha, 10);
    const columns = name === "technical" ? technical : functional;
    const ratings = responses.map(({ perceptions }) => columns.map((item) => perceptions[item]!));
    expect(cronbachAlpha(ratings)).toMatchObject({ n: n_complete, missing: rows.length - n_complete });
    expect(cronbachAlpha(ratings).alpha).toBeCloseTo(alpha, 10);
    expect(itemAnalysis(ratings).n).toBe(n_complete);
  });
});
