import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
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
