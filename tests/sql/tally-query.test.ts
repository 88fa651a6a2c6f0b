import { describe, expect, it } from "vitest";
import { type DialectName, type TallyQueryOptions, tallyQuery } from "../../src/sql/index.js";

const DIALECTS: readonly DialectName[] = ["ansi", "clickhouse", "duckdb", "mariadb", "postgres", "sqlite"];
const some = { dialect: "duckdb", from: "survey", score: "nps" } as const;
const linesOf = (options: Partial<TallyQueryOptions>) => tallyQuery({ ...some, ...options }).text.split("\n");
/** By what a query groups, without the rating. */
const periodOf = (dialect: DialectName, time: TallyQueryOptions["time"]) =>
  linesOf({ dialect, time })
    .find((line) => line.startsWith("  GROUP BY "))!
    .replace("  GROUP BY ", "")
    .replace(/, [^,]*$/, "");

describe("the text of a query", () => {
  it("counts each rating", () => {
    expect(tallyQuery(some)).toEqual({
      text: [
        "SELECT cx_score AS score, cx_n AS n",
        "FROM (",
        '  SELECT r."nps" AS cx_score, COUNT(*) AS cx_n',
        '  FROM "survey" AS r',
        '  GROUP BY r."nps"',
        ") AS t",
      ].join("\n"),
      values: [],
    });
  });

  it("parts by keys, passes the condition through and sums weights in double precision", () => {
    expect(
      linesOf({
        dialect: "postgres",
        from: ["public", "survey"],
        weight: "w",
        by: { region: "region", planName: "plan" },
        where: { text: "country = $1", values: ["FR"] },
      }),
    ).toEqual([
      'SELECT cx_by_region AS by_region, cx_by_planName AS "by_planName", cx_score AS score, cx_n AS n, cx_weight AS weight, ' +
        "cx_weight_sq AS weight_sq, cx_weighted AS weighted, cx_least_weight AS least_weight",
      "FROM (",
      '  SELECT r."region" AS cx_by_region, r."plan" AS cx_by_planName, r."nps" AS cx_score, COUNT(*) AS cx_n, ' +
        'SUM(CAST(r."w" AS DOUBLE PRECISION)) AS cx_weight, ' +
        'SUM(CAST(r."w" AS DOUBLE PRECISION) * CAST(r."w" AS DOUBLE PRECISION)) AS cx_weight_sq, ' +
        'COUNT(CAST(r."w" AS DOUBLE PRECISION)) AS cx_weighted, MIN(CAST(r."w" AS DOUBLE PRECISION)) AS cx_least_weight',
      '  FROM "public"."survey" AS r',
      "  WHERE (country = $1",
      "  )",
      '  GROUP BY r."region", r."plan", r."nps"',
      ") AS t",
    ]);
  });

  it("keeps the latest answer of each respondent, with a time or without, in each segment and period", () => {
    const respondent = "who";
    const first =
      'CASE WHEN r."at" IS NULL THEN 0 ELSE 1 END, r."at" DESC, CASE WHEN r."nps" IS NULL THEN 1 ELSE 0 END, r."nps"';
    expect(linesOf({ respondent, time: { column: "at" }, by: "region" })).toEqual([
      "SELECT cx_by_key AS by_key, cx_score AS score, cx_n AS n, cx_latest AS latest",
      "FROM (",
      '  SELECT r."region" AS cx_by_key, r."nps" AS cx_score, COUNT(*) AS cx_n, COUNT(r."at") AS cx_latest',
      "  FROM (",
      `    SELECT r.*, ROW_NUMBER() OVER (PARTITION BY r."who" ORDER BY ${first}) AS cx_place`,
      '    FROM "survey" AS r',
      "  ) AS r",
      '  WHERE r.cx_place = 1 OR r."who" IS NULL',
      '  GROUP BY r."region", r."nps"',
      ") AS t",
    ]);
    const period = periodOf("duckdb", { column: "at", every: "day" });
    const window = linesOf({ respondent, time: { column: "at", every: "day" }, by: "region" }).find((line) =>
      line.includes("ROW_NUMBER"),
    );
    expect(window).toContain(`PARTITION BY r."region", ${period}, r."who" ORDER BY`);
  });

  it("puts the condition where the rows are, not where the latest ones have been found", () => {
    const lines = linesOf({ respondent: "who", time: { column: "at" }, where: { text: "a = 1" } });
    expect(lines.indexOf("    WHERE (a = 1")).toBe(lines.indexOf('    FROM "survey" AS r') + 1);
  });

  it("ends a comment at the end of the condition before its own bracket", () => {
    const lines = linesOf({ where: { text: "a = 1 -- the first wave" } });
    expect(lines.slice(lines.indexOf("  WHERE (a = 1 -- the first wave") + 1)[0]).toBe("  )");
  });

  it("makes one row of ratings off the scale, with the rounding that metrics allow", () => {
    const isOn = '(r."nps" BETWEEN 0 AND 10 AND ABS(r."nps" - ROUND(r."nps")) <= 1e-15 * ABS(r."nps"))';
    const lines = linesOf({ scale: { min: 0, max: 10 } });
    expect(lines[2]).toBe('  SELECT MIN(r."nps") AS cx_score, COUNT(*) AS cx_n');
    expect(lines[4]).toBe(
      `  GROUP BY CASE WHEN ${isOn} THEN r."nps" END, CASE WHEN r."nps" IS NULL OR ${isOn} THEN 0 ELSE 1 END`,
    );
    expect(linesOf({ scale: { min: -1, max: 1, step: null } })[4]).toContain('THEN r."nps" END');
    expect(linesOf({ scale: { min: -1, max: 1, step: null } })[4]).not.toContain("ROUND");
    expect(linesOf({ scale: { min: 1, max: 5 } })[4]).toContain('<= 1e-15 * (ABS(r."nps") + 1))');
    expect(linesOf({ scale: { min: 0, max: 10, step: 5 } })[4]).toContain('(r."nps" - (0)) / 5.0');
    expect(linesOf({ scale: { min: 0.5, max: 2.5 } })[4]).toContain('(r."nps" - (0.5)) / 1.0');
    expect(linesOf({ scale: { min: -1, max: 1, step: 0.5 } })[4]).toContain('(r."nps" - (-1)) / 0.5');
    expect(linesOf({ scale: { min: -1, max: 1, step: 0.5 } })[4]).toContain('(ABS(r."nps") + 1) / 0.5');
  });

  it("has values as the driver takes them", () => {
    const values = { country: "FR" };
    const query = tallyQuery({ ...some, where: { text: "c = {country:String}", values } });
    values.country = "DE";
    expect(query.values).toEqual({ country: "FR" });
    expect(tallyQuery({ ...some, where: { text: "c IS NULL" } }).values).toEqual([]);
  });

  it("groups text in MariaDB byte by byte, and shows one of a group", () => {
    const lines = linesOf({ dialect: "mariadb", by: "region", respondent: "who", time: { column: "at" } });
    expect(lines[2]).toContain("MIN(r.`region`) AS cx_by_key");
    expect(lines.at(-2)).toBe("  GROUP BY CAST(r.`region` AS BINARY), r.`nps`");
    expect(lines[4]).toContain("PARTITION BY CAST(r.`who` AS BINARY) ORDER BY");
  });
});

