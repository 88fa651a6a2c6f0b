import { describe, expect, it } from "vitest";
import { nps } from "../../src/index.js";
import { readTally, readTrend, type TallyQueryOptions, tallyQuery } from "../../src/sql/index.js";
import { trend } from "../../src/trend/index.js";
import { offsetAt } from "./clock-changes.js";
import type { Adapter, Engine } from "./engine.js";
import { expectSame } from "./expect-same.js";
import type { AnswerRow, GeneratedTable } from "./generated-table.js";
import { HOSTILE, randomNames } from "./names.js";
import { literal, parametersOf, TIME_COLUMNS, tableStatements } from "./sql-of.js";

type Dialect = Adapter["dialect"];

const TEXT: Record<Dialect, string> = {
  clickhouse: "String",
  duckdb: "VARCHAR",
  mariadb: "VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin",
  postgres: "TEXT",
  sqlite: "TEXT",
};

/** Types that weights may have, with a weight whose square leaves the type, or whose sum loses digits in it. */
const WEIGHTS: Record<Dialect, readonly (readonly [type: string, weight: number])[]> = {
  clickhouse: [
    ["Int16", 30_000],
    ["UInt32", 4_000_000_000],
    ["Int64", 4_000_000_000],
    ["Float32", Math.fround(0.1)],
    ["Decimal(9, 2)", 12_345.67],
  ],
  duckdb: [
    ["TINYINT", 100],
    ["SMALLINT", 30_000],
    ["INTEGER", 2_000_000_000],
    ["BIGINT", 4_000_000_000],
    ["REAL", Math.fround(0.1)],
    ["DECIMAL(9, 2)", 12_345.67],
  ],
  mariadb: [
    ["SMALLINT", 30_000],
    ["INTEGER", 2_000_000_000],
    ["BIGINT", 4_000_000_000],
    ["FLOAT", Math.fround(0.1)],
    ["DECIMAL(9, 2)", 12_345.67],
  ],
  postgres: [
    ["SMALLINT", 30_000],
    ["INTEGER", 2_000_000_000],
    ["BIGINT", 4_000_000_000],
    ["REAL", Math.fround(0.1)],
    ["DECIMAL(9, 2)", 12_345.67],
  ],
  sqlite: [
    ["INTEGER", 4_000_000_000],
    ["REAL", 12_345.67],
  ],
};

/** Zones that are more than places: winter time all the year in one engine, and half of it in another. */
const OLD_ZONES = ["CET", "EET", "MET", "WET", "EST", "MST", "HST", "EST5EDT", "PST8PDT", "GB", "Cuba", "Etc/GMT+5"];

