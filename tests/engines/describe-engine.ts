import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tallyQuery } from "../../src/sql/index.js";
import { expectAgreement } from "./agreement.js";
import { describeValues } from "./describe-values.js";
import { type Adapter, adapterOf, type Engine, type EngineName } from "./engine.js";
import { generatedTable } from "./generated-table.js";
import { createTable, DOUBTFUL, expectTallied, HOSTILE, quote, randomNames } from "./names.js";

const TABLES = 200;

/** Settings under which queries must say the same. */
const SESSION: Record<Adapter["dialect"], readonly string[]> = {
  clickhouse: [],
  duckdb: ["SET TimeZone = 'Asia/Tokyo'"],
  mariadb: ["SET sql_mode = CONCAT(@@sql_mode, ',ONLY_FULL_GROUP_BY')"],
  postgres: ["SET TIME ZONE 'America/Los_Angeles'"],
  sqlite: [],
};

const CREATE_SCHEMA: Record<Adapter["dialect"], string> = {
  clickhouse: "CREATE DATABASE",
  duckdb: "CREATE SCHEMA",
  mariadb: "CREATE DATABASE",
  postgres: "CREATE SCHEMA",
  sqlite: "ATTACH ':memory:' AS",
};

const DROP_SCHEMA: Record<Adapter["dialect"], string> = {
  clickhouse: "DROP DATABASE",
  duckdb: "DROP SCHEMA",
  mariadb: "DROP DATABASE",
  postgres: "DROP SCHEMA",
  sqlite: "DETACH",
};

/** Names a failure by what it was tried with. */
async function naming(name: string, attempt: Promise<void>): Promise<void> {
  await attempt.catch((error: unknown) => {
    throw new Error(`${JSON.stringify(name)}: ${String(error)}`, { cause: error });
  });
}

/** The tests that every engine passes. */
export async function describeEngine(name: EngineName): Promise<void> {
  const adapter = await adapterOf(name);
  const { dialect, unavailable = null } = adapter;
  describe.skipIf(unavailable !== null)(unavailable === null ? name : `${name} (skipped: ${unavailable})`, () => {
    let engine: Engine;
    beforeAll(async () => {
      engine = await adapter.open();
      for (const statement of SESSION[dialect]) await engine.exec(statement);
    });
    afterAll(async () => {
      await engine.close();
    });

    describe("names", () => {
      it("has tables and columns of hostile names", async () => {
        for (const name of HOSTILE.filter((each) => dialect !== "mariadb" || !/[\u{10000}-\u{10ffff}]/u.test(each))) {
          await naming(name, expectTallied(engine, dialect, [name], [name, "k"]));
          await naming(name, expectTallied(engine, dialect, ["answers"], ["s", name]));
        }
      });

      it("has 200 random names", async () => {
        for (const name of randomNames(dialect))
          await naming(name, expectTallied(engine, dialect, [name], [name, `${[...name].slice(0, 5).join("")}k`]));
      });

      it("has tables qualified by hostile names", async () => {
        const names = ["a \"b\" `c` 'd' \\", "x; DROP TABLE answers; --", "/* ? $1 {x:Int32}", "select", "a.b", "日本"];
        for (const name of names) {
          // On a server, a schema of this name may be another run's, or somebody's own.
          const schema = `${name} ${process.pid} ${Date.now().toString(36)}`;
          await engine.exec(`${CREATE_SCHEMA[dialect]} ${quote(dialect, schema)}`);
          await naming(schema, expectTallied(engine, dialect, [schema, name], [name, "k"]));
          await engine.exec(`${DROP_SCHEMA[dialect]} ${quote(dialect, schema)}`);
        }
      });

      it.each(DOUBTFUL.map((name) => [JSON.stringify(name), name] as const))(
        "%s is there or refused",
        async (_, name) => {
          let refused: unknown = null;
          try {
            tallyQuery({ dialect, from: "answers", score: name });
          } catch (error) {
            refused = error;
          }
          if (refused === null) await expectTallied(engine, dialect, ["answers"], [name, "k"]);
          else {
            expect(refused).toBeInstanceOf(TypeError);
            expect(String(refused)).toMatch(/^TypeError: score must be .*, got /s);
            // No engine can write half a surrogate pair; ClickHouse can have NUL, and SQLite no name at all, which none needs.
            if (/^$|\0|\p{Surrogate}/u.test(name)) return;
            const said = await createTable(engine, dialect, ["answers"], [name, "k"]);
            const isKept = said === null && Object.hasOwn((await engine.query("SELECT * FROM answers"))[0]!, name);
            await engine.exec("DROP TABLE IF EXISTS answers");
            expect(isKept, "the engine has the name that was refused").toBe(false);
          }
        },
      );
    });

    describe("values", () => {
      describeValues(dialect, () => engine);
    });

    // In twenties, so that a failure says where it is.
    it.each(Array.from({ length: TABLES / 20 }, (_, part) => part * 20))(
      "gives what the library gives in memory: tables from %i on",
      async (first) => {
        for (let seed = first; seed < first + 20; seed++) {
          const table = generatedTable(seed, dialect === "sqlite" ? ["UTC"] : undefined);
          await expectAgreement(engine, dialect, table, seed).catch((error: unknown) => {
            throw new Error(`table ${seed}, ${table.timeZone}, ${table.span}: ${String(error)}`, { cause: error });
          });
        }
      },
    );
  });
}
