// Draws the picture of concepts.md: answers, their tallies, and the estimate. The answers are INVENTED; every figure in the picture is
// computed by the library. WORDS has the texts of each language, and a picture is written for each.
//
//   npm run build && node docs/pictures/make-concepts-picture.js
import { writeFileSync } from "node:fs";
import { classify, format, merge, NPS, nps, tally } from "cx-metrics";

const WORDS = {
  en: {
    file: "concepts.svg",
    title:
      "Answers of two days become a tally each, the tallies are added up, and the sum becomes a score with its interval",
    headings: ["Answers", "Tally a day", "Tallies merged", "Estimate"],
    days: ["Monday", "Tuesday"],
    columns: ["score", "n"],
    steps: ["tally", "merge", "nps"],
    blank: "blank",
    counts: (n, missing) => `n ${n}, missing ${missing}`,
    interval: (low, high) => `95 % interval: ${low} to ${high}`,
    share: (band, percent) => `${band}: ${percent} %`,
    bands: { detractor: "detractors", passive: "passives", promoter: "promoters" },
  },
  "zh-CN": {
    file: "concepts.zh-CN.svg",
    title: "两天的回答各自汇总为计数表，计数表相加，其和得出带区间的得分",
    headings: ["回答", "每日计数表", "合并后的计数表", "估计"],
    days: ["星期一", "星期二"],
    columns: ["评分", "n"],
    steps: ["tally", "merge", "nps"],
    blank: "未答",
    counts: (n, missing) => `n ${n}，缺失 ${missing}`,
    interval: (low, high) => `95% 置信区间：${low} 至 ${high}`,
    share: (band, percent) => `${band}：${percent}%`,
    bands: { detractor: "贬损者", passive: "被动者", promoter: "推荐者" },
  },
};

const DAYS = [
  [10, 9, 9, 8, 3, null],
  [10, 7, null, 6, 10],
];

const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Noto Sans SC', sans-serif";
const MONO = "ui-monospace, Menlo, Consolas, monospace";
const INK = "#1c2126";
const MUTED = "#5a636c";
const LINE = "#98a1a9";
// The colours of the charts, which people who are colour-blind can tell apart, and text that can be read on them.
const COLOURS = {
  negative: { fill: "#d0610f", text: "#ffffff" },
  neutral: { fill: "#c3c9cf", text: INK },
  positive: { fill: "#2166ac", text: "#ffffff" },
};

const WIDTH = 860;
const HEIGHT = 330;
const COLUMNS = [20, 235, 425, 600];
const ROW = 19;

for (const words of Object.values(WORDS)) writeFileSync(new URL(words.file, import.meta.url), `${picture(words)}\n`);

