/** A stand-in for your database: what people answered, and when. */
export async function responsesOf(_question: string) {
  return [
    { at: new Date("2026-01-15T09:00:00Z"), region: "north", score: 10 },
    { at: new Date("2026-01-31T23:30:00Z"), region: "south", score: 6 },
    { at: new Date("2026-03-02T08:00:00Z"), region: "north", score: 9 },
    { at: new Date("2026-03-05T08:00:00Z"), region: "north", score: null },
    { at: new Date("2026-03-06T08:00:00Z"), region: "south", score: 11 },
  ];
}