describe("periods", () => {
  const month = { column: "at", every: "month", timeZone: "Asia/Tokyo" } as const;

  it.each([
    [
      "duckdb",
      "date_trunc('month', timezone('Asia/Tokyo', make_timestamptz(epoch_us(r.\"at\"))))",
      (start: string) => `strftime(${start}, '%Y-%m-%d %H:%M:%S')`,
    ],
    [
      "postgres",
      "date_trunc('month', (to_timestamp(extract(epoch from r.\"at\")) AT TIME ZONE 'Asia/Tokyo'))",
      (start: string) => `to_char(${start}, 'YYYY-MM-DD HH24:MI:SS')`,
    ],
    [
      "clickhouse",
      "toDate32(toTimezone(r.`at`, 'Asia/Tokyo')) - (toDayOfMonth(toDate32(toTimezone(r.`at`, 'Asia/Tokyo'))) - 1)",
      (start: string) => `concat(toString(${start}), ' 00:00:00')`,
    ],
  ] as const)("of %s, grouped by before they are written out", (dialect, start, textOf) => {
    expect(periodOf(dialect, month)).toBe(start);
    expect(linesOf({ dialect, time: month })[2]).toContain(`${textOf(start)} AS cx_period`);
  });

  it("of DuckDB in UTC, without zones, which take long", () => {
    expect(periodOf("duckdb", { ...month, timeZone: "UTC" })).toBe(
      "date_trunc('month', make_timestamp(epoch_us(r.\"at\")))",
    );
  });

  it("of MariaDB, in years that it can convert", () => {
    const local = "CONVERT_TZ(r.`at`, '+00:00', 'Asia/Tokyo')";
    const text = `CASE WHEN r.\`at\` > '1970-01-01' AND r.\`at\` < '2038-01-19' THEN DATE_FORMAT(${local} - INTERVAL DAYOFMONTH(${local}) - 1 DAY, '%Y-%m-%d 00:00:00') END`;
    const time = { ...month, storedAs: "utc" } as const;
    expect(periodOf("mariadb", time)).toBe(text);
    expect(linesOf({ dialect: "mariadb", time })[2]).toContain(`MIN(${text}) AS cx_period`);
    expect(periodOf("mariadb", { ...time, timeZone: "UTC" })).toContain("'+00:00', '+00:00'");
  });

  it("of SQLite, in UTC alone", () => {
    expect(periodOf("sqlite", { ...month, timeZone: "UTC" })).toBe("strftime('%Y-%m-01 00:00:00', r.\"at\")");
    expect(periodOf("sqlite", { ...month, timeZone: undefined, storedAs: "epoch-ms" })).toBe(
      "strftime('%Y-%m-01 00:00:00', r.\"at\" / 1000.0, 'unixepoch')",
    );
    expect(() => periodOf("sqlite", month)).toThrow(
      new RangeError('timeZone must be UTC, as SQLite knows no other time zone, got "Asia/Tokyo"'),
    );
  });

  it("start when weeks and years do", () => {
    const text = (time: Partial<TallyQueryOptions["time"]>) =>
      periodOf("duckdb", { column: "at", ...time } as TallyQueryOptions["time"]);
    const shiftOf = (period: string) => /INTERVAL '(.*?)'/.exec(period)?.[1];
    expect([1, 2, 3, 4, 5, 6, 7, 0].map((day) => shiftOf(text({ every: "week", weekStartsOn: day })))).toEqual([
      undefined,
      "1 days",
      "2 days",
      "3 days",
      "4 days",
      "5 days",
      "6 days",
      "6 days",
    ]);
    expect(shiftOf(text({ every: "quarter", fiscalYearStartMonth: 4 }))).toBe("3 months");
    expect(shiftOf(text({ every: "year", fiscalYearStartMonth: 12 }))).toBe("11 months");
    // What they do not bear upon is as before.
    for (const every of ["hour", "day", "month"] as const)
      expect(text({ every, weekStartsOn: 3, fiscalYearStartMonth: 4 })).toBe(text({ every }));
  });

  it("are not those of zones that PostgreSQL takes for something else", () => {
    for (const timeZone of ["CET", "EET", "MET", "WET", "cet"])
      expect(() => periodOf("postgres", { ...month, timeZone })).toThrow(RangeError);
    expect(periodOf("postgres", { ...month, timeZone: "EST" })).toContain("'EST'");
    expect(periodOf("duckdb", { ...month, timeZone: "CET" })).toContain("'CET'");
  });
});

