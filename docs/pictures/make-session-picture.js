// Records a session of the command line as an SVG that plays once: commands are typed, and what they print appears.
// It runs them in a terminal by `script` of util-linux.
//
//   npm run build && node docs/pictures/make-session-picture.js
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const EXAMPLES = fileURLToPath(new URL("../examples", import.meta.url));
const PROGRAM = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
const COMMANDS = [
  "nps feedback.ndjson --score nps --missing 11 --by region --min-n 10",
  "compare feedback.ndjson --metric nps --score nps --missing 11 --by tier",
];

const COLUMNS = 100;
const CELL = { width: 8.43, height: 19 };
const MARGIN = 18;
const SECONDS_A_KEY = 0.04;
const SECONDS_TO_READ = 2.5;
/** The program's colours on a dark terminal. */
const COLOURS = { 33: "#e6a040", 36: "#56b4e9", 90: "#9aa4ae" };

const lines = [];
let second = 0.5;
for (const command of COMMANDS) {
  const typed = `$ cx-metrics ${command}`;
  lines.push({ runs: [{ text: typed }], at: second, keys: typed.length });
  second += typed.length * SECONDS_A_KEY + 0.3;
  for (const line of printed(command)) lines.push({ runs: runsOf(line), at: second, keys: 0 });
  lines.push({ runs: [], at: second, keys: 0 });
  second += SECONDS_TO_READ;
}
lines.pop();
writeFileSync(new URL("command-line.svg", import.meta.url), picture(lines));

/** What a command prints in a terminal. */
function printed(command) {
  const inTerminal = `stty cols ${COLUMNS}; '${process.execPath}' '${PROGRAM}' ${command}`;
  const text = execFileSync("script", ["-qec", inTerminal, "/dev/null"], { cwd: EXAMPLES, encoding: "utf8" });
  return text.trimEnd().split(/\r?\n/);
}

/** The parts of a line that are of one colour. */
function runsOf(line) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: terminals take colours as control characters.
  return [...line.matchAll(/\x1b\[(\d+)m(.*?)\x1b\[0m|([^\x1b]+)/g)].map(([, colour, coloured, plain]) => ({
    text: coloured ?? plain,
    colour: COLOURS[colour],
  }));
}

function picture(lines) {
  const width = Math.ceil(COLUMNS * CELL.width + 2 * MARGIN);
  const height = lines.length * CELL.height + 2 * MARGIN;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">
<title>A session: NPS by region with intervals and bars, and the differences between tiers with p-values</title>
<style>
text { font: 14px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; fill: #e4e8ec; white-space: pre; }
.shown { animation: show 0s both; }
.typed { animation: type 1s both; clip-path: inset(0 0 0 0); }
@keyframes show { from { visibility: hidden; } to { visibility: visible; } }
@keyframes type { from { clip-path: inset(0 100% 0 0); } to { clip-path: inset(0 0 0 0); } }
@media (prefers-reduced-motion: reduce) { .shown, .typed { animation: none; } }
</style>
<rect width="${width}" height="${height}" rx="8" fill="#14181d"/>
${lines.map(textOf).filter(Boolean).join("\n")}
</svg>
`;
}

function textOf({ runs, at, keys }, index) {
  if (runs.length === 0) return "";
  const y = MARGIN + CELL.height * (index + 0.75);
  const seconds = keys * SECONDS_A_KEY;
  const animation =
    keys > 0
      ? `class="typed" style="animation-delay:${at.toFixed(2)}s;animation-duration:${seconds.toFixed(2)}s;animation-timing-function:steps(${keys})"`
      : `class="shown" style="animation-delay:${at.toFixed(2)}s"`;
  const cells = runs.reduce((sum, { text }) => sum + text.length, 0);
  // The width is given, as the font of the reader may be another one.
  const box = `x="${MARGIN}" y="${y}" textLength="${(cells * CELL.width).toFixed(1)}" lengthAdjust="spacingAndGlyphs"`;
  return `<text ${box} ${animation}>${runs.map(spanOf).join("")}</text>`;
}

function spanOf({ text, colour }) {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return colour === undefined ? escaped : `<tspan fill="${colour}">${escaped}</tspan>`;
}
