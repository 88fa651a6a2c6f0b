import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ChartSpec } from "../../src/chart/index.js";
import { bandsChart, scoreChart } from "../../src/chart/index.js";
import { nps, segment } from "../../src/index.js";
import { folderOf, run, runLine } from "./run.js";

const HOSTILE = "</script><script>alert(1)</script><!--&";
const CSV = `score,region,at
10,north,2026-01-05
9,"${HOSTILE}",2026-01-06
3,"${HOSTILE}",2026-02-07
8,north,2026-02-08
`;
const SERVICE = "--expectations E1..E22 --perceptions P1..P22";

/** The page that a command line writes, with its specification. */
async function pageOf(line: string, cwd = folderOf({ "a.csv": CSV })) {
  const { code, out, err } = await runLine(`${line} --chart out.html`, { cwd });
  expect({ code, err }).toEqual({ code: 0, err: "" });
  const page = readFileSync(join(cwd, "out.html"), "utf8");
  const [, json = ""] = /<script type="application\/json" id="spec">(.*?)<\/script>/s.exec(page) ?? [];
  return { page, out, spec: JSON.parse(json) as ChartSpec };
}

/** The text of the page, as a reader without scripts sees it. */
function textOf(page: string): string {
  return page.replace(/<(script|style)\b.*?<\/\1>/gs, "").replace(/<[^>]*>/g, " ");
}

describe("--chart", () => {
  it("writes the chart of one score, with its text and its figures", async () => {
    const { page, spec, out } = await pageOf("nps a.csv --score score");
    expect(spec).toEqual(bandsChart(nps([10, 9, 3, 8])));
    expect(textOf(page)).toContain(spec.description);
    expect(page).toMatch(/<tr><td>nps<\/td><td class="right">25\.0<\/td>/);
    expect(page).toContain("<title>NPS</title>");
    expect(out).toBe((await runLine("nps a.csv --score score", { cwd: folderOf({ "a.csv": CSV }) })).out);
  });

  it("writes names as they are, whatever is in them", async () => {
    const { page, spec } = await pageOf("nps a.csv --score score --by region");
    const rows = [10, 9, 3, 8].map((score, index) => ({ score, region: index % 3 === 0 ? "north" : HOSTILE }));
    const segments = segment(rows, { by: { region: (row) => row.region }, score: (row) => row.score, metric: nps });
    expect(spec).toEqual(scoreChart(segments));
    expect(page).not.toContain(HOSTILE);
    expect(page).not.toContain("alert(1)</script>");
    expect(page).toContain("<td>&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;!--&amp;</td>");
    expect(page.match(/<script/g)).toHaveLength(5);
  });

  it.each([
    ["trend a.csv --metric nps --score score --time at --every month", "NPS from 2026-01 to 2026-02"],
    ["nps a.csv --score score --time at --every month --by region", "north"],
    ["nps a.csv --score score --time at --every month --by region --min-n 1", "north"],
    ["segment a.csv --metric nps --score score --by region --totals", "NPS by segment"],
    ["sentiment a.csv --score score --scale 1-5 --missing 10,9,8", "100%"],
    ["compare a.csv --metric nps --score score --by region", "Differences of scores"],
  ])("%s", async (line, text) => {
    expect((await pageOf(line)).spec.description).toContain(text);
  });

  it("writes gaps of service", async () => {
    const items = Array.from({ length: 22 }, (_, index) => index + 1);
    const header = [...items.map((item) => `E${item}`), ...items.map((item) => `P${item}`)].join(",");
    const csv = `${header}\n${items.map(() => 6).join(",")},${items.map(() => 5).join(",")}\n`;
    const { spec } = await pageOf(`servqual a.csv ${SERVICE}`, folderOf({ "a.csv": csv }));
    expect(spec.description).toContain("Overall: gap -1.00");
  });

  it("leaves suppressed periods out", async () => {
    const { page, spec } = await pageOf("nps a.csv --score score --time at --every month --by region --min-n 2");
    expect(JSON.stringify(spec)).not.toContain('"n":1');
    expect(textOf(page)).toContain("suppressed");
  });

  it("takes a title and a language", async () => {
    const { page, spec } = await pageOf("nps a.csv --score score --title 'A <b> & c' --locale zh-CN");
    expect(page).toContain('<html lang="zh-CN">');
    expect(page).toContain("<title>A &lt;b&gt; &amp; c</title>");
    expect(spec.description).toContain("推荐者");
    expect(spec.title).toMatchObject({ text: ["A <b> & c"] });
  });

  it("loads the versions that charts are tested with, and nothing else by their addresses", async () => {
    const { page } = await pageOf("nps a.csv --score score");
    const loaded = [...page.matchAll(/ src="([^"]*)" integrity="([^"]*)" crossorigin="anonymous">/g)];
    const installed = ["vega", "vega-lite", "vega-embed"].map((name) => {
      const folder = `node_modules/${name}`;
      const { version } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
      const digest = createHash("sha384")
        .update(readFileSync(`${folder}/build/${name}.min.js`))
        .digest("base64");
      return [`https://cdn.jsdelivr.net/npm/${name}@${version}/build/${name}.min.js`, `sha384-${digest}`];
    });
    expect(loaded.map(([, address, integrity]) => [address, integrity])).toEqual(installed);
    expect(page.match(/ src=/g)).toHaveLength(3);
  });
});

describe("what cannot be", () => {
  it.each([
    ["a folder that is not there", "none/out.html", "none/out.html cannot be written: ENOENT"],
    ["a folder", "folder.html", "folder.html cannot be written: EISDIR"],
    ["the file of answers", "a.csv", '--chart must be a file FILE.html, got "a.csv"'],
  ])("%s", async (_, file, problem) => {
    const cwd = folderOf({ "a.csv": CSV });
    mkdirSync(join(cwd, "folder.html"));
    const { code, out, err } = await run(["nps", "a.csv", "--score", "score", "--chart", file], { cwd });
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(`cx-metrics: ${problem}`);
    expect(readFileSync(join(cwd, "a.csv"), "utf8")).toBe(CSV);
  });

  it("a wrong language, before anything is read or written", async () => {
    const cwd = folderOf({ "a.csv": CSV });
    const { code, err } = await runLine("nps none.csv --score score --chart out.html --locale fr", { cwd });
    expect([code, err]).toEqual([2, 'cx-metrics: --locale must be en or zh-CN, got "fr"\n']);
    expect(existsSync(join(cwd, "out.html"))).toBe(false);
  });
});
