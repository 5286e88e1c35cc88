import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Tests in files of which many take a minute or more: browsers, processes, whole installations. */
const SLOW = /\/(web\/e2e|scripts)\//;

/** Begins with the slow files, so that one worker is not left with a long one at the end. */
class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isSlow = ({ moduleId }: TestSpecification) => SLOW.test(moduleId);
    return [...sorted.filter(isSlow), ...sorted.filter((file) => !isSlow(file))];
  }
}

export default defineConfig({
  test: { projects: ["web", "pulumi", "scripts"], sequence: { sequencer: SlowFirst } },
});
