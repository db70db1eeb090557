import fc from 'fast-check';

/** A small repository of Python, each import in a `try`: some lead nowhere. */
export type PythonRepository = { readonly [path: string]: string };

const names = ['a', 'b', 'pkg'] as const;
const name = fc.constantFrom(...names);
const dotted = fc.array(name, { minLength: 1, maxLength: 2 }).map((parts) => parts.join('.'));
const dots = fc.constantFrom('.', '..', '...');

const statement = fc.oneof(
  dotted.map((module) => `import ${module}`),
  fc.tuple(dotted, name).map(([module, as]) => `import ${module} as ${as}_, json`),
  fc.tuple(dotted, name, name).map(([module, one, two]) => `from ${module} import ${one}, ${two} as x`),
  fc.tuple(dotted, name).map(([module, one]) => `from ${module} import (\n    ${one},  # a comment\n  )`),
  dotted.map((module) => `from ${module} import *`),
  fc.tuple(dots, name).map(([level, one]) => `from ${level} import ${one}`),
  fc.tuple(dots, dotted, name).map(([level, module, one]) => `from ${level}${module} import ${one}`),
  dotted.map((module) => `__import__("${module}")`),
  fc.tuple(dotted, name).map(([module, one]) => `__import__('${module}', globals(), locals(), ['${one}'])`),
  dotted.map((module) => `import importlib; importlib.import_module('${module}')`),
  dotted.map((module) => `from importlib import import_module as load; load('.${module}', __package__)`),
  name.map(
    (one) => `import importlib; [importlib.import_module(f"${one}.{n}") for n in ${JSON.stringify(names)}]`,
  ),
  name.map((one) => `f"{__import__('${one}')!r:>10}"`),
  name.map((one) => `x = """import ${one}"""; import ${one}`),
);

const text = (least: number) =>
  fc
    .array(statement, { minLength: least, maxLength: least + 3 })
    .map((statements) => statements.map((each) => `try:\n  ${each}\nexcept BaseException: pass\n`).join(''));

const root = fc.constantFrom('flows/p', 'flows/p/src', '', 'src', 'lib', 'lib/deep');
const place = fc
  .tuple(root, fc.array(name, { maxLength: 2 }), fc.constantFrom('__init__', ...names))
  .map(([folder, above, file]) => [folder, ...above, `${file}.py`].filter((part) => part !== '').join('/'));

/** Only where the program starts: a module that runs itself, and catches what stops it, would not end. */
const running = fc.option(
  name.map((one) => `try:\n  import runpy; runpy.run_module('${one}')\nexcept BaseException: pass\n`),
  { nil: '' },
);

/** How the program says where else to look. */
const search = fc.constantFrom(
  '',
  "import sys\nsys.path.insert(0, '../../lib')\n",
  "import os, sys\nsys.path.append(os.path.join(os.path.dirname(__file__), '..', '..', 'lib', 'deep'))\n",
  'import sys, pathlib\nsys.path.append(str(pathlib.Path(__file__).resolve().parents[2]))\n',
  "import sys, pathlib\nsys.path += [str(pathlib.Path(__file__).parents[2] / 'src')]\n",
  "import os, sys\nsys.path.append(os.environ['SOMEWHERE'])\n",
);

export const repositories: fc.Arbitrary<PythonRepository> = fc
  .tuple(fc.array(fc.tuple(place, text(0)), { minLength: 6, maxLength: 20 }), search, text(3), running)
  .map(([files, start, main, last]) => ({
    ...Object.fromEntries(files),
    'flows/p/main.py': `${start}${main}${last}`,
  }));
