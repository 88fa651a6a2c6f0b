// Draws the pictures of segments.md and trends.md. All answers are SYNTHETIC, drawn from a seeded generator, and every score in a
// picture is computed by the library, so that each run writes the same bytes.
//
//   npm run build && node docs/pictures/make-segment-and-trend-pictures.js
import { writeFileSync } from "node:fs";
import { nps, segment } from "cx-metrics";
import { controlChart, trend } from "cx-metrics/trend";
import { parse, View } from "vega";
import { compile } from "vega-lite";

/** Of one of two panels. */
const SIZE = { width: 290, height: 200 };
const DAY = 24 * 60 * 60 * 1000;
const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

// Colours that people who are colour-blind can tell apart (Okabe and Ito).
const BLUE = "#0072b2";
const RED = "#c44e00";
const GREY = "#8a8a8a";
const PALE = "#c9d6df";
const INK = "#222222";

await draw(
  "segments-subtraction",
  "Four teams in a bar of 100 answers: with one of them hidden, the total less the shown ones is that team; with two, it is both together",
  subtraction(),
);
await draw(
  "segments-noise",
  "NPS of 20 branches that are all alike, ranked from 50 to 8, and the same scores with wide, overlapping intervals",
  noisySegments(),
);
await draw(
  "trends-empty-days",
  "Daily NPS of a shop: a line that falls to 0 on days without answers, and a line that has gaps there",
  emptyDays(),
);
await draw(
  "trends-average",
  "Weekly NPS: the mean of the daily scores is nearly twice the score of all answers, as quiet weekends count as much as busy days",
  averages(),
);
await draw(
  "trends-time-zone",
  "Answers by day: in UTC, a shop in Los Angeles has answers on its closed Sundays; in its own zone it has none",
  timeZones(),
);
await draw(
  "trends-twice",
  "NPS of the last 30 days: it falls where five customers count again with each answer, and stays where each counts once",
  countedTwice(),
);
await draw(
  "trends-noise",
  "NPS of 24 months in which nothing changes: 14 arrows up and down, and intervals around one line",
  noisyMonths(),
);
await draw(
  "trends-unfinished",
  "NPS by month: the last one, of six days, drawn as a fall, and drawn as an open point with a wide interval",
  unfinishedMonth(),
);
await draw(
  "trends-control-chart",
  "NPS of 24 months with limits that are wider for months of fewer answers; one month is below",
  controlLimits(),
);

// ---------------------------------------------------------------------------------------------------------------- segments

/** What is left of a total when the shown parts are subtracted: two people, or 25 of two teams. */
function subtraction() {
  const parts = [
    ["north", 45],
    ["east", 30],
    ["west", 23],
    ["south", 2],
  ];
  const bars = (reports) => {
    const rows = [];
    for (const [report, hidden] of reports) {
      let end = 0;
      for (const [team, n] of parts) {
        const start = end;
        end += n;
        rows.push({
          report,
          team,
          start,
          end,
          middle: (start + end) / 2,
          hidden: hidden.includes(team),
          label: `${team} ${n}`,
        });
      }
    }
    return rows;
  };
  const one = "Wrong: south alone is hidden";
  const two = "Right: west is hidden with it";
  const values = bars([
    [one, ["south"]],
    [two, ["south", "west"]],
  ]);
  const notes = [
    { report: one, at: 100, text: "total less shown: 2 answers, both detractors" },
    { report: two, at: 100, text: "total less shown: 25 answers of two teams" },
  ];
  const colour = { condition: { test: `datum.report === '${one}'`, value: RED }, value: BLUE };
  const y = { field: "report", type: "nominal", sort: [one, two], axis: null };
  const x = (field) => ({ field, type: "quantitative", scale: { domain: [0, 100] }, axis: null });
  return {
    width: 640,
    height: { step: 84 },
    layer: [
      {
        data: { values },
        mark: { type: "bar", height: 26, stroke: "white", strokeWidth: 1.5 },
        encoding: {
          x: x("start"),
          x2: { field: "end" },
          y,
          color: { condition: { test: "datum.hidden", value: INK }, value: PALE },
        },
      },
      {
        data: { values: values.filter(({ hidden, team }) => !hidden || team === "west") },
        mark: { type: "text", fontSize: 12 },
        encoding: {
          x: x("middle"),
          y,
          text: { field: "label" },
          color: { condition: { test: "datum.hidden", value: "white" }, value: INK },
        },
      },
      {
        data: { values: notes },
        mark: { type: "text", align: "right", dy: 27, fontSize: 12 },
        encoding: {
          x: x("at"),
          y,
          text: { field: "text" },
          color: colour,
        },
      },
      {
        data: { values: notes },
        mark: { type: "text", align: "left", dy: -25, fontSize: 13, fontWeight: "bold" },
        encoding: { x: { value: 0 }, y, text: { field: "report" }, color: colour },
      },
    ],
  };
}