describe("names", () => {
  it.each([
    ["ansi", `"a""b\`c'd\\e"`],
    ["duckdb", `"a""b\`c'd\\e"`],
    ["postgres", `"a""b\`c'd\\e"`],
    ["sqlite", `"a""b\`c'd\\e"`],
    ["mariadb", "`a\"b``c'd\\e`"],
    ["clickhouse", "`a\"b\\`c'd\\\\e`"],
  ] as const)("are quoted by the rule of %s", (dialect, quoted) => {
    const name = "a\"b`c'd\\e";
    const lines = linesOf({ dialect, from: [name, "x.y"], score: name });
    const mark = quoted[0];
    expect(lines[2]).toBe(`  SELECT r.${quoted} AS cx_score, COUNT(*) AS cx_n`);
    expect(lines[3]).toBe(`  FROM ${quoted}.${mark}x.y${mark} AS r`);
  });

  it.each(DIALECTS)("that no text can hold are refused: %s", (dialect) => {
    for (const name of ["", "a\0", "\ud800", "a\udc00b", undefined, 5, null, ["a"]] as string[])
      for (const options of [{ score: name }, { by: { x: name } }, { respondent: name, time: { column: "at" } }])
        if (Object.values(options)[0] !== undefined)
          expect(() => tallyQuery({ ...some, dialect, ...options })).toThrow(
            /(score|by\.x|respondent) must be a name of one or more characters, none of them NUL/,
          );
    expect(tallyQuery({ ...some, dialect, score: "日本" }).text).toContain("日本");
  });

  it("that an engine cuts off or changes are refused", () => {
    const tally = (dialect: DialectName, score: string) => () => tallyQuery({ ...some, dialect, score });
    expect(tally("postgres", "é".repeat(32))).toThrow("at most 63 bytes long, as PostgreSQL cuts off what is longer");
    expect(tally("postgres", `${"é".repeat(31)}x`)).not.toThrow();
    expect(tally("mariadb", "é".repeat(65))).toThrow("at most 64 characters long in MariaDB");
    expect(tally("mariadb", "é".repeat(64))).not.toThrow();
    for (const name of ["🎉", "a ", "a\t", " "])
      expect(tally("mariadb", name)).toThrow("without emoji and without a space at its end in MariaDB");
    for (const name of [" a", "a\u00a0", "日本"]) expect(tally("mariadb", name)).not.toThrow();
    for (const dialect of ["ansi", "clickhouse", "duckdb", "sqlite"] as const)
      expect(tally(dialect, `${"🎉".repeat(70)} `)).not.toThrow();
  });

  it("of a table come in parts", () => {
    for (const from of [[], {}, 5, undefined] as unknown as string[])
      expect(() => tallyQuery({ ...some, from })).toThrow("from must be the name of a table, or a list of its parts");
    expect(() => tallyQuery({ ...some, from: ["a", ""] })).toThrow("from must be a name of one or more characters");
  });

  it("of your own are plain, and differ by more than capitals", () => {
    for (const name of ["a b", 'a"', "", "é", "x".repeat(41), "a-b"])
      expect(() => tallyQuery({ ...some, by: { [name]: "region" } })).toThrow(
        "a name of your own in by must be made of",
      );
    expect(() => tallyQuery({ ...some, by: { plan: "a", other: "b", Plan: "c" } })).toThrow(
      'a name of your own in by must be one that differs by more than capitals, got "Plan"',
    );
    for (const by of [["region"], {}, new Map([["region", "region"]]), 5])
      expect(() => tallyQuery({ ...some, by: by as never })).toThrow("by must be the name of a column, or an object");
  });
});

