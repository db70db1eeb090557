/** @type {import('jest').Config} */
export default {
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
