import type { Reporter, TestModule, TestRunEndReason } from 'vitest/node';

/** Prints `Tests: N passed, N failed` as the last line of a run, for people and for `.ci/run`. */
export class SummaryReporter implements Reporter {
  onTestRunEnd(
    modules: readonly TestModule[],
    unhandledErrors: readonly unknown[],
    reason: TestRunEndReason,
  ): void {
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) counts[test.result().state] += 1;
      // A file that does not load and a group whose set-up fails have no failed test of their own.
      counts.failed += module.errors().length;
      for (const suite of module.children.allSuites()) counts.failed += suite.errors().length;
    }
    if (reason !== 'passed') counts.failed = Math.max(counts.failed, 1);
    const skipped = counts.skipped + counts.pending;
    const line = `Tests: ${counts.passed} passed, ${counts.failed} failed`;
    const text = skipped === 0 ? line : `${line}, ${skipped} skipped`;
    process.once('exit', () => process.stdout.write(`${text}\n`));
  }
}
