import { expect, it } from "vitest";
import { GET } from "../../docs/examples/recipes/next-route.js";

const get = async (query: string) => {
  const response = await GET(new Request(`http://localhost/api/nps?${query}`));
  return { status: response.status, body: await response.json() };
};

it("scores months of the zone that is asked for", async () => {
  const { status, body } = await get("from=2026-01-01&to=2026-03-10&timeZone=Europe/Paris");
  expect(status).toBe(200);
  expect(body).toMatchObject([
    { key: "2026-01", partial: false, score: 100, n: 1 },
    { key: "2026-02", partial: false, score: -100, n: 1 },
    { key: "2026-03", partial: true, score: 100, n: 1, missing: 1, invalid: 1 },
  ]);
});

it("takes UTC where no zone is asked for, and has null for a month without answers", async () => {
  const { body } = await get("from=2026-01-01&to=2026-03-10");
  expect(body).toMatchObject([{ score: 0, n: 2 }, { score: null, interval: null, n: 0 }, { n: 1 }]);
});

it("marks the month that is not over where no end is asked for", async () => {
  const { body } = await get("from=2026-03-01");
  expect(body.at(-1)).toMatchObject({ partial: true });
});

it.each([
  ["timeZone=Paris", 'timeZone must be an IANA time zone, such as "Asia/Shanghai", got "Paris"'],
  ["to=soon", "to must be a valid Date, milliseconds since 1970, or ISO 8601 text"],
])("answers %s with 400 and the reason", async (query, message) => {
  const { status, body } = await get(query);
  expect(status).toBe(400);
  expect(body.message).toContain(message);
});
