import { describe, expect, it } from '@jest/globals';
import { importChain } from '../../src/core/closure.ts';
import type { Manifest } from '../../src/core/flow.ts';
import { describeProblem } from '../../src/core/problem.ts';
import { closuresOf } from '../../src/flow/closure.ts';
import { blobOf, sourceOf } from '../source.ts';
import { commandManifest } from './manifests.ts';

type Files = { readonly [path: string]: string };

async function closure(files: Files, of: Manifest = commandManifest('a')) {
  const found = await closuresOf([of], sourceOf(files));
  const own = found.closures.get(of.name);
  if (own === undefined) throw new Error('no closure');
  const all = own.files();
  return {
    ...own,
    all,
    outside: [...all.keys()].filter((path) => !path.startsWith('flows/a/')),
    problems: found.problems.map(describeProblem),
    warnings: found.warnings.map(describeProblem),
  };
}

function called(...argv: readonly string[]): Manifest {
  const base = commandManifest('a');
  return { ...base, workload: { ...base.workload, program: { kind: 'command', argv } } };
}

function withVariables(environment: { readonly [name: string]: string }): Manifest {
  const base = commandManifest('a');
  return { ...base, workload: { ...base.workload, environment } };
}

/** What `flows/a/main.py` with this text reaches outside of its folder. */
async function reached(text: string, others: readonly string[]): Promise<readonly string[]> {
  const files = Object.fromEntries(others.map((path) => [path, `# ${path}`]));
  return (await closure({ 'flows/a/main.py': text, ...files })).outside;
}