/** Twenty branches that are all alike: a league table, and the same scores with their intervals. */
function noisySegments() {
  const answer = answers(lehmer(2026));
  const rows = Array.from({ length: 1000 }, (_, index) => ({ branch: 1 + (index % 20), score: answer() }));
  const parts = segment(rows, { by: (row) => row.branch, score: (row) => row.score, metric: nps, order: "score" });
  const all = nps(rows.map(({ score }) => score)).score;
  const values = parts.map(({ key, score, interval }) => ({
    branch: key,
    score,
    low: interval.low,
    high: interval.high,
  }));
  const order = values.map(({ branch }) => branch);
  const y = { field: "branch", type: "ordinal", sort: order, title: "branch", axis: { domain: false, ticks: false } };
  const domain = [-30, 80];
  return {
    hconcat: [
      {
        title: wrong("a league table"),
        width: 270,
        height: { step: 15 },
        data: { values },
        encoding: { y, x: { field: "score", type: "quantitative", title: "NPS", scale: { domain } } },
        layer: [
          {
            mark: { type: "bar", height: 10 },
            encoding: {
              color: {
                condition: [
                  { test: `indexof([${order.slice(0, 3)}], datum.branch) >= 0`, value: BLUE },
                  { test: `indexof([${order.slice(-3)}], datum.branch) >= 0`, value: RED },
                ],
                value: PALE,
              },
            },
          },
          {
            mark: { type: "text", align: "left", dx: 4, fontSize: 10 },
            encoding: { text: { field: "score", format: ".0f" } },
          },
        ],
      },
      {
        title: right("with intervals, 50 answers each"),
        width: 270,
        height: { step: 15 },
        layer: [
          {
            data: { values: [{ all }] },
            mark: { type: "rule", color: INK, strokeDash: [4, 3] },
            encoding: { x: { field: "all", type: "quantitative" } },
          },
          {
            data: { values },
            mark: { type: "rule", color: BLUE, strokeWidth: 1.5 },
            encoding: {
              y,
              x: { field: "low", type: "quantitative", title: "NPS with 95 % interval", scale: { domain } },
              x2: { field: "high" },
            },
          },
          {
            data: { values },
            mark: { type: "point", filled: true, color: BLUE, size: 30 },
            encoding: { y, x: { field: "score", type: "quantitative" } },
          },
        ],
      },
    ],
  };
}

// ------------------------------------------------------------------------------------------------------------------ trends

