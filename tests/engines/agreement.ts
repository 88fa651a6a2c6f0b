import { measure, segment, tally } from "../../src/index.js";
import type { SegmentKey } from "../../src/segment/group-rows.js";
import { compareKeys } from "../../src/segment/segment-keys.js";
import {
  type Condition,
  readSegments,
  readTally,
  readTrend,
  type StoredTime,
  type TallyQueryOptions,
  tallyQuery,
} from "../../src/sql/index.js";
import { type Every, latestPerRespondent, trend } from "../../src/trend/index.js";
import type { Adapter, Engine } from "./engine.js";
import { expectSame } from "./expect-same.js";
import type { AnswerRow, GeneratedTable } from "./generated-table.js";
import { type Random, randomOf } from "./random.js";
import { parametersOf, TIME_COLUMNS, tableStatements } from "./sql-of.js";

/** Which periods a table is followed by. */
const PERIODS: Record<GeneratedTable["span"], readonly Every[]> = {
  days: ["hour", "day", "week", "month", "quarter", "year"],
  months: ["day", "week", "month", "quarter", "year"],
  years: ["week", "month", "quarter", "year"],
};

/** What to part rows by: the option of a query, and the same for rows in memory. */
interface Parting {
  readonly by: string | Readonly<Record<string, string>>;
  readonly inMemory: ((row: AnswerRow) => SegmentKey) | Record<string, (row: AnswerRow) => SegmentKey>;
}

const PARTINGS: readonly Parting[] = [
  { by: "region", inMemory: (row) => row.region },
  { by: "plan", inMemory: (row) => row.plan },
  { by: { active: "active" }, inMemory: { active: (row) => row.active } },
  {
    by: { whereFrom: "region", Plan: "plan" },
    inMemory: { whereFrom: (row) => row.region, Plan: (row) => row.plan },
  },
  { by: { plan: "plan", active: "active" }, inMemory: { plan: (row) => row.plan, active: (row) => row.active } },
];

/** A condition, and the same for rows in memory. */
interface Filter {
  readonly where: Condition | undefined;
  readonly keeps: (row: AnswerRow) => boolean;
}

/** Throws unless an engine gives for a table what the library gives for its rows in memory. */
export async function expectAgreement(
  engine: Engine,
  dialect: Adapter["dialect"],
  table: GeneratedTable,
  seed: number,
): Promise<void> {
  const from = `answers_${seed}`;
  for (const statement of tableStatements(dialect, from, table)) await engine.exec(statement);
  const random = randomOf(seed + 1_000_000);
  const partings = PARTINGS.filter(({ by }) => hasBooleans(dialect) || !JSON.stringify(by).includes("active"));
  const { definition } = table;
  const metric = (answers: Parameters<typeof measure>[0]) => measure(answers, definition, { invalid: "exclude" });

  await expectTally();
  await expectSegments();
  await expectLatest();
  for (const every of PERIODS[table.span].filter(() => random.chance(0.6))) await expectTrend(every);
  await engine.exec(`DROP TABLE ${from}`);

  /** The options that all queries have in common, with the same for rows in memory. */
  function drawn() {
    const isWeighted = random.chance(0.5);
    const filter = random.chance(0.5) ? filterOf(dialect, random) : ALL_ROWS;
    const options = {
      dialect,
      from,
      score: "score",
      weight: isWeighted ? "weight" : undefined,
      where: filter.where,
      scale: random.chance(0.5) ? definition.scale : undefined,
    } satisfies TallyQueryOptions;
    const accessors = {
      score: (row: AnswerRow) => row.score,
      weight: isWeighted ? (row: AnswerRow) => row.weight : undefined,
    };
    return { isWeighted, options, accessors, rows: table.rows.filter(filter.keeps) };
  }

  async function rowsOf(options: TallyQueryOptions) {
    const { text, values } = tallyQuery(options);
    return engine.query(text, values);
  }

  async function expectTally() {
    const { isWeighted, options, rows } = drawn();
    const answers = answersOf(rows, isWeighted);
    expectSame(readTally(await rowsOf({ ...options, scale: undefined })), tally(answers), isWeighted);
    const onScale = readTally(await rowsOf({ ...options, scale: definition.scale }));
    expectSame(metric(onScale), metric(answers), isWeighted);
  }

  async function expectSegments() {
    const { isWeighted, options, accessors, rows } = drawn();
    const { by, inMemory } = random.pick(partings);
    const others = { metric, minN: random.pick([0, 0, 5]), totals: random.chance(0.5) };
    const read = readSegments(await rowsOf({ ...options, by }), others);
    expectSame(read, segment(inKeyOrder(rows, by), { ...others, ...accessors, by: inMemory }), isWeighted);
  }

  async function expectLatest() {
    const { isWeighted, options, accessors, rows } = drawn();
    const storedAs = random.pick(STORED);
    const { by, inMemory } = random.pick(partings);
    const latest = latestPerRespondent(rows, { respondent: (row) => row.person, time: (row) => row.at });
    const query = { ...options, time: { column: TIME_COLUMNS[storedAs], storedAs }, respondent: "person" };
    expectSame(metric(readTally(await rowsOf(query))), metric(answersOf(latest, isWeighted)), isWeighted);
    const read = readSegments(await rowsOf({ ...query, by }), { metric });
    expectSame(read, segment(latest, { metric, ...accessors, by: inMemory }), isWeighted);
  }

  async function expectTrend(every: Every) {
    const { isWeighted, options, accessors, rows } = drawn();
    const storedAs = random.pick(STORED);
    const parting = random.chance(0.5) ? random.pick(partings) : undefined;
    const isLatest = random.chance(0.3);
    const limits =
      options.where === undefined && random.chance(0.4) ? limitsOf(dialect, table.rows, random) : undefined;
    const calendar = {
      every,
      timeZone: table.timeZone,
      weekStartsOn: random.pick([undefined, random.below(8)]),
      fiscalYearStartMonth: random.pick([undefined, 1 + random.below(12)]),
    };
    const common = {
      metric,
      ...calendar,
      from: limits?.from,
      to: limits?.to,
      rolling:
        isLatest || random.chance(0.5)
          ? undefined
          : rollingOf(every, limits !== undefined || SKIPS_MIDNIGHT.includes(table.timeZone), random),
    };
    const read = await rowsOf({
      ...options,
      where: limits?.where ?? options.where,
      by: parting?.by,
      time: { column: TIME_COLUMNS[storedAs], storedAs, ...calendar },
      respondent: isLatest ? "person" : undefined,
    });
    const inMemory = {
      ...common,
      ...accessors,
      time: (row: AnswerRow) => row.at,
      respondent: isLatest ? (row: AnswerRow) => row.person : undefined,
    };
    // Series are of the segments that have rows; in memory also of those that from and to leave none of.
    const within = parting === undefined ? rows : rows.filter(limits?.keeps ?? (() => true));
    expectSame(
      readTrend(read, common),
      parting === undefined || read.length === 0
        ? trend(within, inMemory)
        : trend(within, { ...inMemory, by: parting.inMemory }),
      isWeighted,
    );
    if (parting !== undefined && !isLatest)
      expectSame(readTrend(read, { ...common, by: false }), trend(within, inMemory), isWeighted);
  }
}