describe('a flow in Python is made of what it imports', () => {
  it('from the root of the repository, with the packages on the way, and with who imports it', async () => {
    const own = await closure({
      'flows/a/main.py': 'from lib.money import rates',
      'lib/__init__.py': 'import base',
      'lib/money/__init__.py': '',
      'lib/money/rates.py': 'from ..text import words as w',
      'lib/text.py': '',
      'lib/unused.py': '',
      'base.py': '',
    });
    expect(own.outside).toEqual([
      'base.py',
      'lib/__init__.py',
      'lib/money/__init__.py',
      'lib/money/rates.py',
      'lib/text.py',
    ]);
    expect(importChain(own.all, 'lib/text.py')).toEqual([
      'flows/a/main.py',
      'lib/money/rates.py',
      'lib/text.py',
    ]);
    expect(own.warnings).toEqual([]);
  });

  it.each([
    ['a module', 'import lib.x', ['lib/x.py'], ['lib/y.py']],
    ['a name that is a module', 'from lib import x', ['lib/x.py'], ['lib/y.py']],
    ['a name that is a package', 'from lib import x', ['lib/x/__init__.py'], ['lib/x/y.py']],
    [
      'everything of a package',
      'from lib import *',
      ['lib/__init__.py', 'lib/x.py', 'lib/y/__init__.py'],
      [],
    ],
    ['a compiled module', 'import fast', ['fast.cpython-313-x86_64-linux-gnu.so'], ['faster.so']],
    ['a package below src', 'import acme.x', ['src/acme/__init__.py', 'src/acme/x.py'], ['acme/y.py']],
    [
      'a package that is installed from a folder',
      'import acme',
      ['py/acme/src/acme/__init__.py', 'py/acme/pyproject.toml'],
      ['py/x/acme.py'],
    ],
    ['a module and a package of one name', 'import x', ['x.py', 'x/__init__.py'], []],
    [
      'what is below a part that is computed',
      'import importlib\nimportlib.import_module("steps." + n)',
      ['steps/one.py', 'steps/two/__init__.py', 'steps/two/three.py'],
      ['stepson.py'],
    ],
    [
      'a file that is run by its path',
      'import runpy\nrunpy.run_path("../../jobs/x.py")',
      ['jobs/x.py'],
      ['jobs/y.py'],
    ],
  ] as const)('%s', async (_, text, wanted, others) => {
    const found = await reached(text, [...wanted, ...others]);
    expect(found.filter((path) => !path.endsWith('.toml'))).toEqual(
      [...wanted].filter((path) => !path.endsWith('.toml')).sort(),
    );
  });

  it.each([
    ["import sys\nsys.path.insert(0, '../../lib')\nimport x"],
    [
      "import sys\nfrom pathlib import Path\nsys.path.append(str(Path(__file__).resolve().parents[2] / 'lib'))\nimport x",
    ],
    ["import os, sys\nsys.path += [os.path.join(os.path.dirname(__file__), '..', '..', 'lib')]\nimport x"],
    ["import os, sys\nsys.path.append(os.environ['HERE'])\nimport x"],
  ])('wherever it adds a folder to those that are searched: %s', async (text) => {
    expect(await reached(text, ['lib/x.py', 'lib/y.py'])).toEqual(['lib/x.py']);
  });

  it.each([
    ["import_module(f'x.{part}')", ['deep/x/__init__.py', 'deep/x/one.py']],
    ["import_module(f'xtra{part}')", ['other/xtras.py']],
    ["import_module(f'y.{part}')", ['other/y.py']],
  ])(
    'wherever a computed name may lie, once the program says where to look by itself: %s',
    async (call, files) => {
      const start =
        "import os, sys\nfrom importlib import import_module\nsys.path.append(os.environ['HERE'])\n";
      const others = ['deep/x/__init__.py', 'deep/x/one.py', 'other/xtras.py', 'other/y.py', 'other/z.py'];
      expect(await reached(`${start}${call}`, others)).toEqual(files);
    },
  );

  it('wherever PYTHONPATH leads, whether in the manifest or in its own Dockerfile', async () => {
    const files = { 'flows/a/main.py': 'import x', 'deep/lib/x.py': '' };
    const own = await closure(files, withVariables({ PYTHONPATH: '../../deep/lib:/repository/other' }));
    expect(own.outside).toEqual(['deep/lib/x.py']);
    expect((await closure(files)).outside).toEqual([]);
  });

  it('and of what its command names', async () => {
    const files = {
      'flows/a/readme.txt': '',
      'jobs/daily/__main__.py': 'from . import parts',
      'jobs/daily/parts.py': '',
      'jobs/other.py': 'import jobs.third',
      'jobs/third.py': '',
    };
    const asModule = await closure(files, called('python', '-m', 'jobs.daily'));
    expect(asModule.outside).toEqual(['jobs/daily/__main__.py', 'jobs/daily/parts.py']);
    const asFile = await closure(files, called('sh', '-c', 'exec python3 ../../jobs/other.py'));
    expect(asFile.outside).toEqual(['jobs/other.py', 'jobs/third.py']);
    const asProgram = await closure({ ...files, 'bin/run.sh': '' }, called('bash', '../../bin/run.sh'));
    expect(asProgram.outside).toEqual(['bin/run.sh']);
  });

  it('and not of what only its tests import, nor of the libraries of others', async () => {
    const own = await closure({
      'flows/a/main.py': 'import requests, json',
      'flows/a/test_main.py': 'import tests.helpers',
      'flows/a/tests/test_more.py': 'import tests.helpers',
      'flows/a/conftest.py': 'import tests.helpers',
      'tests/helpers.py': '',
      'vendor/requests.py': '',
      'json.txt': '',
    });
    expect(own.outside).toEqual([]);
  });

  it('also below inputs, and of a flow that is bundled', async () => {
    const own = await closure(
      { 'flows/a/main.sh': '', 'tools/x.py': 'import helper', 'helper.py': '' },
      { ...called('sh', 'main.sh'), inputs: ['../../tools/*.py'] },
    );
    expect(own.outside).toEqual(['helper.py', 'tools/x.py']);
  });

  it('so that another file, or another of that name, gives another hash of the code', async () => {
    const files = { 'flows/a/main.py': 'import lib.x', 'lib/x.py': '1' };
    const codes = await Promise.all(
      [
        files,
        { ...files, 'lib/x.py': '2' },
        { ...files, 'lib/__init__.py': '' },
        { ...files, 'lib/y.py': '' },
      ].map(async (each) => (await closure(each)).code),
    );
    expect(new Set(codes.slice(0, 3)).size).toBe(3);
    expect(codes[3]).toBe(codes[0]);
  });

  it('survives circles, reads each file once, and stops at what is too large', async () => {
    const source = sourceOf({
      'flows/a/main.py': 'import x',
      'flows/b/main.py': 'import x',
      'x.py': 'import y',
      'y.py': 'import x, big',
      'big.py': `import z\n${'#'.repeat(5 * 1024 * 1024)}`,
      'z.py': '',
    });
    const { closures } = await closuresOf([commandManifest('a'), commandManifest('b')], source);
    expect([...closures.values()].map(({ files }) => [...files().keys()])).toEqual([
      ['big.py', 'flows/a/main.py', 'x.py', 'y.py'],
      ['big.py', 'flows/b/main.py', 'x.py', 'y.py'],
    ]);
    expect(new Set(source.reads.values())).toEqual(new Set([1]));
  });
});

