import packageJson from "../../package.json" with { type: "json" };
import { readArguments } from "./arguments.js";
import { chartWriter } from "./chart-file.js";
import { COMMANDS } from "./commands.js";
import { commandHelp, help } from "./help.js";
import type { Io } from "./io.js";
import { suggestion } from "./nearest.js";
import { type Problem, wrongUsage } from "./problem.js";
import { plain } from "./text.js";
import { FORMATS, written } from "./write.js";

/**
 * Runs the program.
 *
 * @returns what it ends with: 0 fine, 1 bad data, 2 wrong usage
 */
export async function main(args: readonly string[], io: Io): Promise<0 | 1 | 2> {
  try {
    io.stdout.write(await run(args, io));
    return 0;
  } catch (error) {
    const { message, exitCode = 1 } = error as Partial<Problem>;
    io.stderr.write(`cx-metrics: ${plain(message ?? String(error))}\n`);
    return exitCode;
  }
}

async function run([name, ...rest]: readonly string[], io: Io): Promise<string> {
  if (name === "--version" || name === "-v") return `${packageJson.version}\n`;
  if (name === undefined || name === "--help" || name === "-h" || name === "help") return help();
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined)
    throw wrongUsage(
      `there is no command ${JSON.stringify(name)}${suggestion(name, Object.keys(COMMANDS))}; see cx-metrics --help`,
    );
  if (rest.includes("--help") || rest.includes("-h")) return commandHelp(name, command);
  const args = readArguments(rest, command.options);
  for (const option of command.required ?? []) {
    const names = [option].flat();
    if (!names.some((one) => args.has(one))) args.required(names[0]!);
  }
  const digits = args.number("digits");
  if (digits !== undefined && !(Number.isInteger(digits) && digits >= 0 && digits <= 10))
    throw wrongUsage(`--digits must be a whole number from 0 to 10, got ${digits}`);
  if (command.query !== undefined && args.has("sql")) return command.query(args, io);
  const writeChart = chartWriter(args, io);
  const options = { format: args.choice("format", FORMATS) ?? "table", digits };
  const report = await command.run(args, io);
  writeChart(report, options);
  return written(report, options, io);
}
