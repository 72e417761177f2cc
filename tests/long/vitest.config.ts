import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Properties whose short seed runs with their context take LIENKET_LONG as many times over.
    include: [
      'tests/long/**/*.test.ts',
      'contexts/linkage/settlement.test.ts',
      'contexts/linkage/settlement.history.test.ts',
    ],
    env: { LIENKET_LONG: '1' },
    globalSetup: ['tests/database.setup.ts'],
    testTimeout: 3_600_000,
    hookTimeout: 300_000,
    pool: 'forks',
  },
});
