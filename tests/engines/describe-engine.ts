import { afterAll, beforeAll, describe, it } from "vitest";
import { expectAgreement } from "./agreement.js";
import { adapterOf, type Engine, type EngineName } from "./engine.js";
import { generatedTable } from "./generated-table.js";

const TABLES = 200;

/** The tests that every engine passes. */
export async function describeEngine(name: EngineName): Promise<void> {
  const adapter = await adapterOf(name);
  const { dialect, unavailable = null } = adapter;
  describe.skipIf(unavailable !== null)(unavailable === null ? name : `${name} (skipped: ${unavailable})`, () => {
    let engine: Engine;
    beforeAll(async () => {
      engine = await adapter.open();
    });
    afterAll(async () => {
      await engine.close();
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
