import { describe, expect, it } from "vitest";
import { type Calendar, type Every, PERIODS } from "../../src/trend/calendar.js";
import { type Period, periodsBetween, showInstant } from "../../src/trend/periods.js";

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/** Periods as key, start and length in hours. */
const described = (every: Every, timeZone: string, from: string, to: string) =>
  periodsBetween(Date.parse(from), Date.parse(to), { every }, timeZone).map(
    ({ key, start, end }) => `${key} ${new Date(start).toISOString().slice(0, 16)} ${(end - start) / HOUR}`,
  );

describe("days", () => {
  it.each([
    ["have 23 hours when clocks go forward", "America/New_York", "2026-03-08 2026-03-08T05:00 23"],
    ["have 25 hours when clocks go back", "America/New_York", "2026-11-01 2026-11-01T04:00 25"],
    ["have 23 and a half", "Australia/Lord_Howe", "2026-10-04 2026-10-03T13:30 23.5"],
    ["have 24 and a half", "Australia/Lord_Howe", "2026-04-05 2026-04-04T13:00 24.5"],
    ["start at 01:00 where midnight is skipped, in Brazil", "America/Sao_Paulo", "2018-11-04 2018-11-04T03:00 23"],
    ["start at 01:00 where midnight is skipped, in Egypt", "Africa/Cairo", "2024-04-26 2024-04-25T22:00 23"],
    ["start at 01:00 where midnight is skipped, in Lebanon", "Asia/Beirut", "2026-03-29 2026-03-28T22:00 23"],
    ["start at 01:00 where midnight is skipped, in Paraguay", "America/Asuncion", "2023-10-01 2023-10-01T04:00 23"],
    ["end an hour late where midnight is put off, in Brazil", "America/Sao_Paulo", "2018-02-17 2018-02-17T02:00 25"],
    ["end an hour late where midnight is put off, in Egypt", "Africa/Cairo", "2024-10-31 2024-10-30T21:00 25"],
    ["start at the first of two midnights, in Jordan", "Asia/Amman", "2021-10-29 2021-10-28T21:00 25"],
    ["start at the first of two midnights, on the Azores", "Atlantic/Azores", "2025-10-26 2025-10-26T00:00 25"],
    ["start at the first of two midnights, in Cuba", "America/Havana", "2025-11-02 2025-11-02T04:00 25"],
    ["start at midnight one minute before a change", "America/St_Johns", "2010-03-14 2010-03-14T03:30 23"],
    ["are whole in zones of half an hour", "Asia/Kolkata", "2026-03-05 2026-03-04T18:30 24"],
    ["are whole in zones of three quarters", "Asia/Kathmandu", "2026-03-05 2026-03-04T18:15 24"],
    ["have 25 hours in zones of three quarters", "Pacific/Chatham", "2026-04-05 2026-04-04T10:15 25"],
    ["have fractions where an offset had seconds", "Africa/Monrovia", "1972-01-07 1972-01-07T00:44 23.258333333333333"],
  ])("%s", (_, timeZone, day) => {
    const [key, , hours] = day.split(" ") as [string, string, string];
    const noon = Date.parse(`${key}T12:00Z`);
    const days = described("day", timeZone, showInstant(noon - 2 * DAY), showInstant(noon + 2 * DAY));
    expect(days).toContain(day);
    // Only this one is of another length.
    expect(days.filter((other) => !other.endsWith(" 24"))).toEqual(hours === "24" ? [] : [day]);
  });

  it("that a zone left out are none", () => {
    expect(described("day", "Pacific/Apia", "2011-12-29T12:00Z", "2011-12-31T12:00Z")).toEqual([
      "2011-12-29 2011-12-29T10:00 24",
      "2011-12-31 2011-12-30T10:00 24",
      "2012-01-01 2011-12-31T10:00 24",
    ]);
    const left = (timeZone: string, from: string, to: string) =>
      described("day", timeZone, from, to).map((day) => day.slice(0, 10));
    expect(left("Pacific/Kwajalein", "1993-08-20T00:00Z", "1993-08-23T00:00Z")).toEqual([
      "1993-08-19",
      "1993-08-20",
      "1993-08-22",
      "1993-08-23",
    ]);
    expect(left("Pacific/Kanton", "1994-12-30T12:00Z", "1995-01-01T12:00Z")).toEqual([
      "1994-12-30",
      "1995-01-01",
      "1995-01-02",
    ]);
  });

  it("hold the answers of the day before from the first midnight on, where the clock goes back over it", () => {
    // At 00:01 on 7 November 2010, clocks of St John's showed 23:01 of the 6th again. A day is one piece of time and starts
    // at the first instant of its date, so the hour that was the 6th a second time belongs to the 7th.
    const [sixth, seventh] = periodsBetween(
      Date.parse("2010-11-06T12:00Z"),
      Date.parse("2010-11-08T03:00Z"),
      { every: "day" },
      "America/St_Johns",
    ) as [Period, Period];
    expect([sixth.key, sixth.end - sixth.start]).toEqual(["2010-11-06", 24 * HOUR]);
    expect([seventh.key, seventh.end - seventh.start]).toEqual(["2010-11-07", 25 * HOUR]);
    const clock = clockOf("America/St_Johns");
    expect(showInstant(clock(seventh.start))).toBe("2010-11-07T00:00:00.000Z");
    expect(showInstant(clock(seventh.start + 30 * 60 * 1000))).toBe("2010-11-06T23:30:00.000Z");
  });

  it("are found from an instant whose date came a second time", () => {
    const again = "2010-11-07T03:00Z";
    expect(described("day", "America/St_Johns", again, again.replace("00Z", "01Z"))).toEqual([
      "2010-11-07 2010-11-07T02:30 25",
    ]);
  });
});

