import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { SummaryReporter } from './test/summary-reporter.ts';

// Tests of the app run against the core's sources, so that none runs against a stale build.
const alias = {
  '@interdict/core': fileURLToPath(new URL('packages/core/src/index.ts', import.meta.url)),
};

export default defineConfig({
  resolve: { alias },
  test: {
    // Generous: what a slow machine needs is no failure, and speed is measured by benchmarks.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ['default', new SummaryReporter()],
    projects: [
      {
        // Unit tests share one module graph per thread; that is why no module may hold state.
        extends: true,
        test: {
          name: 'unit',
          include: ['packages/*/src/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: ['**/*.fault.test.ts'],
          pool: 'threads',
          isolate: false,
        },
      },
      {
        // Fault tests kill processes, fill disks and break files: one process per file.
        extends: true,
        test: {
          name: 'fault',
          include: ['packages/*/src/**/*.fault.test.ts', 'test/**/*.fault.test.ts'],
          pool: 'forks',
        },
      },
    ],
  },
});
