import { afterAll, describe, expect, it } from '@jest/globals';
import { bundleEntrypoint } from '../../../src/adapters/local/build/bundle.ts';
import { closuresOf } from '../../../src/flow/closure.ts';
import { loadFlows } from '../../../src/flow/discover.ts';
import { localProject } from '../../../src/flow/project.ts';
import { type Entry, type Rendered, sourceOf } from '../render.ts';
import { openWorkplace } from '../workplace.ts';
import { configurationShapes } from './configurations.ts';
import type { Shape } from './shape.ts';
import { sourceShapes } from './sources.ts';
import { workspaceShapes } from './workspaces.ts';

const workplace = openWorkplace();
afterAll(() => workplace.remove());

const shapes = [...workspaceShapes, ...configurationShapes, ...sourceShapes];

function rendered({ files, links = {}, installed = {} }: Shape): Rendered {
  const fileOf = ([path, text]: [string, string]): [string, Entry] => [path, { kind: 'file', text }];
  const tracked = new Map(Object.entries(files).map(fileOf));
  for (const path of Object.keys(files)) {
    const [, folder = '', extension = ''] = /^(flows\/[^/]+)\/index(\.[a-z]+)$/.exec(path) ?? [];
    const manifest = `${folder}/flow.yml`;
    if (folder !== '' && files[manifest] === undefined)
      tracked.set(manifest, { kind: 'file', text: `description: One.\nentrypoint: index${extension}\n` });
  }
  const linked = Object.entries(links).map(([path, target]): [string, Entry] => {
    const up = '../'.repeat(path.split('/').length - 1);
    return [path, { kind: 'symlink', target: up + target }];
  });
  return { tracked, installed: new Map([...Object.entries(installed).map(fileOf), ...linked]) };
}

describe('a closure holds every file of the repository that the bundle holds', () => {
  it.each(shapes)('$name', async (shape) => {
    const repository = rendered(shape);
    workplace.put(repository);
    const source = sourceOf(repository.tracked, 'a'.repeat(40));
    const { manifests, problems: unread } = await loadFlows(source, localProject('shapes'));
    const { closures, problems } = await closuresOf(manifests, source);
    expect([...unread, ...problems]).toEqual([]);
    expect(manifests.length).toBeGreaterThan(0);
    const missing = new Set<string>();
    for (const { name, workload } of manifests) {
      const file = workload.program.kind === 'entrypoint' ? workload.program.file : '';
      const { inputs } = await bundleEntrypoint({
        root: workplace.root,
        entrypoint: `flows/${name}/${file}`,
      });
      const held = Object.keys(inputs).filter((path) => repository.tracked.has(path));
      expect(held.length).toBeGreaterThan(0);
      for (const path of held) if (closures.get(name)?.files().has(path) !== true) missing.add(path);
    }
    expect([...missing].sort()).toEqual([]);
  });
});
