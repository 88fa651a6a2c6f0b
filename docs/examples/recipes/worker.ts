import { nps, tallyAsync } from "cx-metrics";
import { npsResponseSchema } from "cx-metrics/schema";

type Body = NonNullable<Request["body"]>;

const answer = npsResponseSchema.pick({ score: true });

export default {
  /** Scores a file as it is uploaded: a row of JSON a line, in memory that does not grow with the file. */
  async fetch(request: Request): Promise<Response> {
    if (request.method !== "POST" || request.body === null)
      return new Response("POST lines of JSON", { status: 405, headers: { allow: "POST" } });
    try {
      return Response.json(nps(await tallyAsync(answersOf(request.body))));
    } catch (problem) {
      return Response.json({ message: (problem as Error).message }, { status: 400 });
    }
  },
};

async function* answersOf(body: Body) {
  let number = 0;
  for await (const line of linesOf(body)) {
    number++;
    if (line.trim() === "") continue;
    try {
      yield answer.parse(JSON.parse(line));
    } catch (problem) {
      throw new Error(`line ${number}: ${messageOf(problem as Error)}`);
    }
  }
}

/** The first issue of a schema's error; the message of any other. */
function messageOf(problem: Error & { issues?: readonly { message: string }[] }): string {
  return problem.issues?.[0]?.message ?? problem.message;
}

async function* linesOf(body: Body) {
  let rest = "";
  for await (const text of body.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  yield rest;
}
