import { number, range, table } from "./markdown.js";

/** All contests of some files, with the file that each is in. */
export function contestsOf(files) {
  return Object.values(files).flatMap(({ contests = [] }) => contests);
}

/** Whether a contestant is the library itself. */
export const isOurs = ({ name }) => name.startsWith("cx-metrics");

/** Those beside whom the library is measured: they give the same result and are not part of it. */
export function rivalsOf({ results }) {
  return isOurs(results[0]) ? results.filter((result) => !isOurs(result) && !result.isApart) : [];
}

/** The section of a contest: who took how long, and how many times as long as the first. */
export function contestSection({ title, rows, rounds, results }) {
  const hasOthers = results.length > 1;
  const cells = results.map(({ name, timedRows, milliseconds, timesFirst }) => [
    timedRows === undefined ? name : `${name} (${number(timedRows)} rows, scaled)`,
    milliseconds.median,
    range(milliseconds),
    rows / milliseconds.median / 1000,
    ...(hasOthers ? [timesFirst.median, range(timesFirst)] : []),
  ]);
  const columns = ["", "median, ms", "ms in all rounds", "million rows a second"];
  const compared = hasOthers ? ["times the first", "in all rounds"] : [];
  return `### ${title}\n\n${number(rows)} rows, ${rounds} rounds in turn.\n\n${table([...columns, ...compared], cells)}`;
}

/** How the time grows: the same with a length for each contestant. */
export function growthSection({ title, rounds, results }) {
  const cells = results.map(({ name, milliseconds }) => [
    Number(name),
    milliseconds.median,
    range(milliseconds),
    Number(name) / milliseconds.median / 1000,
  ]);
  const columns = ["rows", "median, ms", "ms in all rounds", "million rows a second"];
  return `### ${title}\n\n${rounds} rounds in turn.\n\n${table(columns, cells)}`;
}