describe("wrong calls", () => {
  it.each([
    [
      { dialect: "mysql" },
      'dialect must be ansi or clickhouse or duckdb or mariadb or postgres or sqlite, got "mysql"',
    ],
    [
      { dialect: "toString" },
      'dialect must be ansi or clickhouse or duckdb or mariadb or postgres or sqlite, got "toString"',
    ],
    [{ dialect: undefined }, "dialect must be"],
    [
      { dialect: { toString: null } },
      "dialect must be ansi or clickhouse or duckdb or mariadb or postgres or sqlite, got an object",
    ],
    [
      { respondent: "who", time: null },
      "time must be given with respondent, to tell which answer is the latest, got null",
    ],
    [{ respondent: "who" }, "time must be given with respondent, to tell which answer is the latest, got undefined"],
    [{ where: { text: " " } }, "where must be { text, values } with a condition as text"],
    [{ where: "a = 1" }, "where must be { text, values } with a condition as text"],
    [{ time: { column: "at", every: "minute" } }, "every must be hour or day or"],
    [{ time: { column: "at", every: "day", storedAs: "seconds" } }, "time.storedAs must be instant or utc or epoch-ms"],
    [{ time: { column: "at", storedAs: "seconds" }, respondent: "who" }, "time.storedAs must be instant or utc"],
    [{ time: { column: "at", every: "week", weekStartsOn: 8 } }, "weekStartsOn must be a whole number from 0 to 7"],
    [{ time: { column: "at", every: "year", fiscalYearStartMonth: 0 } }, "fiscalYearStartMonth must be a whole number"],
    [{ time: { column: "at", every: "day", timeZone: "Mars/Base" } }, "timeZone must be an IANA time zone"],
    [{ time: { column: "at", every: "day", timeZone: "UTC'; DROP TABLE x" } }, "timeZone must be an IANA time zone"],
    [
      { dialect: "ansi", time: { column: "at", every: "day" } },
      "the dialect ansi has no periods, as engines differ in them",
    ],
    [{ scale: { min: 10, max: 0 } }, "scale: scale.max must be above scale.min"],
    [{ scale: { min: "0; DROP TABLE x", max: 10 } }, "scale: scale.min must be"],
    [{ scale: { min: 0, max: 10, step: 3 } }, "scale: scale.step must be"],
  ])("%j", (options, message) => {
    expect(() => tallyQuery({ ...some, ...options } as TallyQueryOptions)).toThrow(message);
  });

  it("are none without options too", () => {
    for (const options of [undefined, null, "x"] as never[])
      expect(() => tallyQuery(options)).toThrow("options must be an object");
  });
});
