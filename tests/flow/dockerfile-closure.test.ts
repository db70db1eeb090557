import { describe, expect, it } from '@jest/globals';
import type { Manifest } from '../../src/core/flow.ts';
import { describeProblem } from '../../src/core/problem.ts';
import { closuresOf } from '../../src/flow/closure.ts';
import { fingerprintOf } from '../../src/flow/fingerprint.ts';
import { localProject } from '../../src/flow/project.ts';
import type { SourceEntry, SourceTree } from '../../src/ports.ts';
import { sourceOf } from '../source.ts';
import { commandManifest, manifest } from './manifests.ts';

type Files = { readonly [path: string]: string };

function ownImage(base: Manifest = commandManifest('p')): Manifest {
  return { ...base, workload: { ...base.workload, dockerfile: 'Dockerfile' } };
}

/** Beside files of a tree, what stands there and is none. */
function withOthers(source: SourceTree, others: readonly SourceEntry[]): SourceTree {
  return { ...source, list: async () => [...(await source.list()), ...others] };
}

const link = (path: string, blob = 'l1'): SourceEntry => ({ path, kind: 'symlink', blob });

async function look(files: Files, of: Manifest = ownImage(), others: readonly SourceEntry[] = []) {
  const found = await closuresOf([of], withOthers(sourceOf(files), others));
  const closure = found.closures.get(of.name);
  if (closure === undefined) throw new Error('no closure');
  return {
    copied: [...new Set((closure.image?.copied ?? []).flatMap((taken) => [...taken.keys()]))].sort(),
    identity: fingerprintOf({ manifest: of, project: localProject('acme'), closure }),
    warnings: found.warnings.map(describeProblem),
  };
}

const base: Files = {
  'flows/p/main.py': '',
  'flows/p/flow.yml': '',
  'lib/common.py': '1',
  'lib/notes.md': '',
  'other/x.py': '',
  'README.md': '',
};
const dockerfile = (...lines: readonly string[]): Files => ({
  'flows/p/Dockerfile': `FROM python:3.13\n${lines.join('\n')}\n`,
});

describe('an image of its own', () => {
  const copies = { ...base, ...dockerfile('COPY lib /repository/lib', 'COPY flows/p /repository/flows/p') };

  it('counts what its Dockerfile copies from anywhere in the repository, but for the manifest', async () => {
    const { copied, warnings } = await look(copies);
    expect(copied).toEqual(['flows/p/Dockerfile', 'flows/p/main.py', 'lib/common.py', 'lib/notes.md']);
    expect(warnings).toEqual([]);
  });

  it('changes with every byte, name and mode of that, and with nothing else', async () => {
    const before = (await look(copies)).identity;
    const differs = async (files: Files, others: readonly SourceEntry[] = []): Promise<boolean> => {
      const { identity } = await look({ ...copies, ...files }, ownImage(), others);
      return identity.fingerprint !== before.fingerprint && identity.content !== before.content;
    };
    expect(await differs({ 'lib/common.py': '2' })).toBe(true);
    expect(await differs({ 'lib/new.sql': '' })).toBe(true);
    expect(await differs({ 'lib/run.sh': '' })).toBe(true);
    expect(await differs({}, [link('lib/link')])).toBe(true);
    expect(await differs({ 'other/x.py': '2', 'README.md': '2', 'library.py': '' })).toBe(false);
    expect(await differs({ 'flows/p/flow.yml': '# a comment' })).toBe(false);
    const { 'lib/notes.md': _, ...fewer } = copies;
    expect((await look(fewer)).identity.content).not.toBe(before.content);
  });

  it('leaves out what a .dockerignore keeps from it: its own first, or else that of the repository', async () => {
    const shared = { ...copies, '.dockerignore': '**/*.md\n' };
    expect((await look(shared)).copied).not.toContain('lib/notes.md');
    const own = { ...shared, 'flows/p/Dockerfile.dockerignore': 'lib/*.py\n' };
    const { copied } = await look(own);
    expect([copied.includes('lib/notes.md'), copied.includes('lib/common.py')]).toEqual([true, false]);
  });

  it('counts everything, and says so with the line, where it takes everything or may', async () => {
    for (const line of [
      'COPY . .',
      'RUN --mount=target=/m ls',
      'COPY $SOURCES /x',
      'ARG X',
      'COPY <<EOF /x',
    ]) {
      const files = { ...base, ...dockerfile('ARG SOURCES', line) };
      const { copied, warnings } = await look(files);
      const isMeant = line !== 'ARG X';
      expect([line, copied.includes('other/x.py')]).toEqual([line, isMeant]);
      const said = warnings.filter((text) => text.includes('W_WHOLE_CONTEXT'));
      expect([line, said.length]).toEqual([line, isMeant ? 1 : 0]);
      if (isMeant) expect(said[0]).toMatch(/^flows\/p\/Dockerfile:3 /);
    }
  });

  it('says nothing of that where a .dockerignore lets only its own folder through', async () => {
    const files = { ...base, ...dockerfile('COPY . .'), 'flows/p/Dockerfile.dockerignore': '*\n!flows/p\n' };
    expect(await look(files)).toMatchObject({
      copied: ['flows/p/Dockerfile', 'flows/p/Dockerfile.dockerignore', 'flows/p/main.py'],
      warnings: [],
    });
  });

  it('counts everything where a source leads through a symbolic link', async () => {
    const files = { ...base, ...dockerfile('COPY current/x /x', 'COPY flows/p ./') };
    const { copied, warnings } = await look(files, ownImage(), [link('current')]);
    expect(copied).toContain('other/x.py');
    expect(warnings).toEqual([expect.stringMatching(/^flows\/p\/Dockerfile:2 W_WHOLE_CONTEXT .*"current"/)]);
  });

  it('is told of a source that the build will not find', async () => {
    const files = {
      ...base,
      ...dockerfile('COPY flows/p ./', 'COPY library none*.txt /x/'),
      '.dockerignore': 'lib\n',
    };
    expect((await look(files)).warnings).toEqual([
      expect.stringMatching(/^flows\/p\/Dockerfile:3 W_COPY_NOTHING .*"library"/),
    ]);
    const ignored = { ...files, ...dockerfile('COPY flows/p ./', 'COPY lib /x/') };
    expect((await look(ignored)).warnings).toEqual([expect.stringContaining('"lib"')]);
  });

  it('shares what many flows take, so that a thousand that copy everything cost one', async () => {
    const names = Array.from({ length: 1_000 }, (_, index) => `p${index}`);
    const many = Object.fromEntries(
      names.flatMap((name) => [
        [`flows/${name}/main.py`, ''],
        [`flows/${name}/Dockerfile`, 'FROM x\nCOPY . .\n'],
      ]),
    );
    const { closures } = await closuresOf(
      names.map((name) => ownImage(commandManifest(name))),
      sourceOf(many),
    );
    const taken = new Set([...closures.values()].flatMap(({ image }) => image?.copied ?? []));
    expect([closures.size, taken.size]).toEqual([1_000, 1]);
  });
});

