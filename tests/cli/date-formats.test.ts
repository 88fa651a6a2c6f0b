import { expect, it } from "vitest";
import { jsonOf, runCsv } from "./run.js";

it.each([
  ["2026/3/5", "2026/12/15", "yyyy/M/d"],
  ["2026/3/5 9:05", "2026/12/15 14:30", "yyyy/M/d H:mm"],
  ["2026/3/5 9:05:07", "2026/12/15 14:30:00", "yyyy/M/d H:mm:ss"],
  ["2026/3/5 9:05 AM", "2026/12/15 2:30 PM", "yyyy/M/d h:mm a"],
  ["2026/03/05 9:05:07 AM GMT+1", "2026/12/15 2:30:00 PM GMT-3:30", "yyyy/M/d h:mm:ss a XXX"],
  ["2026/3/5, 9:05", "2026/12/15, 14:30", "yyyy/M/d, H:mm"],
  ["31/3/2026, 9:05", "15/12/2026, 14:30", "d/M/yyyy, H:mm"],
  ["2026-3-5", "2026-12-15", "yyyy-M-d"],
  ["2026.3.5", "2026.12.15", "yyyy.M.d"],
  ["2026年3月5日", "2026年12月15日", "yyyy年M月d日"],
  ["2026年3月5日 9:05", "2026年12月15日 14:30", "yyyy年M月d日 H:mm"],
  ["2026年03月05日09:05:07", "2026年12月15日14:30:00", "yyyy年M月d日H:mm:ss"],
  ["2026年3月5日 9时05分", "2026年12月15日 14时30分", "yyyy年M月d日 H时mm分"],
  ["2026年3月5日9点05分07秒", "2026年12月15日14点30分00秒", "yyyy年M月d日H点mm分ss秒"],
  ["2026/3/5 上午9:05", "2026/12/15 下午2:30", "yyyy/M/d ah:mm"],
  ["2026-3-5 上午 9:05:07", "2026-12-15 下午 2:30:00", "yyyy-M-d a h:mm:ss"],
  ["2026年3月5日 上午9时05分", "2026年12月15日 下午2时30分", "yyyy年M月d日 ah时mm分"],
  ["2026/03/05 9:05:07 上午", "2026/12/15 2:30:00 下午", "yyyy/M/d h:mm:ss a"],
  ["2026-03-05 09:05:07 UTC", "2026-12-15 14:30:00 UTC", "yyyy-M-d H:mm:ss XXX"],
  ["2026-03-05 09:05:07 UTC+08:00", "2026-12-15 14:30:00 UTC-3", "yyyy-M-d H:mm:ss XXX"],
  ["2026-03-05 09:05:07 -0800", "2026-12-15 14:30:00 +0100", "yyyy-M-d H:mm:ss XX"],
  ["2026-03-05 09:05 -08:00", "2026-12-15 14:30 +01:00", "yyyy-M-d H:mm XXX"],
  ["3/15/2026 9:05 AM UTC", "12/15/2026 2:30 PM UTC", "M/d/yyyy h:mm a XXX"],
  ["Mar 5, 2026", "Dec 15, 2026", "MMM d, yyyy"],
  ["March 5, 2026", "May 15, 2026", "MMMM d, yyyy"],
  ["Mar 5, 2026 9:05 AM", "Dec 15, 2026 2:30 PM", "MMM d, yyyy h:mm a"],
  ["05 Mar 2026", "15 Dec 2026", "d MMM yyyy"],
  ["05-MAR-26", "15-DEC-26", "d-MMM-yy"],
  ["5 March 2026 09:05:07 +0000", "15 December 2026 14:30:00 +0000", "d MMMM yyyy H:mm:ss XX"],
  ["20260305", "20261215", "yyyyMMdd"],
  ["20260305090507", "20261215143000", "yyyyMMddHHmmss"],
])("a column of %s and %s is of times, in a format that reads them", async (one, other, format) => {
  const csv = `at,nps\n"${one}",9\n"${other}",2\n`;
  const { columns } = await jsonOf(runCsv(csv, "describe a.csv --format json"));
  expect(columns[0]).toMatchObject({ kind: "time", use: `--time --date-format "${format}"` });

  const line = "nps a.csv --score nps --time at --every month --format json";
  expect((await runCsv(csv, line)).err).toContain(`say --date-format "${format}"`);
  const { points } = await jsonOf(runCsv(csv, `${line} --date-format "${format}"`));
  expect(points.at(0)).toMatchObject({ key: "2026-03", score: 100 });
  expect(points.at(-1)).toMatchObject({ key: /May/.test(other) ? "2026-05" : "2026-12", score: -100 });
});