describe('an import that only the running program knows', () => {
  const files = { 'flows/a/main.py': 'import importlib\n\nimportlib.import_module(name)\n' };

  it('is warned about, with its line, where it may load what nobody counts', async () => {
    expect((await closure(files)).warnings).toEqual([
      expect.stringMatching(/^flows\/a\/main\.py:3 W_DYNAMIC_IMPORT .*"importlib\.import_module\(name\)"/),
    ]);
  });

  it('is not where an own image holds all that it could load', async () => {
    const base = commandManifest('a');
    const own = { ...base, workload: { ...base.workload, dockerfile: 'Dockerfile' } };
    const dockerfile = 'FROM python:3.13\nCOPY flows/a /flow\n';
    expect((await closure({ ...files, 'flows/a/Dockerfile': dockerfile }, own)).warnings).toEqual([]);
  });
});

describe('the packages of a flow in Python', () => {
  const line = (path: string, text: string) => `${path} ${blobOf(text)}`;

  it('are its nearest lock files, each as a whole', async () => {
    const own = await closure({
      'flows/a/main.py': '',
      'flows/a/requirements.txt': 'x==1',
      'flows/uv.lock': 'near',
      'uv.lock': 'far',
      'pyproject.toml': '[project]',
      'poetry.lock': 'p',
    });
    expect(own.packages).toEqual(
      [
        line('flows/a/requirements.txt', 'x==1'),
        line('flows/uv.lock', 'near'),
        line('poetry.lock', 'p'),
        line('pyproject.toml', '[project]'),
      ].sort(),
    );
  });

  it('are none where nothing is Python', async () => {
    const own = await closure({ 'flows/a/main.sh': '', 'uv.lock': '' }, called('sh', 'main.sh'));
    expect(own.packages).toEqual([]);
  });

  it('lead on to what lists of requirements name: other lists, and packages of the repository', async () => {
    const own = await closure({
      'flows/a/main.py': '',
      'flows/a/requirements.txt': [
        '-r ../../base.txt  # ours',
        '-c../../constraints.txt',
        '--requirement=more.txt',
        '-e ../../py/local[fast]',
        '../../wheels/x-1.0-py3-none-any.whl ; python_version > "3"',
        'acme @ file:../../py/acme',
        'requests==2.34.2 \\',
        '    --hash=sha256:00',
        'https://example.com/y.whl',
      ].join('\n'),
      'flows/a/more.txt': '',
      'base.txt': '-r requirements-core.txt',
      'requirements-core.txt': '',
      'constraints.txt': '',
      'py/local/pyproject.toml': '',
      'py/local/local/__init__.py': '',
      'py/acme/setup.py': '',
      'py/other/setup.py': '',
      'wheels/x-1.0-py3-none-any.whl': '',
    });
    expect(own.outside).toEqual([
      'base.txt',
      'constraints.txt',
      'py/acme/setup.py',
      'py/local/local/__init__.py',
      'py/local/pyproject.toml',
      'requirements-core.txt',
      'wheels/x-1.0-py3-none-any.whl',
    ]);
  });
});

describe('a flow in the image of the project', () => {
  it('is told which code that image will not hold', async () => {
    const files = { 'flows/a/main.py': 'import lib.x', 'lib/x.py': '', Dockerfile: 'RUN npx headgate build' };
    expect((await closure(files)).warnings).toEqual([
      expect.stringMatching(/^flows\/a\/flow\.yml W_NOT_IN_IMAGE "lib\/x\.py" is not in the image: /),
    ]);
    expect((await closure({ ...files, Dockerfile: 'FROM python:3.13\nCOPY . .' })).warnings).toEqual([]);
  });
});
