import { expect, it } from "vitest";
import { cronbachAlpha, csi, nps } from "../../src/index.js";
import { describeData, rowsOf } from "../support/survey-data.js";

describeData("ecsi_mobile", (data) => {
  const expected = JSON.parse(data.file("expected.json"));
  const rows = rowsOf(data.file("mobi.csv"));
  const items = (columns: readonly string[]) => rows.map((row) => columns.map((column) => Number(row[column])));
  const SATISFACTION = ["CUSA1", "CUSA2", "CUSA3"];

  it("satisfaction index with equal weights", () => {
    const { score, n, standardError } = csi(items(SATISFACTION));
    expect(score).toBeCloseTo(expected.csi_equal, 10);
    expect(score).toBeCloseTo(71.97, 3);
    expect(n).toBe(250);
    expect(standardError! * Math.sqrt(250)).toBeCloseTo(expected.csi_equal_respondent_sd_sample, 10);
  });

  it.each(["csi_pathWeighting", "csi_centroid", "csi_factorial"])(
    "satisfaction index with the weights of %s",
    (name) => {
      const { weights, weighted_mean, index_0_100 } = expected[name];
      const { score, mean } = csi(items(SATISFACTION), { weights: SATISFACTION.map((item) => weights[item]) });
      expect(score).toBeCloseTo(index_0_100, 9);
      expect(mean).toBeCloseTo(weighted_mean, 9);
    },
  );

  it.each(Object.keys(expected.constructs))("construct %s", (name) => {
    const construct = expected.constructs[name];
    const ratings = items(construct.items);
    expect(csi(ratings).score).toBeCloseTo(construct.index_equal_0_100, 10);
    expect(csi(ratings).mean).toBeCloseTo(construct.mean, 10);
    expect(cronbachAlpha(ratings).alpha).toBeCloseTo(construct.cronbach_alpha_raw, 10);
  });

  it("recommendation", () => {
    const { score, standardError } = nps(rows.map((row) => Number(row.CUSL3)));
    expect(score).toBeCloseTo(expected.CUSL3_recommend_as_nps_on_1_10.nps, 10);
    expect(standardError).toBeCloseTo(expected.CUSL3_recommend_as_nps_on_1_10.se_sample, 10);
  });
});
