import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

const root = new URL('../..', import.meta.url);
// A script of plain JavaScript: the compiler knows nothing of it.
const { notesOf, releaseOf } = await import(new URL('scripts/release.mjs', root).href);

const changelog = `# Changelog

## Unreleased

- Not yet.

## 1.2.3 (2026-12-01)

- New.
- Newer.

## 1.2.0

- Old.
`;

describe('A tag', () => {
  it.each([
    ['v1.2.3', '1.2.3', { isCandidate: false, movingTag: 'v1' }],
    ['v1.2.0', '1.2.0', { isCandidate: false, movingTag: 'v1' }],
  ])(
    '%s releases what the change log says of it, and takes the tag of its major version along',
    (tag, version, expected) => {
      expect(releaseOf(tag, { version, changelog })).toMatchObject(expected);
    },
  );

  it('below 1.0.0, and a candidate, move no tag', () => {
    const text = '## 0.3.0\n\n- x\n\n## 2.0.0-rc.1\n\n- y\n';
    expect(releaseOf('v0.3.0', { version: '0.3.0', changelog: text }).movingTag).toBe('');
    expect(releaseOf('v2.0.0-rc.1', { version: '2.0.0-rc.1', changelog: text })).toEqual({
      notes: '- y',
      isCandidate: true,
      movingTag: '',
    });
  });

  it.each([
    ['v1', '1', /no tag such as/],
    ['1.2.3', '1.2.3', /no tag such as/],
    ['v01.2.3', '01.2.3', /no tag such as/],
    ['v1.2.3;x', '1.2.3', /no tag such as/],
    ['v1.2.4', '1.2.3', /package\.json says: 1\.2\.3/],
    ['v9.9.9', '9.9.9', /no section 9\.9\.9/],
  ])('%s with the version %s is refused', (tag, version, reason) => {
    expect(() => releaseOf(tag, { version, changelog })).toThrow(reason);
  });

  it('has the notes of its own section alone, and some', () => {
    expect(notesOf(changelog, '1.2.3')).toBe('- New.\n- Newer.');
    expect(notesOf(changelog, '1.2.0')).toBe('- Old.');
    expect(() => notesOf('## 1.0.0\n\n## 0.9.0\n\n- x\n', '1.0.0')).toThrow('says nothing');
  });
});

type Step = { readonly name?: string; readonly run?: string };
const { jobs } = parse(readFileSync(new URL('.github/workflows/release.yml', root), 'utf8'));
const scriptOf = (job: string, name: string): string =>
  jobs[job].steps.find((step: Step) => step.name === name).run;

describe('The workflow of a release', () => {
  let directory: string;
  const inside = (...parts: readonly string[]) => join(directory, ...parts);
  const git = (...argv: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...argv], {
      cwd: inside('checkout'),
      encoding: 'utf8',
    }).trim();

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'headgate-release-'));
    for (const folder of ['checkout/scripts', 'bin', 'temp/release'])
      mkdirSync(inside(folder), { recursive: true });
    writeFileSync(inside('checkout/package.json'), '{"version":"1.2.3"}');
    writeFileSync(inside('checkout/CHANGELOG.md'), changelog);
    writeFileSync(inside('checkout/scripts/release.mjs'), readFileSync(new URL('scripts/release.mjs', root)));
    // It notes what it was asked, and refuses to change a tag that is not there.
    const gh = `#!/bin/sh\necho "$*" >> "${inside('gh')}"\ncase "$*" in *PATCH*) exit "\${PATCH_ENDS:-0}" ;; esac\n`;
    writeFileSync(inside('bin/gh'), gh, { mode: 0o755 });
    git('init', '-q', '-b', 'main');
    git('add', '-A');
    git('commit', '-q', '-m', 'first');
    git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  function runStep(job: string, name: string, more: { readonly [variable: string]: string } = {}) {
    const output = inside('output');
    writeFileSync(output, '');
    const { status, stderr } = spawnSync('bash', ['-eo', 'pipefail', '-c', scriptOf(job, name)], {
      cwd: inside('checkout'),
      encoding: 'utf8',
      env: {
        PATH: `${inside('bin')}:${process.env['PATH']}`,
        RUNNER_TEMP: inside('temp'),
        GITHUB_OUTPUT: output,
        GITHUB_REF_NAME: 'v1.2.3',
        GITHUB_REPOSITORY: 'acme/headgate',
        GITHUB_SHA: git('rev-parse', 'HEAD'),
        ...more,
      },
    });
    return { status, stderr, output: readFileSync(output, 'utf8') };
  }
  const asked = () => readFileSync(inside('gh'), 'utf8').trim().split('\n');
  const check = 'The tag says what is released, and main has it';
  const move = 'Move the tag of the major version';

  it('takes version and notes from the commit', () => {
    expect(runStep('verify', check)).toMatchObject({
      status: 0,
      output: 'flag=--latest\nmoving-tag=v1\n',
    });
    expect(readFileSync(inside('temp/release/notes.md'), 'utf8')).toBe('- New.\n- Newer.\n');
  });

  it('releases nothing that main does not have, nor under another version', () => {
    git('checkout', '-q', '-b', 'elsewhere');
    git('commit', '-q', '--allow-empty', '-m', 'mine alone');
    expect(runStep('verify', check).status).not.toBe(0);
    git('checkout', '-q', 'main');
    expect(runStep('verify', check, { GITHUB_REF_NAME: 'v2.0.0' }).status).not.toBe(0);
  });

  it('publishes under the tag, with the notes', () => {
    writeFileSync(inside('checkout/headgate-1.2.3.tgz'), '');
    expect(runStep('publish', 'Release', { FLAG: '--latest' }).status).toBe(0);
    const sums = inside('temp/release/SHA256SUMS');
    expect(asked()).toEqual([
      `release create v1.2.3 headgate-1.2.3.tgz ${sums} --verify-tag --latest --title v1.2.3 --notes-file ${inside('temp/release/notes.md')}`,
    ]);
  });

  it('moves the tag that is there, and makes the first', () => {
    const sha = git('rev-parse', 'HEAD');
    expect(runStep('publish', move, { TAG: 'v1' }).status).toBe(0);
    expect(runStep('publish', move, { TAG: 'v1', PATCH_ENDS: '1' }).status).toBe(0);
    const patch = `api --method PATCH repos/acme/headgate/git/refs/tags/v1 -f sha=${sha} -F force=true`;
    expect(asked()).toEqual([
      patch,
      patch,
      `api --method POST repos/acme/headgate/git/refs -f ref=refs/tags/v1 -f sha=${sha}`,
    ]);
  });
});
