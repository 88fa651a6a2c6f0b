import { contestsOf, isOurs, rivalsOf } from "./contests.js";
import { number, paragraph, spread, table } from "./markdown.js";

/**
 * What the library is to hold beside others. A target is met where the median over rounds is: the time of the fastest rival whose name
 * begins so, divided by ours, must be `atLeast`. `why` is shown where it is not.
 */
const TARGETS = [
  {
    claim: "NPS of a Uint8Array, 10 times as fast as d3-array",
    contest: "Uint8Array",
    rival: "d3-array",
    atLeast: 10,
    why: `A sum in one pass is all that is asked of d3-array there; ours also counts each score, for the mean and the interval, and
      checks each answer.`,
  },
  {
    claim: "NPS of a Uint8Array, 10 times as fast as lodash",
    contest: "Uint8Array",
    rival: "lodash",
    atLeast: 10,
    why: `A sum in one pass is all that is asked of lodash there; ours also counts each score, for the mean and the interval, and
      checks each answer.`,
  },
  {
    claim: "NPS of a Uint8Array, not slower than DuckDB on all cores",
    contest: "Uint8Array",
    rival: "DuckDB",
    atLeast: 1,
    why: "A database counts on all cores and with vector instructions; JavaScript has one thread and neither.",
  },
  {
    claim: "NPS of a Uint8Array, not slower than ClickHouse on all cores (its usual table)",
    contest: "Uint8Array",
    rival: "ClickHouse MergeTree",
    atLeast: 1,
    why: "ClickHouse counts on all cores and with vector instructions; JavaScript has one thread and neither.",
  },
  {
    claim: "NPS of a Uint8Array, not slower than ClickHouse on all cores (a table in memory, not packed)",
    contest: "Uint8Array",
    rival: "ClickHouse in memory",
    atLeast: 1,
    why: `With nothing to unpack, ClickHouse counts on all cores and with vector instructions, many answers at a time. JavaScript has
      one thread, and each answer, or pair of answers, is a step of its own: a counter is read, raised and written.`,
  },
  {
    claim: "NPS of a Uint8Array, at least 10 % of the speed of a copy into new memory",
    contest: "Uint8Array",
    rival: "copy, slice()",
    atLeast: 0.1,
    why: "A copy moves many bytes with one instruction; counting takes a step for each pair of bytes.",
  },
  {
    claim: "NPS of a Uint8Array, at least 10 % of the speed of a copy into memory in use",
    contest: "Uint8Array",
    rival: "copy, set()",
    atLeast: 0.1,
    why: `A copy moves many bytes with one instruction, and here into memory that the processor has at hand; counting takes a step for
      each pair of bytes.`,
  },
  {
    claim: "Region × month from columns, on one thread, not slower than ClickHouse on all cores (its usual table)",
    contest: "columns-zone",
    rival: "ClickHouse MergeTree",
    atLeast: 1,
    why: "One thread looks the period of each instant up and counts; ClickHouse shares that among all cores.",
  },
  {
    claim: "Region × month from columns, on one thread, not slower than ClickHouse on all cores (a table in memory)",
    contest: "columns-zone",
    rival: "ClickHouse in memory",
    atLeast: 1,
    why: "One thread looks the period of each instant up and counts; ClickHouse shares that among all cores.",
  },
  {
    claim: "Region × month from columns, on one thread, 3 times as fast as DuckDB on all cores",
    contest: "columns-zone",
    rival: "DuckDB",
    atLeast: 3,
    why: "DuckDB shares the work among all cores.",
  },
  {
    claim: "Months in a time zone from row objects, 50 times as fast as a date-fns call for each row",
    contest: "trend-zone",
    rival: "date-fns",
    atLeast: 50,
    why: "Reading the fields of each row is most of the time then, and that is the same for both.",
  },
  ...["scores", "rows"].map((contest) => ({
    claim: `Validation of ${contest === "scores" ? "scores" : "whole rows"}, at most 1.3 times the time of zod alone`,
    contest,
    rival: "zod",
    atLeast: 1 / 1.3,
    why: `The checks are zod's own. Ours has more of them: a weight must not be too small or too large, a time may be a Date, a local
      time or a date alone.`,
  })),
  {
    claim: "The command line on a CSV file, at most 3 times the time of DuckDB's reader",
    contest: "csv",
    rival: "DuckDB",
    atLeast: 1 / 3,
    why: `Most of that time is the parser's: see csv-parse alone. It reads sign by sign in JavaScript, on one thread; DuckDB's reader is
      native code on all cores.`,
  },
];

