import { csat, segment } from "cx-metrics";
import { csatResponseSchema } from "cx-metrics/schema";
import express from "express";
import * as z from "zod";

// What a browser may send: no weight, as a client does not say how much it counts.
const responseSchema = csatResponseSchema.pick({ score: true }).extend({ region: z.string().min(1).nullable() });

const responses: z.output<typeof responseSchema>[] = []; // in truth a table

export const app = express();

app.post("/responses", express.json(), (request, response) => {
  const { success, data, error } = responseSchema.safeParse(request.body);
  if (!success) {
    response.status(400).json({ issues: error.issues.map(({ path, message }) => ({ path, message })) });
    return;
  }
  responses.push(data);
  response.status(201).end();
});

app.get("/csat", (_request, response) => {
  response.json(
    segment(responses, { by: (row) => row.region, score: (row) => row.score, metric: csat, minN: 10, totals: true }),
  );
});
