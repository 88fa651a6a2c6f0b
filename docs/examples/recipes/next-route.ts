import { nps } from "cx-metrics";
import { trend } from "cx-metrics/trend";
import { responsesOf } from "./responses";

/** GET /api/nps?from=2026-01-01&to=2026-03-10&timeZone=Europe/Paris */
export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const rows = await responsesOf("nps");
  try {
    const points = trend(rows, {
      time: (row) => row.at,
      score: (row) => row.score,
      every: "month",
      timeZone: query.get("timeZone") ?? "UTC", // never that of the server
      from: query.get("from") ?? undefined,
      to: query.get("to") ?? new Date(), // so that the month that is not over is marked
      metric: (answers) => nps(answers, { invalid: "exclude" }),
    });
    return Response.json(
      points.map(({ key, partial, score, interval, n, missing, invalid }) => {
        return { key, partial, score, interval, n, missing, invalid };
      }),
    );
  } catch (problem) {
    // Wrong answers are counted and not thrown, so what is wrong is the query.
    return Response.json({ message: (problem as Error).message }, { status: 400 });
  }
}
