import type { DialectName, Query } from "../../src/sql/index.js";

/** A row of which any column may be asked for. */
export type DriverRow = Readonly<Record<string, unknown>>;

/** The engines that tests can open, by the adapter of each. */
export type EngineName = "clickhouse" | "duckdb" | "mariadb" | "pglite" | "postgres" | "sqlite";

/** A database of its own, gone when it is closed. */
export interface Engine {
  /** Runs a query; rows are as the driver gives them. */
  query(text: string, values?: Query["values"]): Promise<DriverRow[]>;
  /** Runs a statement without values. */
  exec(text: string): Promise<void>;
  close(): void | Promise<void>;
}

/** An adapter of a driver. */
export interface Adapter {
  readonly dialect: Exclude<DialectName, "ansi">;
  /** Why the engine cannot be used here. */
  readonly unavailable?: string | null;
  open(options?: { readonly configFile?: string }): Promise<Engine>;
}

/** The adapter of an engine. Adapters are plain JavaScript, so that the types of the project need none of the engines. */
export async function adapterOf(name: EngineName): Promise<Adapter> {
  const path = `./adapters/${name}.js`;
  return import(path);
}
