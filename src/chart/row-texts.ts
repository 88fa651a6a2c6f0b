import type { Setting } from "./chart-options.js";
import { whyNoScore } from "./describe.js";
import type { NamedRow } from "./read-rows.js";
import type { RowTexts } from "./rows-view.js";
import { scoreWriter, type Writer, writeCount } from "./write.js";

/** What stands beside a row: of a suppressed one nothing but that it is. */
export function textsOf(
  { isTotal: isStrong, measurement, isSuppressed }: NamedRow,
  setting: Setting,
  figure: "score" | "scoreWithInterval",
): RowTexts {
  const { say } = setting;
  if (isSuppressed) return { note: "", value: "", instead: say("suppressed"), isStrong };
  const { score, n, interval, statistic } = measurement;
  const note = say("n", { n: writeCount(setting, n) });
  if (score === null) return { note, value: "", instead: whyNoScore(measurement, setting), isStrong };
  const write: Writer = scoreWriter(setting, statistic);
  return { note, value: figure === "score" ? write.score(score) : write.scoreWithInterval(score, interval), isStrong };
}
