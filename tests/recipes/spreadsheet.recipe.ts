import { readSheet } from "read-excel-file/node";
import { expect, it } from "vitest";
import { toCsv, toXlsx } from "../../docs/examples/recipes/spreadsheet.js";

const responses = [
  ...Array.from({ length: 20 }, (_, index) => ({ region: "Köln", score: index < 15 ? 5 : 1 })),
  ...Array.from({ length: 10 }, () => ({ region: "=HYPERLINK(1)", score: 1 })),
  ...Array.from({ length: 3 }, () => ({ region: "west", score: 5 })),
  ...Array.from({ length: 8 }, () => ({ region: null, score: 5 })),
  { region: "Köln", score: null },
];

it("writes numbers as numbers, and nothing where nothing may be shown", async () => {
  const rows = await readSheet(await toXlsx(responses));
  expect(rows.map((row) => row.map((cell) => (typeof cell === "number" ? Math.round(10 * cell) / 10 : cell)))).toEqual([
    ["Region", "Satisfied, %", "From", "To", "Answers", "Left blank", "Note"],
    ["total", 63.4, 48.1, 76.4, 41, 1, null],
    ["=HYPERLINK(1)", 0, 0, 27.8, 10, 0, null],
    ["Köln", 75, 53.1, 88.8, 20, 1, null],
    ["west", null, null, null, null, null, "too few answers to show"],
    ["not known", null, null, null, null, null, "too few answers to show"],
  ]);
});

it("writes CSV that Excel opens: with a byte order mark, its line ends and no formulas", () => {
  const csv = toCsv(responses);
  expect(csv).toMatch(/^\uFEFFRegion,"Satisfied, %",From,To,Answers,Left blank,Note\r\n/);
  const lines = csv.split("\r\n");
  expect(lines[2]).toMatch(/^'=HYPERLINK\(1\),0,0,27\.75\d+,10,0,$/);
  expect(lines[3]).toMatch(/^Köln,75,/);
  expect(lines[4]).toBe("west,,,,,,too few answers to show");
});
