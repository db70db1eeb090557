import type { TreeFile } from './flow/tree.ts';

/** Interprets the `@gen:` inputs of tests/bad-inputs.json. */

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** `'literal'`, `name(arguments)`, joined by `+`. */
const term = /'((?:[^'\\]|\\.)*)'|(\w+)\(((?:'(?:[^'\\]|\\.)*'|[^()'])*)\)|\s*\+\s*/gy;

function literal(text: string): string {
  return JSON.parse(`"${text.replaceAll('"', '\\"')}"`) as string;
}

function argumentsOf(text: string): string[] {
  return [...text.matchAll(/'((?:[^'\\]|\\.)*)'|([^,\s][^,]*)/g)].map(([, quoted, bare]) =>
    quoted === undefined ? (bare ?? '') : literal(quoted),
  );
}

const texts: { readonly [name: string]: (values: string[]) => string } = {
  repeat: ([text = '', count = '0']) => text.repeat(Number(count)),
  bomb: ([levels = '0', width = '0']) =>
    Array.from({ length: Number(levels) }, (_, level) =>
      level === 0
        ? 'a0: &a0 [x]\n'
        : `a${level}: &a${level} [${Array.from({ length: Number(width) }, () => `*a${level - 1}`).join(', ')}]\n`,
    ).join(''),
  mergeQuadratic: ([count = '0']) =>
    `a: &a {x: 1}\nb:\n  <<: [${'*a, '.repeat(Number(count))}*a]\n${'# fill\n'.repeat(12_000)}`,
  object: ([count = '0']) =>
    JSON.stringify(
      Object.fromEntries(
        Array.from({ length: Number.parseInt(count, 10) }, (_, index) => [`p${index}`, index]),
      ),
    ),
};

/** The bytes that an input stands for. */
export function bytesOf(input: string): Uint8Array {
  if (!input.startsWith('@gen:')) return encode(input);
  const source = input.slice('@gen:'.length);
  const hex = /^bytes\(([0-9a-f ]+)\)$/.exec(source)?.[1];
  if (hex !== undefined) return Uint8Array.from(hex.split(' '), (byte) => Number.parseInt(byte, 16));
  let text = '';
  term.lastIndex = 0;
  while (term.lastIndex < source.length) {
    const at = term.lastIndex;
    const match = term.exec(source);
    if (match === null) throw new Error(`No generator for ${source.slice(at)}`);
    const [, quoted, name, values] = match;
    if (quoted !== undefined) text += literal(quoted);
    if (name === undefined) continue;
    const make = texts[name];
    if (make === undefined) throw new Error(`No generator ${name}`);
    text += make(argumentsOf(values ?? ''));
  }
  return encode(text);
}

type Upstreams =
  | readonly string[]
  | {
      readonly onFailure?: readonly string[];
      readonly cron?: string;
      readonly dependsOn?: readonly string[];
    };

/** `flows({a:['b']})` and `chain(1000)` as trees of manifests. */
export function flowTree(input: string): { readonly [path: string]: TreeFile } {
  const chain = /^@gen:chain\((\d+)\)$/.exec(input)?.[1];
  const source = /^@gen:flows\((.*)\)$/s.exec(input)?.[1];
  const flows: { [name: string]: Upstreams } =
    source === undefined
      ? Object.fromEntries(
          Array.from({ length: Number(chain) }, (_, index) => [
            `f${index}`,
            index === 0 ? [] : [`f${index - 1}`],
          ]),
        )
      : (JSON.parse(source.replaceAll("'", '"').replaceAll(/(\w+):/g, '"$1":')) as {
          [name: string]: Upstreams;
        });
  return Object.fromEntries(
    Object.entries(flows).flatMap(([name, upstreams]) => flowFiles(name, manifestText(upstreams))),
  );
}

function manifestText(upstreams: Upstreams): string {
  if (!('length' in upstreams)) {
    const { cron, dependsOn, onFailure } = upstreams;
    const after = dependsOn ?? onFailure;
    return [
      'description: generated',
      ...(cron === undefined ? [] : [`schedules: [{ cron: "${cron}" }]`]),
      ...(after === undefined
        ? []
        : [`after: { flows: [${after.join(', ')}]${onFailure === undefined ? '' : ', when: failed'} }`]),
    ].join('\n');
  }
  return upstreams.length === 0 ? 'description: generated' : `after: { flows: [${upstreams.join(', ')}] }`;
}

function flowFiles(name: string, manifest: string): [string, string][] {
  return [
    [`flows/${name}/flow.yml`, manifest],
    [`flows/${name}/index.ts`, 'export {};\n'],
  ];
}

const treeParts: { readonly [name: string]: (values: string[]) => { readonly [path: string]: TreeFile } } = {
  symlink: ([path = '']) => ({
    'flows/ok/flow.yml': 'description: x',
    'flows/ok/index.ts': '',
    [path]: { kind: 'symlink' },
  }),
  symlinkLoop: ([first = '', second = '']) => ({
    [first]: { kind: 'symlink' },
    [second]: { kind: 'symlink' },
  }),
  fifo: ([path = '']) => ({ [path]: { kind: 'other' } }),
  mkdir: ([path = '']) => Object.fromEntries(flowFiles(path.replace(/^flows\//, ''), 'description: x')),
  mkdirBytes: () => Object.fromEntries(flowFiles('\uFFFD', 'description: x')),
  files: (paths) =>
    Object.fromEntries([...paths.map((path) => [path, 'description: x']), ['flows/a/index.ts', '']]),
  dirName: () => Object.fromEntries(flowFiles('a', 'name: b')),
  twoFlows: ([name = '']) =>
    Object.fromEntries([...flowFiles(name, `name: ${name}`), ...flowFiles('other', `name: ${name}`)]),
};

/** File system inputs as trees; what they say in words is read here too. */
export function fileTree(input: string): { readonly [path: string]: TreeFile } {
  const source = input.slice('@gen:'.length);
  const calls = [...source.matchAll(/(\w+)\(((?:'(?:[^'\\]|\\.)*'(?:,\s*)?)+)\)/g)];
  const files = calls.map(([, name = '', values = '']) => {
    const make = treeParts[name];
    if (make === undefined) throw new Error(`No generator ${name}`);
    return make(argumentsOf(values.replaceAll('\\x', '\\\\x')));
  });
  const tree = Object.assign({}, ...files) as { [path: string]: TreeFile };
  if (!source.includes('NFC and NFD')) return tree;
  const forms = Object.entries(tree).flatMap(([path, file]) =>
    ['NFC', 'NFD'].map((form) => [path.normalize(form), file]),
  );
  return Object.fromEntries(forms);
}