/** A shop that is closed on Sundays and for three days: zeros in the line, or gaps. */
function emptyDays() {
  const random = lehmer(7);
  const answer = answers(random, [0.65, 0.25]);
  const first = Date.UTC(2026, 2, 2);
  const rows = [];
  for (let day = 0; day < 28; day++) {
    const isClosed = day % 7 === 6 || (day >= 15 && day <= 17);
    const n = isClosed ? 0 : 15 + Math.floor(random() * 10);
    for (let index = 0; index < n; index++) rows.push({ at: first + day * DAY + 36_000_000, score: answer() });
  }
  const points = trend(rows, { time: (row) => row.at, score: (row) => row.score, every: "day", metric: nps });
  const values = points.map(({ start, score, interval }) => ({ at: +start, score, zero: score ?? 0, ...interval }));
  const y = { type: "quantitative", title: "NPS", scale: { domain: [-20, 100] } };
  const x = timeAxis(["2026-03-02", "2026-03-09", "2026-03-16", "2026-03-23"]);
  return {
    hconcat: [
      {
        title: wrong("no answers drawn as 0"),
        ...SIZE,
        data: { values },
        layer: [
          { mark: { type: "line", color: RED }, encoding: { x, y: { ...y, field: "zero" } } },
          { mark: { type: "point", filled: true, color: RED, size: 22 }, encoding: { x, y: { ...y, field: "zero" } } },
        ],
      },
      {
        title: right("no answers, no point"),
        ...SIZE,
        data: { values },
        layer: [
          {
            mark: { type: "rule", color: PALE, strokeWidth: 2 },
            encoding: { x, y: { ...y, field: "low" }, y2: { field: "high" } },
          },
          {
            mark: { type: "line", color: BLUE, invalid: "break-paths-show-domains" },
            encoding: { x, y: { ...y, field: "score" } },
          },
          {
            mark: { type: "point", filled: true, color: BLUE, size: 22 },
            encoding: { x, y: { ...y, field: "score" } },
          },
        ],
      },
    ],
  };
}

/** Busy weekdays and quiet, happy weekends: the mean of daily scores, or the score of all answers. */
function averages() {
  const random = lehmer(5);
  const first = Date.UTC(2026, 2, 2);
  const rows = [];
  for (let day = 0; day < 56; day++) {
    const isWeekend = day % 7 >= 5;
    const answer = answers(random, isWeekend ? [0.9, 0.06] : [0.42, 0.33]);
    const n = isWeekend ? 3 : 40;
    for (let index = 0; index < n; index++) rows.push({ at: first + day * DAY, score: answer() });
  }
  const options = { time: (row) => row.at, score: (row) => row.score, metric: nps };
  const daily = trend(rows, { ...options, every: "day" });
  const weekly = trend(rows, { ...options, every: "week" });
  const days = daily.map(({ start, score, n }) => ({ at: +start, score, n }));
  const weeks = weekly.map(({ start, score, interval }, week) => {
    const scores = daily.slice(7 * week, 7 * week + 7).map((day) => day.score);
    return { at: +start + 3 * DAY, score, mean: scores.reduce((sum, one) => sum + one, 0) / 7, ...interval };
  });
  const x = timeAxis(["2026-03-02", "2026-03-16", "2026-03-30", "2026-04-13"]);
  const y = { type: "quantitative", title: "NPS", scale: { domain: [-40, 105], nice: false } };
  const dots = (size) => ({
    data: { values: days },
    mark: { type: "point", filled: true, color: GREY, opacity: 0.45 },
    encoding: { x, y: { ...y, field: "score" }, size },
  });
  const line = (field, color) => ({
    data: { values: weeks },
    layer: [
      { mark: { type: "line", color, strokeWidth: 2 }, encoding: { x, y: { ...y, field } } },
      { mark: { type: "point", filled: true, color, size: 45 }, encoding: { x, y: { ...y, field } } },
    ],
  });
  return {
    hconcat: [
      { title: wrong("mean of the daily scores"), ...SIZE, layer: [dots({ value: 22 }), line("mean", RED)] },
      {
        title: right("all answers of the week"),
        ...SIZE,
        layer: [
          dots({ field: "n", type: "quantitative", legend: null, scale: { domain: [0, 40], range: [3, 70] } }),
          {
            data: { values: weeks },
            mark: { type: "rule", color: BLUE },
            encoding: { x, y: { ...y, field: "low" }, y2: { field: "high" } },
          },
          line("score", BLUE),
        ],
      },
    ],
  };
}

