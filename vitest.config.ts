import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { handlebarsForVite } from './scripts/handlebars-plugin.ts';

/** Where scripts/get-bicep.sh puts the compiler. */
const ownBicep = fileURLToPath(new URL('.tools/bicep', import.meta.url));
const useOwnBicep = process.env['BICEP_PATH'] === undefined && existsSync(ownBicep);

export default defineConfig({
  plugins: [handlebarsForVite()],
  test: {
    env: useOwnBicep ? { BICEP_PATH: ownBicep } : {},
    // Otherwise a style that is imported as text is empty.
    css: true,
    testTimeout: 120_000,
    hookTimeout: 300_000,
    // Vitest leaves a core free, which on two of them doubles the time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    reporters: ['default', './test/support/closing-line.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'quick',
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.slow.test.ts'],
          // They share what they import, which takes as long as a third of the tests; none changes what others read.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'slow', include: ['test/**/*.slow.test.ts'], testTimeout: 300_000 } },
    ],
  },
});
