import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The folder of src that has the mutants. */
const { MUTATED = "" } = process.env;

/** The tests of each folder; those of others would find a few mutants more, and take hours. */
const TESTS: Record<string, readonly string[]> = {
  answers: ["answers/*", "laws/tallies", "laws/metrics", "metrics/measure"],
  stats: ["stats/*", "golden/{distributions,metrics}", "metrics/measure", "laws/metrics"],
  metrics: ["metrics/*", "golden/{metrics,multi-item}", "laws/{metrics,servqual}"],
  inference: ["inference/*", "golden/inference", "laws/inference"],
  segment: ["segment/*", "laws/{segment,tally-by}"],
  trend: ["trend/*", "golden/{dates,rolling,trend}", "laws/{control-chart,mann-kendall,trend}"],
};

/** A mutant is done with at the first test that it fails: the folder's own tests first, the slow laws last. */
class LikelyFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const order = [`/tests/${MUTATED}/`, "/tests/golden/", "/tests/metrics/", "/tests/laws/"];
    const rank = ({ moduleId }: TestSpecification) => order.findIndex((folder) => moduleId.includes(folder));
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    include: TESTS[MUTATED]!.map((tests) => `tests/${tests}.test.ts`),
    // A thread, in which mutants are tested, cannot change its zone.
    exclude: ["tests/trend/machine-time-zone.test.ts"],
    setupFiles: ["tests/mutation/few-runs.ts"],
    isolate: false,
    testTimeout: 60_000,
    sequence: { sequencer: LikelyFirst },
  },
});
