import { defineConfig } from 'vitest/config';

/** They speak, listen or browse in real time: each has the machine to itself, after all the others. */
const BY_THE_CLOCK = [
  'tests/browser/**/*.test.ts',
  'tests/calls/{spoken-*,handover-in-noise,hanging,killed-calls,resumed-call,rolling-over}.test.ts',
  'tests/clients/stock-clients.test.ts',
  'tests/{bad-input,insights-voice,soak}.test.ts',
];

export default defineConfig({
  test: {
    testTimeout: 20_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: [
            'src/**/*.test.ts',
            'web/**/*.test.ts',
            'tests/**/*.test.ts',
            'evals/**/*.test.ts',
          ],
          exclude: BY_THE_CLOCK,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'by the clock',
          include: BY_THE_CLOCK,
          hookTimeout: 60_000,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
