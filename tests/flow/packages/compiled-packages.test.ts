import { describe, expect, it } from '@jest/globals';
import type { Manifest } from '../../../src/core/flow.ts';
import { closuresOf } from '../../../src/flow/closure.ts';
import { sourceOf } from '../../source.ts';
import { manifest } from '../manifests.ts';

const entrypoint = { kind: 'entrypoint', file: 'index.ts' } as const;

const locks: readonly (readonly [string, string])[] = [
  [
    'package-lock.json',
    JSON.stringify({
      lockfileVersion: 3,
      packages: {
        '': { dependencies: { duck: '1' } },
        'node_modules/duck': { version: '1.0.0', dependencies: { bindings: '1' } },
        'node_modules/bindings': { version: '1.0.0', optionalDependencies: { 'bindings-linux': '1' } },
        'node_modules/bindings-linux': { version: '1.0.0', optional: true, os: ['linux'] },
        'node_modules/plain': { version: '1.0.0' },
      },
    }),
  ],
  [
    'pnpm-lock.yaml',
    `lockfileVersion: '9.0'
importers:
  .:
    dependencies:
      duck:
        specifier: '1'
        version: 1.0.0
      plain:
        specifier: '1'
        version: 1.0.0
packages:
  duck@1.0.0:
    resolution: {integrity: sha512-a}
  bindings@1.0.0:
    resolution: {integrity: sha512-b}
  bindings-linux@1.0.0:
    resolution: {integrity: sha512-c}
    cpu: [x64]
    os: [linux]
  plain@1.0.0:
    resolution: {integrity: sha512-d}
snapshots:
  duck@1.0.0:
    dependencies:
      bindings: 1.0.0
  bindings@1.0.0:
    optionalDependencies:
      bindings-linux: 1.0.0
  bindings-linux@1.0.0:
    optional: true
  plain@1.0.0: {}
`,
  ],
  [
    'yarn.lock',
    `__metadata:
  version: 8

"bindings-linux@npm:1":
  version: 1.0.0
  resolution: "bindings-linux@npm:1.0.0"
  conditions: os=linux & cpu=x64
  languageName: node
  linkType: hard

"bindings@npm:1":
  version: 1.0.0
  resolution: "bindings@npm:1.0.0"
  dependencies:
    bindings-linux: "npm:1"
  checksum: 10c0/b
  languageName: node
  linkType: hard

"duck@npm:1":
  version: 1.0.0
  resolution: "duck@npm:1.0.0"
  dependencies:
    bindings: "npm:1"
  checksum: 10c0/a
  languageName: node
  linkType: hard

"plain@npm:1":
  version: 1.0.0
  resolution: "plain@npm:1.0.0"
  checksum: 10c0/d
  languageName: node
  linkType: hard

"root@workspace:.":
  version: 0.0.0-use.local
  resolution: "root@workspace:."
  dependencies:
    duck: "npm:1"
    plain: "npm:1"
  languageName: unknown
  linkType: soft
`,
  ],
  [
    'bun.lock',
    `{
  "lockfileVersion": 1,
  "workspaces": { "": { "name": "root", "dependencies": { "duck": "1", "plain": "1" } } },
  "packages": {
    "duck": ["duck@1.0.0", "", { "dependencies": { "bindings": "1" } }, "sha512-a"],
    "bindings": ["bindings@1.0.0", "", { "optionalDependencies": { "bindings-linux": "1" } }, "sha512-b"],
    "bindings-linux": ["bindings-linux@1.0.0", "", { "os": "linux", "cpu": "x64" }, "sha512-c"],
    "plain": ["plain@1.0.0", "", {}, "sha512-d"],
  },
}`,
  ],
];

async function compiled(
  lock: readonly [string, string],
  code: string,
  program: Manifest['workload']['program'] = entrypoint,
): Promise<readonly string[]> {
  const source = sourceOf({
    'package.json': '{"name":"root","dependencies":{"duck":"1","plain":"1"}}',
    [lock[0]]: lock[1],
    'flows/a/flow.yml': '',
    'flows/a/index.ts': code,
  });
  const base = manifest('a');
  const own = { ...base, workload: { ...base.workload, program } };
  const { closures, compiled: of } = await closuresOf([own], source);
  const closure = closures.get(own.name);
  if (closure === undefined) throw new Error('There is no closure.');
  return of(own, closure);
}

describe.each(locks)('%s', (...lock) => {
  it('tells which package asks for compiled programs, however deep it lies', async () => {
    expect(await compiled(lock, "import 'duck';\n")).toEqual(['bindings']);
    expect(await compiled(lock, "import 'plain';\n")).toEqual([]);
  });

  it.each([['duck'], ['bindings']])(
    'takes it as no matter of the bundle that %s is brought by the image',
    async (name) => {
      expect(await compiled(lock, "import 'duck';\n", { ...entrypoint, external: [name] })).toEqual([]);
    },
  );

  it('asks nothing of a program that is not bundled', async () => {
    expect(await compiled(lock, "import 'duck';\n", { kind: 'command', argv: ['node', 'index.ts'] })).toEqual(
      [],
    );
  });
});
