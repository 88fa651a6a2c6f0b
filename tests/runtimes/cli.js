// What the command line must print, the same in every runtime that has one.
export const FILE = "answers.csv";
export const ROWS = [
  "score,region,at",
  "10,north,2026-01-31T23:30:00Z",
  "9,north,2026-03-01T08:00:00Z",
  "3,south,2026-03-02T09:00:00Z",
  "eight,south,2026-03-02T10:00:00Z",
  "",
].join("\n");

/** A command line, and what of its output is true. */
export const COMMANDS = [
  {
    line: ["nps", FILE, "--score", "score", "--format", "json"],
    holds: ({ out }) => {
      const result = JSON.parse(out);
      return result.n === 3 && result.score === 100 / 3;
    },
  },
  {
    line: [
      "trend",
      FILE,
      "--metric",
      "nps",
      "--score",
      "score",
      "--time",
      "at",
      "--every",
      "month",
      "--time-zone",
      "Europe/Paris",
    ],
    holds: ({ out }) => /2026-02 +100\.0/.test(out) && /2026-03 +0\.0/.test(out),
  },
  {
    line: ["nps", FILE, "--score", "scor"],
    holds: ({ status, err }) => status === 2 && err.includes('has no column "scor"; did you mean "score"?'),
  },
];
