import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'web/**/*.test.ts', 'tests/**/*.test.ts', 'evals/**/*.test.ts'],
    // Two cores: more workers than that only slow the real-time tests down.
    maxWorkers: 2,
    testTimeout: 20_000,
  },
});
