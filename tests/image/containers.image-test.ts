import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { isInProjectImage } from '../../src/adapters/local/build/build-flow.ts';
import { folderTree } from '../../src/adapters/local/folder-tree.ts';
import type { FlowName, Manifest } from '../../src/core/flow.ts';
import { performNew } from '../../src/doors/cli/new.ts';
import { loadProject } from '../../src/doors/project.ts';
import { loadFlows } from '../../src/flow/discover.ts';
import { buildImage, containerOf, linesOf, removeImage, run } from './container.ts';
import { layOutContext } from './context.ts';

// Started by scripts/test-image.mjs, which says which container engine to use and what the images are based on.
jest.setTimeout(600_000);

const projectImage = 'localhost/headgate-test-flows';
const pythonImage = 'localhost/headgate-test-python-report';
const newImage = 'localhost/headgate-test-new';
const twoMinutes = { runTimeoutSeconds: 120 };

let folder: string;
/** This repository as it is now, whatever is written meanwhile. */
let repository: string;
let manifests: readonly Manifest[];
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'headgate-containers-'));
  chmodSync(folder, 0o755);
  repository = path.join(folder, 'repository');
  mkdirSync(repository);
  layOutContext(process.cwd(), repository);
  manifests = await manifestsIn(repository);
  buildImage({ context: repository, dockerfile: 'Dockerfile', image: projectImage });
});
afterAll(() => {
  for (const image of [projectImage, pythonImage, newImage]) removeImage(image);
  rmSync(folder, { recursive: true, force: true });
});

async function manifestsIn(directory: string): Promise<readonly Manifest[]> {
  const source = folderTree({ directory });
  const request = { source, config: 'headgate.yml', fallbackName: 'project', isLocal: false };
  return (await loadFlows(source, await loadProject(request))).manifests;
}

function flowNamed(name: string, among = manifests): Manifest {
  const manifest = among.find((candidate) => candidate.name === name);
  if (manifest === undefined) throw new Error(`There is no flow ${name}.`);
  return manifest;
}

const container = (name: string, limits = twoMinutes) => containerOf(flowNamed(name), limits);

describe('the project image', () => {
  it('holds the bundles of its flows, and nothing that they do not import', async () => {
    const names = manifests.filter(isInProjectImage).map(({ name }) => name);
    const files = names.flatMap((name) => [`/flow/${name}/index.mjs`, `/flow/${name}/index.mjs.map`]);
    expect([...(await linesOf(projectImage, 'find', '/flow', '-type', 'f'))].sort()).toEqual(files.sort());
    const tools = ['(', '-name', 'node_modules', '-o', '-name', 'npm', '-o', '-name', 'esbuild', ')'];
    expect(await linesOf(projectImage, 'find', '/', '-xdev', ...tools)).toEqual([]);
  });

  it('is not root, and says what it is when nobody says what to start', async () => {
    expect(await linesOf(projectImage, 'id', '-u')).toEqual(['1000']);
    expect(await linesOf(projectImage)).toEqual([expect.stringMatching(/^v\d+\.\d+\.\d+$/)]);
  });

  it('is made again from its cached layers when one flow changes: only the bundles are new', async () => {
    const file = path.join(repository, 'flows/hello-world/index.ts');
    writeFileSync(file, readFileSync(file, 'utf8').replace("en: 'Hello'", "en: 'Good day'"));
    const said = buildImage({ context: repository, dockerfile: 'Dockerfile', image: projectImage });
    expect(said).not.toMatch(/added \d+ packages/);
    const ended = await run({
      image: projectImage,
      container: container('hello-world'),
      parameters: { name: 'container' },
    });
    expect(JSON.stringify(ended.events)).toContain('Good day, container!');
  });
});

