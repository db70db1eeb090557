/** @type {import('jest').Config} */
export default {
  // A machine that builds and tests at once is several times slower; a test that hangs still ends.
  testTimeout: 30_000,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', experimental: { keepImportAttributes: true } }, module: { type: 'es6' } },
    ],
  },
  moduleNameMapper: {
    '^headgate$': '<rootDir>/src/sdk.ts',
    '^vega-datasets/data/(.*)$': '<rootDir>/node_modules/vega-datasets/data/$1',
  },
  testMatch: ['<rootDir>/tests/**/*.test.ts', '<rootDir>/flows/**/*.test.ts'],
  coverageProvider: 'v8',
};