/**
 * Rows in the order of their keys, in which readers put those of a query: of equally small segments, the one that comes first is
 * suppressed with those that are too small.
 */
function inKeyOrder(rows: readonly AnswerRow[], by: Parting["by"]): AnswerRow[] {
  const columns = (typeof by === "string" ? [by] : Object.values(by)) as (keyof AnswerRow)[];
  return [...rows].sort((a, b) => columns.reduce((order, column) => order || compareKeys(a[column], b[column]), 0));
}

const STORED: readonly StoredTime[] = ["instant", "utc", "epoch-ms"];

const ALL_ROWS: Filter = { where: undefined, keeps: () => true };

function hasBooleans(dialect: Adapter["dialect"]): boolean {
  return dialect !== "sqlite" && dialect !== "mariadb";
}

function answersOf(rows: readonly AnswerRow[], isWeighted: boolean) {
  return rows.map(({ score, weight }) => (isWeighted ? { score, weight } : score));
}

/** A condition with placeholders; null is neither equal nor unequal to anything. */
function filterOf(dialect: Adapter["dialect"], random: Random): Filter {
  const parameters = parametersOf(dialect);
  const plan = random.below(3);
  const region = random.pick(["O'Brien", "a'; DROP TABLE answers; --", "x\\y", "日本"]);
  // Two placeholders of text where the engine has no collation of its own.
  const isText = dialect !== "mariadb" && random.chance(0.7);
  if (!isText) {
    const text = `plan <= ${parameters.add(plan, "Int32")} OR weight > ${parameters.add(4.5, "Float64")}`;
    return {
      where: { text, values: parameters.values },
      keeps: (row) => (row.plan !== null && row.plan <= plan) || row.weight > 4.5,
    };
  }
  const text = `plan <= ${parameters.add(plan, "Int32")} AND region <> ${parameters.add(region, "String")}`;
  return {
    where: { text, values: parameters.values },
    keeps: (row) => row.plan !== null && row.plan <= plan && row.region !== null && row.region !== region,
  };
}

/** Instants between which rows count, with the condition that says so. */
function limitsOf(dialect: Adapter["dialect"], rows: readonly AnswerRow[], random: Random) {
  if (rows.length === 0) return undefined;
  const [from, to] = [random.pick(rows).at, random.pick(rows).at + random.below(2)].sort((a, b) => a - b) as [
    number,
    number,
  ];
  const parameters = parametersOf(dialect);
  const text = `at_ms >= ${parameters.add(from, "Int64")} AND at_ms < ${parameters.add(to, "Int64")}`;
  return {
    from,
    to,
    where: { text, values: parameters.values },
    keeps: (row: AnswerRow) => row.at >= from && row.at < to,
  };
}

/** Zones in which days start at 01:00 where clocks skip midnight: in memory, a window of days up to such a start begins at 01:00 too. */
const SKIPS_MIDNIGHT = ["Africa/Cairo", "America/Havana", "America/Sao_Paulo", "Asia/Amman", "Pacific/Apia"];

/** A window of whole periods. */
function rollingOf(every: Every, isCut: boolean, random: Random) {
  const hasWholeDays = (every === "hour" || every === "day" || every === "week") && !isCut;
  if (!hasWholeDays || random.chance(0.5)) return { periods: 1 + random.below(3) };
  return { days: every === "week" ? 7 * (1 + random.below(3)) : 1 + random.below(10) };
}
