import { seeded } from "./random.js";

/** What the sample is called. */
export const SAMPLE_NAME = "sample.csv";

/** Regions, how content people are there, and how many of a hundred answer. */
const REGIONS = [
  { region: "north", mood: 0.85, upTo: 0.34 },
  { region: "south", mood: 0.74, upTo: 0.62 },
  { region: "east", mood: 0.79, upTo: 0.83 },
  { region: "west", mood: 0.69, upTo: 0.995 },
  { region: "islands", mood: 0.82, upTo: 1 },
] as const;

const ITEMS = Array.from({ length: 22 }, (_, index) => index + 1);

/** How far service falls short of what was expected, by item: tangibles least, empathy most. */
const SHORT = [4, 5, 4, 4, 5].flatMap((items, dimension) => Array.from({ length: items }, () => 0.1 + 0.2 * dimension));

/** Some answers that cannot be read, as there are in every export. */
const ODD = new Map([
  [41, "11"],
  [97, "n/a"],
  [160, "11"],
  [233, "9,5"],
]);

/** A survey as CSV, invented by chance with a fixed seed: no line of it comes from a person. */
export function sampleText(rows = 600): string {
  const random = seeded(7);
  const header = ["answered_at", "region", "recommend", "satisfaction", "effort", "weight"];
  const columns = [...header, ...ITEMS.map((item) => `E${item}`), ...ITEMS.map((item) => `P${item}`)];
  const lines = Array.from({ length: rows }, (_, index) => rowOf(index, rows, random).join(","));
  return `${[columns.join(","), ...lines].join("\n")}\n`;
}

function rowOf(index: number, rows: number, random: () => number): (string | number)[] {
  const draw = random();
  const { region, mood } = REGIONS.find(({ upTo }) => draw < upTo) ?? REGIONS[0];
  const bell = () => 2 * (random() + random() + random() - 1.5);
  const level = mood + 0.12 * (index / rows - 0.5) + 0.16 * bell();
  const hope = 0.5 * bell();
  const rating = (value: number, min: number, max: number) => Math.min(max, Math.max(min, Math.round(value)));
  const recommend = rating(10.4 * level - (random() < 0.05 ? 5 : 0), 0, 10);
  const odd = ODD.get(index) ?? (random() < 0.04 ? "" : recommend === 10 ? "10 - Extremely likely" : recommend);
  return [
    new Date(Date.UTC(2026, 0, 1) + ((index + random()) / rows) * 181 * 24 * 3_600_000).toISOString(),
    region,
    `${odd}`.includes(",") ? `"${odd}"` : odd,
    rating(5.2 * level + 0.4 * bell(), 1, 5),
    rating(7 * level + 0.6 * bell(), 1, 7),
    (0.6 + 0.8 * random()).toFixed(2),
    ...ITEMS.map(() => rating(5.9 + hope + 0.4 * bell(), 1, 7)),
    ...ITEMS.map((item) => rating(5.6 - SHORT[item - 1]! + 4 * (level - 0.78) + 0.6 * bell(), 1, 7)),
  ];
}
