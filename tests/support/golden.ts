import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** A case of tests/golden/vectors: see tests/golden/README.md. */
export interface GoldenCase {
  readonly id: string;
  readonly method: string;
  // biome-ignore lint/suspicious/noExplicitAny: the shape differs by method, and a wrong reading fails the comparison
  readonly input: any;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly options: any;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly expected: any;
  readonly relTol: number;
}

const VECTORS = new URL("../golden/vectors/", import.meta.url);

/** All cases, with the name of the file each comes from. */
export const goldenCases: readonly (GoldenCase & { readonly file: string })[] = readdirSync(VECTORS)
  .sort()
  .flatMap((name) =>
    (JSON.parse(readFileSync(new URL(name, VECTORS), "utf8")) as GoldenCase[]).map((golden) => ({
      ...golden,
      file: name.replace(".json", ""),
    })),
  );

/** Makes a test of each case of a method: every field that `compute` returns must agree with the expected one. */
export function testGolden(method: string, compute: (golden: GoldenCase) => Record<string, unknown>): void {
  const cases = goldenCases.filter((golden) => golden.method === method);
  if (cases.length === 0) throw new Error(`no golden case of ${method}`);
  it(`${method} (${cases.length} cases)`, () => {
    for (const golden of cases) {
      const got = compute(golden);
      for (const [field, value] of Object.entries(got)) {
        expect(golden.expected, `${golden.id} has no ${field}`).toHaveProperty([field]);
        expectAgreement(value, golden.expected[field], `${golden.id} ${field}`, golden);
      }
      expect(Object.keys(got)).not.toHaveLength(0);
    }
  });
}

/** Throws unless a value agrees with the expected one by the rule of tests/golden/README.md. */
function expectAgreement(got: unknown, expected: unknown, name: string, golden: GoldenCase): void {
  if (typeof expected !== "number") {
    if (Array.isArray(expected)) {
      expect(Array.isArray(got) && got.length, name).toBe(expected.length);
      for (const [index, item] of expected.entries())
        expectAgreement((got as unknown[])[index], item, `${name}[${index}]`, golden);
    } else if (typeof expected === "object" && expected !== null) {
      for (const [key, item] of Object.entries(expected))
        expectAgreement((got as Record<string, unknown>)[key], item, `${name}.${key}`, golden);
    } else {
      expect(got, name).toBe(expected);
    }
    return;
  }
  const { file } = golden as GoldenCase & { file: string };
  expect(got, name).toBeTypeOf("number");
  if (file === "numeric" && Math.abs(expected) < 1e-300) {
    expect(got, name).toBeGreaterThanOrEqual(0);
    expect(got, name).toBeLessThanOrEqual(1e-300);
    return;
  }
  const isProbability = file === "proportions" || /(^p|P)($|[A-Z])/.test(name.split(" ").at(-1)!);
  const scale = file === "numeric" ? 0 : isProbability ? 1e-3 : 1;
  const tolerance = golden.options.absTol ?? golden.relTol * Math.max(Math.abs(expected), scale);
  const error = Math.abs((got as number) - expected);
  expect(error <= tolerance, `${name}: got ${got}, expected ${expected} within ${tolerance}`).toBe(true);
}