describe("hours", () => {
  it("that occur twice are one period of two hours, and the next one starts after both", () => {
    expect(described("hour", "America/New_York", "2026-11-01T04:00Z", "2026-11-01T08:00Z")).toEqual([
      "2026-11-01T00 2026-11-01T04:00 1",
      "2026-11-01T01 2026-11-01T05:00 2",
      "2026-11-01T02 2026-11-01T07:00 1",
    ]);
  });

  it("that do not occur are none", () => {
    expect(described("hour", "America/New_York", "2026-03-08T06:00Z", "2026-03-08T08:00Z")).toEqual([
      "2026-03-08T01 2026-03-08T06:00 1",
      "2026-03-08T03 2026-03-08T07:00 1",
    ]);
    expect(described("hour", "Pacific/Apia", "2011-12-30T09:00Z", "2011-12-30T11:00Z")).toEqual([
      "2011-12-29T23 2011-12-30T09:00 1",
      "2011-12-31T00 2011-12-30T10:00 1",
    ]);
  });

  it("have half an hour more or less where clocks are changed by half an hour", () => {
    expect(described("hour", "Australia/Lord_Howe", "2026-04-04T14:00Z", "2026-04-04T16:00Z")).toEqual([
      "2026-04-05T01 2026-04-04T14:00 1.5",
      "2026-04-05T02 2026-04-04T15:30 1",
    ]);
    expect(described("hour", "Australia/Lord_Howe", "2026-10-03T15:00Z", "2026-10-03T17:00Z")).toEqual([
      "2026-10-04T01 2026-10-03T14:30 1",
      "2026-10-04T02 2026-10-03T15:30 0.5",
      "2026-10-04T03 2026-10-03T16:00 1",
    ]);
  });

  it("go on in the last of them where several occur twice", () => {
    // At Troll clocks go back from 03:00 to 01:00: the time of 01:00 again comes after the first 02:00.
    expect(described("hour", "Antarctica/Troll", "2025-10-25T23:00Z", "2025-10-26T04:00Z")).toEqual([
      "2025-10-26T01 2025-10-25T23:00 1",
      "2025-10-26T02 2025-10-26T00:00 3",
      "2025-10-26T03 2025-10-26T03:00 1",
    ]);
  });

  it("start on the half hour and the quarter where zones do", () => {
    expect(described("hour", "Asia/Kolkata", "2026-03-05T08:30Z", "2026-03-05T09:30Z")).toEqual([
      "2026-03-05T14 2026-03-05T08:30 1",
    ]);
    expect(described("hour", "Asia/Kathmandu", "2026-03-05T08:14Z", "2026-03-05T08:16Z")).toEqual([
      "2026-03-05T13 2026-03-05T07:15 1",
      "2026-03-05T14 2026-03-05T08:15 1",
    ]);
  });
});

