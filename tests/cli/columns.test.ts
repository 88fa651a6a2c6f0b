import { describe, expect, it } from "vitest";
import { jsonOf, run, runCsv } from "./run.js";

describe("a column without a name", () => {
  const csv = "a,,b\n1,2,3\n3,4,5\n";

  it.each(['--score "(column 2)"', '--score a --weight "(column 2)"', '--score a --by "(column 2)"'])(
    "goes by its place: %s",
    async (options) => {
      expect(await runCsv(csv, `csat a.csv ${options}`)).toMatchObject({ code: 0, err: "" });
    },
  );

  it.each([
    '--score ""',
    '--score a --weight ""',
    '--score a --by ""',
    '--score a --respondent b --time ""',
    '--score a --time b --respondent ""',
  ])("is not what an empty name means: %s", async (options) => {
    expect(await runCsv(csv, `csat a.csv ${options}`)).toMatchObject({
      code: 2,
      err: 'cx-metrics: a.csv has no column ""; it has "a", "(column 2)", "b"\n',
    });
  });

  it("is none of a list of items with nothing between two commas", async () => {
    expect(await runCsv(csv, "csi a.csv --items a,,b")).toMatchObject({ code: 2 });
    const { items } = await jsonOf(runCsv(csv, 'csi a.csv --items "a..(column 2)" --format json'));
    expect(items).toMatchObject([{ item: "a" }, { item: "(column 2)" }]);
  });

  it("is not found by an empty cell under its header either", async () => {
    const two = "a,b,c\nOne,,Three\n1,2,3\n";
    expect(await runCsv(two, 'csat a.csv --header-rows 2 --score ""')).toMatchObject({ code: 2 });
  });

  it("goes by its place in JSON too", async () => {
    const files = { "a.ndjson": '{"":4,"b":2}\n' };
    const { columns } = await jsonOf(run(["describe", "a.ndjson", "--format", "json"], { files }));
    expect(columns).toMatchObject([
      { column: "(column 1)", n: 1 },
      { column: "b", n: 1 },
    ]);
    const { score } = await jsonOf(
      run(["csat", "a.ndjson", "--statistic", "mean", "--score", "(column 1)", "--format", "json"], { files }),
    );
    expect(score).toBe(4);
  });
});