it.each([
  ["2026/3/5 上午0:30", "2026-03-05T00", "yyyy/M/d aK:mm"],
  ["2026/3/5 上午12:30", "2026-03-05T00", "yyyy/M/d ah:mm"],
  ["2026/3/5 下午12:30", "2026-03-05T12", "yyyy/M/d ah:mm"],
  ["2026/3/5 下午11:30", "2026-03-05T23", "yyyy/M/d ah:mm"],
])("%s is in the hour %s", async (time, hour, format) => {
  const line = `nps a.csv --score nps --time at --every hour --date-format "${format}" --format json`;
  const { points } = await jsonOf(runCsv(`at,nps\n${time},9\n`, line));
  expect(points).toMatchObject([{ key: hour, n: 1 }]);
});

it.each(["2026/3/514:03", "20261305", "2026年3月", "12345678", "202603051"])(
  "%s is in no known format",
  async (time) => {
    const { err } = await runCsv(`at,nps\n${time},9\n`, "nps a.csv --score nps --time at --every month");
    expect(err).toContain("; say its --date-format\n");
  },
);

it.each([
  ["2026/04/01 7:59:59 AM GMT+8", "2026-03-31T23:59:59Z"],
  ["2026/03/31 8:29:59 PM GMT-3:30", "2026-03-31T23:59:59Z"],
  ["2026/04/01 12:00:00 AM GMT", "2026-04-01T00:00:00Z"],
  ["2026/04/01 7:59:59 上午 GMT+8", "2026-03-31T23:59:59Z"],
  ["2026/04/01 12:00:00 AM UTC", "2026-04-01T00:00:00Z"],
  ["2026/04/01 7:59:59 AM UTC+08:00", "2026-03-31T23:59:59Z"],
  ["2026/04/01 7:59:59 AM UTC+0800", "2026-03-31T23:59:59Z"],
])("%s, as forms write it, is %s", async (at, instant) => {
  const line = `nps a.csv --score nps --time at --date-format "yyyy/M/d h:mm:ss a XXX" --format json`;
  const within = (from: string, to: string) => runCsv(`at,nps\n${at},9\n`, `${line} --from ${from} --to ${to}`);
  const next = new Date(Date.parse(instant) + 1000).toISOString();
  expect(await jsonOf(within(instant, next))).toMatchObject({ n: 1 });
  expect(await jsonOf(within(next, "2027-01-01"))).toMatchObject({ n: 0 });
});

it("an offset that the format has in quotes stays as it is", async () => {
  const line = `nps a.csv --score nps --time at --from 2026-01-01 --date-format "yyyy-M-d H:mm 'GMT'XXX" --format json`;
  expect(await jsonOf(runCsv("at,nps\n2026-3-5 9:05 GMT+08:00,9\n", line))).toMatchObject({ n: 1 });
});

it("dates in ISO 8601 need no format", async () => {
  const csv = `at,nps\n${"2026-03-05,9\n".repeat(20)}`;
  const { columns } = await jsonOf(runCsv(csv, "describe a.csv --format json"));
  expect(columns[0]).toMatchObject({ kind: "time", use: "--time" });
});

it.each(["yyyy-MM-dd HH:mm:ss 'UTC'", "yyyy-MM-dd HH:mm:ss' UTC'", "yyyy-MM-dd HH:mm:ss XXX"])(
  "a format that ends in UTC is of no other time zone: %s",
  async (format) => {
    const csv = "at,nps\n2026-03-31 20:00:00 UTC,9\n";
    const line = `nps a.csv --score nps --time at --every month --time-zone Asia/Shanghai --format json`;
    const { points } = await jsonOf(runCsv(csv, `${line} --date-format "${format}"`));
    expect(points).toMatchObject([{ key: "2026-04", n: 1 }]);
    const iso = `${line} --date-format "yyyy-MM-dd'T'HH:mm:ss'Z'"`;
    expect((await jsonOf(runCsv(csv.replace(" ", "T").replace(" UTC", "Z"), iso))).points).toMatchObject([
      { key: "2026-04" },
    ]);
  },
);

it.each(["Mai 5, 2026", "5 Mrz 2026", "March 2026", "Mar 5", "5-Mar 2026"])(
  "%s is in no known format",
  async (time) => {
    const { err } = await runCsv(`at,nps\n"${time}",9\n`, "nps a.csv --score nps --time at --every month");
    expect(err).toContain("; say its --date-format\n");
  },
);