describe("periods between two instants", () => {
  const keys = (every: Every, from: string, to: string) =>
    periodsBetween(Date.parse(from), Date.parse(to), { every }, "UTC").map(({ key }) => key);

  it("are those that hold one of them, from the first to before the last", () => {
    expect(keys("month", "2026-01-01T00:00Z", "2026-04-01T00:00Z")).toEqual(["2026-01", "2026-02", "2026-03"]);
    expect(keys("month", "2025-12-31T23:59:59.999Z", "2026-03-01T00:00:00.001Z")).toEqual([
      "2025-12",
      "2026-01",
      "2026-02",
      "2026-03",
    ]);
    expect(keys("year", "2026-05-05T00:00Z", "2026-05-05T00:00:00.001Z")).toEqual(["2026"]);
  });

  it("are none where there is no instant in between", () => {
    expect(keys("day", "2026-05-05T00:00Z", "2026-05-05T00:00Z")).toEqual([]);
  });

  it.each(PERIODS)("are at most 100 000, which is said before memory fills: by the %s", (every) => {
    const [from, to] = ["-100000-01-01T00:00:00.000Z", "+200000-01-01T00:00:00.000Z"] as const;
    const between = () => periodsBetween(Date.parse(from), Date.parse(to), { every }, "UTC");
    expect(between).toThrow(RangeError);
    expect(between).toThrow(`the range from ${from} to ${to} must have at most 100000 periods, got about`);
    expect(between).toThrow(`by the ${every}: narrow it with from and to, or choose a longer period`);
  });

  it("may be a hundred thousand", () => {
    expect(periodsBetween(0, 1e5 * HOUR, { every: "hour" }, "UTC")).toHaveLength(1e5);
    expect(() => periodsBetween(0, 100_001 * HOUR, { every: "hour" }, "UTC")).toThrow(RangeError);
  });
});

// From here on: all zones, judged by what Intl says the clocks show.

/** Whole numbers from 0 to below a limit, the same in each run. */
function randomNumbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state * 48271) % 2147483647;
    return state % limit;
  };
}

/** What clocks of a zone show, as the instant at which clocks in UTC show it. */
function clockOf(timeZone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  return (instant) => {
    const shown: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(instant)) shown[type] = Number(value);
    const { year, month, day, hour, minute, second } = shown as Record<string, number> & { year: number };
    return Date.UTC(year, month! - 1, day, hour, minute, second) + (((instant % 1000) + 1000) % 1000);
  };
}

/** The instants of a range at which clocks of a zone are changed. */
function changesOf(timeZone: string, from: number, to: number): number[] {
  const format = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
  const offset = (instant: number) => format.format(instant).split("GMT")[1];
  const changes: number[] = [];
  // No zone changed its clocks twice within six days since 1970.
  for (let start = from; start < to; start += 6 * DAY) {
    let [low, high] = [start, start + 6 * DAY];
    const before = offset(low);
    if (before === offset(high)) continue;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (offset(middle) === before) low = middle;
      else high = middle;
    }
    changes.push(high);
  }
  return changes;
}

interface Zone {
  readonly clock: (instant: number) => number;
  readonly changes: readonly number[];
}

