import { describe, expect, it } from "vitest";
import { CES, CSAT, NPS } from "../../src/index.js";
import { type TallyQueryOptions, tallyQuery } from "../../src/sql/index.js";
import { runLine } from "./run.js";

const survey = { dialect: "postgres", from: ["survey"], score: "q" } as const;
const month = { column: "at", every: "month", timeZone: "Asia/Shanghai" } as const;

describe("--sql", () => {
  it.each<[string, TallyQueryOptions]>([
    ["nps --score q --sql postgres --table survey", { ...survey, scale: NPS.scale }],
    [
      "csat not-there.csv --score q --weight w --by region --sql duckdb --table main.survey",
      { ...survey, dialect: "duckdb", from: ["main", "survey"], weight: "w", by: "region", scale: CSAT.scale },
    ],
    [
      "segment --metric ces --score q --by region,地区 --sql sqlite --table survey",
      { ...survey, dialect: "sqlite", by: { region: "region", column_2: "地区" }, scale: CES.scale },
    ],
    [
      "trend --metric nps --score q --time at --every month --time-zone Asia/Shanghai --sql clickhouse --table survey",
      { ...survey, dialect: "clickhouse", time: month, scale: NPS.scale },
    ],
    [
      "nps --score q --time at --every week --week-starts-on 0 --respondent id --sql postgres --table survey",
      { ...survey, time: { column: "at", every: "week", weekStartsOn: 0 }, respondent: "id", scale: NPS.scale },
    ],
    [
      "nps --score q --scale 0-10 --time at --respondent id --sql mariadb --table survey",
      { ...survey, dialect: "mariadb", time: { column: "at" }, respondent: "id", scale: NPS.scale },
    ],
  ])("%s", async (line, options) => {
    expect(await runLine(line)).toMatchObject({ code: 0, out: `${tallyQuery(options).text}\n`, err: "" });
  });

  it.each([
    [
      "--sql oracle --table survey",
      '--sql must be clickhouse or duckdb or mariadb or postgres or sqlite or ansi, got "oracle"',
    ],
    ["--sql postgre --table survey", 'got "postgre"; did you mean "postgres"'],
    ["--sql postgres", "--sql needs --table"],
    ["--table survey", "--table needs --sql"],
    ["--sql postgres --table public..survey", "--table must be a name of one or more characters"],
    ["--sql postgres --table survey --missing 11", "--sql does not go with --missing"],
    ["--sql postgres --table survey --chart a.html", "--sql does not go with --chart"],
    ["--sql ansi --table survey --time at --every month", "--every: the dialect ansi has no periods"],
    ["--sql postgres --table survey --time at --every fortnight", "--every must be hour or day"],
    ["--sql postgres --table survey --time at --every day --time-zone Mars", "--time-zone"],
  ])("refuses %s", async (line, problem) => {
    const { code, out, err } = await runLine(`nps --score q ${line}`);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(problem);
  });
});
