import { parseArgs } from "node:util";
import { suggestion } from "./nearest.js";
import { OPTIONS, type OptionName } from "./options.js";
import { wrongUsage } from "./problem.js";

/** What stands on the command line behind the name of the command. */
export interface Arguments {
  readonly paths: readonly string[];
  /** Whether an option is given. */
  has(name: OptionName): boolean;
  /** The value of an option, if it is given. */
  text(name: OptionName): string | undefined;
  /** The value of an option that must be given. */
  required(name: OptionName): string;
  /** The values of an option that may be given several times. */
  list(name: OptionName): string[];
  /** The value of an option that is a number, if it is given. */
  number(name: OptionName): number | undefined;
  /** The value of an option that has a few. */
  choice<Value extends string>(name: OptionName, values: readonly Value[]): Value | undefined;
}

/** Reads a command line by the options that a command has. */
export function readArguments(args: readonly string[], allowed: readonly OptionName[]): Arguments {
  const values = readTokens(args, allowed);
  const text = (name: OptionName) => values.options.get(name)?.at(-1);
  return {
    paths: values.paths,
    has: (name) => values.options.has(name),
    text,
    required: (name) => text(name) ?? missing(name),
    list: (name) => values.options.get(name) ?? [],
    number: (name) => (values.options.has(name) ? numberOf(name, text(name)!) : undefined),
    choice: (name, choices) => {
      const value = text(name);
      const choice = choices.find((other) => other === value);
      if (value !== undefined && choice === undefined)
        throw wrongUsage(`--${name} must be ${choices.join(" or ")}, got "${value}"${suggestion(value, choices)}`);
      return choice;
    },
  };
}

function readTokens(args: readonly string[], allowed: readonly OptionName[]) {
  const specs = Object.fromEntries(
    allowed.map((name) => [name, { type: "value" in OPTIONS[name] ? "string" : "boolean" } as const]),
  );
  const { tokens } = parseArgs({
    args: [...args],
    options: { ...specs, help: { type: "boolean", short: "h" } },
    strict: false,
    tokens: true,
  });
  const paths: string[] = [];
  const options = new Map<OptionName, string[]>();
  for (const token of tokens) {
    if (token.kind === "positional") paths.push(token.value);
    if (token.kind !== "option") continue;
    const name = allowed.find((other) => other === token.name) ?? unknown(token.rawName, allowed);
    options.set(name, [...(options.get(name) ?? []), readValue(name, token.value, token.inlineValue === true)]);
    if (options.get(name)!.length > 1 && !("many" in OPTIONS[name])) throw wrongUsage(`--${name} is given twice`);
  }
  for (const name of options.keys()) assertUse(name, options);
  return { paths, options };
}

function readValue(name: OptionName, value: string | undefined, isInline: boolean): string {
  if (!("value" in OPTIONS[name])) {
    if (value !== undefined) throw wrongUsage(`--${name} takes no value, got "${value}"`);
    return "";
  }
  if (value === undefined || (!isInline && value.startsWith("--")))
    throw wrongUsage(`--${name} needs a value: --${name} ${OPTIONS[name].value}`);
  return value;
}

/** Throws for an option that does nothing without another one, or with it. */
function assertUse(name: OptionName, options: ReadonlyMap<OptionName, unknown>): void {
  const option = OPTIONS[name];
  const needs: readonly OptionName[] = "needs" in option ? option.needs : [];
  const without: readonly OptionName[] = "without" in option ? option.without : [];
  if (needs.length > 0 && !needs.some((other) => options.has(other)))
    throw wrongUsage(`--${name} needs ${needs.map((other) => `--${other}`).join(" or ")}`);
  const other = without.find((option) => options.has(option));
  if (other !== undefined) throw wrongUsage(`--${name} does not go with --${other}`);
}

function unknown(rawName: string, allowed: readonly OptionName[]): never {
  const name = rawName.replace(/^-+/, "");
  const other = Object.hasOwn(OPTIONS, name)
    ? "; other commands have it"
    : suggestion(
        `--${name}`,
        allowed.map((option) => `--${option}`),
      );
  throw wrongUsage(`there is no option ${rawName} here${other}`);
}

function missing(name: OptionName): never {
  const option = OPTIONS[name];
  throw wrongUsage(`--${name} is missing${"value" in option ? `: --${name} ${option.value}` : ""}`);
}

function numberOf(name: OptionName, text: string): number {
  if (/^[+-]?(\d+(\.\d+)?|\.\d+)$/.test(text)) return Number(text);
  throw wrongUsage(`--${name} must be a number, got "${text}"`);
}
