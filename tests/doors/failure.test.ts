import { describe, expect, it } from '@jest/globals';
import { InputError, InvariantError, RefusedError } from '../../src/core/problem.ts';
import { failureOf } from '../../src/doors/failure.ts';

const problem = { code: 'E_X', message: 'It is so.' };

describe('an error', () => {
  it.each([
    ['of what a person wrote', new InputError([problem]), 2, 'E_X'],
    ['of the world', new RefusedError(problem), 3, 'E_X'],
    ['of a promise', new InvariantError('It does not hold.'), 1, 'E_INVARIANT'],
  ])('%s has its exit code, and no stack', (_what, error, exitCode, code) => {
    const failure = failureOf(error);
    expect([failure.exitCode, failure.problems[0]?.code]).toEqual([exitCode, code]);
    expect(failure).not.toHaveProperty('stack');
  });

  it('that nobody foresaw says that it is a bug, with its stack', () => {
    expect(failureOf(new TypeError('x is not a function'))).toMatchObject({
      exitCode: 1,
      problems: [{ code: 'E_BUG', message: 'x is not a function' }],
      stack: expect.stringContaining('failure.test'),
    });
    expect(failureOf('thrown text').problems[0]?.message).toBe('thrown text');
  });

  it.each(['EACCES', 'EROFS', 'ENOSPC', 'EPERM', 'EDQUOT', 'EMFILE'])(
    'of the file system such as %s is the world that refuses, and no bug',
    (errno) => {
      const error = Object.assign(new Error(`${errno}: no, open '/x/y'`), { code: errno, path: '/x/y' });
      expect(failureOf(error)).toEqual({
        exitCode: 3,
        problems: [expect.objectContaining({ code: 'E_FILES', message: expect.stringContaining('/x/y') })],
      });
    },
  );
});
