import { describe, expect, it } from "vitest";
import { assertTimeZone, isUtc } from "../../src/trend/time-zone.js";
import { firstInstant, LAST_INSTANT, localTime } from "../../src/trend/zone.js";

const HOUR = 60 * 60 * 1000;

/** A local time, from what a clock shows. */
const shown = (text: string) => Date.parse(`${text}Z`);

describe("a time zone", () => {
  it("is one that the runtime knows, in any case", () => {
    for (const zone of ["UTC", "Asia/Shanghai", "asia/shanghai", "America/Argentina/San_Juan", "Etc/GMT+8"])
      expect(() => assertTimeZone(zone), zone).not.toThrow();
  });

  it("is UTC by its names, in any case, and by no others", () => {
    expect(["UTC", "utc", "Etc/UTC", "etc/utc"].filter(isUtc)).toHaveLength(4);
    expect(["Etc/GMT", "Europe/London", "UTC+8", "Etc/UTCX", "xUTC", "Etc", ""].filter(isUtc)).toEqual([]);
  });

  it("is never anything else", () => {
    for (const zone of [
      "Asia/Shanghia",
      "",
      "local",
      "UTC+8",
      "+05:30",
      "-08",
      "__proto__",
      8,
      null,
      {},
      ["UTC"],
      new String("UTC"),
      1n,
    ]) {
      const assert = () => assertTimeZone(zone as string);
      expect(assert).toThrow(RangeError);
      expect(assert).toThrow('timeZone must be an IANA time zone, such as "Asia/Shanghai", got');
    }
  });
});

describe("what clocks show", () => {
  it.each([
    ["UTC", "2026-03-05T12:00:00", "2026-03-05T12:00:00"],
    ["Asia/Shanghai", "2026-03-05T20:00:00", "2026-03-05T12:00:00"],
    ["Asia/Kathmandu", "2026-03-05T17:45:00", "2026-03-05T12:00:00"],
    ["America/St_Johns", "2026-03-05T08:30:00", "2026-03-05T12:00:00"],
    ["Pacific/Chatham", "2026-03-06T01:45:00", "2026-03-05T12:00:00"],
    ["America/New_York", "2026-03-08T01:59:59.999", "2026-03-08T06:59:59.999"],
    ["America/New_York", "2026-03-08T03:00:00", "2026-03-08T07:00:00"],
    ["Africa/Lagos", "1916-08-01T12:30:00", "1916-08-01T12:00:00"],
    // Less than an hour behind UTC, and not by whole minutes.
    ["Africa/Monrovia", "1971-12-31T23:15:30", "1972-01-01T00:00:00"],
    ["America/Scoresbysund", "2025-07-01T11:00:00", "2025-07-01T12:00:00"],
  ])("in %s it is %s at %s UTC", (zone, local, instant) => {
    expect(localTime(shown(instant), zone)).toBe(shown(local));
  });

  it("is known from the first to the last instant of a Date, and guessed beyond", () => {
    expect(localTime(LAST_INSTANT, "Asia/Shanghai")).toBe(LAST_INSTANT + 8 * HOUR);
    expect(localTime(LAST_INSTANT + 1, "Asia/Shanghai")).toBe(LAST_INSTANT + 1 + 8 * HOUR);
    expect(localTime(-LAST_INSTANT - 1, "UTC")).toBe(-LAST_INSTANT - 1);
  });
});

describe("the first instant at which clocks show a time or a later one", () => {
  it.each([
    ["an ordinary time", "America/New_York", "2026-07-01T00:00", "2026-07-01T04:00:00.000Z"],
    ["the earlier of two", "America/New_York", "2026-11-01T01:30", "2026-11-01T05:30:00.000Z"],
    ["the last hour before it occurs twice", "America/New_York", "2026-11-01T00:59", "2026-11-01T04:59:00.000Z"],
    ["the first time that does not occur twice", "America/New_York", "2026-11-01T02:00", "2026-11-01T07:00:00.000Z"],
    ["the change over a skipped time", "America/New_York", "2026-03-08T02:30", "2026-03-08T07:00:00.000Z"],
    ["the change at its very moment", "America/New_York", "2026-03-08T02:00", "2026-03-08T07:00:00.000Z"],
    ["the time that the change leads to", "America/New_York", "2026-03-08T03:00", "2026-03-08T07:00:00.000Z"],
    ["a skipped midnight", "America/Sao_Paulo", "2018-11-04T00:00", "2018-11-04T03:00:00.000Z"],
    ["a midnight that was put off", "America/Sao_Paulo", "2018-02-18T00:00", "2018-02-18T03:00:00.000Z"],
    ["the first of two midnights", "Asia/Amman", "2021-10-29T00:00", "2021-10-28T21:00:00.000Z"],
    [
      "a midnight before the clock goes back over it",
      "America/St_Johns",
      "2010-11-07T00:00",
      "2010-11-07T02:30:00.000Z",
    ],
    ["half an hour that is skipped", "Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-03T15:30:00.000Z"],
    ["the earlier of two half hours", "Australia/Lord_Howe", "2026-04-05T01:45", "2026-04-04T14:45:00.000Z"],
    ["a whole day that is skipped", "Pacific/Apia", "2011-12-30T00:00", "2011-12-30T10:00:00.000Z"],
    ["the last moment of a skipped day", "Pacific/Apia", "2011-12-30T23:59:59.999", "2011-12-30T10:00:00.000Z"],
    ["the day before a skipped one", "Pacific/Apia", "2011-12-29T00:00", "2011-12-29T10:00:00.000Z"],
    ["the day after a skipped one", "Pacific/Apia", "2011-12-31T00:00", "2011-12-30T10:00:00.000Z"],
    ["the end of an offset with seconds", "Africa/Monrovia", "1972-01-07T00:00", "1972-01-07T00:44:30.000Z"],
  ])("%s", (_, zone, local, instant) => {
    expect(new Date(firstInstant(shown(local), zone)).toISOString()).toBe(instant);
  });
});
