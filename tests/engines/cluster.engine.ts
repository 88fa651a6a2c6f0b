import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { measure, merge, mergeBy, segment, tally, tallyBy } from "../../src/index.js";
import { readSegments, readTally, readTrend, type TallyQueryOptions, tallyQuery } from "../../src/sql/index.js";
import { trend } from "../../src/trend/index.js";
import { adapterOf, type DriverRow, type Engine } from "./engine.js";
import { expectSame } from "./expect-same.js";
import { type AnswerRow, generatedTable } from "./generated-table.js";
import { tableStatements } from "./sql-of.js";

/** Two shards, both in this process: nothing listens at the port, but a shard of its own port is one of its own process. */
const CONFIG = `<clickhouse>
  <tcp_port>9000</tcp_port>
  <remote_servers>
    <two_shards>
      <shard><replica><host>127.0.0.1</host><port>9000</port></replica></shard>
      <shard><replica><host>127.0.0.1</host><port>9000</port></replica></shard>
    </two_shards>
  </remote_servers>
</clickhouse>
`;

const SEED = 35;
const table = generatedTable(SEED);
const shards = [0, 1].map((shard) => table.rows.filter((_, index) => index % 2 === shard));
const metric = (answers: Parameters<typeof measure>[0]) => measure(answers, table.definition, { invalid: "exclude" });
const some = { dialect: "clickhouse", from: "distributed", score: "score", weight: "weight" } as const;
const calendar = { every: "month", timeZone: table.timeZone } as const;
const time = { column: "at", ...calendar };
const answersOf = (rows: readonly AnswerRow[]) => rows.map(({ score, weight }) => ({ score, weight }));

describe("ClickHouse on two shards", () => {
  let engine: Engine;
  const folder = mkdtempSync(join(tmpdir(), "cx-metrics-"));

  async function rowsOf(options: TallyQueryOptions): Promise<DriverRow[]> {
    const { text, values } = tallyQuery(options);
    return engine.query(text, values);
  }

  /** The steps of a query, from the last to the first. */
  async function planOf(options: TallyQueryOptions): Promise<string> {
    const rows = await engine.query(`EXPLAIN ${tallyQuery(options).text}`);
    return rows.map((row) => row.explain).join("\n");
  }

  beforeAll(async () => {
    const configFile = join(folder, "config.xml");
    writeFileSync(configFile, CONFIG);
    engine = await (await adapterOf("clickhouse")).open({ configFile });
    for (const [index, rows] of shards.entries())
      for (const statement of tableStatements("clickhouse", `shard_${index + 1}`, { ...table, rows }))
        await engine.exec(statement);
    for (const statement of [
      // Each shard sees the rows of its own.
      "CREATE VIEW here AS SELECT * FROM shard_1 WHERE shardNum() = 1 UNION ALL SELECT * FROM shard_2 WHERE shardNum() = 2",
      "CREATE TABLE distributed AS shard_1 ENGINE = Distributed(two_shards, cx, here)",
      "CREATE TABLE merged AS shard_1 ENGINE = Merge(cx, '^shard_[12]$')",
      "CREATE VIEW clustered AS SELECT * FROM cluster('two_shards', cx, here)",
    ])
      await engine.exec(statement);
  });

  afterAll(async () => {
    await engine.close();
    rmSync(folder, { recursive: true });
  });

  it("has different rows on each", async () => {
    const counts = await engine.query(
      "SELECT _shard_num AS shard, COUNT(*) AS n FROM distributed GROUP BY shard ORDER BY shard",
    );
    expect(counts.map(({ n }) => Number(n))).toEqual(shards.map((rows) => rows.length));
    expect(table.rows.length).toBeGreaterThan(40);
  });

  it.each(["distributed", "merged", "clustered"])("gives the whole by the same query: %s", async (from) => {
    const whole = { ...some, from };
    expectSame(readTally(await rowsOf(whole)), tally(answersOf(table.rows)), true);
    const accessors = { score: (row: AnswerRow) => row.score, weight: (row: AnswerRow) => row.weight, metric };
    const segments = readSegments(await rowsOf({ ...whole, by: "region" }), { metric });
    expectSame(segments, segment(table.rows, { ...accessors, by: (row) => row.region }), true);
    const points = readTrend(await rowsOf({ ...whole, by: "plan", time }), { ...calendar, metric });
    const inMemory = { ...accessors, ...calendar, time: (row: AnswerRow) => row.at };
    expectSame(points, trend(table.rows, { ...inMemory, by: (row) => row.plan }), true);
    const latest = await rowsOf({ ...whole, time, respondent: "person" });
    expectSame(
      readTrend(latest, { ...calendar, metric }),
      trend(table.rows, { ...inMemory, respondent: (row) => row.person }),
      true,
    );
  });

  it("gives the whole where the tallies of shards are merged here", async () => {
    const parts = await Promise.all(
      ["shard_1", "shard_2"].map((from) => rowsOf({ ...some, from, by: "region", time })),
    );
    expectSame(merge(...parts.map(readTally)), tally(answersOf(table.rows)), true);
    // Rows of several queries are one list for the readers.
    const segments = readSegments(parts.flat(), { metric });
    const inMemory = { score: (row: AnswerRow) => row.score, weight: (row: AnswerRow) => row.weight };
    expectSame(segments, segment(table.rows, { ...inMemory, by: (row) => row.region, metric }), true);
    const keyed = parts.map((rows) =>
      tallyBy(rows, {
        by: (row) => row.by_key as string | null,
        score: (row) => ({
          score: row.score as number | null,
          n: Number(row.n),
          weight: Number(row.weight),
          weightSq: Number(row.weight_sq),
        }),
      }),
    );
    expectSame(mergeBy(...keyed), tallyBy(table.rows, { ...inMemory, by: (row) => row.region }), true);
  });

  it("aggregates on each shard, and merges what is aggregated", async () => {
    for (const options of [
      some,
      { ...some, by: { region: "region", plan: "plan" }, time },
      { ...some, scale: table.definition.scale, where: { text: "plan >= 0 OR plan IS NULL" } },
    ] satisfies TallyQueryOptions[]) {
      const plan = await planOf(options);
      // What is merged are two aggregations, of the rows of one shard each.
      expect(plan).toMatch(/─*MergingAggregated\n(?:(?!Aggregating\n)[\s\S])*Union\n[\s│]*├──Aggregating\n/);
      expect(plan.match(/─Aggregating$/gm)).toHaveLength(2);
    }
  });

  it("carries rows to one place through a view of cluster()", async () => {
    expect(await planOf({ ...some, from: "clustered" })).not.toMatch(/MergingAggregated/);
  });

  it("carries rows to one place to find the latest answers", async () => {
    const plan = await planOf({ ...some, time: { column: "at" }, respondent: "person" });
    expect(plan).toMatch(/Aggregating[\s\S]*Window[\s\S]*Union/);
    expect(plan).not.toMatch(/MergingAggregated/);
  });
});
