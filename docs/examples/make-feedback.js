// Writes feedback.ndjson: SYNTHETIC feedback, invented by this script. No line of it comes from a real person.
// The numbers are drawn from a seeded generator, so that every run writes the same bytes.
import { writeFileSync } from "node:fs";
import { mulberry32 } from "./random.js";

const ROWS = 400;
const DAYS = 90; // January to March 2026
const random = mulberry32(2026);

const TIERS = { basic: 0.9, plus: 1, premium: 1.2 };
const REGIONS = {
  asia: { share: 0.5, offset: "+08:00", mood: 0.5, weight: 0.7 },
  africa: { share: 0.25, offset: "+03:00", mood: -0.5, weight: 1.4 },
  americas: { share: 0.25, offset: "-05:00", mood: 0, weight: 1.2 },
};
const CSAT_LABELS = ["Very dissatisfied", "Dissatisfied", "Neither", "Satisfied", "Very satisfied"];
const COMMENTS = {
  bad: [
    "Slow, and nobody answered",
    'They said "two days", it took ten',
    "等了很久，没有人回复",
    "Too many forms, again",
  ],
  fair: ["Fine, nothing special", "Good price, slow delivery", "还可以，但是有点贵"],
  good: ["Quick, friendly, thank you", "Solved at once, well done", "服务很好，谢谢", '客服说"马上处理"，真的很快'],
};

/** What is wrong on purpose: the line, counted from 1, and the fields that replace its own. */
const BAD = new Map([
  [23, { nps: "11" }],
  [61, { nps: "9abc" }],
  [104, { nps: "eight" }],
  [150, { csat: "6" }],
  [197, { weight: "-0.8" }],
  [242, { submitted_at: "2026-02-30T11:20:00+08:00" }],
  [288, { respondent_id: "" }],
  [333, { ces: "4.5" }],
  [371, { nps: "9,5", ces: "n/a" }],
]);

const lines = Array.from({ length: ROWS }, (_, index) => JSON.stringify({ ...row(index), ...BAD.get(index + 1) }));
writeFileSync(new URL("feedback.ndjson", import.meta.url), `${lines.join("\n")}\n`);

function row(index) {
  const region = pickRegion();
  const tier = pick(Object.keys(TIERS));
  const { offset, mood, weight } = REGIONS[region];
  const annoyed = random() < 0.06;
  const quality = mood + bell() + (tier === "premium" ? 0.4 : 0) - (annoyed ? 2.5 : 0);
  return {
    respondent_id: `R${String(index + 1).padStart(4, "0")}`,
    submitted_at: time(index) + offset,
    region,
    tier,
    nps: blank(0.06) ?? npsText(rating(7.8 + 1.9 * quality + 1.2 * bell(), 0, 10)),
    csat: blank(0.04) ?? csatText(rating(3.8 + 0.8 * quality + 0.6 * bell(), 1, 5)),
    ces: blank(0.1) ?? String(rating(5.2 + 0.9 * quality + bell(), 1, 7)),
    weight: (weight * TIERS[tier]).toFixed(2),
    comment: comment(quality),
  };
}

/** The rows follow the days of the quarter, each at some minute between 8 and 20 o'clock local time. */
function time(index) {
  const day = Math.floor((index * DAYS) / ROWS);
  const minute = 8 * 60 + Math.floor(random() * 12 * 60);
  return new Date(Date.UTC(2026, 0, 1 + day, 0, minute)).toISOString().slice(0, 19);
}

/** Some survey tools write out the labels at the ends of the scale. */
function npsText(score) {
  if (score === 10 && random() < 0.4) return "10 - Extremely likely";
  if (score === 0 && random() < 0.4) return "0 - Not at all likely";
  return String(score);
}

function csatText(score) {
  return random() < 0.3 ? CSAT_LABELS[score - 1] : String(score);
}

function comment(quality) {
  if (random() < 0.8) return "";
  if (quality < -0.5) return pick(COMMENTS.bad);
  return pick(quality < 0.5 ? COMMENTS.fair : COMMENTS.good);
}

function blank(probability) {
  return random() < probability ? "" : undefined;
}

function rating(value, min, max) {
  return Math.min(max, Math.max(min, Math.round(value)));
}

function pickRegion() {
  let left = random();
  return Object.keys(REGIONS).find((region) => {
    left -= REGIONS[region].share;
    return left < 0;
  });
}

function pick(list) {
  return list[Math.floor(random() * list.length)];
}

/** A number around 0 with variance 1, roughly normal; sums alone, which every engine computes alike. */
function bell() {
  return (random() + random() + random() - 1.5) * 2;
}
