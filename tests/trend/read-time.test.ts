import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nps } from "../../src/index.js";
import { beforeAfter, latestPerRespondent, type Time, trend } from "../../src/trend/index.js";
import { readTime, readTimes } from "../../src/trend/read-time.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Reads a time, and writes it in ISO 8601. */
const read = (time: unknown, timeZone = "UTC") => new Date(readTime("time", time as Time, timeZone)).toISOString();

const ALLOWED =
  "must be a valid Date, milliseconds since 1970, or ISO 8601 text such as 2026-03-05T14:30:00+08:00, got";

describe("a time", () => {
  const instant = "2026-03-05T06:30:15.250Z";

  it("may be a Date, also of another realm or of a subclass", () => {
    class Moment extends Date {}
    expect(read(new Date(instant))).toBe(instant);
    expect(read(new Moment(instant))).toBe(instant);
    const foreign = runInNewContext(`new Date("${instant}")`);
    expect(foreign instanceof Date).toBe(false);
    expect(read(foreign)).toBe(instant);
  });

  it("may be milliseconds since 1970, also before and in between", () => {
    expect(read(Date.parse(instant))).toBe(instant);
    expect(read(-1)).toBe("1969-12-31T23:59:59.999Z");
    expect(read(-0)).toBe("1970-01-01T00:00:00.000Z");
    expect(readTime("time", 1.5, "UTC")).toBe(1.5);
  });

  it.each([
    ["2026-03-05T14:30:15.25+08:00", instant],
    ["2026-03-05T06:30:15.250Z", instant],
    ["2026-03-05T06:30:15.25Z", instant],
    ["2026-03-05 06:30:15.25Z", instant],
    ["2026-03-05T06:30:15,25Z", instant],
    ["2026-03-05t06:30:15.25z", instant],
    ["2026-03-05T06:30:15.250999999Z", instant],
    ["2026-03-05T14:30:15.25+0800", instant],
    ["2026-03-05 14:30:15.25+08", instant],
    ["2026-03-05T01:00:15.25-0530", instant],
    ["2026-03-04T20:45:15.25-09:45", instant],
    ["2026-03-05T06:30:15.25-00:00", instant],
    ["2026-03-05T06:30:15Z", "2026-03-05T06:30:15.000Z"],
    ["2026-03-05T06:30Z", "2026-03-05T06:30:00.000Z"],
    ["2026-03-05 06:30-08", "2026-03-05T14:30:00.000Z"],
    ["2024-02-29T23:59:59.999-12:00", "2024-03-01T11:59:59.999Z"],
    ["2000-02-29", "2000-02-29T00:00:00.000Z"],
    ["2026-12-31T24:00Z", "2027-01-01T00:00:00.000Z"],
    ["2026-01-31T24:00:00", "2026-02-01T00:00:00.000Z"],
    ["0000-01-01T00:00:00Z", "0000-01-01T00:00:00.000Z"],
    ["9999-12-31T23:59:59Z", "9999-12-31T23:59:59.000Z"],
  ])("may be %s", (text, expected) => {
    expect(read(text)).toBe(expected);
    // An offset says all: the zone does not matter.
    if (/\d:\d.*(z|[+-]\d+:?\d*)$/i.test(text)) expect(read(text, "America/New_York")).toBe(expected);
  });
});

