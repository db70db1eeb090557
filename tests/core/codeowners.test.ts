import { describe, expect, it } from '@jest/globals';
import { ownersOf } from '../../src/core/codeowners.ts';
import { cpuTimeMs } from '../cpu-time.ts';

const path = 'flows/daily-report/flow.yml';

describe('CODEOWNERS', () => {
  it.each([
    ['*', true],
    ['*.yml', true],
    ['*.ts', false],
    ['/flows/', true],
    ['flows/', true],
    ['flows', true],
    ['/flows', true],
    ['flows/*', false],
    ['/flows/daily-report/', true],
    ['/flows/daily-report', true],
    ['flows/daily-report/*', true],
    ['flows/daily-*/', true],
    ['/daily-report/', false],
    ['daily-report/', true],
    ['daily-report', true],
    ['**/daily-report', true],
    ['**/flow.yml', true],
    ['flows/**', true],
    ['flows/**/flow.yml', true],
    ['/flows/?aily-report/', true],
    ['flow.yml/', false],
    ['/flow.yml', false],
    ['/*', false],
    ['/**', true],
    ['***/*.yml', false],
    ['!flows/', false],
    ['/flows/[a-z]*/', false],
  ])('holds that %s covers the folder of a flow: %p', (pattern, isCovered) => {
    expect(ownersOf(`${pattern} @octocat\n`, path)).toEqual(isCovered ? ['@octocat'] : []);
  });

  it('lets the last line that matches win, also when it names nobody', () => {
    expect(ownersOf('* @a\n/flows/ @org/team @b\n/docs/ @c\n', path)).toEqual(['@org/team', '@b']);
    expect(ownersOf('* @a\n/flows/\n', path)).toEqual([]);
  });

  it('passes over comments, also behind owners, and mail addresses', () => {
    expect(ownersOf('\ufeff# all\r\n* @a data@example.com @b # @c\r\n', path)).toEqual(['@a', '@b']);
  });

  it('keeps a blank behind a backslash in the pattern', () => {
    expect(ownersOf('my\\ file @a', 'my file')).toEqual(['@a']);
  });

  it.each(['@a<b', '@-x', '@x-', '@a/b/c', '@a/', '@@a', '@org/te.am', '`@x`', 'docs@', 'a@b', 'name'])(
    'skips a line with %s, which owns nothing, however many owners stand beside it',
    (name) => {
      expect(ownersOf(`* @a\n/flows/ @b ${name} @c\n`, path)).toEqual(['@a']);
    },
  );

  it('takes `/*` for the files of the root alone', () => {
    expect(ownersOf('* @a\n/* @infra\n', 'headgate.yml')).toEqual(['@infra']);
    expect(ownersOf('* @a\n/* @infra\n', path)).toEqual(['@a']);
  });

  it('names each owner once, and ten at most', () => {
    const names = Array.from({ length: 30 }, (_, index) => `@user-${index}`);
    expect(ownersOf(`* @user-1 ${names.join(' ')}`, path)).toHaveLength(10);
    expect(ownersOf('* @a @a', path)).toEqual(['@a']);
  });

  it('stays quick whatever the pattern is', () => {
    const started = cpuTimeMs();
    for (let index = 0; index < 2_000; index += 1)
      ownersOf(
        `${'*a'.repeat(200)}b/**/**/**/**/**/**/**/**/x @a`,
        `${'a'.repeat(300)}/${'a/'.repeat(100)}y`,
      );
    expect(cpuTimeMs() - started).toBeLessThan(3_000);
  });
});
