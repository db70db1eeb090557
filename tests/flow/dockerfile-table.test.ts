import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { compileGlob } from '../../src/flow/dockerfile/glob.ts';
import { readIgnore } from '../../src/flow/dockerfile/ignore.ts';
import { sourcesOf } from '../../src/flow/dockerfile/sources.ts';
import { cpuTimeMs } from '../cpu-time.ts';

/** What Docker's own builder said of each: `node scripts/cut-dockerfile-table.mjs` asks it again. */
type Table = {
  readonly paths: readonly string[];
  readonly builds: readonly {
    readonly title: string;
    readonly lines: readonly string[];
    readonly takes: 'everything' | 'nothing' | readonly string[];
  }[];
  readonly ignores: readonly {
    readonly title: string;
    readonly lines: readonly string[];
    readonly keepsOut: readonly string[];
  }[];
  readonly patterns: readonly {
    readonly pattern: string;
    readonly matches: readonly string[] | { readonly refused: string };
  }[];
};

const table = JSON.parse(readFileSync(new URL('./dockerfiles.json', import.meta.url), 'utf8')) as Table;

describe('what a Dockerfile takes from its context is what Docker takes:', () => {
  it.each(table.builds)('$title', ({ lines, takes }) => {
    const { sources, unclear } = sourcesOf(`${lines.join('\n')}\n`);
    expect(unclear).toBeUndefined();
    const paths = [...new Set(sources.map(({ path }) => path))].sort();
    expect(paths.includes('') ? 'everything' : paths.length === 0 ? 'nothing' : paths).toEqual(takes);
  });
});

describe('what a .dockerignore keeps out is what Docker keeps out:', () => {
  it.each(table.ignores)('$title', ({ lines, keepsOut }) => {
    const ignore = readIgnore(`${lines.join('\n')}\n`);
    expect(table.paths.filter((path) => ignore.keepsOut(path))).toEqual(keepsOut);
  });

  it('in time that no pattern can stretch', () => {
    const stars = '**/a'.repeat(200);
    const path = 'a/'.repeat(500);
    const started = cpuTimeMs();
    readIgnore(`${stars}\n${'*a'.repeat(300)}b\n`).keepsOut(`${path}b`);
    expect(cpuTimeMs() - started).toBeLessThan(4_000);
  });
});

describe('what a pattern of COPY matches is what Go says:', () => {
  it.each(table.patterns)('$pattern', ({ pattern, matches }) => {
    const glob = compileGlob(pattern, { isDeep: false });
    const found = glob === undefined ? undefined : table.paths.filter((path) => glob.matches(path));
    expect(found).toEqual('refused' in matches ? undefined : matches);
  });
});

describe('what a Dockerfile takes is not known before it is built', () => {
  const of = (...lines: readonly string[]) => sourcesOf(`FROM python:3.13\n${lines.join('\n')}\n`).unclear;
  it.each([
    ['of a variable that nobody gives a value', ['COPY $DIR /x']],
    ['of an argument without a default', ['ARG DIR', 'COPY \u0024{DIR} /x']],
    ['of an argument that the builder fills', ['ARG TARGETARCH', 'COPY bin/\u0024{TARGETARCH:-amd64} /x']],
    ['of what is made from such a value', ['ENV DIR=$BASE/lib', 'COPY $DIR /x']],
    ['of a pattern within a value', ['ENV DIR=a/b', 'COPY \u0024{DIR%/b} /x']],
    ['of a mount by a variable', ['RUN --mount=source=$DIR,target=/m ls']],
    ['of text that does not end', ['COPY <<EOF /x', 'text']],
  ])('%s', (_, lines) => {
    expect(of(...lines)).toMatchObject({ line: expect.any(Number) });
  });

  it('of an image that copies what it is given, and of another frontend', () => {
    expect(sourcesOf('FROM node:8-onbuild\n').unclear?.line).toBe(1);
    expect(sourcesOf('# syntax=example.com/other:1\nFROM x\n').unclear?.line).toBe(1);
  });

  it('and is where such a word stands in what is not built', () => {
    expect(sourcesOf('FROM a AS dev\nCOPY $DIR /x\nFROM b\nCOPY lib /x\n').unclear).toBeUndefined();
  });
});