describe('a flow in its container', () => {
  it('says on standard output what it does, and ends with 0', async () => {
    const ended = await run({
      image: projectImage,
      container: container('hello-world'),
      parameters: { name: 'container' },
    });
    expect(ended).toMatchObject({ exitCode: 0, others: [], errors: '' });
    expect(ended.events[0]).toMatchObject({ event: 'flow-started' });
    expect(ended.events).toContainEqual(
      expect.objectContaining({ artifact: expect.objectContaining({ kind: 'table', name: 'Greetings' }) }),
    );
    expect(ended.events.at(-1)).toMatchObject({ event: 'flow-ended', outcome: 'succeeded' });
  });

  it('that can never succeed ends with 86, and names the line of its source', async () => {
    const ended = await run({
      image: projectImage,
      container: container('warehouse-load'),
      parameters: { source: '/tmp', table: 'orders', role: 'default' },
    });
    expect(ended.exitCode).toBe(86);
    expect(ended.errors).toMatch(/DATABASE_URL is not set\.[\s\S]*flows\/warehouse-load\/load\.ts:\d+:\d+/);
  });

  it('that is asked to stop says so, and ends', async () => {
    const ended = await run({
      image: projectImage,
      container: container('api-calls'),
      parameters: { url: 'http://nobody.invalid/', calls: 50 },
      stopAt: ({ event }) => event === 'task-retrying',
    });
    expect(ended.exitCode).toBe(143);
    expect(ended.events.at(-1)).toMatchObject({ event: 'flow-ended', outcome: 'cancelled' });
  });

  it('is ended by the container itself when its run timeout is over', async () => {
    const ended = await run({
      image: projectImage,
      container: container('api-calls', { runTimeoutSeconds: 2 }),
      parameters: { url: 'http://nobody.invalid/', calls: 1_000 },
    });
    expect(ended.exitCode).toBe(124);
    expect(ended.events.at(-1)).toMatchObject({ event: 'flow-ended', outcome: 'cancelled' });
  });

  it('is ended also when it is deaf to that, whatever its command is', async () => {
    const manifest = flowNamed('hello-world');
    const argv = ['sh', '-c', 'trap "" TERM; while true; do sleep 1; done'] as const;
    const deaf = {
      ...manifest,
      workload: { ...manifest.workload, program: { kind: 'command', argv } as const },
    };
    const from = performance.now();
    const ended = await run({
      image: projectImage,
      container: containerOf(deaf, { runTimeoutSeconds: 1 }),
      parameters: {},
    });
    expect(ended.exitCode).toBe(137);
    expect(performance.now() - from).toBeLessThan(60_000);
  });
});

describe('an image of the flow’s own', () => {
  const data = () => path.join(folder, 'data');
  beforeAll(() => {
    buildImage({ context: repository, dockerfile: 'flows/python-report/Dockerfile', image: pythonImage });
    mkdirSync(data());
    writeFileSync(path.join(data(), 'towns.csv'), 'town,people\nKiel,247000\nPlön,8900\n');
    writeFileSync(path.join(data(), 'empty.csv'), 'town,people\n');
  });

  const report = (file: string) =>
    run({
      image: pythonImage,
      container: container('python-report'),
      parameters: { source: `/data/${file}` },
      folders: { '/data': data() },
    });

  it('has the flow’s own requirements and its own files, and is not root', async () => {
    const wanted = ['tabulate'];
    const packages = await linesOf(pythonImage, 'pip', 'list', '--format', 'freeze', '--exclude', 'pip');
    expect(packages.map((line) => line.replace(/==.*/, '')).filter((name) => name !== 'setuptools')).toEqual(
      wanted,
    );
    expect([...(await linesOf(pythonImage, 'ls', '/flow'))].sort()).toEqual(['events.py', 'main.py']);
    expect(await linesOf(pythonImage, 'id', '-u')).toEqual(['1000']);
  });

  it('runs a program in another language, whose events are read like any other', async () => {
    const ended = await report('towns.csv');
    expect([ended.exitCode, ended.errors]).toEqual([0, '']);
    expect(ended.events).toContainEqual(
      expect.objectContaining({
        artifact: expect.objectContaining({
          rows: [
            ['town', 2, 0, 'Kiel', '', '', 'Plön'],
            ['people', 2, 0, 8900, 127950, 127950, 247000],
          ],
        }),
      }),
    );
    expect(ended.others.join('\n')).toContain('Plön');
    expect(ended.events.at(-1)).toMatchObject({ event: 'flow-ended', outcome: 'succeeded' });
  });

  it('ends with 86 when another attempt is of no use', async () => {
    expect(await report('empty.csv')).toMatchObject({ exitCode: 86 });
  });

  it('is ended by its entry point when its run timeout is over', async () => {
    const manifest = flowNamed('python-report');
    const argv = ['python', '-c', 'import time; time.sleep(60)'] as const;
    const slow = {
      ...manifest,
      workload: { ...manifest.workload, program: { kind: 'command', argv } as const },
    };
    const ended = await run({
      image: pythonImage,
      container: containerOf(slow, { runTimeoutSeconds: 1 }),
      parameters: {},
    });
    expect(ended.exitCode).toBe(124);
  });

  it('is built and runs just as `headgate new` wrote it', async () => {
    const context = path.join(folder, 'new');
    mkdirSync(context);
    const flow = 'weekdays' as FlowName;
    await performNew({ cwd: context }, { flow, language: 'python' });
    expect(readdirSync(path.join(context, 'flows', flow))).toContain('Dockerfile');
    buildImage({ context, dockerfile: `flows/${flow}/Dockerfile`, image: newImage });
    const manifest = flowNamed(flow, await manifestsIn(context));
    const ended = await run({
      image: newImage,
      container: containerOf(manifest, twoMinutes),
      parameters: { days: 3 },
    });
    expect([ended.exitCode, ended.errors]).toEqual([0, '']);
    expect(ended.events).toContainEqual(
      expect.objectContaining({ artifact: expect.objectContaining({ name: 'Days' }) }),
    );
  });
});
