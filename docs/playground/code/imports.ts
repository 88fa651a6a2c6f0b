/** The imports of a module, gathered while its code is written. */
export interface Imports {
  /** Adds names of a module. */
  readonly add: (module: string, ...names: readonly string[]) => void;
  /** The lines of all imports. */
  readonly write: () => string;
}

/** Begins with no imports. */
export function gatherImports(): Imports {
  const modules = new Map<string, Set<string>>();
  return {
    add(module, ...names) {
      const known = modules.get(module) ?? new Set();
      for (const name of names) known.add(name);
      modules.set(module, known);
    },
    write: () =>
      [...modules]
        .sort(([a], [b]) => order(a, b))
        .map(([module, names]) => `import { ${[...names].sort(order).join(", ")} } from ${JSON.stringify(module)};\n`)
        .join(""),
  };
}

function order(a: string, b: string): number {
  return a < b ? -1 : 1;
}
