import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { commitSource } from '../../src/adapters/git/commit-source.ts';
import { workingTree } from '../../src/adapters/git/working-tree.ts';
import { loadFlows } from '../../src/flow/discover.ts';
import { localProject } from '../../src/flow/project.ts';
import { removeTemporaryDirectories, testRepository } from '../adapters/git/repository.ts';
import { type TreeFile, treeOf } from './tree.ts';

const project = localProject('acme');

async function load(files: { readonly [path: string]: TreeFile }) {
  const { manifests, problems, warnings } = await loadFlows(treeOf(files), project);
  const say = ({ code, place }: (typeof problems)[number]): string =>
    `${code} ${place?.file}${place?.line === undefined ? '' : `:${place.line}:${place.column}`}`;
  return {
    flows: manifests.map(({ name }) => name),
    problems: problems.map(say),
    warnings: warnings.map(say),
  };
}

/** Flows by name: the text of the manifest. */
function flows(texts: { readonly [name: string]: string }): { readonly [path: string]: string } {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([name, text]) => [
      [`flows/${name}/flow.yml`, text],
      [`flows/${name}/index.ts`, ''],
    ]),
  );
}

describe('The flows of a tree', () => {
  it('are the folders under flows/ that hold a manifest, by name', async () => {
    const found = await load({
      ...flows({ zebra: 'description: z', ant: 'description: a' }),
      'flows/bee/flow.yaml': 'description: b',
      'flows/bee/index.ts': '',
      'flows/bee/lib/flow.yml': 'not: a manifest',
      'flows/README.md': 'text',
      'other/flows/x/flow.yml': 'description: x',
      'README.md': 'text',
    });
    expect(found).toEqual({ flows: ['ant', 'bee', 'zebra'], problems: [], warnings: [] });
  });

  it('are none in a tree without flows', async () => {
    expect(await load({ 'README.md': '' })).toEqual({ flows: [], problems: [], warnings: [] });
  });

  it('leave out, with a warning, folders that hold only other files', async () => {
    const found = await load({ 'flows/lib/a.ts': '', 'flows/_shared/b.ts': '', 'flows/x/Flow.yml': '' });
    expect(found.warnings).toEqual([
      'W_NO_MANIFEST flows/_shared',
      'W_NO_MANIFEST flows/lib',
      'W_NO_MANIFEST flows/x',
    ]);
    expect(found.problems).toEqual([]);
  });

  it('live beside the folders of another system, whatever these are called and hold', async () => {
    const found = await load({
      ...flows({ moved: 'description: x' }),
      'flows/api_call_demonstration/api_call_flow.py': '',
      'flows/api_call_demonstration/shared.py': { kind: 'symlink' },
      'flows/Not Yet/main.py': '',
      'flows/not yet/main.py': '',
      'flows/con/x.py': '',
    });
    expect(found).toEqual({
      flows: ['moved'],
      problems: [],
      warnings: [
        'W_NO_MANIFEST flows/Not Yet',
        'W_NO_MANIFEST flows/api_call_demonstration',
        'W_NO_MANIFEST flows/con',
        'W_NO_MANIFEST flows/not yet',
      ],
    });
  });

  it('may not share a name with such a folder on systems that ignore case', async () => {
    const taken = await load({ ...flows({ prefect: 'description: x' }), 'flows/Prefect/main.py': '' });
    expect(taken.problems).toEqual(['E_NAME_COLLISION flows/prefect']);
  });

  it('are not hidden behind the warnings about such folders', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `flows/old_${index}/main.py`);
    const { warnings } = await loadFlows(
      treeOf(Object.fromEntries(names.map((name) => [name, '']))),
      project,
    );
    expect(warnings).toHaveLength(11);
    expect(warnings.at(-1)?.message).toContain('30 more folders');
  });

  it('are told apart from what only looks like a folder or file', async () => {
    const found = await load({
      'flows/a/flow.yml': { kind: 'symlink' },
      'flows/b': { kind: 'symlink' },
      'flows/c': { kind: 'submodule' },
      'flows/d/flow.yml': { kind: 'other' },
      ...flows({ e: 'description: e' }),
      'flows/e/data': { kind: 'symlink' },
    });
    expect(found.problems).toEqual([
      'E_SYMLINK flows/a/flow.yml',
      'E_SYMLINK flows/b',
      'E_NOT_REGULAR_FILE flows/c',
      'E_NOT_REGULAR_FILE flows/d/flow.yml',
      'E_SYMLINK flows/e/data',
    ]);
  });

  it('may not all come from a link', async () => {
    expect((await load({ flows: { kind: 'symlink' } })).problems).toEqual(['E_SYMLINK flows']);
  });

  it('need the file that they start', async () => {
    const found = await load({
      'flows/a/flow.yml': 'entrypoint: src/main.ts',
      'flows/b/flow.yml': 'command: [true]',
    });
    expect(found.problems).toEqual(['E_TYPE flows/b/flow.yml:1:11', 'E_ENTRYPOINT flows/a/flow.yml:1:13']);
    const mended = await load({
      'flows/a/flow.yml': 'entrypoint: src/main.ts',
      'flows/a/src/main.ts': '',
      'flows/b/flow.yml': 'command: ["true"]',
    });
    expect(mended).toEqual({ flows: ['a', 'b'], problems: [], warnings: [] });
  });

  it('have one manifest each, in a folder whose name is the name', async () => {
    const found = await load({
      'flows/a/flow.yml': '',
      'flows/a/flow.yaml': '',
      ...flows({ 'b c': '', Foo: 'x: 1', foo: 'description: x', con: '', d: 'name: foo', e: 'name: other' }),
    });
    expect(found.problems).toEqual([
      'E_FLOW_DIR_NAME flows/Foo',
      'E_MANIFEST_AMBIGUOUS flows/a',
      'E_FLOW_DIR_NAME flows/b c',
      'E_NAME_RESERVED flows/con',
      'E_NAME_COLLISION flows/foo',
      'E_NAME_COLLISION flows/d/flow.yml:1:7',
      'E_NAME_DIR_MISMATCH flows/e/flow.yml:1:7',
    ]);
  });

  it('are refused by size before their text is read', async () => {
    const found = await load(flows({ a: '#'.repeat(70_000) }));
    expect(found.problems).toEqual(['E_YAML_TOO_LARGE flows/a/flow.yml']);
  });
});

