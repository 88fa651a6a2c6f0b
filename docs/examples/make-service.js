// Writes service.csv: SYNTHETIC answers to a questionnaire of 22 expectations and 22 perceptions from 1 to 7 (SERVQUAL), and to
// three questions from 1 to 10 (a satisfaction index), invented by this script. No line of it comes from a real person.
import { writeFileSync } from "node:fs";
import { mulberry32 } from "./random.js";

const ROWS = 150;
const random = mulberry32(22);
const BRANCHES = { 北京南站: 0.3, 上海虹桥: 0.6, Nairobi: 0 };

/** How far perceptions fall short, item by item: tangibles least, empathy most. */
const SHORT = [4, 5, 4, 4, 5].flatMap((items, dimension) => Array.from({ length: items }, () => 0.1 + 0.2 * dimension));

/** What is wrong on purpose: the row, and the cells that replace its own. */
const BAD = new Map([
  [17, { P3: "8" }],
  [54, { date: "31/02/2026" }],
  [101, { overall: "very good" }],
]);

const items = Array.from({ length: 22 }, (_, index) => index + 1);
const header = ["id", "date", "branch", ...items.map((item) => `E${item}`), ...items.map((item) => `P${item}`)];
const columns = [...header, "overall", "compared", "ideal"];
const lines = Array.from({ length: ROWS }, (_, index) => {
  const cells = { ...row(index), ...BAD.get(index + 1) };
  return columns.map((column) => cells[column]).join(",");
});
writeFileSync(new URL("service.csv", import.meta.url), `${[columns.join(","), ...lines].join("\n")}\n`);

function row(index) {
  const branch = Object.keys(BRANCHES)[Math.floor(random() * 3)];
  const quality = BRANCHES[branch] + bell();
  const expectations = items.map((item) => [`E${item}`, rating(6.2 + 0.6 * bell(), 1, 7)]);
  const perceptions = items.map((item) => [
    `P${item}`,
    random() < 0.02 ? "" : rating(6.1 - SHORT[item - 1] + 0.5 * quality + 0.7 * bell(), 1, 7),
  ]);
  return {
    id: `S${String(index + 1).padStart(3, "0")}`,
    date: day(Math.floor((index * 181) / ROWS)),
    branch,
    ...Object.fromEntries([...expectations, ...perceptions]),
    overall: rating(7.6 + 1.2 * quality + 0.8 * bell(), 1, 10),
    compared: rating(7 + 1.2 * quality + 0.9 * bell(), 1, 10),
    ideal: random() < 0.05 ? "" : rating(6.8 + 1.2 * quality + 0.9 * bell(), 1, 10),
  };
}

/** A day of the first half of 2026, as it is written in most of Europe and Africa. */
function day(number) {
  return new Date(Date.UTC(2026, 0, 1 + number)).toISOString().slice(0, 10).split("-").reverse().join("/");
}

function rating(value, min, max) {
  return Math.min(max, Math.max(min, Math.round(value)));
}

/** A number around 0 with variance 1, roughly normal. */
function bell() {
  return (random() + random() + random() - 1.5) * 2;
}
