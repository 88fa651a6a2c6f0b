import { describe } from "vitest";
import { betaCdf, betaQuantile } from "../../src/stats/beta.js";
import { chiSquareQuantile, chiSquareTails } from "../../src/stats/chi-square.js";
import { fQuantile, fTails } from "../../src/stats/f.js";
import { normalQuantile, normalTails } from "../../src/stats/normal.js";
import { studentQuantile, studentTails } from "../../src/stats/student-t.js";
import { testGolden } from "../support/golden.js";

describe("distributions agree with R's nmath", () => {
  testGolden("pnorm", ({ input: { x } }) => ({ value: normalTails(x).lower }));
  testGolden("pnormUpper", ({ input: { x } }) => ({ value: normalTails(x).upper }));
  testGolden("qnorm", ({ input: { p } }) => ({ value: normalQuantile(p) }));
  testGolden("pt", ({ input: { x, df } }) => ({ value: studentTails(x, df).lower }));
  testGolden("ptUpper", ({ input: { x, df } }) => ({ value: studentTails(x, df).upper }));
  testGolden("qt", ({ input: { p, df } }) => ({ value: studentQuantile(p, df) }));
  testGolden("pchisq", ({ input: { x, df } }) => ({ value: chiSquareTails(x, df).lower }));
  testGolden("pchisqUpper", ({ input: { x, df } }) => ({ value: chiSquareTails(x, df).upper }));
  testGolden("qchisq", ({ input: { p, df } }) => ({ value: chiSquareQuantile(p, df) }));
  testGolden("pbeta", ({ input: { x, a, b } }) => ({ value: betaCdf(x, 1 - x, a, b) }));
  testGolden("pbetaUpper", ({ input: { x, a, b } }) => ({ value: betaCdf(1 - x, x, b, a) }));
  testGolden("qbeta", ({ input: { p, a, b } }) => ({ value: betaQuantile(p, a, b) }));
  testGolden("pfUpper", ({ input: { x, df1, df2 } }) => ({ value: fTails(x, df1, df2).upper }));
  testGolden("qf", ({ input: { p, df1, df2 } }) => ({ value: fQuantile(p, df1, df2) }));
});