describe('Flows that run after others', () => {
  const upon = (upstreams: string, when = 'succeeded'): string =>
    `after: { flows: [${upstreams}], when: ${when} }`;

  it('may form any shape without a circle', async () => {
    const found = await load(
      flows({ a: 'description: x', b: upon('a'), c: upon('a, b', 'finished'), d: upon('c, b', 'failed') }),
    );
    expect(found.problems).toEqual([]);
  });

  it('may not wait for themselves, for each other, or for nobody', async () => {
    const found = await load(
      flows({ load: upon('load'), b: upon('c'), c: upon('d'), d: upon('b'), e: upon('laod') }),
    );
    expect(found.problems).toEqual([
      'E_DEP_UNKNOWN flows/e/flow.yml:1:18',
      'E_DEP_SELF flows/load/flow.yml:1:18',
      'E_DEP_CYCLE flows/b/flow.yml:1:17',
    ]);
  });

  it('are named in the order of the circle, from its first name on', async () => {
    const { problems } = await loadFlows(
      treeOf(flows({ c: upon('a'), a: upon('b'), b: upon('c'), z: upon('a') })),
      project,
    );
    expect(problems.map(({ message }) => message)).toEqual([
      'These flows wait for each other: a → b → c → a.',
    ]);
  });

  it('may not start each other for ever by failing', async () => {
    const { problems } = await loadFlows(treeOf(flows({ a: upon('b', 'failed'), b: upon('a') })), project);
    expect(problems.map(({ code }) => code)).toEqual(['E_TRIGGER_LOOP']);
  });

  it('are each told of their own circle', async () => {
    const found = await load(
      flows({ a: upon('b'), b: upon('a'), c: upon('d'), d: upon('c'), e: upon('b, d'), aa: upon('e') }),
    );
    expect(found.problems).toEqual([
      'E_DEP_CYCLE flows/a/flow.yml:1:17',
      'E_DEP_CYCLE flows/c/flow.yml:1:17',
    ]);
  });

  it('are not told that a flow is missing that is only broken', async () => {
    const found = await load(flows({ a: 'description: 1', b: upon('a') }));
    expect(found.problems).toEqual(['E_TYPE flows/a/flow.yml:1:14']);
  });

  it('may form a long chain, open or closed', async () => {
    const chain = (first: string): { readonly [name: string]: string } =>
      Object.fromEntries(
        Array.from({ length: 1_000 }, (_, index) => [
          `f${index}`,
          index === 0 ? first : upon(`f${index - 1}`),
        ]),
      );
    expect((await load(flows(chain('description: x')))).problems).toEqual([]);
    expect((await load(flows(chain(upon('f999'))))).problems).toEqual(['E_DEP_CYCLE flows/f0/flow.yml:1:17']);
  });
});

