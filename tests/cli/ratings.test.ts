import { describe, expect, it } from "vitest";
import { jsonOf, runCsv } from "./run.js";

/** What the first column of a CSV file looks like. */
async function guessOf(csv: string) {
  const { columns } = await jsonOf(runCsv(csv, "describe a.csv --format json"));
  return columns[0];
}

describe("dates that a spreadsheet makes of answers such as 9-10", () => {
  it("are no ratings", async () => {
    const { code, err, out } = await runCsv("nps\n9-Oct\n10\n3. März\n", "nps a.csv --score nps --format json");
    expect(code).toBe(0);
    expect(err).toContain('line 2, nps: expected a rating from 0 to 10 in steps of 1, got "9-Oct"');
    expect(JSON.parse(out)).toMatchObject({ n: 1, invalid: 2 });
  });

  it("make no column of ratings, and are not on the scale of one", async () => {
    const dates = "5-Apr\n9-Oct\n10-Sep\n5-Apr\n".repeat(20);
    expect((await guessOf(`nps\n${dates}`)).kind).not.toBe("rating");
    const ratings = "10\n9\n8\n7\n6\n5\n".repeat(20);
    expect(await guessOf(`nps\n${ratings}9-Oct\n`)).toMatchObject({ kind: "rating", off: [{ value: "9-Oct", n: 1 }] });
  });
});
