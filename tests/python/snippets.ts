/** A program, and what Python's own parser finds in it: `npm run test:python` asks it again. */
export type Snippet = {
  readonly title: string;
  readonly text: string;
  /** Module, dots in front, names. */
  readonly imports: readonly (readonly [string, number, readonly string[]])[];
};

const dollar = '$';

export const snippets: readonly Snippet[] = [
  {
    title: 'several in one statement',
    text: 'import a, b.c as d, e',
    imports: [
      ['a', 0, []],
      ['b.c', 0, []],
      ['e', 0, []],
    ],
  },
  { title: 'names of a module', text: 'from a.b import c, d as e', imports: [['a.b', 0, ['c', 'd']]] },
  {
    title: 'names in brackets over lines',
    text: 'from a import (  # why\n  b,\n\n  c as d,\n)\n',
    imports: [['a', 0, ['b', 'c']]],
  },
  { title: 'all of a module', text: 'from a import *', imports: [['a', 0, ['*']]] },
  { title: 'the own package', text: 'from . import x', imports: [['', 1, ['x']]] },
  { title: 'the package above', text: 'from ..pkg import y', imports: [['pkg', 2, ['y']]] },
  {
    title: 'dots without blanks, and with',
    text: 'from.a import b\nfrom . . import c\nfrom ... import d',
    imports: [
      ['a', 1, ['b']],
      ['', 2, ['c']],
      ['', 3, ['d']],
    ],
  },
  {
    title: 'a line that goes on',
    text: 'import \\\n  a\nfrom b \\\n  import \\\n  c',
    imports: [
      ['a', 0, []],
      ['b', 0, ['c']],
    ],
  },
  {
    title: 'several on one line',
    text: 'x = 1; import a; from b import c;import d',
    imports: [
      ['a', 0, []],
      ['b', 0, ['c']],
      ['d', 0, []],
    ],
  },
  {
    title: 'one behind a colon',
    text: 'if x: import a\nelse: import b\ntry: import c\nexcept E: import d',
    imports: [
      ['a', 0, []],
      ['b', 0, []],
      ['c', 0, []],
      ['d', 0, []],
    ],
  },
  {
    title: 'one in a function, a class and a condition',
    text: 'def f():\n\timport a\nclass C:\n    from b import c\n    if TYPE_CHECKING:\n        import d\n',
    imports: [
      ['a', 0, []],
      ['b', 0, ['c']],
      ['d', 0, []],
    ],
  },
  { title: 'none in a comment', text: '# import a\nx = 1  # from b import c\n', imports: [] },
  {
    title: 'none in strings',
    text: "'import a'\n\"from b import c\"\nr'\\\\'\nr'\\''\nx = 'it\\'s; import d'\n",
    imports: [],
  },
  {
    title: 'none in strings over lines',
    text: "\"\"\"\nimport a\n\"\"\"\nx = '''\nfrom b import c \\'''\n'''\n",
    imports: [],
  },
  {
    title: 'one behind a string with quotes in it',
    text: '"""a "quoted" \\""" word"""; import a\n\'\'\'\'b\'\'\'; import c',
    imports: [
      ['a', 0, []],
      ['c', 0, []],
    ],
  },
  {
    title: 'none in bytes, raw and prefixed strings',
    text: "b'import a'\nrb'\\''\nBr\"import b\"\nu'import c'\nR'''\nimport d'''",
    imports: [],
  },
  {
    title: 'one behind a raw string that ends in two backslashes',
    text: "x = r'\\\\'; import a",
    imports: [['a', 0, []]],
  },
  {
    title: 'none in the text of a formatted string',
    text: "f\"import a {x} import b\"\nF'''\nimport c {x!r:>{width}}\nimport d'''",
    imports: [],
  },
  {
    title: 'one behind a formatted string with braces, quotes and a dictionary',
    text: 'f\'{{import a}} {d["k"]} {x:%H:%M} {y=}\'; import a\nf"""{\n{\'a\': 1}[\'a\']\n}"""; import b',
    imports: [
      ['a', 0, []],
      ['b', 0, []],
    ],
  },
  {
    title: 'one behind an escape that has a name',
    text: 'x = f"\\N{BULLET} {y}"; import a',
    imports: [['a', 0, []]],
  },
  {
    title: 'one behind a lambda and a slice',
    text: 'f = lambda: 0; import a\nx = y[1:2]; import b',
    imports: [
      ['a', 0, []],
      ['b', 0, []],
    ],
  },
  {
    title: 'none in yield, raise and attributes',
    text: 'def f():\n  yield from a\n  raise B from c\n',
    imports: [],
  },
  {
    title: 'names as Python compares them',
    text: 'import \uFB01le\nimport caf\u00E9',
    imports: [
      ['file', 0, []],
      ['caf\u00E9', 0, []],
    ],
  },
  {
    title: 'ends of lines of every kind, and a byte order mark',
    text: '\uFEFFimport a\r\nimport b\rimport c\n\fimport d',
    imports: [
      ['a', 0, []],
      ['b', 0, []],
      ['c', 0, []],
      ['d', 0, []],
    ],
  },
  {
    title: 'numbers beside operators',
    text: 'x = 1.\ny = [1]+[.5, 1_0e-3]; import a\nz = 0x1f if x else 2; import b',
    imports: [
      ['a', 0, []],
      ['b', 0, []],
    ],
  },
  {
    title: 'a soft keyword and a decorator',
    text: 'match x:\n  case 1: import a\n@b\ndef f(): from c import d\n',
    imports: [
      ['a', 0, []],
      ['c', 0, ['d']],
    ],
  },
  {
    title: 'characters that other languages use',
    text: `x = "${dollar}{import a}"; y = '\`'; import b`,
    imports: [['b', 0, []]],
  },
];