describe("a time without an offset", () => {
  it.each([
    ["2026-03-05T14:30", "Asia/Shanghai", "2026-03-05T06:30:00.000Z"],
    ["2026-03-05 14:30:15,5", "Asia/Kathmandu", "2026-03-05T08:45:15.500Z"],
    ["2026-03-05", "Asia/Shanghai", "2026-03-04T16:00:00.000Z"],
    ["2026-07-05", "America/New_York", "2026-07-05T04:00:00.000Z"],
    ["2018-11-04", "America/Sao_Paulo", "2018-11-04T03:00:00.000Z"],
    ["2021-10-29", "Asia/Amman", "2021-10-28T21:00:00.000Z"],
    ["2026-11-01T01:30", "America/New_York", "2026-11-01T05:30:00.000Z"],
    ["2026-11-01T02:00", "America/New_York", "2026-11-01T07:00:00.000Z"],
    ["2026-03-08T02:30", "America/New_York", "2026-03-08T07:00:00.000Z"],
    ["2026-03-08T24:00", "America/New_York", "2026-03-09T04:00:00.000Z"],
    ["2011-12-30T15:00", "Pacific/Apia", "2011-12-30T10:00:00.000Z"],
    ["1971-06-01T12:00", "Africa/Monrovia", "1971-06-01T12:44:30.000Z"],
  ])("is local: %s in %s", (text, timeZone, expected) => {
    expect(read(text, timeZone)).toBe(expected);
  });

  it("is the first instant at which clocks show it, whatever was read before", () => {
    const zones = fc.constantFrom("America/New_York", "Australia/Lord_Howe", "Asia/Amman", "Africa/Casablanca", "UTC");
    // Around the changes of 2021 often, and anywhere.
    const changes = [1615705200000, 1636268400000, 1633188600000, 1617462000000, 1635454800000, 1618106400000];
    const instants = fc.oneof(
      fc.tuple(fc.constantFrom(...changes), fc.integer({ min: -5 * DAY, max: 5 * DAY })).map(([a, b]) => a + b),
      fc.integer({ min: 0, max: Date.UTC(2037, 0) }),
    );
    const wholeSeconds = instants.map((instant) => Math.round(instant / 1000) * 1000);
    fc.assert(
      fc.property(zones, fc.array(wholeSeconds, { minLength: 1, maxLength: 10 }), (timeZone, all) => {
        // Swedes write dates as ISO 8601 does.
        const format = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
        const texts = all.map((instant) => format.format(instant));
        const { times } = readTimes(texts, timeZone);
        for (const [row, instant] of all.entries()) {
          expect(format.format(times[row])).toBe(texts[row]);
          // A clock that went back was at most an hour ahead.
          expect([0, HOUR / 2, HOUR]).toContain(instant - times[row]!);
          expect(format.format(times[row]! - HOUR)).not.toBe(texts[row]);
          expect(format.format(times[row]! - HOUR / 2)).not.toBe(texts[row]);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe("text in ISO 8601", () => {
  const two = (value: number) => String(value).padStart(2, "0");
  const upTo = (most: number) =>
    fc.oneof(
      { arbitrary: fc.nat({ max: most }), weight: 20 },
      { arbitrary: fc.constantFrom(0, most, most + 1, 99), weight: 1 },
    );
  const parts = fc.record({
    year: fc.constantFrom(0, 1, 99, 1600, 1900, 1969, 2000, 2024, 2025, 2026, 2100, 9999),
    month: upTo(12),
    day: upTo(31),
    separator: fc.constantFrom("T", " ", "t"),
    hour: upTo(23),
    minute: upTo(59),
    second: fc.option(upTo(59)),
    fraction: fc.option(fc.tuple(fc.constantFrom(".", ","), fc.stringMatching(/^\d{1,9}$/))),
    offset: fc.oneof(
      fc.constantFrom("Z", "z"),
      fc.record({
        sign: fc.constantFrom("+", "-"),
        hours: upTo(23),
        minutes: fc.option(upTo(59)),
        colon: fc.constantFrom(":", ""),
      }),
    ),
  });

  it("is read as arithmetic on its fields says, and refused where a field is too large", () => {
    let valid = 0;
    fc.assert(
      fc.property(parts, ({ year, month, day, separator, hour, minute, second, fraction, offset }) => {
        const seconds = second === null ? "" : `:${two(second)}${fraction === null ? "" : fraction.join("")}`;
        const zone =
          typeof offset === "string"
            ? offset
            : `${offset.sign}${two(offset.hours)}${offset.minutes === null ? "" : offset.colon + two(offset.minutes)}`;
        const date = `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
        const text = `${date}${separator}${two(hour)}:${two(minute)}${seconds}${zone}`;

        const milliseconds = second === null || fraction === null ? 0 : Number(fraction[1].padEnd(3, "0").slice(0, 3));
        const isMidnight = hour === 24 && minute === 0 && (second ?? 0) === 0 && Number(fraction?.[1] ?? 0) === 0;
        const midnight = new Date(0);
        midnight.setUTCFullYear(year, month - 1, day);
        const isValid =
          midnight.getUTCMonth() === month - 1 &&
          midnight.getUTCDate() === day &&
          (hour <= 23 || isMidnight) &&
          minute <= 59 &&
          (second ?? 0) <= 59 &&
          (typeof offset === "string" || (offset.hours <= 23 && (offset.minutes ?? 0) <= 59));
        if (!isValid) {
          expect(() => read(text), text).toThrow(`time ${ALLOWED} "${text}"`);
          return;
        }
        valid++;
        const ahead =
          typeof offset === "string"
            ? 0
            : (offset.sign === "+" ? 1 : -1) * (offset.hours * HOUR + (offset.minutes ?? 0) * MINUTE);
        const clock = midnight.getTime() + hour * HOUR + minute * MINUTE + (second ?? 0) * 1000 + milliseconds;
        expect(readTime("time", text, "Asia/Tokyo"), text).toBe(clock - ahead);
      }),
      { numRuns: 2000, seed: 5 },
    );
    expect(valid).toBeGreaterThan(500);
  });

  it("has every day of the calendar, and no other", () => {
    for (const year of [1900, 2000, 2024, 2025, 2026])
      for (let month = 0; month <= 13; month++)
        for (let day = 0; day <= 32; day++) {
          const text = `${year}-${two(month)}-${two(day)}`;
          const midnight = Date.UTC(year, month - 1, day);
          const isDay = new Date(midnight).toISOString().startsWith(text);
          for (const form of [text, `${text}T00:00:00Z`, `${text}T00:00:00.000+00:00`, `${text} 00:00`])
            if (isDay) expect(readTime("time", form, "UTC"), form).toBe(midnight);
            else expect(() => read(form), form).toThrow(TypeError);
        }
  });
});

describe("what is no time", () => {
  const nothings: readonly unknown[] = [
    "",
    " ",
    "12",
    "2026",
    "2026-03",
    "2026-W10",
    "2026-W10-4",
    "2026-064",
    "20260305",
    "2026-3-5",
    "March 5",
    "5 March 2026",
    "Thu, 05 Mar 2026 14:30:00 GMT",
    "03/05/2026",
    "2026/03/05",
    "26-03-05",
    "2026-02-30",
    "2025-02-29",
    "2026-04-31T12:00",
    "1900-02-29T00:00:00Z",
    "2026-13-01",
    "2026-00-01",
    "2026-01-00",
    "2026-01-32",
    "2026-03-05T24:01",
    "2026-03-05T24:00:01Z",
    "2026-03-05T24:00:00.001Z",
    "2026-03-05T25:00Z",
    "2026-03-05T12:60Z",
    "2026-03-05T23:59:60Z",
    "2026-03-05T14",
    "2026-03-05T1430",
    "2026-03-05T14:30:",
    "2026-03-05T14:30:15.",
    "2026-03-05T14:30:15.Z",
    "2026-03-05T14:30 Z",
    "2026-03-05T14:30+8",
    "2026-03-05T14:30+24:00",
    "2026-03-05T14:30+08:60",
    "2026-03-05T14:30:15+08:00:00",
    "2026-03-05T14:30−05:00",
    "2026-03-05T14:30[Asia/Shanghai]",
    "2026-03-05T14:30 Asia/Shanghai",
    "2026-03-05Z",
    "2026-03-05+08:00",
    "2026-03-05  14:30",
    " 2026-03-05",
    "2026-03-05 ",
    "2026-03-05\n",
    "x2026-03-05T14:30:00Z",
    "2026-03-05T14:30:00Zx",
    "+002026-03-05",
    "-2026-03-05",
    "２０２６-03-05",
    "now",
    "null",
    null,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    8.64e15 + 1,
    -8.64e15 - 1,
    1e300,
    1772685015n,
    true,
    false,
    {},
    [],
    [2026, 3, 5],
    Symbol("2026-03-05"),
    () => 0,
    new Date(Number.NaN),
    new Date("2026-02-32"),
    Object.create(Date.prototype),
    new Proxy(new Date(0), {}),
    { getTime: () => 0 },
    {
      getTime: () => {
        throw new Error("never called");
      },
    },
    // What Temporal, Luxon, Day.js and Moment have.
    { epochMilliseconds: 0, epochNanoseconds: 0n, toString: () => "2026-03-05T14:30:00Z" },
    { toMillis: () => 0, valueOf: () => 0 },
    { $d: new Date(0), valueOf: () => 0 },
    new String("2026-03-05"),
    Object(0),
  ];
  const classFor = (value: unknown) => (typeof value === "number" ? RangeError : TypeError);
  const errorOf = (action: () => unknown): Error => {
    try {
      action();
    } catch (error) {
      return error as Error;
    }
    return new Error("nothing was thrown");
  };

  const options = { score: () => 9, every: "day", metric: nps } as const;

  it("is refused with its row", () => {
    for (const [number, nothing] of [...nothings, undefined].entries()) {
      const rows = ["2026-03-05", nothing, nothing] as Time[];
      const time = (row: Time) => row;
      for (const error of [
        errorOf(() => trend(rows, { ...options, time })),
        errorOf(() => trend(3, { ...options, time: rows })),
        errorOf(() => beforeAfter(rows, { ...options, time, at: "2026-03-05" })),
        errorOf(() => latestPerRespondent(rows, { time, respondent: () => 1 })),
      ]) {
        expect(error.constructor, `number ${number}`).toBe(classFor(nothing));
        expect(error.message, `number ${number}`).toContain(`time of row 1 ${ALLOWED}`);
      }
    }
  });

  it("is refused as from, to and at, by name", () => {
    const time = () => 0;
    for (const [number, nothing] of nothings.entries())
      for (const [name, error] of [
        ["from", errorOf(() => trend([1], { ...options, time, from: nothing as Time }))],
        ["to", errorOf(() => trend([1], { ...options, time, to: nothing as Time }))],
        ["at", errorOf(() => beforeAfter([1], { ...options, time, at: nothing as Time }))],
      ] as const) {
        expect(error.constructor, `number ${number}`).toBe(classFor(nothing));
        expect(error.message, `number ${number}`).toContain(`${name} ${ALLOWED}`);
      }
    expect(() => beforeAfter([1], { ...options, time } as never)).toThrow(`at ${ALLOWED} undefined`);
  });

  it("is refused in typed columns too", () => {
    const score = Int8Array.of(9, 9, 9);
    for (const nothing of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 8.64e15 + 1, -1e300]) {
      const time = Float64Array.of(0, nothing, 0);
      expect(() => trend(3, { ...options, time, score })).toThrow(`time of row 1 ${ALLOWED} ${nothing}`);
      expect(() => latestPerRespondent(3, { time, respondent: score })).toThrow(`time of row 1 ${ALLOWED} ${nothing}`);
    }
    const bigints = BigInt64Array.of(0n) as unknown as number[];
    expect(() => trend(1, { ...options, time: bigints })).toThrow(`time of row 0 ${ALLOWED} 0n`);
  });

  it("is shown as it was given", () => {
    expect(() => read("2026-02-30")).toThrow(`time ${ALLOWED} "2026-02-30"`);
    expect(() => read(8.64e15 + 1)).toThrow(`time ${ALLOWED} 8640000000000001`);
    expect(() => read(5n)).toThrow(`time ${ALLOWED} 5n`);
    expect(() => read(undefined)).toThrow(`time ${ALLOWED} undefined`);
    expect(() => read(new Date("2026-02-32"))).toThrow(`time ${ALLOWED} "Invalid Date"`);
    expect(() => read({})).toThrow(`time ${ALLOWED} an object`);
  });

  it("is also a time so near the ends of what a Date can hold that its year has no end", () => {
    expect(() => read(8.64e15)).toThrow(RangeError);
    expect(() => read(-8.64e15)).toThrow(RangeError);
    for (const time of [8.64e15 - 400 * DAY, -8.64e15 + 400 * DAY])
      for (const every of ["hour", "day", "week", "month", "quarter", "year"] as const)
        for (const timeZone of ["Pacific/Kiritimati", "Pacific/Pago_Pago"]) {
          const [point] = trend([time], { time: (row) => row, score: () => 9, every, timeZone, metric: nps });
          expect(point!.n).toBe(1);
          expect(point!.start.getTime() <= time && time < point!.end.getTime()).toBe(true);
        }
  });
});
