import type { Query, StoredTime } from "../../src/sql/index.js";
import type { Adapter } from "./engine.js";
import type { AnswerRow, GeneratedTable, ScoreType } from "./generated-table.js";

type Dialect = Adapter["dialect"];

/** The columns of times, by what they store. */
export const TIME_COLUMNS: Record<StoredTime, string> = { instant: "at", utc: "at_utc", "epoch-ms": "at_ms" };

const SCORE_TYPES: Record<Dialect, Record<ScoreType, string>> = {
  clickhouse: { integer: "Nullable(Int32)", double: "Nullable(Float64)", decimal: "Nullable(Decimal(6, 1))" },
  duckdb: { integer: "INTEGER", double: "DOUBLE", decimal: "DECIMAL(6, 1)" },
  mariadb: { integer: "INTEGER", double: "DOUBLE", decimal: "DECIMAL(6, 1)" },
  postgres: { integer: "INTEGER", double: "DOUBLE PRECISION", decimal: "DECIMAL(6, 1)" },
  sqlite: { integer: "INTEGER", double: "REAL", decimal: "REAL" },
};

/** A collation that takes capitals and accents for the same. */
const LOOSE_TEXT = "VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci";

/** The other columns; ClickHouse computes its times, as they are one type. */
const COLUMNS: Record<Dialect, string> = {
  clickhouse:
    "weight Float64, region Nullable(String), plan Nullable(Int32), active Nullable(Bool), person Nullable(String), at_ms Int64, " +
    "at DateTime64(3, 'Asia/Tokyo') DEFAULT fromUnixTimestamp64Milli(at_ms, 'Asia/Tokyo'), " +
    "at_utc DateTime64(3, 'UTC') DEFAULT fromUnixTimestamp64Milli(at_ms, 'UTC')",
  duckdb:
    'weight DOUBLE, region VARCHAR, plan INTEGER, active BOOLEAN, person VARCHAR, at_ms BIGINT, "at" TIMESTAMPTZ, at_utc TIMESTAMP',
  mariadb: `weight DOUBLE, region ${LOOSE_TEXT}, plan INTEGER, active BOOLEAN, person ${LOOSE_TEXT}, at_ms BIGINT, at TIMESTAMP(3) NULL, at_utc DATETIME(3)`,
  postgres:
    "weight DOUBLE PRECISION, region TEXT, plan INTEGER, active BOOLEAN, person TEXT, at_ms BIGINT, at TIMESTAMPTZ, at_utc TIMESTAMP",
  sqlite: "weight REAL, region TEXT, plan INTEGER, active INTEGER, person TEXT, at_ms INTEGER, at TEXT, at_utc TEXT",
};

/** The statements that make a table and fill it; instants that MariaDB cannot hold are null there. */
export function tableStatements(dialect: Dialect, name: string, { rows, scoreType }: GeneratedTable): string[] {
  const create = `CREATE TABLE ${name} (score ${SCORE_TYPES[dialect][scoreType]}, ${COLUMNS[dialect]})${
    dialect === "clickhouse" ? " ENGINE = Memory" : ""
  }`;
  if (rows.length === 0) return [create];
  const before = dialect === "mariadb" ? ["SET time_zone = '+00:00'"] : [];
  // From here on in a zone that is not that of the test.
  const after = dialect === "mariadb" ? ["SET time_zone = '-07:00'"] : [];
  const times = dialect === "clickhouse" ? "at_ms" : `at_ms, ${dialect === "duckdb" ? '"at"' : "at"}, at_utc`;
  const values = rows.map((row) => `(${valuesOf(dialect, row).join(", ")})`);
  return [
    create,
    ...before,
    `INSERT INTO ${name} (score, weight, region, plan, active, person, ${times}) VALUES ${values.join(", ")}`,
    ...after,
  ];
}

function valuesOf(dialect: Dialect, row: AnswerRow): string[] {
  const { score, weight, region, plan, active, person, at } = row;
  const common = [score, weight, region, plan, active, person, at].map((value) => literal(dialect, value));
  if (dialect === "clickhouse") return common;
  const utc = new Date(at).toISOString().replace("T", " ").slice(0, -1);
  const isHeld = dialect !== "mariadb" || (at > 1000 && at < 2 ** 31 * 1000);
  return [...common, literal(dialect, isHeld ? instantText(dialect, at) : null), literal(dialect, utc)];
}

/** An instant as text; for SQLite, which stores it so, written in one of several offsets. */
function instantText(dialect: Dialect, at: number): string {
  if (dialect === "mariadb") return new Date(at).toISOString().replace("T", " ").slice(0, -1);
  const hours = dialect === "sqlite" ? (at % 5) * 2 : 0;
  const local = new Date(at + hours * 60 * 60 * 1000).toISOString().slice(0, -1);
  return `${local}${hours === 0 ? "Z" : `+0${hours}:00`}`;
}

/** A value as the engine reads it. */
export function literal(dialect: Dialect, value: string | number | boolean | null): string {
  if (typeof value !== "string") return String(value);
  const escaped = dialect === "clickhouse" || dialect === "mariadb" ? value.replaceAll("\\", "\\\\") : value;
  return `'${escaped.replaceAll("'", "''")}'`;
}

/** Placeholders of a dialect, and the values that they stand for. */
export interface Parameters {
  /** Adds a value and returns its placeholder. */
  add(value: unknown, clickhouseType: string): string;
  readonly values: Query["values"];
}

export function parametersOf(dialect: Dialect): Parameters {
  const list: unknown[] = [];
  const named: Record<string, unknown> = {};
  return {
    values: dialect === "clickhouse" ? named : list,
    add(value, clickhouseType) {
      const place = list.push(value);
      named[`p${place}`] = value;
      if (dialect === "clickhouse") return `{p${place}:${clickhouseType}}`;
      return dialect === "sqlite" || dialect === "mariadb" ? "?" : `$${place}`;
    },
  };
}
