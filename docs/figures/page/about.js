import { table } from "./markdown.js";

/** The section that says on what, when and by which commands figures were made. */
export function aboutSection(files) {
  const known = Object.entries(files).filter(([, { about }]) => about !== undefined);
  if (known.length === 0) return "";
  const machines = known.map(([name, { about }]) => {
    const { cpu, cores, memory, system, node } = about.machine;
    return [name, about.date, `\`${about.command}\``, cpu, cores, memory, system, node];
  });
  const versions = new Map(known.flatMap(([, { about }]) => Object.entries(about.versions)));
  const columns = ["figures", "made on", "by", "processor", "cores", "memory", "system", "Node"];
  const packages = table(
    ["package", "version"],
    [...versions].sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  return `## How they were made\n\n${table(columns, machines)}\n\n${packages}`;
}