/** Where a period starts on the clock, and what it is called, by arithmetic on the fields of a UTC date. */
function periodAt(local: number, { every, weekStartsOn = 1, fiscalYearStartMonth = 1 }: Calendar) {
  const date = new Date(local);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  const text = (start: number, length: number) => new Date(start).toISOString().slice(0, length);
  if (every === "hour") return { start: Date.UTC(year, month, day, date.getUTCHours()), key: text(local, 13) };
  if (every === "day") return { start: Date.UTC(year, month, day), key: text(local, 10) };
  if (every === "month") return { start: Date.UTC(year, month, 1), key: text(local, 7) };
  if (every === "week") {
    const start = Date.UTC(year, month, day - ((date.getUTCDay() + 7 - weekStartsOn) % 7));
    const thursday = start + 3 * DAY;
    const week = Math.ceil((thursday + 1 - Date.parse(`${text(thursday, 4)}-01-01T00:00Z`)) / (7 * DAY));
    const isoKey = `${text(thursday, 4)}-W${week > 9 ? week : `0${week}`}`;
    return { start, key: weekStartsOn === 1 ? isoKey : text(start, 10) };
  }
  const months = every === "quarter" ? 3 : 12;
  const start = Date.UTC(year, month - ((month + 13 - fiscalYearStartMonth) % months), 1);
  const quarter = `${text(start, 4)}-Q${new Date(start).getUTCMonth() / 3 + 1}`;
  return { start, key: fiscalYearStartMonth !== 1 ? text(start, 10) : every === "quarter" ? quarter : text(start, 4) };
}

/** The calendars checked around a change of clocks, and how far on either side of it. */
const AROUND: readonly (Calendar & { readonly reach: number })[] = [
  { every: "hour", reach: 3 * HOUR },
  { every: "day", reach: DAY },
  { every: "week", reach: 1 },
  { every: "week", weekStartsOn: 6, reach: 1 },
  { every: "month", reach: 1 },
  { every: "quarter", reach: 1 },
  { every: "quarter", fiscalYearStartMonth: 2, reach: 1 },
  { every: "year", reach: 1 },
  { every: "year", fiscalYearStartMonth: 4, reach: 1 },
];

describe("in every zone that the runtime knows, around clock changes of 1970 to 2037", () => {
  const random = randomNumbers(20_260_305);

  /**
   * A period is right if the clock has got to its start at its first instant and not an instant before, and to the next
   * period's start at the end and not an instant before. How far a clock has got is the latest it has shown so far: that
   * never runs backwards, so these four instants prove it for all in between.
   */
  function check(name: string, periods: readonly Period[], calendar: Calendar, { clock, changes }: Zone): void {
    const reached = (instant: number) => {
      const before = changes.filter((change) => change <= instant && change > instant - 3 * DAY);
      return periodAt(Math.max(clock(instant), ...before.map((change) => clock(change - 1))), calendar);
    };
    for (const { key, start, end } of periods) {
      const here = reached(start);
      expect(here.key, name).toBe(key);
      expect(reached(start - 1).start, name).toBeLessThan(here.start);
      expect(reached(end - 1), name).toEqual(here);
      expect(reached(end).start, name).toBeGreaterThan(here.start);
      // What the clock shows in between is in the period, but for a clock that went back over the period's start.
      const shown = clock(start + random(end - start));
      if (shown >= here.start) expect(periodAt(shown, calendar).key, name).toBe(key);
      else expect(changes.some((change) => change > start && change < end && clock(change) < here.start)).toBe(true);
    }
  }

  it("periods start at the first instant of their first hour or day, and end where the next one starts", () => {
    const zones = Intl.supportedValuesOf("timeZone");
    let checked = 0;
    for (const timeZone of zones) {
      const clock = clockOf(timeZone);
      for (const year of [1970 + random(34), 2004 + random(34)]) {
        const changes = changesOf(timeZone, Date.UTC(year - 1, 0, 1), Date.UTC(year + 2, 0, 1));
        for (const change of changes.filter((one) => new Date(one).getUTCFullYear() === year))
          for (const { reach, ...calendar } of AROUND) {
            const name = `${timeZone} ${showInstant(change)} ${calendar.every}`;
            const [from, to] = [change - reach, change + reach];
            const periods = periodsBetween(from, to, calendar, timeZone);
            check(name, periods, calendar, { clock, changes });
            expect(periods[0]!.start <= from && from < periods[0]!.end, name).toBe(true);
            expect(periods.at(-1)!.start < to && to <= periods.at(-1)!.end, name).toBe(true);
            for (const [index, { end }] of periods.slice(0, -1).entries())
              expect(periods[index + 1]!.start, name).toBe(end);
            checked += periods.length;
          }
      }
    }
    expect(zones.length).toBeGreaterThan(300);
    expect(checked).toBeGreaterThan(5000);
  }, 60_000);
});