it('Flows that share a concurrency group share its limit', async () => {
  const group = (limit: number): string => `concurrency: { group: g, limit: ${limit} }`;
  const found = await load(flows({ a: group(2), b: group(3), c: group(2) }));
  expect(found.problems).toEqual(['E_CONCURRENCY_LIMIT flows/b/flow.yml:1:33']);
});

describe('The flows of a real repository', () => {
  afterAll(removeTemporaryDirectories);

  it('are read without following links or running names', async () => {
    const repository = testRepository();
    repository.write({
      ...flows({ good: 'description: x', 'my flow': '', '$(touch pwned)': '', '::error::x': '' }),
      'secret.txt': 'root:x:0:0\n',
    });
    mkdirSync(join(repository.directory, 'flows/a'), { recursive: true });
    symlinkSync('/etc/passwd', join(repository.directory, 'flows/a/flow.yml'));
    symlinkSync('../../other', join(repository.directory, 'flows/b'));
    symlinkSync('loop', join(repository.directory, 'flows/loop'));
    const commit = repository.commit();
    const { manifests, problems } = await loadFlows(
      await commitSource({ directory: repository.directory, commit }),
      project,
    );
    expect(manifests.map(({ name }) => name)).toEqual(['good']);
    expect(problems.map(({ code, place }) => `${code} ${place?.file}`).sort()).toEqual([
      'E_FLOW_DIR_NAME flows/$(touch pwned)',
      'E_FLOW_DIR_NAME flows/::error::x',
      'E_FLOW_DIR_NAME flows/my flow',
      'E_SYMLINK flows/a/flow.yml',
      'E_SYMLINK flows/b',
      'E_SYMLINK flows/loop',
    ]);
    expect(JSON.stringify(problems)).not.toContain('root:');
    expect(repository.git('status', '--porcelain')).toBe('');
  });

  it('may have names that are not UTF-8 in git, and pipes on disk', async () => {
    const repository = testRepository();
    repository.write(flows({ good: 'description: x' }));
    execFileSync('sh', ['-c', 'mkdir -p flows/pipe && mkfifo flows/pipe/flow.yml'], {
      cwd: repository.directory,
    });
    repository.git('add', '-A');
    const blob = repository.git('hash-object', '-w', 'flows/good/flow.yml');
    execFileSync('git', ['update-index', '--index-info'], {
      cwd: repository.directory,
      input: Buffer.concat([
        Buffer.from(`100644 ${blob}\tflows/`),
        Buffer.from([0xff]),
        Buffer.from('/flow.yml\n'),
      ]),
    });
    repository.git('commit', '-q', '-m', 'x');
    const commit = repository.git('rev-parse', 'HEAD');
    const committed = await loadFlows(
      await commitSource({ directory: repository.directory, commit }),
      project,
    );
    expect(committed.problems.map(({ code }) => code)).toEqual(['E_FLOW_DIR_NAME']);
    const onDisk = await loadFlows(await workingTree({ directory: repository.directory }), project);
    expect(onDisk.manifests.map(({ name }) => name)).toEqual(['good']);
  });
});
