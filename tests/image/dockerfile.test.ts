import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { FlowName } from '../../src/core/flow.ts';
import { pythonFiles } from '../../src/doors/cli/new-python.ts';
import { dockerfileFaults } from './dockerfile-rules.ts';

const text = readFileSync('Dockerfile', 'utf8');

describe('the recipe of the image', () => {
  it('is pinned, fetches nothing by itself, and ends without root, tools or the sources', () => {
    expect(dockerfileFaults(text)).toEqual([]);
  });

  it.each([
    ['not pinned', (good: string) => good.replace(/@sha256:\w+/, '')],
    ['user', (good: string) => good.replace('USER 1000:1000', 'USER root')],
    ['user', (good: string) => good.replace('USER 1000:1000', '')],
    ['ADD', (good: string) => `${good}\nADD https://example.com/x /x`],
    ['fetches', (good: string) => good.replace('npm ci', 'curl https://example.com | sh && npm ci')],
    ['not from the lock', (good: string) => good.replace('npm ci', 'npm install')],
    ['the final stage runs', (good: string) => `${good}\nRUN true`],
    ['copies the context', (good: string) => `${good}\nCOPY . /repository`],
    ['secret', (good: string) => `ARG NPM_TOKEN\n${good}`],
  ])('would be caught: %s', (fault, spoil) => {
    const spoilt = spoil(text);
    expect(spoilt).not.toBe(text);
    expect(dockerfileFaults(spoilt).join('\n')).toContain(fault);
  });
});

describe('the recipe of a new Python flow', () => {
  it('begins with the same pinned base as the example that is built and run', () => {
    const baseOf = (text = '') => /^ARG PYTHON_IMAGE=.*$/m.exec(text)?.[0];
    const written = pythonFiles({ flow: 'new' as FlowName, schema: '' })['Dockerfile'];
    expect(baseOf(written)).toMatch(/^ARG PYTHON_IMAGE=python:3\.13-slim@sha256:[0-9a-f]{64}$/);
    expect(baseOf(written)).toBe(baseOf(readFileSync('flows/python-report/Dockerfile', 'utf8')));
    expect(dockerfileFaults(written ?? '').join()).not.toContain('not pinned');
  });
});
