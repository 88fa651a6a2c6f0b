import { spawnSync } from "node:child_process";
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";

const SCRIPT = fileURLToPath(new URL("../../docs/examples/recipes/nightly.js", import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cx-metrics-nightly-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const lines = (n: number, row: object) => `${JSON.stringify(row)}\n`.repeat(n);
const write = (...rows: string[]) => writeFileSync(join(folder, "responses.ndjson"), rows.join(""));
const tallyOf = (day: string) => JSON.parse(readFileSync(join(folder, `${day}.json`), "utf8"));

function run(...days: string[]) {
  // The zone of the machine must not matter.
  const env = { ...process.env, TZ: "Pacific/Apia" };
  const { status, stdout, stderr } = spawnSync("node", [SCRIPT, folder, ...days], { encoding: "utf8", env });
  return { status, stderr, lines: stdout.trim().split("\n") };
}

it("tallies the day of the zone, and only that", () => {
  write(
    lines(1, { score: 10, region: "north", submittedAt: "2026-03-28T22:59:59Z" }),
    lines(2, { score: 9, region: "north", submittedAt: "2026-03-28T23:00:00Z" }),
    lines(1, { score: null, region: "south", submittedAt: "2026-03-29T21:59:59Z" }),
    lines(1, { score: 3, region: "south", submittedAt: "2026-03-29T22:00:00Z" }),
  );
  expect(run("2026-03-29")).toMatchObject({ status: 0, stderr: "" });
  expect(tallyOf("2026-03-29")).toEqual([
    { keys: { region: "north" }, score: 9, n: 2, weight: 2, weightSq: 2 },
    { keys: { region: "south" }, score: null, n: 1, weight: 1, weightSq: 1 },
  ]);
  expect(readdirSync(folder).sort()).toEqual(["2026-03-29.json", "responses.ndjson"]);
});

it("pools the answers of the days it has, and tells of those it has not", () => {
  write(
    lines(20, { score: 10, region: "north", submittedAt: "2026-03-01T10:00:00Z" }),
    lines(30, { score: 0, region: "north", submittedAt: "2026-03-02T10:00:00Z" }),
    lines(25, { score: 8, region: "south", submittedAt: "2026-03-02T10:00:00Z" }),
  );
  run("2026-03-01");
  expect(run("2026-03-02").lines).toEqual([
    "Not all: 26 of 28 days have no tally, the first 2026-02-03",
    "total -13.3 (-30.9 to 5.2, n 75)",
    "north -20.0 (-44.8 to 7.6, n 50)",
    "south 0.0 (-13.3 to 13.3, n 25)",
  ]);
});

it("tells of all days as all, and counts late answers once", () => {
  write(lines(12, { score: 10, region: "north", submittedAt: "2026-03-28T10:00:00Z" }));
  for (let day = 1; day < 28; day++) writeFileSync(join(folder, `2026-03-${String(day).padStart(2, "0")}.json`), "[]");
  run("2026-03-28");
  appendFileSync(
    join(folder, "responses.ndjson"),
    lines(12, { score: 0, region: "north", submittedAt: "2026-03-28T11:00:00Z" }),
  );
  expect(run("2026-03-28").lines[0]).toBe("total 0.0 (-37.1 to 37.1, n 24)");
});

it("closes a day on which nobody answered", () => {
  write("");
  expect(run("2026-03-01")).toMatchObject({ status: 0, stderr: "" });
  expect(tallyOf("2026-03-01")).toEqual([]);
});

it("shows no small group, and tells of rows it cannot read", () => {
  write(
    lines(30, { score: 10, region: "north", submittedAt: "2026-03-01T10:00:00Z" }),
    lines(2, { score: 0, region: "west", submittedAt: "2026-03-01T10:00:00Z" }),
    lines(1, { score: 12, region: "north", submittedAt: "2026-03-01T10:00:00Z" }),
  );
  const { lines: shown, stderr } = run("2026-03-01");
  expect(stderr).toBe("row 33: expected a rating from 0 to 10 in steps of 1, got 12\n");
  expect(shown.slice(2)).toEqual(["north too few answers", "west too few answers"]);
});

it("takes yesterday where no day is said", () => {
  write(lines(1, { score: 10, region: "north", submittedAt: "2026-03-01T10:00:00Z" }));
  expect(run().status).toBe(0);
  const [name] = readdirSync(folder);
  expect(name).toMatch(/^\d{4}-\d\d-\d\d\.json$/);
  const age = Date.now() - Date.parse(`${name!.slice(0, 10)}T00:00:00Z`);
  expect(age).toBeGreaterThan(20 * 3_600_000);
  expect(age).toBeLessThan(50 * 3_600_000);
});
