import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The folder of src that has the mutants. */
const { MUTATED = "metrics" } = process.env;

/** What finds its mutants. Tests of rows and periods are slow, and look at nothing that the others do not. */
const TESTS: Record<string, string> = {
  segment: "segment,laws,golden",
  trend: "trend,laws,golden",
};
const tests = TESTS[MUTATED] ?? "answers,stats,metrics,inference,weights,laws,golden";

/** A mutant is done with at the first test that it fails: the folder's own tests first, the slow laws last. */
class LikelyFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const order = [`/tests/${MUTATED}/`, "/tests/golden/", "/tests/laws/"];
    const rank = ({ moduleId }: TestSpecification) => {
      const index = order.findIndex((folder) => moduleId.includes(folder));
      return index === -1 ? 1.5 : index;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    include: [`tests/{${tests}}/**/*.test.ts`],
    exclude: [
      // A thread, in which mutants are tested, cannot change its zone.
      "tests/trend/machine-time-zone.test.ts",
      // Minutes, with every mutant in the code.
      "tests/golden/coverage.test.ts",
    ],
    setupFiles: ["tests/mutation/few-runs.ts"],
    isolate: false,
    testTimeout: 60_000,
    sequence: { sequencer: LikelyFirst },
  },
});
