// Writes survey.csv: SYNTHETIC answers to three questions (recommend, satisfied, easy), as a survey tool exports them, invented by
// this script. No line of it comes from a real person.
import { writeFileSync } from "node:fs";
import { mulberry32 } from "./random.js";

const ROWS = 240;
const random = mulberry32(26);
const REGIONS = { north: 0.5, south: -0.5, west: 0.1 };
const LABELS = ["Very dissatisfied", "Dissatisfied", "Neither", "Satisfied", "Very satisfied"];
const COMMENTS = [
  "",
  "",
  "",
  "",
  "Thank you!",
  "Slow, but in the end it worked",
  'I was told "tomorrow" twice',
  "All fine",
];

/** What is wrong on purpose: the row, and the cells that replace its own. */
const BAD = new Map([
  [22, { recommend: "n/a" }],
  [86, { recommend: "11" }],
]);

const columns = ["id", "answered_at", "region", "recommend", "satisfied", "easy", "comment"];
const lines = Array.from({ length: ROWS }, (_, index) => {
  const cells = { ...row(index), ...BAD.get(index + 1) };
  return columns.map((column) => quote(cells[column])).join(",");
});
writeFileSync(new URL("survey.csv", import.meta.url), `${[columns.join(","), ...lines].join("\n")}\n`);

function row(index) {
  const region = Object.keys(REGIONS)[Math.floor(random() * 3)];
  const mood = REGIONS[region] + bell();
  const recommend = rating(7.8 + 2.6 * mood + 0.8 * bell(), 0, 10);
  return {
    id: `R${String(index + 1).padStart(3, "0")}`,
    answered_at: time(index),
    region,
    recommend: random() < 0.04 ? "" : recommend === 10 ? "10 - Extremely likely" : recommend,
    satisfied: random() < 0.04 ? "" : LABELS[rating(3.8 + mood + 0.5 * bell(), 1, 5) - 1],
    easy: random() < 0.06 ? "" : rating(5.2 + 1.2 * mood + 0.7 * bell(), 1, 7),
    comment: COMMENTS[Math.floor(random() * COMMENTS.length)],
  };
}

/** From January to April 2026, two answers a day, between 8 and 20 o'clock in Paris. */
function time(index) {
  const hour = String(8 + Math.floor(random() * 12)).padStart(2, "0");
  const minute = String(Math.floor(random() * 60)).padStart(2, "0");
  const day = new Date(Date.UTC(2026, 0, 1 + Math.floor(index / 2))).toISOString().slice(0, 10);
  return `${day}T${hour}:${minute}:00${day < "2026-03-29" ? "+01:00" : "+02:00"}`;
}

function rating(value, min, max) {
  return Math.min(max, Math.max(min, Math.round(value)));
}

/** A number around 0 with variance 1, roughly normal. */
function bell() {
  return (random() + random() + random() - 1.5) * 2;
}

function quote(cell) {
  const text = String(cell);
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