function picture(words) {
  const tallies = DAYS.map((answers) => tally(answers));
  const merged = merge(...tallies);
  const tops = [64, 200];
  const parts = [
    ...words.headings.map((heading, column) => text(COLUMNS[column], 26, heading, { size: 15, weight: 600 })),
    ...DAYS.flatMap((answers, day) => answersOf(words, words.days[day], answers, tops[day])),
    ...tallies.flatMap((rows, day) => tableOf(words, rows, COLUMNS[1], tops[day])),
    ...tableOf(words, merged, COLUMNS[2], 110),
    ...tops.map((top) => arrow([COLUMNS[0] + 120, top + 40], [COLUMNS[1] - 12, top + 40])),
    label(COLUMNS[1] - 54, tops[0] + 32, words.steps[0]),
    label(COLUMNS[1] - 54, tops[1] + 32, words.steps[0]),
    arrow([COLUMNS[1] + 102, tops[0] + 50], [COLUMNS[2] - 12, 170]),
    arrow([COLUMNS[1] + 102, tops[1] + 40], [COLUMNS[2] - 12, 196]),
    label(COLUMNS[2] - 40, 118, words.steps[1]),
    arrow([COLUMNS[2] + 102, 183], [COLUMNS[3] - 12, 183]),
    label(COLUMNS[3] - 44, 175, words.steps[2]),
    ...estimateOf(words, nps(merged)),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" font-family="${FONT}">`,
    `<title>${words.title}</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    ...parts,
    "</svg>",
  ].join("\n");
}

/** The answers of a day as tiles, three in a row; a blank one is an empty frame. */
function answersOf({ blank }, day, answers, top) {
  const tiles = answers.map((answer, index) => {
    const x = COLUMNS[0] + 38 * (index % 3);
    const y = top + 34 * Math.floor(index / 3);
    return tile(x, y, answer, blank);
  });
  return [text(COLUMNS[0], top - 10, day, { fill: MUTED }), ...tiles];
}

function tile(x, y, answer, blank) {
  const frame = (paint) => `<rect x="${x}" y="${y}" width="34" height="28" rx="4" ${paint}/>`;
  if (answer === null)
    return (
      frame(`fill="none" stroke="${LINE}" stroke-dasharray="3 3"`) +
      text(x + 17, y + 18, blank, { size: 10, fill: MUTED, anchor: "middle" })
    );
  const colour = COLOURS[classify(answer, NPS).sentiment];
  return (
    frame(`fill="${colour.fill}"`) + text(x + 17, y + 19, answer, { size: 14, fill: colour.text, anchor: "middle" })
  );
}

/** A tally as a table of scores and counts, its scores in the colours of their bands. */
function tableOf({ columns, blank }, rows, x, top) {
  const lines = rows.map(({ score, n }, index) => {
    const y = top + ROW * (index + 1);
    const mark = score === null ? "none" : COLOURS[classify(score, NPS).sentiment].fill;
    return [
      `<rect x="${x}" y="${y - 7}" width="8" height="8" fill="${mark}"${score === null ? ` stroke="${LINE}"` : ""}/>`,
      text(x + 54, y, score === null ? blank : score, { anchor: "end", fill: score === null ? MUTED : INK }),
      text(x + 88, y, n, { anchor: "end", fill: score === null ? MUTED : INK }),
    ].join("");
  });
  return [
    text(x + 54, top, columns[0], { anchor: "end", fill: MUTED, size: 11 }),
    text(x + 88, top, columns[1], { anchor: "end", fill: MUTED, size: 11 }),
    `<line x1="${x}" y1="${top + 5}" x2="${x + 90}" y2="${top + 5}" stroke="${LINE}"/>`,
    ...lines,
  ];
}

/** The score, its interval on the scale from -100 to 100, the bands as a bar, and how many answered and did not. */
function estimateOf(words, result) {
  const x = COLUMNS[3];
  const width = 235;
  const at = (score) => x + ((score + 100) / 200) * width;
  const { low, high } = result.interval;
  const axis = 176;
  return [
    text(x, 92, `NPS ${format(result)}`, { size: 22, weight: 600 }),
    text(x, 114, words.counts(result.n, result.missing), { fill: MUTED }),
    text(at(result.score), axis - 26, words.interval(format(low), format(high)), {
      size: 11,
      anchor: "middle",
      fill: MUTED,
    }),
    `<line x1="${at(low)}" y1="${axis - 14}" x2="${at(high)}" y2="${axis - 14}" stroke="${INK}" stroke-width="2.5"/>`,
    `<circle cx="${at(result.score)}" cy="${axis - 14}" r="5.5" fill="${INK}"/>`,
    `<line x1="${at(-100)}" y1="${axis}" x2="${at(100)}" y2="${axis}" stroke="${LINE}"/>`,
    ...[-100, 0, 100].map(
      (tick) =>
        `<line x1="${at(tick)}" y1="${axis}" x2="${at(tick)}" y2="${axis + 5}" stroke="${LINE}"/>` +
        text(at(tick), axis + 18, tick, {
          size: 11,
          fill: MUTED,
          anchor: tick < 0 ? "start" : tick > 0 ? "end" : "middle",
        }),
    ),
    ...bandsOf(words, result, x, 218, width),
  ];
}

function bandsOf(words, { bands }, left, top, width) {
  let x = left;
  return Object.entries(bands).flatMap(([name, { sentiment, share, n }], row) => {
    const part = share * width;
    const { fill, text: paint } = COLOURS[sentiment];
    const bar =
      `<rect x="${x}" y="${top}" width="${part}" height="24" fill="${fill}"/>` +
      text(x + part / 2, top + 17, n, { fill: paint, anchor: "middle" });
    x += part;
    const y = top + 46 + ROW * row;
    return [
      bar,
      `<rect x="${left}" y="${y - 9}" width="9" height="9" fill="${fill}"/>`,
      text(left + 16, y, words.share(words.bands[name], format(100 * share)), { size: 12 }),
    ];
  });
}

function arrow([x1, y1], [x2, y2]) {
  const angle = Math.atan2(y2 - y1, x2 - x1);
  const wing = (turn) => [x2 - 8 * Math.cos(angle + turn), y2 - 8 * Math.sin(angle + turn)].map((at) => at.toFixed(1));
  return (
    `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${LINE}" stroke-width="1.5"/>` +
    `<polygon points="${x2},${y2} ${wing(0.45)} ${wing(-0.45)}" fill="${LINE}"/>`
  );
}

/** The name of the function that makes the step of an arrow. */
function label(x, y, name) {
  return text(x, y, name, { font: MONO, size: 12, anchor: "middle" });
}

function text(x, y, words, { size = 13, weight = 400, fill = INK, anchor = "start", font } = {}) {
  const paint = `font-size="${size}" fill="${fill}" text-anchor="${anchor}"`;
  const bold = weight === 400 ? "" : ` font-weight="${weight}"`;
  const family = font === undefined ? "" : ` font-family="${font}"`;
  return `<text x="${x}" y="${y}" ${paint}${bold}${family}>${words}</text>`;
}
