import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { buildFlows } from '../../../../src/adapters/local/build/build-flow.ts';
import type { BuildRecord, FlowBuild, Unbuilt } from '../../../../src/core/build-record.ts';
import { buildRecordText, parseBuildRecord } from '../../../../src/core/build-record-text.ts';
import type { FlowName } from '../../../../src/core/flow.ts';
import { manifest } from '../../../flow/manifests.ts';
import { blobOf } from '../../../source.ts';

const place = mkdtempSync(path.join(tmpdir(), 'headgate-record-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));
const root = path.join(place, 'repository');
const entry = "import { a } from '../../lib/a.ts';\nimport text from './q.sql';\nconsole.log(a, text);\n";

function write(files: { readonly [file: string]: string }): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
}

beforeEach(() => {
  rmSync(root, { recursive: true, force: true });
  write({
    'flows/one/index.ts': entry,
    'flows/one/q.sql': 'select 1',
    'lib/a.ts': "import outer from 'outer';\nexport const a = outer;\n",
    'node_modules/outer/package.json': '{"name":"outer","version":"1.0.0"}',
    'node_modules/outer/index.js':
      "const inner = require('@x/inner/deep');\nlet more; try { more = require('optional/sub'); } catch {}\nmodule.exports = [inner, more, require('node:os'), require('fs')];\n",
    'node_modules/@x/inner/package.json': '{"name":"@x/inner","version":"1.0.0"}',
    'node_modules/@x/inner/deep.js': 'module.exports = 1;\n',
  });
});

type Parts = { readonly inputs?: readonly string[]; readonly external?: readonly string[] };

async function build({ inputs = [], external }: Parts = {}): Promise<FlowBuild> {
  const one = { ...manifest('one'), inputs };
  const more = external === undefined ? {} : { external };
  const program = { kind: 'entrypoint', file: 'index.ts', ...more } as const;
  const manifests = [{ ...one, workload: { ...one.workload, program } }];
  const made = await buildFlows({ root, manifests, outDirectory: path.join(place, 'out') });
  const [built] = made.built;
  if (built === undefined) throw new Error('Nothing was built.');
  return built.build;
}

describe('the record of a build', () => {
  it('says what a bundle holds of the repository and of packages, and what was looked for in vain', async () => {
    const { files, packages, absent } = await build();
    expect(files).toEqual([
      { path: 'flows/one/index.ts', blob: blobOf(entry) },
      { path: 'flows/one/q.sql', blob: blobOf('select 1') },
      { path: 'lib/a.ts', blob: expect.stringMatching(/^[0-9a-f]{40}$/) },
    ]);
    expect([packages, absent]).toEqual([['@x/inner', 'outer'], ['optional']]);
  });

  it('is the same for the same files, and another for one other byte, even in a comment', async () => {
    const first = await build();
    expect(await build()).toEqual(first);
    write({ 'lib/a.ts': "// why\nimport outer from 'outer';\nexport const a = outer;\n" });
    expect((await build()).bundle).not.toBe(first.bundle);
  });

  it('holds nothing of a package that is left out on purpose, and does not miss it', async () => {
    const { packages, absent } = await build({ external: ['@x/inner'] });
    expect([packages, absent]).toEqual([['outer'], ['optional']]);
    const none = await build({ external: ['outer'] });
    expect([none.packages, none.absent]).toEqual([[], []]);
  });

  it('counts the files that lie beside the bundle', async () => {
    const first = await build({ inputs: ['q.sql'] });
    write({ 'flows/one/other.sql': 'select 2' });
    expect((await build({ inputs: ['q.sql'] })).bundle).toBe(first.bundle);
    expect((await build({ inputs: ['*.sql'] })).bundle).not.toBe(first.bundle);
  });

  it('is read back as it was written', async () => {
    const place = { file: 'flows/two/index.ts', line: 2, column: 3 };
    const unbuilt = [
      { code: 'E_BUNDLE', place, message: 'No.', fix: 'Mend it.' },
      { code: 'E_INPUT_OUTSIDE', message: 'It is outside.' },
    ];
    const record: BuildRecord = new Map<FlowName, FlowBuild | Unbuilt>([
      ['one' as FlowName, await build()],
      ['two' as FlowName, { unbuilt }],
    ]);
    expect(parseBuildRecord(buildRecordText(record))).toEqual(record);
  });
});

describe('what is no record', () => {
  const flow = { bundle: '1'.repeat(64), files: [0], packages: [0], absent: [] };
  const whole = {
    format: 1,
    files: [['a', '1'.repeat(40)]],
    packages: ['p'],
    absent: [],
    flows: { one: flow },
  };
  const parse = (document: unknown) => parseBuildRecord(JSON.stringify(document));

  it('is told from one that is', () => {
    expect(parse(whole)?.size).toBe(1);
  });

  it.each<[string, object]>([
    ['another format', { format: 2 }],
    ['a key too many', { more: 1 }],
    ['a name that is no flow', { flows: { '../one': flow } }],
    ['a hash that is none', { flows: { one: { ...flow, bundle: 'x' } } }],
    ['an index that leads nowhere', { flows: { one: { ...flow, files: [1] } } }],
    ['an index that is none', { flows: { one: { ...flow, files: ['length'] } } }],
    ['a file without its content', { files: [['a']] }],
    ['a list that is none', { packages: 'p' }],
    ['a name that is empty', { packages: [''] }],
    ['a name with a zero character', { packages: ['a\0b'] }],
    ['flows that are none', { flows: [] }],
    ['a flow that is not built, without a reason', { flows: { one: { unbuilt: [] } } }],
    ['a reason without a code', { flows: { one: { unbuilt: [['x', 'm', '', '', 0, 0]] } } }],
    ['a reason in a line that is none', { flows: { one: { unbuilt: [['E_X', 'm', '', 'f', -1, 0]] } } }],
    [
      'a reason as long as a book',
      { flows: { one: { unbuilt: [['E_X', 'm'.repeat(9_999), '', '', 0, 0]] } } },
    ],
    [
      'more reasons than are ever told',
      { flows: { one: { unbuilt: Array(99).fill(['E_X', 'm', '', '', 0, 0]) } } },
    ],
  ])('is refused for %s', (_, change) => {
    expect(parse({ ...whole, ...change })).toBeUndefined();
  });

  it.each(['', '{', 'null', '[]', '1'])('is refused as text: %s', (text) => {
    expect(parseBuildRecord(text)).toBeUndefined();
  });
});