describe('a file that an own image will not hold', () => {
  const files = { ...base, ...dockerfile('COPY flows/p/*.py ./'), 'flows/p/sql/q.sql': '' };

  it('is warned about, since it is there when the flow runs on a laptop', async () => {
    expect((await look(files)).warnings).toEqual([
      expect.stringMatching(
        /^flows\/p\/Dockerfile W_NOT_IN_IMAGE "flows\/p\/sql\/q\.sql" is not in the image: no COPY or ADD/,
      ),
    ]);
    const mended = { ...files, ...dockerfile('COPY flows/p ./') };
    expect((await look(mended)).warnings).toEqual([]);
  });

  it('is not if it is for people and tools: tests, pages, and what tells tools what to do', async () => {
    const names = [
      'README.md',
      'test_main.py',
      'tests/x.sql',
      '.gitignore',
      'docs/x.png',
      'pyproject.toml',
      'uv.lock',
    ];
    const more = Object.fromEntries(names.map((name) => [`flows/p/${name}`, '']));
    const { 'flows/p/sql/q.sql': _, ...clean } = files;
    expect((await look({ ...clean, ...more })).warnings).toEqual([]);
  });

  it('is also what it imports from elsewhere, what `inputs` name, and what a .dockerignore keeps out', async () => {
    const imported = { ...base, 'flows/p/main.py': 'import lib.common', ...dockerfile('COPY flows/p ./') };
    expect((await look(imported)).warnings).toEqual([expect.stringContaining('"lib/common.py" is not in')]);
    const named = ownImage(commandManifest('p', { inputs: ['../../other/*.py'] }));
    const { 'flows/p/main.py': _, ...rest } = imported;
    expect((await look(rest, named)).warnings).toEqual([expect.stringContaining('"other/x.py" is not in')]);
    const kept = { ...base, ...dockerfile('COPY . .'), '.dockerignore': 'flows/p/main.py\n' };
    expect((await look(kept)).warnings).toContainEqual(
      expect.stringMatching(/"flows\/p\/main\.py" is not in the image: a \.dockerignore/),
    );
  });

  it('is also a module of a flow that is bundled in its own image', async () => {
    const own = {
      'flows/p/index.ts': "import '../../lib/x.ts'",
      'lib/x.ts': '',
      ...dockerfile('COPY package.json flows ./', 'RUN npx headgate build p'),
      'package.json': '{}',
    };
    expect((await look(own, ownImage(manifest('p')))).warnings).toEqual([
      expect.stringContaining('"lib/x.ts" is not in the image'),
    ]);
  });
});
