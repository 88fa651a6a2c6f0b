/**
 * What every runtime must be able to do: each entry, with figures that are the same everywhere. Plain JavaScript without
 * any module of a runtime, so that it runs in a page, in a worker and on an edge server as it stands.
 *
 * @returns how many checks there were, and what differs
 */
export async function smoke({ root, trend, schema, sql, chart }) {
  const checks = { ...rootChecks(root), ...trendChecks(root, trend), ...schemaChecks(root, schema) };
  Object.assign(checks, sqlChecks(root, sql), chartChecks(root, chart));
  const failures = [];
  for (const [name, [compute, expected]] of Object.entries(checks)) {
    try {
      const got = JSON.stringify(rounded(await compute()));
      if (got !== JSON.stringify(expected)) failures.push(`${name}: ${got} instead of ${JSON.stringify(expected)}`);
    } catch (error) {
      failures.push(`${name}: ${error?.stack ?? error}`);
    }
  }
  return { checks: Object.keys(checks).length, failures };
}

/** Six digits are the same on every machine; the last ones of Math.log and its like need not be. */
function rounded(value) {
  return JSON.parse(
    JSON.stringify(value, (_, part) => (typeof part === "number" ? Number(part.toFixed(6)) : part)) ?? "null",
  );
}

function messageOf(call) {
  try {
    call();
    return "no error";
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
}

const ANSWERS = [10, 9, 9, 8, 7, 3, null];
const MARCH = [
  { score: 10, n: 40 },
  { score: 8, n: 35 },
  { score: 3, n: 25 },
];
const APRIL = [
  { score: 10, n: 45 },
  { score: 8, n: 35 },
  { score: 3, n: 20 },
];

function rootChecks(root) {
  const { nps, tally, merge, csat, compare, segment, classify, format } = root;
  return {
    "nps of answers": [
      () => {
        const { score, n, missing, interval } = nps(ANSWERS);
        return [score, n, missing, interval.low, interval.high];
      },
      [33.333333, 6, 1, -31.107378, 75.395666],
    ],
    "nps of bytes": [() => nps(Uint8Array.of(10, 9, 9, 8, 7, 3)).score, 33.333333],
    "nps of a merged tally": [
      () => nps(JSON.parse(JSON.stringify(merge(tally([10, 9, 3]), tally(APRIL))))).score,
      25.242718,
    ],
    "tally of a stream": [
      async () => {
        async function* answers() {
          yield* ANSWERS;
        }
        return nps(await root.tallyAsync(answers())).score;
      },
      33.333333,
    ],
    "csat with another edge": [() => csat([10, 9, 8, 6, 2], { definition: root.CSAT_10, satisfiedFrom: 8 }).score, 60],
    "the band of a score": [() => classify(9, root.NPS), { band: "promoter", sentiment: "positive" }],
    comparison: [
      () => {
        const { difference, interval, pValue } = compare(nps(MARCH), nps(APRIL));
        return [difference, interval.low, interval.high, pValue];
      },
      [10, -11.544589, 30.962065, 0.37061],
    ],
    segments: [
      () =>
        segment([...MARCH.map((row) => ({ ...row, region: "north" })), { score: 6, n: 2, region: "south" }], {
          by: (row) => row.region,
          score: (row) => row,
          metric: nps,
        }).map(({ key, n, score }) => [key, n, score]),
      [
        ["north", 100, 15],
        ["south", 2, -100],
      ],
    ],
    servqual: [
      () => {
        const expectations = Array(22).fill(7);
        const perceptions = expectations.map((rating, item) => rating - (item % 3));
        const { n, overall, dimensions } = root.servqual([{ expectations, perceptions }]);
        return [n, overall.gap.score, dimensions.tangibles.gap.score];
      },
      [1, -0.94, -0.75],
    ],
    "a number of a language": [() => format(nps(ANSWERS), { locale: "de-DE", digits: 1 }), "33,3"],
    "an error that says what is allowed": [
      () => messageOf(() => nps([10, 11])),
      "RangeError: nps: score at index 1 must be from 0 to 10 in steps of 1, got 11",
    ],
  };
}

const FEEDBACK = [
  { at: "2026-01-31T23:30:00Z", score: 10 },
  { at: "2026-03-01T08:00:00Z", score: 9 },
  { at: "2026-03-02T09:00:00Z", score: 6 },
];

function trendChecks({ nps }, { trend, controlChart, mannKendall, periodFinder }) {
  const monthsOf = (timeZone) =>
    trend(FEEDBACK, { time: (row) => row.at, score: (row) => row.score, every: "month", timeZone, metric: nps });
  return {
    "months of a zone": [
      () => monthsOf("Europe/Paris").map(({ key, n, score }) => [key, n, score]),
      [
        ["2026-02", 1, 100],
        ["2026-03", 2, 0],
      ],
    ],
    "months of UTC": [
      () => monthsOf("UTC").map(({ key, n, score }) => [key, n, score]),
      [
        ["2026-01", 1, 100],
        ["2026-02", 0, null],
        ["2026-03", 2, 0],
      ],
    ],
    "a day of 23 hours, and the start of one a quarter of an hour off": [
      () => [
        periodFinder({ every: "day", timeZone: "America/New_York" })("2026-03-08T12:00:00Z"),
        periodFinder({ every: "day", timeZone: "Asia/Kathmandu" })("2026-03-08T12:00:00Z"),
      ],
      [
        { key: "2026-03-08", start: "2026-03-08T05:00:00.000Z", end: "2026-03-09T04:00:00.000Z" },
        { key: "2026-03-08", start: "2026-03-07T18:15:00.000Z", end: "2026-03-08T18:15:00.000Z" },
      ],
    ],
    "a control chart": [
      () => {
        const { center, points } = controlChart([30, 31, 29, 30, 32, 30, 48]);
        return [center, points.at(-1).signals];
      },
      [32.857143, ["above-limit", "moving-range"]],
    ],
    "a slope": [() => mannKendall([1, 3, 2, 5, 6, 8]).slope, 1.333333],
  };
}

function schemaChecks({ nps, NPS }, { npsResponseSchema, ratingFromText, parseResponses, measurementSchema }) {
  return {
    "parsed responses": [
      () => {
        const schema = npsResponseSchema.extend({ score: ratingFromText(NPS) });
        const { valid, rejected } = parseResponses(schema, [
          { score: "10 - Likely" },
          { score: "" },
          { score: "9abc" },
        ]);
        return [nps(valid).score, nps(valid).missing, rejected[0].issues[0].message];
      },
      [100, 1, 'expected a rating from 0 to 10 in steps of 1, got "9abc"'],
    ],
    "a stored measurement": [() => measurementSchema.parse(JSON.parse(JSON.stringify(nps(ANSWERS)))).n, 6],
  };
}

function sqlChecks({ nps }, { tallyQuery, readTally }) {
  return {
    "a query": [
      () => {
        const where = { text: "x > $1", values: [3] };
        const { text, values } = tallyQuery({ dialect: "postgres", from: "survey", score: "nps", where });
        return [values, ['"nps"', '"survey"', "(x > $1\n", "GROUP BY"].filter((part) => !text.includes(part))];
      },
      [[3], []],
    ],
    "a tally of a database": [
      () =>
        nps(
          readTally([
            { score: 10, n: 512_000_000n },
            { score: 8, n: "301000000" },
            { score: 4, n: 187_000_000 },
          ]),
        ).score,
      32.5,
    ],
  };
}

function chartChecks({ nps }, { scoreChart }) {
  return {
    "a chart that says its result": [
      () => scoreChart({ north: nps(MARCH), south: nps(APRIL) }, { theme: "dark" }).description,
      "NPS by segment: north: 15.0 (-0.8 to 30.0), n 100; south: 25.0 (9.4 to 39.3), n 100.",
    ],
    "a chart in Chinese, as JSON": [
      () => {
        const spec = scoreChart({ north: nps(MARCH) }, { locale: "zh-CN" });
        return [spec.$schema, JSON.stringify(structuredClone(spec)) === JSON.stringify(spec)];
      },
      ["https://vega.github.io/schema/vega-lite/v6.json", true],
    ],
  };
}
