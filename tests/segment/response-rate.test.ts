import { describe, expect, it } from "vitest";
import {
  type By,
  compare,
  csat,
  type Measurement,
  type ResponseRateOptions,
  responseRate,
  THUMBS,
} from "../../src/index.js";

interface Invited {
  readonly channel: string | null;
  readonly wave: number;
  readonly score: number | null;
}

const invited: Invited[] = [
  { channel: "mail", wave: 1, score: 9 },
  { channel: "mail", wave: 1, score: null },
  { channel: "mail", wave: 2, score: null },
  { channel: "kiosk", wave: 1, score: 7 },
  { channel: null, wave: 2, score: null },
  { channel: "kiosk", wave: 2, score: 10 },
  { channel: "mail", wave: 2, score: 0 },
];
type Options = ResponseRateOptions<Invited> & { readonly by: By<Invited> };

const responded = (row: Invited) => row.score !== null;
const byChannel = { by: (row: Invited) => row.channel, responded };

describe("responseRate", () => {
  it("is the percentage of the invited who responded, with Wilson's interval", () => {
    const [kiosk, mail, none] = responseRate(invited, byChannel);
    expect([kiosk, mail, none].map((one) => [one!.key, one!.score, one!.n])).toEqual([
      ["kiosk", 100, 2],
      ["mail", 50, 4],
      [null, 0, 1],
    ]);
    expect(mail).toMatchObject({
      metric: "response rate",
      statistic: "share",
      better: "higher",
      missing: 0,
      invalid: 0,
      mean: 0.5,
      share: 4 / 7,
      suppressed: false,
      bands: {
        silent: { sentiment: "negative", n: 2, share: 0.5 },
        responded: { sentiment: "positive", n: 2, share: 0.5 },
      },
    });
    // Wilson (1927): 2 of 4 at 95 %.
    expect(mail!.interval).toMatchObject({ level: 0.95, method: "wilson" });
    expect(mail!.interval!.low).toBeCloseTo(15.0039, 4);
    expect(mail!.interval!.high).toBeCloseTo(84.9961, 4);
  });

  it("is of all invited where they are not parted", () => {
    const [whole, ...others] = responseRate(invited, { responded });
    expect(others).toEqual([]);
    expect(whole).toMatchObject({ key: "total", keys: {}, level: 0, n: 7, share: 1, vsRest: null });
    expect(whole!.score).toBeCloseTo((100 * 4) / 7, 12);
    for (const totals of [true, false, undefined])
      expect(responseRate(invited, { responded, totals })).toEqual([whole]);
    expect(responseRate([] as Invited[], { responded })).toMatchObject([{ key: "total", n: 0, score: null }]);
    expect(responseRate([] as Invited[], byChannel)).toEqual([]);
  });

  it("compares each segment with the rest", () => {
    const thumbs = (isWanted: (row: Invited) => boolean): Measurement =>
      csat(
        invited.filter(isWanted).map((row) => Number(responded(row))),
        { definition: { ...THUMBS, scale: { min: 0, max: 1 } } },
      );
    const expected = compare(
      thumbs((row) => row.channel !== "mail"),
      thumbs((row) => row.channel === "mail"),
    );
    expect(responseRate(invited, byChannel)[1]!.vsRest).toMatchObject({ ...expected, difference: 50 - 200 / 3 });
  });

  it("takes columns", () => {
    const by = invited.map(({ channel }) => channel);
    const column = invited.map(responded);
    expect(responseRate(7, { by, responded: column })).toEqual(responseRate(invited, byChannel));
    expect(responseRate(7, { by, responded: (row: number) => column[row]! })).toEqual(responseRate(invited, byChannel));
    expect(responseRate(invited, { ...byChannel, responded: column })).toEqual(responseRate(invited, byChannel));
    expect(responseRate(new Set(invited), byChannel)).toEqual(responseRate(invited, byChannel));
  });

  it("takes the other options of segment", () => {
    const all = responseRate(invited, byChannel);
    const rates = (options: Partial<Options>) => responseRate(invited, { ...byChannel, ...options });
    const keys = (options: Parameters<typeof rates>[0]) => rates(options).map(({ key }) => key);
    expect(rates({ weight: (row) => (row.score === 9 ? 3 : 1) })[1]).toMatchObject({ n: 4, weight: 6 });
    expect(rates({ weight: (row) => (row.score === 9 ? 3 : 1) })[1]!.score).toBeCloseTo((100 * 4) / 6, 12);
    expect(rates({ minN: 2 }).map(({ suppressed }) => suppressed)).toEqual([true, false, true]);
    expect(rates({ vsRest: false }).map(({ vsRest }) => vsRest)).toEqual([null, null, null]);
    const raw = all.map(({ vsRest }) => vsRest!.pValue);
    expect(rates({ adjust: "none" }).map(({ vsRest }) => vsRest!.adjustedPValue)).toEqual(raw);
    expect(all.map(({ vsRest }) => vsRest!.adjustedPValue)).not.toEqual(raw);
    expect(keys({ order: "n" })).toEqual(["mail", "kiosk", null]);
    expect(keys({ order: "score" })).toEqual(["kiosk", "mail", null]);
    expect(keys({ totals: true })).toEqual(["total", "kiosk", "mail", null]);
    const both = { channel: byChannel.by, wave: (row: Invited) => row.wave };
    expect(responseRate(invited, { responded, by: both })[1]).toMatchObject({
      key: "kiosk / 2",
      keys: { channel: "kiosk", wave: 2 },
      n: 1,
    });
  });

  it("knows of no other metric", () => {
    const options = { ...byChannel, metric: () => 5, score: () => 5 };
    expect(responseRate(invited, options)).toEqual(responseRate(invited, byChannel));
  });

  it.each<[string, unknown, RegExp]>([
    ["nothing", undefined, /^responded of row 2 must be true or false, got undefined$/],
    ["null", null, /^responded of row 2 must be true or false, got null$/],
    ["a number", 1, /^responded of row 2 must be true or false, got 1$/],
    ["text", "yes", /^responded of row 2 must be true or false, got "yes"$/],
  ])("refuses %s in place of true or false", (_, value, message) => {
    const column = invited.map((__, row) => (row === 2 ? value : true)) as boolean[];
    expect(() => responseRate(invited, { responded: column })).toThrow(message);
    expect(() => responseRate(invited, { responded: (__, row) => column[row]! })).toThrow(message);
  });

  it.each<[string, unknown, Partial<Record<keyof Options, unknown>>, RegExp]>([
    ["text in place of the invited", "abc", {}, /^rows must be .* got "abc"$/],
    ["nobody to ask", null, {}, /^rows must be .* got null$/],
    ["no responded", invited, { responded: undefined }, /^responded must be a function of a row, .* got undefined$/],
    ["the name of a field", invited, { responded: "score" }, /^responded must be .* got "score"$/],
    ["a column of another length", invited, { responded: [true] }, /^number of values in the column responded must be/],
    ["a by of nothing", invited, { by: null }, /^by must be .* got null$/],
    ["a negative minN", invited, { minN: -1 }, /^minN must be/],
    ["an unknown order", invited, { order: "rate" }, /^order must be/],
    ["an unknown adjustment", invited, { adjust: "none of it" }, /^adjust must be/],
    ["text as totals", invited, { totals: "yes" }, /^totals must be/],
    ["a negative weight", invited, { weight: () => -1 }, /^response rate: weight at index 0 must be/],
  ])("refuses %s", (_, rows, options, message) => {
    const all = { ...byChannel, ...options } as unknown as Options;
    expect(() => responseRate(rows as Invited[], all)).toThrow(message);
  });

  it("names the row of a responded that throws, and keeps the cause", () => {
    const broken = [...invited.slice(0, 2), null] as Invited[];
    expect(() => responseRate(broken, { responded })).toThrow(/^responded of row 2 cannot be read: /);
    expect(() => responseRate(broken, { responded })).toThrow(
      expect.objectContaining({ cause: expect.any(TypeError) }) as Error,
    );
  });
});
