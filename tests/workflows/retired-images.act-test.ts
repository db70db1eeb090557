import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

/** The step of the shipped workflow, as it stands, between a real state branch and an `aws` that answers from files. */
const workflow = parse(readFileSync(new URL('../../.github/workflows/deploy.yml', import.meta.url), 'utf8'));
type Step = { readonly name?: string; readonly run?: string; readonly env?: { readonly STATE: string } };
const step = (workflow.jobs.deploy.steps as readonly Step[]).find(
  ({ name }) => name === 'Mark images that nothing uses',
);
const repository = '123456789012.dkr.ecr.us-east-1.amazonaws.com/headgate-acme';
const digest = (letter: string) => `sha256:${letter.repeat(64)}`;
const family = 'arn:aws:ecs:us-east-1:123456789012:task-definition/headgate-acme-load';
const version = (letter: string, number: number) => ({
  revision: `${family}:${number}`,
  image: `${repository}@${digest(letter)}`,
});
const detail = (letter: string, imagePushedAt = '2026-01-01T10:00:00+00:00', ...more: readonly string[]) => ({
  imageDigest: digest(letter),
  imageTags: [`default-${letter}`, ...more],
  imagePushedAt,
});

/** Keeps every call, and answers as the two calls for reading are answered. */
const stub = `#!/usr/bin/env node
const { appendFileSync, readFileSync } = require('node:fs');
const [, , service, operation, ...rest] = process.argv;
appendFileSync(process.env.CALLS, JSON.stringify([operation, ...rest]) + '\\n');
if (operation === 'describe-images') process.stdout.write(readFileSync(process.env.LISTED));
if (operation === 'batch-get-image') {
  const imageManifest = '{\\n  "schemaVersion": 2, "of": ' + JSON.stringify(rest.join()) + '}';
  process.stdout.write(JSON.stringify({ images: [{ imageManifest, imageManifestMediaType: 'application/x' }] }));
}
`;

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'headgate-retired-'));
  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: directory, stdio: 'ignore' });
  git('init');
  mkdirSync(join(directory, 'bin'));
  writeFileSync(join(directory, 'bin/aws'), stub);
  chmodSync(join(directory, 'bin/aws'), 0o755);
});
afterEach(() => rmSync(directory, { recursive: true }));

type World = {
  /** What is deployed of each flow, and its runs, as their files have it. */
  readonly deployments: readonly object[];
  readonly runs: readonly object[];
  readonly listed: readonly object[];
};

function stateBranch({ deployments, runs }: World): void {
  const environment = { ...process.env, GIT_INDEX_FILE: join(directory, 'index') };
  const git = (args: readonly string[], input = '') =>
    execFileSync('git', args, { cwd: directory, env: environment, input, encoding: 'utf8' }).trim();
  const files = [
    ['state.json', { schema: 2 }],
    ['deployments.json', { schema: 2 }],
    ...deployments.map((value, index) => [`deployments/a${index}/flow-${index}.json`, value] as const),
    ['runs/a0/flow-0.json', { flow: 'flow-0', runs }],
    ['runs/a1/flow-1.json', { flow: 'flow-1', gaps: [] }],
  ] as const;
  for (const [name, value] of files) {
    const blob = git(['hash-object', '-w', '--stdin'], JSON.stringify(value));
    git(['update-index', '--add', '--cacheinfo', `100644,${blob},${name}`]);
  }
  const identity = ['-c', 'user.name=x', '-c', 'user.email=x@example.com'];
  const commit = git([...identity, 'commit-tree', git(['write-tree']), '-m', 'State']);
  git(['update-ref', String(step?.env?.STATE), commit]);
}

function run(world: Partial<World>): {
  readonly said: string;
  readonly marked: readonly (readonly string[])[];
} {
  const whole = { deployments: [], runs: [], listed: [], ...world };
  if (world.deployments !== undefined) stateBranch(whole);
  const calls = join(directory, 'calls');
  writeFileSync(calls, '');
  writeFileSync(join(directory, 'listed.json'), JSON.stringify({ imageDetails: whole.listed }));
  const said = execFileSync(
    'bash',
    ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step?.run ?? 'false'],
    {
      cwd: directory,
      encoding: 'utf8',
      env: {
        ...process.env,
        ...step?.env,
        PATH: `${join(directory, 'bin')}:${process.env['PATH']}`,
        REPOSITORY: repository,
        RUNNER_TEMP: directory,
        CALLS: calls,
        LISTED: join(directory, 'listed.json'),
      },
    },
  );
  const all = readFileSync(calls, 'utf8')
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as string[]);
  return { said, marked: all.filter(([operation]) => operation === 'put-image') };
}

const deployments = [
  { version: version('a', 3), earlier: [version('b', 2)] },
  { version: version('c', 1), earlier: [] },
];
const open = { revision: `${family}:2`, phase: { state: 'queued' } };
const ended = { revision: `${family}:1`, phase: { state: 'succeeded', endedAt: '2026-01-01T00:00:00Z' } };

describe('after a deploy', () => {
  it('an image is marked, once and under its own digest, that no version names', () => {
    const listed = ['a', 'b', 'c', 'd'].map((letter) => detail(letter));
    const { marked, said } = run({ deployments, runs: [open, ended], listed });
    expect(marked).toHaveLength(1);
    expect(marked[0]).toEqual(
      expect.arrayContaining(['headgate-acme', digest('d'), `retired-${'d'.repeat(16)}`]),
    );
    expect(marked[0]?.[(marked[0]?.indexOf('--image-manifest') ?? 0) + 1]).toContain('"schemaVersion": 2');
    expect(said).toContain(`Nothing uses ${digest('d')}: marked.`);
  });

  it('what was pushed lately, or is marked already, stays as it is', () => {
    const listed = [
      detail('d', new Date(Date.now() - 13 * 86_400_000).toISOString()),
      detail('e', undefined, 'retired-eeee'),
    ];
    expect(run({ deployments, listed }).marked).toEqual([]);
  });

  it('nothing is marked while a run of a version is open that is no longer listed', () => {
    const runs = [{ ...open, revision: `${family}:1` }];
    const { marked, said } = run({
      deployments: [{ version: version('a', 3), earlier: [] }],
      runs,
      listed: [detail('d')],
    });
    expect([marked, said]).toEqual([[], 'A run of an older version is open.\n']);
  });

  it('nothing is marked where there is no state, or none that can be read', () => {
    expect(run({ listed: [detail('d')] }).marked).toEqual([]);
    expect(() => run({ deployments: [{ version: 7, earlier: [] }], listed: [detail('d')] })).toThrow();
    expect(readFileSync(join(directory, 'calls'), 'utf8')).toBe('');
  });
});
