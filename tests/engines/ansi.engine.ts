import { describe, expect, it } from "vitest";
import { measure, segment, tally } from "../../src/index.js";
import { readSegments, readTally, type TallyQueryOptions, tallyQuery } from "../../src/sql/index.js";
import { latestPerRespondent } from "../../src/trend/index.js";
import { adapterOf, type EngineName } from "./engine.js";
import { expectSame } from "./expect-same.js";
import { generatedTable } from "./generated-table.js";
import { tableStatements } from "./sql-of.js";

/** All but MariaDB, which has neither names in double quotes nor DOUBLE PRECISION in a cast. */
const ENGINES: readonly EngineName[] = ["clickhouse", "duckdb", "pglite", "postgres", "sqlite"];

describe.each(ENGINES)("standard SQL in %s", async (name) => {
  const { dialect, open, unavailable = null } = await adapterOf(name);

  it.skipIf(unavailable !== null)("gives what the library gives in memory", async () => {
    const engine = await open();
    try {
      for (let seed = 1000; seed < 1012; seed++) {
        const table = generatedTable(seed, ["UTC"]);
        const { rows, definition } = table;
        for (const statement of tableStatements(dialect, `answers_${seed}`, table)) await engine.exec(statement);
        const some: TallyQueryOptions = { dialect: "ansi", from: `answers_${seed}`, score: "score", weight: "weight" };
        const run = async (options: Partial<TallyQueryOptions>) =>
          engine.query(tallyQuery({ ...some, ...options }).text);
        const answers = rows.map(({ score, weight }) => ({ score, weight }));
        const metric = (of: Parameters<typeof measure>[0]) => measure(of, definition, { invalid: "exclude" });
        expectSame(readTally(await run({})), tally(answers), true);
        expectSame(metric(readTally(await run({ scale: definition.scale }))), metric(answers), true);
        expectSame(
          readSegments(await run({ by: { PlanOf: "plan" } }), { metric }),
          segment(rows, {
            by: { PlanOf: (row) => row.plan },
            score: (row) => row.score,
            weight: (row) => row.weight,
            metric,
          }),
          true,
        );
        const latest = latestPerRespondent(rows, { respondent: (row) => row.plan, time: (row) => row.at });
        const time = { column: "at_ms", storedAs: "epoch-ms" } as const;
        expect(readTally(await run({ weight: undefined, time, respondent: "plan" }))).toEqual(
          tally(latest.map(({ score }) => score)),
        );
      }
    } finally {
      await engine.close();
    }
  });
});
