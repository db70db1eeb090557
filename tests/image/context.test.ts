import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { isInProjectImage } from '../../src/adapters/local/build/build-flow.ts';
import { folderTree } from '../../src/adapters/local/folder-tree.ts';
import type { Manifest } from '../../src/core/flow.ts';
import { resolveParameters } from '../../src/core/parameters.ts';
import { performBuild } from '../../src/doors/cli/build.ts';
import { loadProject } from '../../src/doors/project.ts';
import { loadFlows } from '../../src/flow/discover.ts';
import { ignoredBy, layOutContext } from './context.ts';

jest.setTimeout(120_000);

let place: string;
let context: string;
let files: readonly string[];
beforeAll(() => {
  place = mkdtempSync(path.join(tmpdir(), 'headgate-image-'));
  context = path.join(place, 'repository');
  mkdirSync(context);
  files = layOutContext(process.cwd(), context);
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

function build(out: string): ReturnType<typeof performBuild> {
  return performBuild({ cwd: context }, { flow: undefined, out });
}

async function manifests(): Promise<readonly Manifest[]> {
  const source = folderTree({ directory: context });
  const request = { source, config: 'headgate.yml', fallbackName: 'project', isLocal: false };
  return (await loadFlows(source, await loadProject(request))).manifests;
}

describe('the build context of the image', () => {
  it('has what the build needs, and none of what a laptop keeps to itself', () => {
    expect(files).toEqual(
      expect.arrayContaining(['package.json', 'package-lock.json', '.npmrc', 'bin/headgate.js']),
    );
    const isIgnored = ignoredBy(readFileSync('.dockerignore', 'utf8'));
    for (const file of [
      '.env',
      '.env.local',
      'flows/a/.env',
      '.git/config',
      '.headgate/runs/x/log',
      'node_modules/a/index.js',
    ])
      expect([file, isIgnored(file)]).toEqual([file, true]);
    for (const file of ['flows/a/flow.yml', 'dist/cli/index.js', 'lib/environment.ts', 'src/sdk.ts'])
      expect([file, isIgnored(file)]).toEqual([file, false]);
  });

  it('gives, without git, exactly the flows of the project image, the same bytes each time', async () => {
    const names = (await manifests()).filter(isInProjectImage).map(({ name }) => name);
    await build('../one');
    await build('../two');
    expect(readdirSync(path.join(place, 'one')).sort()).toEqual([...names].sort());
    for (const file of filesUnder(path.join(place, 'one')))
      expect([
        file,
        readFileSync(path.join(place, 'two', file)).equals(readFileSync(path.join(place, 'one', file))),
      ]).toEqual([file, true]);
  });

  it('gives bundles that need nothing but node: each that can run without anything further does, from an empty folder', async () => {
    await build('../flow');
    const empty = path.join(place, 'empty');
    mkdirSync(empty);
    const ran: string[] = [];
    for (const manifest of (await manifests()).filter(isInProjectImage)) {
      const parameters = resolveParameters(manifest.policy.parameters, undefined);
      if (manifest.workload.program.kind !== 'entrypoint' || parameters.kind === 'bad') continue;
      ran.push(manifest.name);
      const bundle = path.join(place, 'flow', manifest.name, 'index.mjs');
      const result = spawnSync(process.execPath, ['--enable-source-maps', bundle], {
        cwd: empty,
        env: {
          ...manifest.workload.environment,
          HEADGATE_FLOW: manifest.name,
          HEADGATE_RUN_ID: `${manifest.name}-m-1`,
          HEADGATE_ATTEMPT: '1',
          HEADGATE_SLOT: '',
          HEADGATE_PARAMETERS: JSON.stringify(parameters.parameters),
        },
        encoding: 'utf8',
        timeout: 60_000,
      });
      expect([manifest.name, result.status, result.stderr]).toEqual([manifest.name, 0, expect.any(String)]);
    }
    expect(ran).toContain('hello-world');
  });
});

function filesUnder(directory: string): readonly string[] {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return entries.map((entry) => path.relative(directory, path.join(entry.parentPath, entry.name)));
}