/** A shop in Los Angeles, open from 10 to 21 o'clock and closed on Sundays: its answers by days of two zones. */
function timeZones() {
  const random = lehmer(3);
  const answer = answers(random);
  const rows = [];
  for (let day = 0; day < 14; day++) {
    if (day % 7 === 6) continue;
    const n = 34 + Math.floor(random() * 12);
    for (let index = 0; index < n; index++) {
      // More come in the evening.
      const minute = Math.floor(10 * 60 + 11 * 60 * Math.max(random(), random()));
      const local = new Date(Date.UTC(2026, 5, 1 + day, 0, minute)).toISOString().slice(0, 16);
      rows.push({ at: `${local}-07:00`, score: answer() });
    }
  }
  const options = { time: (row) => row.at, score: (row) => row.score, every: "day", metric: nps };
  const range = { from: "2026-06-01", to: "2026-06-15" };
  const counts = (timeZone) =>
    trend(rows, { ...options, ...range, timeZone }).map(({ key, n }) => ({
      day: Number(key.slice(8)),
      n,
      isSunday: new Date(key).getUTCDay() === 0,
    }));
  const panel = (title, timeZone, color) => ({
    title,
    ...SIZE,
    data: { values: counts(timeZone) },
    encoding: {
      x: { field: "day", type: "ordinal", title: "day of June 2026", axis: { labelAngle: 0 } },
      y: { field: "n", type: "quantitative", title: "answers", scale: { domain: [0, 60] } },
    },
    layer: [
      {
        mark: { type: "bar" },
        encoding: { color: { condition: { test: "datum.isSunday", value: INK }, value: color } },
      },
      {
        transform: [{ filter: "datum.isSunday" }],
        mark: { type: "text", dy: -7, fontSize: 10 },
        encoding: { text: { value: "Sun" } },
      },
    ],
  });
  return {
    hconcat: [
      panel(wrong("days of the server (UTC)"), "UTC", RED),
      panel(right("days of the shop"), "America/Los_Angeles", BLUE),
    ],
  };
}

/** Customers who answer now and then, and from April five with an open problem, who answer every four days. */
function countedTwice() {
  const random = lehmer(21);
  const content = answers(random, [0.55, 0.3]);
  const unhappy = answers(random, [0, 0.2]);
  const first = Date.UTC(2026, 2, 1);
  const rows = [];
  for (let day = 0; day < 120; day++)
    for (let index = 0; index < 4; index++)
      rows.push({ at: first + day * DAY, customer: `c${Math.floor(random() * 160)}`, score: content() });
  for (let day = 45; day < 120; day += 4)
    for (const customer of ["u1", "u2", "u3", "u4", "u5"])
      rows.push({ at: first + day * DAY, customer, score: unhappy() });
  const options = {
    time: (row) => row.at,
    score: (row) => row.score,
    every: "day",
    rolling: { days: 30 },
    metric: nps,
  };
  const values = (extra) =>
    trend(rows, { ...options, ...extra })
      .filter(({ score }) => score !== null)
      .map(({ start, score, n, interval }) => ({ at: +start, score, n, ...interval }));
  const x = timeAxis(["2026-04-01", "2026-05-01", "2026-06-01"]);
  const y = { type: "quantitative", title: "NPS of the last 30 days", scale: { domain: [-20, 80] } };
  const panel = (title, data, color) => ({
    title,
    ...SIZE,
    data: { values: data },
    layer: [
      {
        mark: { type: "area", color: PALE, opacity: 0.7 },
        encoding: { x, y: { ...y, field: "low" }, y2: { field: "high" } },
      },
      { mark: { type: "line", color, strokeWidth: 2 }, encoding: { x, y: { ...y, field: "score" } } },
    ],
  });
  return {
    hconcat: [
      panel(wrong("every row counts"), values({}), RED),
      panel(right("each customer's latest answer counts"), values({ respondent: (row) => row.customer }), BLUE),
    ],
  };
}

