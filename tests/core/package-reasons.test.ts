import { describe, expect, it } from '@jest/globals';
import { packageReasons } from '../../src/core/package-reasons.ts';
import type { UsedPackage } from '../../src/core/used-packages.ts';

/** `ms@2.0.0` by a file or by another package. */
function used(label: string, by: string, more: Partial<UsedPackage> = {}): UsedPackage {
  const [name = '', version = ''] = label.split('@');
  const [byName = '', byVersion = ''] = by.split('@');
  return {
    name,
    version,
    proof: 'sha512',
    by: by.includes('@') ? { name: byName, version: byVersion } : { file: by },
    uses: [],
    ...more,
  };
}

const debug = used('debug@2.6.9', 'lib/http.ts', { uses: ['ms@2.0.0'] });
const ms = used('ms@2.0.0', 'debug@2.6.9');

describe('what changed among the packages of a flow', () => {
  it('is a version, with the way on which the flow comes to it', () => {
    const now = [{ ...debug, uses: ['ms@2.1.3'] }, used('ms@2.1.3', 'debug@2.6.9')];
    expect(packageReasons(now, [debug, ms])).toEqual([
      '`ms` 2.0.0 → 2.1.3, used by `debug`, imported by `lib/http.ts`',
    ]);
  });

  it('is what came and what went', () => {
    const now = [debug, ms, used('send@0.18.0', 'lib/http.ts'), used('ms@2.1.3', 'send@0.18.0')];
    const words = [
      '`ms` 2.1.3 is new, used by `send`, imported by `lib/http.ts`',
      '`send` 0.18.0 is new, imported by `lib/http.ts`',
    ];
    expect(packageReasons(now, [debug, ms])).toEqual(words);
    expect(packageReasons([debug, ms], now)).toEqual([
      '`ms` 2.1.3 is not used any more',
      '`send` 0.18.0 is not used any more',
    ]);
  });

  it('is other bytes under the same version', () => {
    expect(packageReasons([debug, { ...ms, proof: 'another' }], [debug, ms])).toEqual([
      '`ms` 2.0.0 has other content, or lies elsewhere, used by `debug`, imported by `lib/http.ts`',
    ]);
  });

  it('is who uses which, where the packages are the same', () => {
    const [one, two] = [used('one@1.0.0', 'a.ts'), used('two@1.0.0', 'a.ts')];
    const others = [ms, used('ms@2.1.3', 'two@1.0.0')];
    const then = [{ ...one, uses: ['ms@2.0.0'] }, { ...two, uses: ['ms@2.1.3'] }, ...others];
    const now = [{ ...one, uses: ['ms@2.1.3'] }, { ...two, uses: ['ms@2.0.0'] }, ...others];
    expect(packageReasons(now, then)).toEqual([
      '`one` 1.0.0 uses `ms@2.1.3` now, imported by `a.ts`',
      '`two` 1.0.0 uses `ms@2.0.0` now, imported by `a.ts`',
    ]);
  });

  it('is a lock file that counts whole', () => {
    const lock = used('bun.lockb@', 'a.ts', { by: { file: 'a.ts' } });
    expect(packageReasons([{ ...lock, proof: '2' }], [{ ...lock, proof: '1' }])).toEqual([
      '`bun.lockb` changed, and all of it counts',
    ]);
  });

  it('ends where packages lead in a circle', () => {
    const [one, two] = [used('one@1.0.0', 'two@1.0.0'), used('two@1.0.0', 'one@1.0.0')];
    expect(packageReasons([one, two], [two])).toEqual([
      '`one` 1.0.0 is new, used by `two`, used by `one`, used by `two`, used by `one`, used by `two`, used by `one`, used by `two`, used by `one`, …',
    ]);
  });
});
