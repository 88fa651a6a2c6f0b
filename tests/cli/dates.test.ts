import { describe, expect, it, onTestFinished, vi } from "vitest";
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
    ["03/2026", "MM/yyyy", "2026-03-01"],
    ["2026-Q2", "yyyy-QQQ", "2026-04-01"],
    ["2026-W10-2", "\"RRRR-'W'II-i\"", "2026-03-03"],
    ["5th March 2026", '"do MMMM yyyy"', "2026-03-05"],
    ["2026年3月5日 下午", "\"yyyy年M月d日 '下午'\"", "2026-03-05"],
    ["2026-03-05T14:07:09Z", "\"yyyy-MM-dd'T'HH:mm:ssX\"", "2026-03-05"],
    ["2026-03-05 14.07.09,123", '"yyyy-MM-dd HH.mm.ss,SSS"', "2026-03-05"],
    ["12:30 AM, 3/5/2026", '"h:mm a, M/d/yyyy"', "2026-03-05"],
    ["3/5/2026 0:30 PM", '"M/d/yyyy K:mm a"', "2026-03-05"],
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

  it.each([
    ["dd/mm/yyyy", "a month, MM (mm are minutes), such as dd/MM/yyyy"],
    ["dd/mm/yyyy HH:mm", "a month, MM (mm are minutes)"],
    ["dd/yyyy", "a month, MM"],
    ["d QQQ yyyy", "a month, MM"],
    ["yyyy", "a month, MM"],
    ["yyyy HH:mm", "a month, MM"],
    ["yyyy 'MM'", "a month, MM"],
    ["yyyy-mm-dd HH:MM", "minutes (mm) behind hours, seconds (ss) behind minutes, and months as MM"],
    ["HH:MM dd/mm/yyyy", "minutes (mm) behind hours"],
    ["dd/MM/yyyy mm", "minutes (mm) behind hours"],
    ["mm dd/MM/yyyy", "minutes (mm) behind hours"],
    ["dd/MM/yyyy HH:ss", "minutes (mm) behind hours, seconds (ss) behind minutes"],
    ["dd/MM/yyyy HH:mm:SS", "minutes (mm) behind hours, seconds (ss) behind minutes"],
    ["dd/MM/yyyy hh:mm", "a for am and pm beside h, or HH for 24 hours, such as M/d/yyyy h:mm a"],
    ["dd/MM/yyyy h:mm 'a'", "a for am and pm beside h"],
    ["dd/MM/yyyy KK:mm", "a for am and pm beside h"],
    ["DD/MM/YYYY", "dd for days and yyyy for years, such as dd/MM/yyyy"],
    ["dd/MM/YYYY", "dd for days and yyyy for years"],
    ["yyyy-DDD", "dd for days and yyyy for years"],
    ["yyyy-MM-ddTHH:mm", "letters of date-fns, and others in quotes, such as yyyy-MM-dd'T'HH:mm:ssX"],
    ["yyyy-MM-dd HH:mm:ss Z", "letters of date-fns, and others in quotes"],
    ["MMM dd yyyy at HH:mm", "letters of date-fns, and others in quotes"],
    ["dd/MM", "a year, such as dd/MM/yyyy"],
    ["dd/MM 'yyyy'", "a year"],
    ["'dd/MM/yyyy", "a year"],
    ["dd/MM/yyyy HH:mm a", "each part of a time once, in letters that go together"],
    ["dd/MM/yyyy MMM", "each part of a time once"],
    ["RRRR-MM-dd", "each part of a time once, in letters that go together"],
  ])("%s is refused before a row is read", async (format, allowed) => {
    const warned = vi.spyOn(console, "warn").mockImplementation(() => {});
    onTestFinished(() => warned.mockRestore());
    const args = ["nps", "a.csv", "--score", "nps", "--time", "at", "--every", "month", "--date-format", format];
    const { code, out, err } = await run(args, { files: { "a.csv": "nps,at\n9,14/01/2026\n" } });
    expect(err).toMatch(/^cx-metrics: [^\n]+\n$/);
    expect([code, out, err]).toEqual([2, "", expect.stringContaining(`--date-format must have ${allowed}`)]);
    expect(err).toContain(`, got "${format}"\n`);
    expect(warned).not.toHaveBeenCalled();
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
    ["5 Mars 2026", "", "; say its --date-format"],
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