/** Two years in which nothing changes: arrows, and intervals. */
function noisyMonths() {
  const answer = answers(lehmer(2025));
  const rows = Array.from({ length: 2400 }, (_, index) => ({
    at: Date.UTC(2024, Math.floor(index / 100), 15),
    score: answer(),
  }));
  const points = trend(rows, { time: (row) => row.at, score: (row) => row.score, every: "month", metric: nps });
  const all = nps(rows.map(({ score }) => score)).score;
  const values = points.map(({ start, score, interval, change }) => ({
    at: +start,
    score,
    ...interval,
    arrow: change === null || Math.abs(change.difference) <= 5 ? "" : change.difference > 0 ? "▲" : "▼",
  }));
  const x = timeAxis(["2024-01-01", "2024-07-01", "2025-01-01", "2025-07-01"], "%b %y");
  const y = { type: "quantitative", title: "NPS", scale: { domain: [0, 70] } };
  return {
    hconcat: [
      {
        title: wrong("an arrow for each change above 5"),
        ...SIZE,
        data: { values },
        layer: [
          { mark: { type: "line", color: GREY }, encoding: { x, y: { ...y, field: "score" } } },
          {
            mark: { type: "text", fontSize: 11 },
            encoding: {
              x,
              y: { ...y, field: "score" },
              text: { field: "arrow" },
              color: { condition: { test: "datum.arrow === '▲'", value: BLUE }, value: RED },
            },
          },
        ],
      },
      {
        title: right("with intervals, 100 answers each"),
        ...SIZE,
        layer: [
          {
            data: { values: [{ all }] },
            mark: { type: "rule", color: INK, strokeDash: [4, 3] },
            encoding: { y: { ...y, field: "all" } },
          },
          {
            data: { values },
            mark: { type: "rule", color: BLUE, strokeWidth: 1.5 },
            encoding: { x, y: { ...y, field: "low" }, y2: { field: "high" } },
          },
          {
            data: { values },
            mark: { type: "point", filled: true, color: BLUE, size: 28 },
            encoding: { x, y: { ...y, field: "score" } },
          },
        ],
      },
    ],
  };
}

/** A month of which six days have passed, drawn like the others, and drawn for what it is. */
function unfinishedMonth() {
  const answer = answers(lehmer(61));
  const rows = [];
  for (let day = 0; day < 187; day++)
    for (let index = 0; index < 4; index++) rows.push({ at: Date.UTC(2026, 0, 1 + day, 12), score: answer() });
  const points = trend(rows, {
    time: (row) => row.at,
    score: (row) => row.score,
    every: "month",
    metric: nps,
    from: "2026-01-01",
    to: "2026-07-07",
  });
  const values = points.map(({ key, score, n, partial, interval }) => ({ key, score, n, partial, ...interval }));
  const x = {
    field: "key",
    type: "ordinal",
    title: "2026",
    axis: { labelAngle: 0, labelExpr: "utcFormat(toDate(datum.value + '-01'), '%b')" },
  };
  const y = { type: "quantitative", title: "NPS", scale: { domain: [-60, 80] } };
  return {
    hconcat: [
      {
        title: wrong("a month of six days like any other"),
        ...SIZE,
        data: { values },
        layer: [
          { mark: { type: "line", color: RED }, encoding: { x, y: { ...y, field: "score" } } },
          { mark: { type: "point", filled: true, color: RED, size: 45 }, encoding: { x, y: { ...y, field: "score" } } },
        ],
      },
      {
        title: right("marked, with its interval"),
        ...SIZE,
        data: { values },
        layer: [
          { mark: { type: "rule", color: BLUE }, encoding: { x, y: { ...y, field: "low" }, y2: { field: "high" } } },
          {
            transform: [{ filter: "!datum.partial" }],
            mark: { type: "line", color: BLUE },
            encoding: { x, y: { ...y, field: "score" } },
          },
          {
            mark: { type: "point", filled: true, opacity: 1, size: 50, stroke: BLUE, strokeWidth: 1.5 },
            encoding: {
              x,
              y: { ...y, field: "score" },
              fill: { condition: { test: "datum.partial", value: "white" }, value: BLUE },
            },
          },
          {
            mark: { type: "text", fontSize: 10, color: GREY, baseline: "bottom" },
            encoding: { x, y: { value: SIZE.height - 4 }, text: { field: "n", format: "d" } },
          },
        ],
      },
    ],
  };
}

