// Sizes of tests, run by test/jest.mjs: rules (beside the code, no I/O), style (of the tree itself), integration and e2e (a real PostgreSQL, cloned for each spec file).
const shared = {
  testEnvironment: 'node',
  testRunner: '<rootDir>/test/support/plain-node.mjs',
  transform: {}, // test/support/typescript.mjs does it
};

export default {
  maxWorkers: 4, // suites of clusters and faults wait more than they work, and begin beside others (long-first.mjs)
  testSequencer: '<rootDir>/test/support/long-first.mjs',
  testTimeout: 30_000,
  projects: [
    { ...shared, displayName: 'rules', testMatch: ['<rootDir>/libs/**/*.spec.ts', '<rootDir>/apps/{api,worker,cli}/**/*.spec.ts'] },
    { ...shared, displayName: 'style', testMatch: ['<rootDir>/test/style/*.spec.ts'] },
    {
      ...shared,
      displayName: 'integration',
      testMatch: ['<rootDir>/test/integration/**/*.spec.ts', '<rootDir>/test/e2e/{http,journey,cluster,doors}/**/*.spec.ts', '<rootDir>/test/chaos/**/*.spec.ts', '!**/*.long.*'],
      globalSetup: '<rootDir>/test/support/global-setup.mjs',
      globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
    },
    {
      // npm run chaos: each part killed at every boundary, not only the worker as above, and on Redis also what the store does not decide.
      ...shared,
      displayName: 'chaos',
      testMatch: ['<rootDir>/test/chaos/**/*.spec.ts', '<rootDir>/test/e2e/journey/worker-kill.spec.ts', '<rootDir>/test/e2e/cluster/cluster.redis.spec.ts'],
      setupFiles: ['<rootDir>/test/support/long-form.mjs'],
      globalSetup: '<rootDir>/test/support/global-setup.mjs',
      globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
    },
  ],
};