/** Tests of values, whole numbers, weights and times, and of what must be refused. */
export function describeValues(dialect: Dialect, engine: () => Engine): void {
  const storage = dialect === "clickhouse" ? " ENGINE = Memory" : "";
  const run = async (options: TallyQueryOptions) => {
    const { text, values } = tallyQuery(options);
    return engine().query(text, values);
  };

  /** Makes a table for the time of a test. */
  async function withTable(statements: readonly string[], name: string, test: () => Promise<void>): Promise<void> {
    for (const statement of statements) await engine().exec(statement);
    try {
      await test();
    } finally {
      await engine().exec(`DROP TABLE ${name}`);
    }
  }

  function rowsAt(...times: number[]): GeneratedTable {
    const row: Omit<AnswerRow, "at"> = { score: 9, weight: 2, region: "a", plan: 1, active: true, person: "p" };
    return {
      definition: {} as never,
      scoreType: "integer",
      timeZone: "UTC",
      span: "days",
      rows: times.map((at) => ({ ...row, at })),
    };
  }

  it("finds hostile values by placeholders, and nothing else", async () => {
    const texts = [...new Set([...HOSTILE, ...randomNames(dialect)])];
    const rows = texts.map((text) => `(10, ${literal(dialect, text)})`).join(", ");
    const statements = [
      `CREATE TABLE texts (s INTEGER, k ${TEXT[dialect]})${storage}`,
      `INSERT INTO texts (s, k) VALUES ${rows}`,
    ];
    await withTable(statements, "texts", async () => {
      const found = async (value: string) => {
        const parameters = parametersOf(dialect);
        const text = `r.k = ${parameters.add(value, "String")}`;
        return run({ dialect, from: "texts", score: "s", by: "k", where: { text, values: parameters.values } });
      };
      for (const value of texts) {
        const rows = await found(value);
        // Drivers that read with TextDecoder lose a byte order mark at the start.
        expect(rows.map((row) => String(row.by_key).replace(/^\ufeff/, ""))).toEqual([value.replace(/^\ufeff/, "")]);
        expect(readTally(rows)).toEqual([{ score: 10, n: 1, weight: 1, weightSq: 1 }]);
      }
      // PostgreSQL has no NUL in text, and says so; others find none.
      expect(await found("' OR '1' = '1\0").catch(() => [])).toEqual([]);
      expect(await found("' OR '1' = '1")).toEqual([]);
      expect(nps(readTally(await run({ dialect, from: "texts", score: "s" }))).n).toBe(texts.length);
    });
  });

  it("says which column or table is missing", async () => {
    await withTable(tableStatements(dialect, "answers", rowsAt(0)), "answers", async () => {
      const some: TallyQueryOptions = { dialect, from: "answers", score: "score" };
      for (const options of [
        { ...some, from: "nope" },
        { ...some, score: "nope" },
        { ...some, weight: "nope" },
        { ...some, by: "nope" },
        { ...some, by: { region: "region", plan: "nope" } },
        { ...some, time: { column: "nope", every: "day" } },
        { ...some, time: { column: "at" }, respondent: "nope" },
        { ...some, time: { column: "nope" }, respondent: "person" },
        { ...some, where: { text: "r.nope = 1" } },
      ] satisfies TallyQueryOptions[])
        await expect(run(options), JSON.stringify(options)).rejects.toThrow(/nope/);
    });
  });

  it("refuses counts that are not exact, however the driver gives them", async () => {
    for (const count of ["9007199254740992", "9007199254740993", "9223372036854775807"]) {
      const rows = await engine().query(`SELECT 10 AS score, ${count} AS n`);
      expect(() => readTally(rows)).toThrow(/^n of row 0 must be a whole number from 0 to 2\^53 - 1, to be exact, got/);
    }
    const rows = await engine().query("SELECT 10 AS score, 9007199254740991 AS n");
    expect(nps(readTally(rows)).n).toBe(9007199254740991);
  });

  it.each(WEIGHTS[dialect])("sums weights of the type %s in double precision", async (type, weight) => {
    const statements = [
      `CREATE TABLE weighted (s INTEGER, w ${type})${storage}`,
      `INSERT INTO weighted (s, w) VALUES ${Array.from({ length: 1000 }, () => `(10, ${weight})`).join(", ")}`,
    ];
    await withTable(statements, "weighted", async () => {
      const [row] = readTally(await run({ dialect, from: "weighted", score: "s", weight: "w" }));
      expect(row!.n).toBe(1000);
      expect(Math.abs(row!.weight / (1000 * weight) - 1)).toBeLessThan(1e-12);
      expect(Math.abs(row!.weightSq / (1000 * weight * weight) - 1)).toBeLessThan(1e-12);
    });
  });

  it("refuses null and negative weights", async () => {
    const type = dialect === "clickhouse" ? "Nullable(Float64)" : "DOUBLE PRECISION";
    const weighted = (weights: string) => [
      `CREATE TABLE weighted (s INTEGER, w ${type})${storage}`,
      `INSERT INTO weighted (s, w) VALUES ${weights}`,
    ];
    const query: TallyQueryOptions = { dialect, from: "weighted", score: "s", weight: "w" };
    const read = async () => readTally(await run(query));
    await withTable(weighted("(10, 1), (10, NULL)"), "weighted", async () => {
      await expect(read()).rejects.toThrow(
        "the number of weights in row 0 must be that of answers, 2: some weights are null, got 1",
      );
    });
    await withTable(weighted("(10, NULL)"), "weighted", async () => {
      await expect(read()).rejects.toThrow("some weights are null");
    });
    await withTable(weighted("(10, 5), (10, -1)"), "weighted", async () => {
      await expect(read()).rejects.toThrow("the least weight in row 0 must be 0 or more, got -1");
    });
    await withTable(weighted("(10, 5), (10, 0)"), "weighted", async () => {
      expect(await read()).toEqual([{ score: 10, n: 2, weight: 5, weightSq: 25 }]);
    });
  });

  it("refuses null times", async () => {
    const type = {
      clickhouse: "Nullable(DateTime64(3))",
      duckdb: "TIMESTAMPTZ",
      mariadb: "DATETIME",
      postgres: "TIMESTAMPTZ",
      sqlite: "TEXT",
    };
    const statements = [
      `CREATE TABLE untimed (s INTEGER, p INTEGER, w ${type[dialect]})${storage}`,
      "INSERT INTO untimed (s, p, w) VALUES (10, 1, '2026-01-01 00:00:00'), (3, 1, NULL), (9, 2, '2026-01-01 00:00:00')",
    ];
    await withTable(statements, "untimed", async () => {
      const query: TallyQueryOptions = { dialect, from: "untimed", score: "s" };
      const time = { column: "w", every: "day", storedAs: dialect === "mariadb" ? "utc" : "instant" } as const;
      const periods = await run({ ...query, time });
      expect(() => readTrend(periods, { every: "day", metric: nps })).toThrow(/period of row \d must be .* got null/);
      const latest = await run({ ...query, time: { column: "w" }, respondent: "p" });
      expect(() => readTally(latest)).toThrow(/the number of times in row \d must be .*some times are null.*got 0/);
    });
  });

  it("counts the lower of two answers at the same moment, and a missing one only beside others of its kind", async () => {
    const integer = dialect === "clickhouse" ? "Nullable(Int32)" : "INTEGER";
    const statements = [
      `CREATE TABLE ties (s ${integer}, p INTEGER, w ${dialect === "clickhouse" ? "Int64" : "BIGINT"})${storage}`,
      "INSERT INTO ties (s, p, w) VALUES (9, 1, 5), (NULL, 1, 5), (10, 1, 4), (NULL, 2, 5), (7, 2, 5), (8, 2, 5), (NULL, 3, 5), (2, 3, 1)",
    ];
    await withTable(statements, "ties", async () => {
      const time = { column: "w", storedAs: "epoch-ms" } as const;
      const rows = await run({ dialect, from: "ties", score: "s", time, respondent: "p" });
      expect(readTally(rows).map(({ score, n }) => [score, n])).toEqual([
        [7, 1],
        [9, 1],
        [null, 1],
      ]);
    });
  });

  it("pools the latest answers of no two periods", async () => {
    await withTable(tableStatements(dialect, "answers", rowsAt(0, 1e9)), "answers", async () => {
      const query: TallyQueryOptions = { dialect, from: "answers", score: "score", respondent: "person" };
      const rows = await run({ ...query, time: { column: "at_ms", storedAs: "epoch-ms", every: "day" } });
      expect(() => readTrend(rows, { every: "day", metric: nps, rolling: { periods: 2 } })).toThrow(TypeError);
    });
  });

  it("agrees on years before 1970 and after 2038, or gives no period", async () => {
    const times = [Date.UTC(1969, 6, 20, 20, 17), Date.UTC(2040, 1, 29, 23, 59)];
    for (const at of times)
      await withTable(tableStatements(dialect, "moon", rowsAt(at)), "moon", async () => {
        const calendar = { every: "month", timeZone: "UTC" } as const;
        const read = async () =>
          readTrend(
            await run({
              dialect,
              from: "moon",
              score: "score",
              time: { column: "at_utc", storedAs: "utc", ...calendar },
            }),
            { ...calendar, metric: nps },
          );
        if (dialect === "mariadb") await expect(read()).rejects.toThrow(/period of row 0 must be .*, got null/);
        else
          expectSame(
            await read(),
            trend([at], { ...calendar, time: (row) => row, score: () => 9, metric: nps }),
            false,
          );
      });
  });

  describe.skipIf(dialect === "sqlite")("time zones", () => {
    it("agrees on every zone that this runtime knows, or refuses it", async () => {
      const times = [Date.UTC(2020, 0, 15, 10, 30), Date.UTC(2020, 6, 15, 10, 30), Date.UTC(2020, 6, 15, 23, 30)];
      const zones = [...new Set([...Intl.supportedValuesOf("timeZone"), ...OLD_ZONES])];
      const refused: string[] = [];
      await withTable(tableStatements(dialect, "answers", rowsAt(...times)), "answers", async () => {
        for (const timeZone of zones) {
          const calendar = { every: "hour", timeZone } as const;
          const rows = await run({
            dialect,
            from: "answers",
            score: "score",
            time: { column: TIME_COLUMNS.instant, ...calendar },
          }).catch(() => null);
          if (rows === null) refused.push(timeZone);
          else
            expect([timeZone, rows.map((row) => String(row.period)).sort()]).toEqual([
              timeZone,
              times.map((at) => hourOf(at, timeZone)).sort(),
            ]);
        }
      });
      // Those of PostgreSQL are refused before they are sent.
      expect(refused).toEqual(dialect === "postgres" ? ["CET", "EET", "MET", "WET"] : []);
    });

    it("labels a quarter of an hour in Chatham as clocks do, where trend goes by what began last", async () => {
      // At 3:45 clocks go back to 2:45; five minutes later they show 2:50.
      const at = Date.UTC(2024, 3, 6, 14, 5);
      const calendar = { every: "hour", timeZone: "Pacific/Chatham" } as const;
      const inMemory = trend([at], { ...calendar, time: (row) => row, score: () => 9, metric: nps });
      expect(inMemory.map(({ key }) => key)).toEqual(["2024-04-07T03"]);
      await withTable(tableStatements(dialect, "answers", rowsAt(at)), "answers", async () => {
        const rows = await run({ dialect, from: "answers", score: "score", time: { column: "at", ...calendar } });
        expect(readTrend(rows, { ...calendar, metric: nps }).map(({ key }) => key)).toEqual(["2024-04-07T02"]);
      });
    });
  });
}

/** What clocks show at the start of the hour. */
function hourOf(at: number, timeZone: string): string {
  const local = new Date(at + offsetAt(at, timeZone)).toISOString();
  return `${local.slice(0, 10)} ${local.slice(11, 13)}:00:00`;
}