/** Months of unequal numbers of answers, and one in which something happened. */
function controlLimits() {
  const random = lehmer(2);
  const usual = answers(random);
  const bad = answers(random, [0.38, 0.3]);
  const rows = [];
  for (let month = 0; month < 24; month++) {
    const n = 60 + Math.floor(random() * 240);
    for (let index = 0; index < n; index++)
      rows.push({ at: Date.UTC(2024, month, 15), score: month === 17 ? bad() : usual() });
  }
  const points = trend(rows, { time: (row) => row.at, score: (row) => row.score, every: "month", metric: nps });
  const values = controlChart(points).points.map(({ start, end, score, limits, signals }) => ({
    at: +start,
    end: +end,
    score,
    ...limits,
    unusual: signals.length > 0,
  }));
  const x = timeAxis(["2024-01-01", "2024-07-01", "2025-01-01", "2025-07-01", "2026-01-01"], "%b %y");
  const y = { type: "quantitative", title: "NPS", scale: { domain: [-20, 80] } };
  const limit = (field) => ({
    mark: { type: "rule", color: GREY, strokeWidth: 1.5 },
    encoding: { x, x2: { field: "end" }, y: { ...y, field } },
  });
  const middle = { transform: [{ calculate: "(datum.at + datum.end) / 2", as: "at" }] };
  return {
    title: { text: "One month of 24 is unusual. The limits follow from the number of answers", color: INK },
    width: 650,
    height: SIZE.height,
    data: { values },
    layer: [
      limit("low"),
      limit("high"),
      {
        mark: { type: "rule", color: GREY, strokeDash: [4, 3] },
        encoding: { y: { ...y, field: "center", aggregate: "mean" } },
      },
      { ...middle, mark: { type: "line", color: PALE }, encoding: { x, y: { ...y, field: "score" } } },
      {
        ...middle,
        mark: { type: "point", filled: true, size: 45 },
        encoding: {
          x,
          y: { ...y, field: "score" },
          color: { condition: { test: "datum.unusual", value: RED }, value: BLUE },
        },
      },
    ],
  };
}

// ------------------------------------------------------------------------------------------------------------------- parts

/** The axis of time, with a label at each of some dates. */
function timeAxis(dates, format = "%-d %b") {
  const values = dates.map((date) => Date.parse(date));
  return {
    field: "at",
    type: "temporal",
    scale: { type: "utc", padding: 6 },
    title: null,
    axis: { format, values, grid: false, labelOverlap: false },
  };
}

function wrong(text) {
  return { text: `Wrong: ${text}`, color: RED };
}

function right(text) {
  return { text: `Right: ${text}`, color: BLUE };
}

/** Answers of 10, 8 and 3, the first two with the given probabilities. */
function answers(random, [promoters, passives] = [0.5, 0.3]) {
  return () => {
    const drawn = random();
    if (drawn < promoters) return 10;
    return drawn < promoters + passives ? 8 : 3;
  };
}

/** Uniform from 0 to below 1: Lehmer's generator. */
function lehmer(seed) {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Writes a picture, with a title for those who cannot see it. */
async function draw(name, title, spec) {
  const { spec: vega } = compile({
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    background: "white",
    padding: 8,
    spacing: 64,
    bounds: "flush",
    ...spec,
    config: {
      font: FONT,
      view: { stroke: null },
      title: { anchor: "start", fontSize: 13, offset: 10 },
      axis: {
        labelFontSize: 11,
        titleFontSize: 11,
        titleFontWeight: "normal",
        gridColor: "#ececec",
        labelColor: INK,
        titleColor: INK,
      },
      text: { color: INK },
      point: { opacity: 1 },
      rule: { clip: true },
    },
  });
  const svg = await new View(parse(vega), { renderer: "none" }).toSVG();
  // A picture is described by the text around it; what Vega says of each of its marks would be twice its size.
  const plain = svg.replaceAll(/ (?:aria-[a-z]+|role|class)="[^"]*"/g, "");
  const titled = plain.replace(/<svg[^>]*>/, (start) => `${start}<title>${title}</title>`);
  writeFileSync(new URL(`${name}.svg`, import.meta.url), `${titled}\n`);
}
