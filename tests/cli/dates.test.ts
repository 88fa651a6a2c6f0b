import { describe, expect, it } from "vitest";
import { jsonOf, run, runCsv } from "./run.js";

/** The first instants of which a date is said to be, of a file with that one row. */
async function dayOf(date: string, options: string, every = "day") {
  const csv = `score,at\n9,"${date}"\n`;
  const { out, err } = await run(
    ["nps", "a.csv", "--score", "score", "--time", "at", "--every", every, "--format", "json", ...words(options)],
    {
      files: { "a.csv": csv },
    },
  );
  return out === "" ? err : JSON.parse(out).points[0].key;
}

function words(options: string): string[] {
  return [...options.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);
}

describe("--date-format", () => {
  it.each([
    ["03/04/2026", "dd/MM/yyyy", "2026-04-03"],
    ["03/04/2026", "MM/dd/yyyy", "2026-03-04"],
    ["3.4.26", "d.M.yy", "2026-04-03"],
    ["3.4.99", "d.M.yy", "1999-04-03"],
    ["11/1/2019 8:51:12 PM", '"M/d/yyyy h:mm:ss a"', "2019-11-01"],
    ["5 March 2026", '"d MMMM yyyy"', "2026-03-05"],
    ["20260305", "yyyyMMdd", "2026-03-05"],
    ["1713418460", "t", "2024-04-18"],
    ["1713418460123", "T", "2024-04-18"],
  ])("%s in %s is %s", async (date, format, key) => {
    expect(await dayOf(date, `--date-format ${format}`)).toBe(key);
  });

  it("is the time of clocks in the zone, unless it has an offset", async () => {
    const zone = "--time-zone America/New_York";
    expect(await dayOf("01/03/2026 01:30", `--date-format "dd/MM/yyyy HH:mm" ${zone}`, "hour")).toBe("2026-03-01T01");
    expect(await dayOf("01/03/2026 01:30 +0000", `--date-format "dd/MM/yyyy HH:mm xx" ${zone}`, "hour")).toBe(
      "2026-02-28T20",
    );
    expect(await dayOf("1772328600", `--date-format t ${zone}`, "hour")).toBe("2026-02-28T20");
  });

  it("takes Unix times of JSON", async () => {
    const files = { "a.json": '[{"score":9,"at":1713418460}]' };
    const line = "nps a.json --score score --time at --every month --format json --date-format t";
    expect((await jsonOf(run(line.split(" "), { files }))).points[0].key).toBe("2024-04");
  });
});

describe("what is no time is refused, with a reason", () => {
  it.each([
    ["03/04/2026", "", 'which may be day or month first: say --date-format "d/M/yyyy" or "M/d/yyyy"'],
    ["13/04/2026", "", 'say --date-format "d/M/yyyy"'],
    ["04.13.26 10:00", "", 'say --date-format "M.d.yy H:mm"'],
    ["3/4/2026, 8:51:12 PM", "", '"d/M/yyyy, h:mm:ss a" or "M/d/yyyy, h:mm:ss a"'],
    ["5 March 2026", "", "; say its --date-format"],
    ["1713418460", "", "say --date-format t for seconds, T for milliseconds"],
    ["2026-02-30", "", 'got "2026-02-30"\n'],
    ["", "", "expected a time, got none"],
    ["2026-03-04", "dd/MM/yyyy", 'expected a time like dd/MM/yyyy, got "2026-03-04"'],
    ["13/13/2026", "dd/MM/yyyy", "expected a time like dd/MM/yyyy"],
    ["03/04/26", "dd/MM/yyyy", 'expected a time like dd/MM/yyyy, got "03/04/26"'],
    ["31/02/2026", "dd/MM/yyyy", "expected a time like dd/MM/yyyy"],
  ])("%j with the format %j", async (date, format, reason) => {
    const said = await dayOf(date, format === "" ? "" : `--date-format ${format}`);
    expect(said).toContain(reason);
    expect(said).toContain("line 2, at");
  });

  it("numbers and objects of JSON", async () => {
    const files = { "a.json": '[{"score":9,"at":1713418460},{"score":9,"at":{"$date":1}},{"score":9,"at":[1]}]' };
    const { err } = await run(["nps", "a.json", "--score", "score", "--time", "at", "--every", "day"], { files });
    expect(err).toContain("item 1, at: expected a time in ISO 8601, got 1713418460; if it is a Unix time");
    expect(err).toContain("item 2, at: expected a time, got none");
    expect(err).toContain("item 3, at: expected a time in ISO 8601, such as 2026-03-05T14:00:00+08:00, got [1]");
  });
});

it("a zone that has no midnight on a day still has that day", async () => {
  const csv = "score,at\n9,2025-09-07T00:30\n";
  const { points } = await jsonOf(
    runCsv(csv, "nps a.csv --score score --time at --every day --time-zone America/Santiago --format json"),
  );
  expect(points[0]).toMatchObject({ key: "2025-09-07", n: 1 });
});
