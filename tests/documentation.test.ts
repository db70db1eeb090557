import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { FlowName } from '../src/core/flow.ts';
import { describeProblem } from '../src/core/problem.ts';
import { typescriptFiles } from '../src/doors/cli/new-typescript.ts';
import { programOf } from '../src/doors/cli/program.ts';
import { requestOf } from '../src/doors/cli/request.ts';
import { parseManifest } from '../src/flow/manifest.ts';
import { localProject } from '../src/flow/project.ts';
import { complaintsOf } from './compile.ts';

const root = new URL('..', import.meta.url);
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...readdirSync(new URL('docs', root)).map((name) => `docs/${name}`),
  ...readdirSync(new URL('flows', root)).map((name) => `flows/${name}/README.md`),
].filter((page) => page.endsWith('.md'));

type Fence = { readonly page: string; readonly language: string; readonly text: string };

const fences = pages.flatMap((page) =>
  [...textOf(page).matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(
    ([, language = '', text = '']): Fence => ({ page, language, text }),
  ),
);

function textOf(page: string): string {
  return readFileSync(new URL(page, root), 'utf8');
}

/** The path that a fence gives in its first line, as in `// flows/daily-report/index.ts`. */
function pathIn(text: string): string | undefined {
  return /^(?:\/\/|#) (flows\/\S+)\n/.exec(text)?.[1];
}

describe('the documentation', () => {
  it('names everything that the SDK exports', () => {
    const exported = [...textOf('src/sdk.ts').matchAll(/\b(\w+)\b(?=[,\s]*[\w\s,]*\} from)/g)]
      .map(([, name = '']) => name)
      .filter((name) => name !== 'type' && name !== 'export');
    const manual = textOf('docs/sdk.md');
    expect(exported).toContain('recordEvents');
    expect(exported.filter((name) => !new RegExp(`\\b${name}\\b`).test(manual))).toEqual([]);
  });

  it('shows, and headgate new writes, TypeScript that compiles against the SDK', () => {
    const samples = fences.filter(({ language }) => language === 'ts');
    expect(samples.length).toBeGreaterThan(3);
    const files = samples.map(({ page, text }, index) => {
      const path = pathIn(text) ?? `flows/unnamed/sample-${index}.ts`;
      return [`samples/${page}/${path}`, text] as const;
    });
    expect(complaintsOf(new Map([...files, ...newFlows()]))).toEqual([]);
  });

  it('shows manifests that are valid', () => {
    const samples = fences.filter(({ language, text }) => language === 'yaml' && pathIn(text) !== undefined);
    expect(samples.length).toBeGreaterThan(1);
    for (const { page, text } of samples) expect([page, problemsOf(text)]).toEqual([page, []]);
  });

  it('shows commands that the command line takes, and scripts that there are', async () => {
    const commands = fences
      .filter(({ language }) => language === 'sh')
      .flatMap(({ page, text }) =>
        text.split('\n').map((line) => [page, line.split(/ #|&&/)[0] ?? ''] as const),
      );
    const headgate = commands.flatMap(([page, line]) => {
      const [, words] = /(?:^|\s)npx headgate (.*)$/.exec(line) ?? [];
      return words === undefined ? [] : [[page, words.trim()] as const];
    });
    expect(headgate.length).toBeGreaterThan(10);
    expect([await faultOf('deploy --no-such'), await faultOf('nope')].every((fault) => fault !== '')).toBe(
      true,
    );
    for (const [page, words] of headgate)
      expect([page, words, await faultOf(words)]).toEqual([page, words, '']);
    const scripts = Object.keys(JSON.parse(textOf('package.json')).scripts);
    for (const [page, line] of commands) {
      const [, script = 'test'] = /^npm run ([\w:-]+)/.exec(line) ?? [];
      expect([page, line, scripts]).toEqual([page, line, expect.arrayContaining([script])]);
    }
  });

  it('links only to files that exist', () => {
    const dead = pages.flatMap((page) =>
      [...textOf(page).matchAll(/\]\((?!https?:|#)([^)#\s]+)(?:#[^)]*)?\)/g)]
        .map(([, target = '']) => new URL(target, new URL(page, root)))
        .filter((target) => !isThere(target))
        .map((target) => `${page}: ${target.pathname}`),
    );
    expect(dead).toEqual([]);
  });
});

/** What `headgate new` writes is a sample too. */
function newFlows(): readonly (readonly [string, string])[] {
  return (['@jest/globals', 'node'] as const).flatMap((runner) => {
    const files = typescriptFiles({ flow: 'new-flow' as FlowName, schema: 'schema.json', runner });
    return Object.entries(files)
      .filter(([name]) => name.endsWith('.ts'))
      .map(([name, text]) => [`samples/new/${runner}/${name}`, text] as const);
  });
}

/** What the command line says of a command, without carrying it out. */
async function faultOf(words: string): Promise<string> {
  const argv = [...words.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, plain]) => single ?? double ?? plain ?? '',
  );
  const silent = { result: () => undefined, message: () => undefined };
  try {
    const program = programOf('0', silent, async (asked) => void requestOf(asked));
    await program.parseAsync(argv, { from: 'user' });
    return '';
  } catch (error) {
    return String(error);
  }
}

function problemsOf(text: string): readonly string[] {
  const file = pathIn(text) ?? '';
  const [, folder = ''] = file.split('/');
  const bytes = new TextEncoder().encode(text);
  const { problems } = parseManifest({ folder, file, bytes, project: localProject('acme') });
  return problems.map(describeProblem);
}

function isThere(target: URL): boolean {
  try {
    return target.pathname.endsWith('/') ? readdirSync(target).length > 0 : readFileSync(target).length > 0;
  } catch {
    return false;
  }
}