/** The memory of the command line must not grow with the file. */
const MEMORY = {
  claim: "The command line on ten times as many rows, in at most 1.5 times the memory",
  bound: 1.5,
};

/** The section that says of each target whether it is met, and why not. */
export function targetsSection(files) {
  const judged = [...TARGETS.map((target) => judge(target, files)), judgeMemory(files)].filter(
    (one) => one !== undefined,
  );
  if (judged.length === 0) return "";
  const cells = judged.map(({ claim, wanted, measured, met }) => [claim, wanted, measured, met ? "met" : "**missed**"]);
  const missed = judged.filter(({ met }) => !met);
  const counted = `${judged.length - missed.length} of ${judged.length} targets are met.`;
  const reasons = missed.filter(({ why }) => why).map(({ claim, why }) => paragraphOfList(`${claim}: missed. ${why}`));
  const parts = [counted, table(["target", "wanted", "measured, median (all rounds)", ""], cells), reasons.join("\n")];
  return `## Targets\n\n${parts.filter((part) => part !== "").join("\n\n")}`;
}

function judge({ claim, contest: id, rival, atLeast, why }, files) {
  const contest = contestsOf(files).find((one) => one.id === id);
  const rivals = contest?.results.filter((result) => result.name.startsWith(rival)) ?? [];
  if (rivals.length === 0) return undefined;
  const fastest = rivals.reduce((best, one) => (one.timesFirst.median < best.timesFirst.median ? one : best));
  // The contest tells their time in ours; a target of "at most" is told so too.
  const isAtMost = atLeast < 1 && !rival.startsWith("copy");
  const shown = isAtMost ? inverse(fastest.timesFirst) : fastest.timesFirst;
  return {
    claim,
    why,
    wanted: isAtMost ? `at most ${number(1 / atLeast)}` : `at least ${number(atLeast)}`,
    measured: `${spread(shown)}${rivals.length > 1 ? `, beside ${fastest.name}` : ""}`,
    met: fastest.timesFirst.median >= atLeast,
  };
}

const inverse = ({ median, low, high }) => ({ median: 1 / median, low: 1 / high, high: 1 / low });

function judgeMemory({ csv }) {
  const ours = csv?.memory?.results.find(isOurs);
  if (ours === undefined) return undefined;
  const growth = ours.many / ours.few;
  return {
    claim: MEMORY.claim,
    wanted: `at most ${number(MEMORY.bound)}`,
    measured: number(growth),
    met: growth <= MEMORY.bound,
    why: "What is kept is a row for each segment, period and score; the rest is garbage that was not collected yet.",
  };
}

/** The section that names everyone who was faster, and by how much. */
export function lossesSection(files) {
  const losses = contestsOf(files).flatMap((contest) => {
    const faster = rivalsOf(contest).filter(({ timesFirst }) => timesFirst.median < 1);
    return faster.map(({ name, timesFirst }) => [contest.title, name, spread(timesFirst)]);
  });
  if (losses.length === 0) return "";
  const text =
    paragraph(`Beside these the library is slower: they take less than its time. A loop by hand and a sum in one pass count
    two numbers; the library counts each score, checks each answer and gives the mean, the standard error and the interval too.`);
  return `## Where others are faster\n\n${text}\n\n${table(["", "faster", "times ours, median (all rounds)"], losses)}`;
}

function paragraphOfList(text) {
  return `- ${paragraph(text).replaceAll("\n", "\n  ")}`;
}
