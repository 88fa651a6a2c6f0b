import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { app } from "../../docs/examples/recipes/express.js";

let server: Server;
let address: string;
beforeAll(async () => {
  server = app.listen(0, "127.0.0.1");
  await once(server, "listening");
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
});

const post = (body: string) =>
  fetch(`${address}/responses`, { method: "POST", headers: { "content-type": "application/json" }, body });
const postAll = async (n: number, response: object) => {
  for (let index = 0; index < n; index++) expect((await post(JSON.stringify(response))).status).toBe(201);
};

it.each([
  [{ score: 6, region: "north" }, "score", "expected a rating from 1 to 5 in steps of 1, got 6"],
  [{ score: "4", region: "north" }, "score", 'expected a rating from 1 to 5 in steps of 1, got "4"'],
  [{ region: "north" }, "score", "expected a rating from 1 to 5 in steps of 1, got undefined"],
])("answers %j with 400 and the reason", async (body, field, message) => {
  const response = await post(JSON.stringify(body));
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({ issues: [{ path: [field], message }] });
});

it("answers what is no JSON with 400", async () => {
  expect((await post("{")).status).toBe(400);
});

it("reports nothing as long as there is nothing", async () => {
  const [total] = await (await fetch(`${address}/csat`)).json();
  expect(total).toMatchObject({ key: "total", n: null, score: null, suppressed: true });
});

it("scores regions, and suppresses small ones; nobody can weigh more than others", async () => {
  await postAll(12, { score: 5, region: "north", weight: 1000 });
  await postAll(11, { score: 2, region: "south" });
  await postAll(1, { score: null, region: "south" });
  await postAll(10, { score: 4, region: null });
  const segments = await (await fetch(`${address}/csat`)).json();
  expect(segments).toMatchObject([
    { key: "total", n: 33, weight: 33, missing: 1 },
    { key: "north", n: 12, weight: 12, score: 100 },
    { key: "south", n: 11, missing: 1, score: 0 },
    { key: null, n: 10, score: 100 },
  ]);
  await postAll(1, { score: 1, region: "west" });
  const keys = await (await fetch(`${address}/csat`)).json();
  expect(keys.map(({ key, n }: { key: unknown; n: unknown }) => [key, n])).toEqual([
    ["total", 34],
    ["north", 12],
    ["south", 11],
    ["west", null],
    [null, null],
  ]);
});
