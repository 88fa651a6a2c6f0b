import { afterEach, describe, expect, it, vi } from "vitest";
import { nps } from "../../src/index.js";
import { beforeAfter, latestPerRespondent, trend } from "../../src/trend/index.js";

describe("the machine's time zone", () => {
  afterEach(() => vi.unstubAllEnvs());

  const answered = [
    "2026-03-07T23:30",
    "2026-03-08T02:30",
    "2026-03-08",
    "2026-03-29T03:30",
    "2026-11-01 01:30",
    "2026-12-31T23:59:59.999",
    "2026-06-30T12:00Z",
    1772685015000,
    new Date("2026-10-25T01:30:00+02:00"),
  ];

  function everything(): string {
    const options = { time: (row: Answered) => row, score: () => 9, metric: nps, rolling: { days: 3 } };
    const zones = ["UTC", "America/New_York", "Asia/Kathmandu", "Pacific/Apia", "Europe/Berlin"];
    return JSON.stringify(
      zones.map((timeZone) => [
        ...(["day", "week", "month", "quarter", "year"] as const).map((every) =>
          trend(answered, { ...options, every, timeZone, to: "2027-01-01", fiscalYearStartMonth: 4 }),
        ),
        trend(answered, { ...options, every: "hour", timeZone, from: "2026-03-08", to: "2026-03-09" }),
        beforeAfter(answered, { ...options, every: "week", timeZone, at: "2026-06-15T00:30" }),
        latestPerRespondent(answered, { time: options.time, timeZone, respondent: () => 1 }),
      ]),
    );
  }
  type Answered = (typeof answered)[number];

  it("makes no difference", () => {
    const results = ["UTC", "Asia/Kathmandu", "America/Los_Angeles", "Pacific/Apia", "America/Sao_Paulo"].map(
      (zone) => {
        vi.stubEnv("TZ", zone);
        return { offset: new Date(2026, 0).getTimezoneOffset(), everything: everything() };
      },
    );
    // The machine's zone was in fact another one each time.
    expect(results.map(({ offset }) => offset)).toEqual([0, -345, 480, -780, 180]);
    for (const result of results) expect(result.everything === results[0]!.everything).toBe(true);
  });
});
