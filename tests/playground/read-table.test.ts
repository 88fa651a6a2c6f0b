import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { loadTable } from "../../docs/playground/data/load-table.js";
import { cellsOf, tableOf } from "./support.js";

const load = (bytes: BlobPart, name = "a.csv", encoding = "utf-8") =>
  loadTable({ name, data: new Blob([bytes]), encoding, header: undefined }, () => {});

describe("a table", () => {
  it("keeps lines, blanks and rows that are none", async () => {
    const table = await tableOf('id,score\n1,"10\n"\n2,\n\n3\n4,9\n');
    expect(table.columns.map(({ name }) => name)).toEqual(["id", "score"]);
    expect(cellsOf(table, 1)).toEqual(["10\n", "", "9"]);
    expect([...table.lines]).toEqual([2, 4, 7]);
    expect(table.badCount).toBe(1);
    expect(table.bad).toEqual([{ line: 6, value: "3", reason: { kind: "fields", expected: 2, got: 1 } }]);
  });

  it("names columns without a header, blank and doubled names", async () => {
    const named = async (text: string) => (await tableOf(text)).columns.map(({ name }) => name);
    expect(await named("north,10\nsouth,9\n")).toEqual(["column 1", "column 2"]);
    expect(await named("a,,a\nx,y,z\n")).toEqual(["a", "column 2", "a (2)"]);
  });

  it("knows the numbers of questions in a header from ratings", async () => {
    const named = async (text: string) => (await tableOf(text)).columns.map(({ name }) => name);
    expect(await named("序号,1、您的科室,2、推荐意愿【0-10分】\n1,内科,9分\n")).toEqual([
      "序号",
      "1、您的科室",
      "2、推荐意愿【0-10分】",
    ]);
    expect(await named("id,1. Region,2) Score\n1,north,9\n")).toEqual(["id", "1. Region", "2) Score"]);
    expect(await named("north,5、满意\nsouth,4、一般\n")).toEqual(["column 1", "column 2"]);
    expect(await named("7,5、满意\n8,一般\n")).toEqual(["column 1", "column 2"]);
    expect(await named("north,5、满意\n")).toEqual(["column 1", "column 2"]);
  });

  it("takes the first row for what it is said to be", async () => {
    const source = { name: "a.csv", data: "yes,no\n1,2\n", encoding: "utf-8" };
    expect((await loadTable({ ...source, header: false }, () => {})).rows).toBe(2);
    expect((await loadTable({ ...source, header: true }, () => {})).rows).toBe(1);
  });

  it("reads NDJSON and JSON, objects in objects too", async () => {
    const table = await tableOf('{"score":10,"at":{"region":"north"}}\nnone\n[1]\n{"score":null}\n');
    expect(table.columns.map(({ name }) => name)).toEqual(["score", "at.region"]);
    expect([cellsOf(table, 0), cellsOf(table, 1)]).toEqual([
      ["10", ""],
      ["north", ""],
    ]);
    expect(table.bad.map(({ line, reason }) => [line, reason.kind])).toEqual([
      [2, "json"],
      [3, "object"],
    ]);
    expect(cellsOf(await tableOf('[{"score":10},{"score":9}]'))).toEqual(["10", "9"]);
  });

  it("keeps signs whole where a long text is parted", async () => {
    const text = `name,score\n${"🙂".repeat(600_000)},10\n`;
    for (const shift of ["", "a"]) expect(cellsOf(await tableOf(shift + text))[0]).toBe("🙂".repeat(600_000));
  });

  it("reads more rows than there is room for at first", async () => {
    const table = await tableOf(
      `id,score\n${Array.from({ length: 5000 }, (_, row) => `${row},${row % 11}`).join("\n")}`,
    );
    expect([table.rows, table.lines[4999], cellsOf(table)[4999]]).toEqual([5000, 5001, "4999"]);
  });
});

describe("a file", () => {
  const CSV = "地区,score\n华东,10\n";

  it("is unpacked and decoded", async () => {
    expect(cellsOf(await load(CSV))).toEqual(["华东"]);
    expect(cellsOf(await load(gzipSync(CSV), "a.csv.gz"))).toEqual(["华东"]);
    const utf16 = await load(Buffer.from(`\uFEFF${CSV}`, "utf16le"));
    expect(cellsOf(utf16)).toEqual(["华东"]);
    expect(utf16.format.encoding).toBe("utf-16le");
    const gb = Buffer.from([0xb5, 0xd8, 0xc7, 0xf8, 0x2c, 0x73, 0x0a, 0xbb, 0xaa, 0xb6, 0xab, 0x2c, 0x39, 0x0a]);
    expect(cellsOf(await load(gb, "a.csv", "gb18030"))).toEqual(["华东"]);
    await expect(load(gb)).rejects.toThrow("not written in utf-8: choose another encoding");
  });

  it("says how much of it is read", async () => {
    const shares: number[] = [];
    const source = { name: "a.csv", data: new Blob([CSV]), encoding: "utf-8", header: undefined };
    await loadTable(source, (share) => shares.push(share));
    expect(shares.at(-1)).toBe(1);
  });

  it("is refused where it is none", async () => {
    await expect(load(Buffer.from("PK\u0003\u0004"))).rejects.toThrow("an Excel workbook or a zip archive");
    await expect(load(" \n ")).rejects.toThrow("nothing to read");
    await expect(load("[1, 2]")).rejects.toThrow("no list of objects");
  });

  it("may have tabs", async () => {
    const table = await load("name\tscore\na,b,c\t9\n", "a.tsv");
    expect(cellsOf(table)).toEqual(["a,b,c"]);
  });
});
