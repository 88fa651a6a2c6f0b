import { COMMANDS, type Command } from "./commands.js";
import { GROUPS, OPTIONS, type OptionName } from "./options.js";

/** The help of the program. */
export function help(): string {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  const commands = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}\n`);
  return `Scores of survey answers, with the uncertainty they have.

Usage: cx-metrics COMMAND FILE... [options]

${commands.join("")}
FILE is CSV, TSV, NDJSON or a JSON list, packed by gzip or not; - is standard input.
cx-metrics COMMAND --help lists the options of a command, with examples.
Exit codes: 0 fine, 1 bad data, 2 wrong usage.
`;
}

/** The help of a command. */
export function commandHelp(name: string, { summary, operands, options, examples }: Command): string {
  const usage = ["cx-metrics", name, operands, "[options]"].filter((part) => part !== "").join(" ");
  const groups = Object.entries(GROUPS).flatMap(([title, names]) => {
    const shown = names.filter((option) => options.includes(option));
    return shown.length === 0 ? [] : [`\n${title}:\n${shown.map(optionHelp).join("")}`];
  });
  const lines = examples.map((example) => `  cx-metrics ${example}\n`);
  return `cx-metrics ${name}: ${summary}

Usage: ${usage}
${groups.join("")}
${lines.length === 1 ? "Example" : "Examples"}:
${lines.join("")}`;
}

function optionHelp(name: OptionName): string {
  const option = OPTIONS[name];
  const usage = `--${name}${"value" in option ? ` ${option.value}` : ""}`;
  return `  ${usage.padEnd(33)}${option.help}${"many" in option ? " (repeatable)" : ""}\n`;
}
