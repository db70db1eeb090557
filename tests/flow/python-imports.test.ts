import { describe, expect, it } from '@jest/globals';
import { pythonImports } from '../../src/flow/python/imports.ts';
import { cpuTimeMs } from '../cpu-time.ts';
import { snippets } from '../python/snippets.ts';

/** Everything but where it stands. */
function importsOf(text: string) {
  return pythonImports(text).map(({ offset: _, ...found }) => found);
}

const module = (name: string, level = 0, names: readonly string[] = []) => ({
  kind: 'module',
  module: name,
  level,
  names,
});

describe('the imports of a Python file', () => {
  it.each(snippets)('are found as Python finds them: $title', ({ text, imports }) => {
    expect(importsOf(text)).toEqual(imports.map(([name, level, names]) => module(name, level, names)));
  });

  it.each([
    ['one behind quotes of its own kind within it', 'f"{d["k"]} {f"{\'}\'}"}"; import a', [module('a')]],
    ['one behind a comment within it', 'f"""{\n x # }"""\n}"""; import a', [module('a')]],
    ['one behind a template', 't"import x {y}"; import a', [module('a')]],
  ])('of Python 3.12 and 3.14 are found around a formatted string: %s', (_, text, found) => {
    expect(importsOf(text)).toEqual(found);
  });

  it.each([
    ["__import__('a.b')", module('a.b')],
    ["importlib.import_module('a' 'b')", module('ab')],
    ["from importlib import import_module as load\nload(f'a')", module('a')],
    ["import_module('.b', __package__)", module('b', 1)],
    ["__import__('a', globals(), locals(), ['b'])", module('a', 0, ['b'])],
    ["runpy.run_module('a.b')", module('a.b')],
    ["runpy.run_path('jobs/a.py')", { kind: 'path', path: 'jobs/a.py' }],
  ])('count where a function loads them by a literal: %s', (text, found) => {
    expect(importsOf(text)).toContainEqual(found);
  });

  it('count for the package that is named beside a relative name', () => {
    expect(importsOf("import_module('.c', 'a.b')")).toContainEqual(module('a.b.c'));
  });

  it.each([
    ['import_module(name)', ''],
    ["import_module(f'steps.{name}')", 'steps.'],
    ["import_module('steps.' + name)", 'steps.'],
    ["import_module('steps.%s' % name)", 'steps.'],
    ["import_module('steps.{}'.format(name))", 'steps.'],
    ['__import__(name)', ''],
    ["spec_from_file_location('a', path)", ''],
    ['run_path(path)', ''],
  ])('are known as far as their name is, where it is computed: %s', (text, prefix) => {
    expect(importsOf(`import importlib\n${text}`)).toContainEqual({ kind: 'computed', prefix });
  });

  it('are none where a function of that name is defined', () => {
    expect(importsOf('def import_module(name): pass')).toEqual([]);
  });

  it.each([
    ["sys.path.insert(0, '../../lib')", '../../lib'],
    ["sys.path.append(os.path.join(os.path.dirname(__file__), '..', 'lib'))", '../lib'],
    ["sys.path += ['lib']", 'lib'],
    ["sys.path = ['lib'] + sys.path", 'lib'],
    ["site.addsitedir('lib')", 'lib'],
    ['from sys import path', ''],
  ])('come with the folders that the file adds: %s', (text, folder) => {
    expect(importsOf(`import os\n${text}`)).toContainEqual({ kind: 'search', folder });
  });

  it('add no folder where they are only read', () => {
    expect(importsOf('import sys\nprint(sys.path)').map(({ kind }) => kind)).toEqual(['module']);
  });

  it('are found in linear time in what nobody would write', () => {
    const text = [
      '('.repeat(200_000),
      'import_module('.repeat(10_000),
      'f"{'.repeat(20_000),
      `"""${'\\'.repeat(200_001)}`,
      'sys.path.append('.repeat(5_000),
      `from ${'.'.repeat(100_000)}`,
    ];
    const started = cpuTimeMs();
    for (const each of text) pythonImports(`import a\n${each}`);
    expect(cpuTimeMs() - started).toBeLessThan(4_000);
  });
});
