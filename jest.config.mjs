// Sizes of tests: rules (beside the code, no I/O), style (of the tree itself), integration and e2e (a real PostgreSQL, cloned for each spec file).
import { SWC } from './apps/cli/swc.mjs';

// Jest's own runtime, for `npx jest`, IDEs, `jest.mock` and `--coverage`: every spec file loads its modules anew, compiled to CommonJS, packages that are ES modules too.
const alone = {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons', 'module-sync'] },
  transform: { '\\.[cm]?[jt]s$': ['@swc/jest', { ...structuredClone(SWC), sourceMaps: 'inline' }] },
  transformIgnorePatterns: [],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  moduleNameMapper: {
    '^(\\.{1,2}/.+)\\.js$': ['$1.js', '$1.ts'], // TypeScript imports './x.js' and means './x.ts'
    '^unpdf/pdfjs$': '<rootDir>/node_modules/unpdf/dist/pdfjs.mjs', // it names itself for `import` alone
    '^file://([^?]+)(?:\\?.*)?$': '$1', // built files, by the address that Node knows them by
  },
  setupFiles: ['<rootDir>/test/support/cheap-passwords.mjs'],
};

// For `npm test`, which starts Jest by test/jest.mjs: a worker loads a module once, for all its spec files (docs/decisions/0063-jest-by-itself-and-in-npm-test.md).
const together = {
  testEnvironment: 'node',
  testRunner: '<rootDir>/test/support/plain-node.mjs',
  transform: {}, // test/support/typescript.mjs does it
  setupFiles: [], // test/jest.mjs imports cheap-passwords.mjs
};

const shared = process.env.LEPTA_TEST_MAPS ? together : alone;

export default {
  maxWorkers: 4, // suites of clusters and faults wait more than they work, and begin beside others (long-first.mjs)
  testSequencer: '<rootDir>/test/support/long-first.mjs',
  testTimeout: 240_000, // for what hangs: nothing that works takes so long, on a crowded machine either
  // npm run coverage
  collectCoverageFrom: ['libs/*/src/**/*.ts', '!**/*.spec.ts', '!**/*.data.ts'],
  coverageReporters: ['text', 'html'],
  projects: [
    {
      ...shared,
      displayName: 'rules',
      testMatch: ['<rootDir>/{libs,apps}/**/*.spec.ts'],
    },
    { ...shared, displayName: 'style', testMatch: ['<rootDir>/test/style/*.spec.ts'] },
    {
      ...shared,
      displayName: 'integration',
      testMatch: [
        '<rootDir>/test/integration/**/*.spec.ts',
        '<rootDir>/test/e2e/{http,journey,cluster,doors}/**/*.spec.ts',
        '<rootDir>/test/chaos/**/*.spec.ts',
        '!**/*.long.*',
        ...(process.env.LEPTA_LONG ? ['!<rootDir>/test/chaos/**', '!**/worker-kill.spec.ts'] : []), // `npm run test:all` has them in the project below
      ],
      globalSetup: '<rootDir>/test/support/global-setup.mjs',
      globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
    },
    {
      // npm run chaos: each part killed at every boundary, not only the worker as above, and on Redis also what the store does not decide.
      ...shared,
      displayName: 'chaos',
      testMatch: [
        '<rootDir>/test/chaos/**/*.spec.ts',
        '<rootDir>/test/e2e/journey/worker-kill.spec.ts',
        '<rootDir>/test/e2e/cluster/cluster.long.redis.spec.ts',
      ],
      setupFiles: [...shared.setupFiles, '<rootDir>/test/support/long-form.mjs'],
      globalSetup: '<rootDir>/test/support/global-setup.mjs',
      globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
    },
  ],
};
