/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022' }, module: { type: 'es6' } }] },
  moduleNameMapper: { '^headgate$': '<rootDir>/src/sdk.ts' },
  testMatch: ['<rootDir>/tests/**/*.test.ts', '<rootDir>/flows/**/*.test.ts'],
  coverageProvider: 'v8',
};
