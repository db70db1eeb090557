import type { Story } from './story.ts';

/** A story that the product gets wrong today, by the values that are not the default, and why. */
export type KnownMiss = { readonly story: Partial<Story>; readonly why: string };

/** Whoever mends one takes it out: a story in this list that comes out right fails the test. */
const known: { readonly [why: string]: readonly Partial<Story>[] } = {
  'The bundler folds what is decided already, and short constants, before it looks for modules.': [
    { form: 'dynamic variable', route: 'file: dependency' },
    { form: 'dynamic satisfies' },
    { form: 'dynamic after a comma' },
    { form: 'dynamic ||' },
    { form: 'dynamic ??' },
    { form: 'dynamic either or either' },
    { form: 'dynamic template of literals' },
    { form: 'dynamic template joined' },
    { form: 'dynamic, decided already' },
    { form: 'require after a comma' },
    { form: 'require ??' },
    { form: 'require template of literals' },
    { form: 'require variable', route: 'package', mutation: 'bump: the package' },
    { form: 'require variable', route: 'a name of three letters' },
  ],
  'An element hides a call, or an import, from the lexer.': [
    { hazard: 'attribute with a template', importer: '.tsx', form: 'dynamic template' },
    { hazard: 'attribute with a template', importer: '.tsx', form: 'comments inside' },
  ],
  'A package that is in git is not followed.': [{ route: 'package that lies in git' }],
  'What is replaced by a symbolic link is gone.': [{ mutation: 'target replaced by a symbolic link' }],
  'What a Dockerfile copies from elsewhere is not read.': [
    { route: 'own image, COPY of a folder' },
    { route: 'own image, COPY of a folder above' },
    { route: 'own image, COPY of a file' },
    { route: 'own image, COPY of several files' },
    { route: 'own image, COPY with options' },
    { route: 'own image, COPY as a list' },
    { route: 'own image, COPY over two lines' },
    { route: 'own image, COPY of a pattern' },
    { route: 'own image, copy in small letters' },
    { route: 'own image, COPY from the root' },
    { route: 'own image, ADD' },
    { route: 'own image, COPY by an argument' },
    { route: 'own image, COPY of everything' },
  ],
  'A call of `require` that is not written plainly is not seen.': [
    { form: '(require)' },
    { form: 'require as string' },
    { form: 'require either or' },
    { form: 'require escape' },
    { form: 'require literals joined' },
    { form: 'require or else' },
    { form: 'require parentheses' },
    { form: 'require template' },
    { form: 'require variable joined' },
    { form: 'require with comments' },
    { form: 'require with type' },
  ],
  'A dynamic import whose argument is more than one literal is not seen.': [
    { form: 'dynamic as string' },
    { form: 'dynamic either or' },
    { form: 'dynamic literals joined' },
    { form: 'dynamic or else' },
    { form: 'dynamic parentheses' },
    { form: 'dynamic with !' },
  ],
  'A name with `?` or `#` is cut.': [{ route: 'file called pa#rt' }, { route: 'file called pa?rt' }],
  'A slash at the end makes it a package.': [
    { route: 'package called like a module of Node.js', mutation: 'bump: the package' },
    { route: 'package called like a module of Node.js', mutation: 'bump: the package, its range too' },
    { route: 'package called like a module of Node.js', mutation: 'package needs one more' },
  ],
  'An import that nothing uses is dropped by the bundler, and refused when it leads nowhere.': [
    { form: 'unused', mutation: 'target removed' },
  ],
  'No import names the runtime of elements.': [
    { importer: '.tsx', route: 'jsx development runtime', mutation: 'bump: the package' },
    { importer: '.tsx', route: 'jsx development runtime', mutation: 'bump: the package, its range too' },
    { importer: '.tsx', route: 'jsx runtime by a comment' },
    { importer: '.tsx', route: 'jsx runtime of the repository' },
  ],
  'Of two patterns with one prefix the longer suffix wins.': [{ route: 'paths, longer suffix wins' }],
  'Symbolic links are not followed.': [
    { route: 'symbolic link to a file' },
    { route: 'symbolic link to a folder' },
  ],
  'The first target decides.': [{ route: 'imports, a package first' }],
  'The order of conditions is not part of the fingerprint.': [
    { route: 'imports, conditions', mutation: 'retarget: order of conditions' },
    { route: 'member, conditions', mutation: 'retarget: order of conditions' },
  ],
  'The runner is part of every bundle, and no import names it.': [
    { mutation: 'bump: headgate' },
    { route: 'the SDK, imported', mutation: 'bump: the package, its range too' },
    { route: 'the runner, imported by nobody', mutation: 'bump: the package' },
  ],
  'The text of an element hides a call from the lexer.': [
    { hazard: 'text of an element', importer: '.tsx', form: 'dynamic escape' },
    { hazard: 'text of an element', importer: '.tsx', form: 'dynamic template, head' },
  ],
  'What a package needs without declaring it is not in the lock file.': [
    { lock: 'yarn-1', route: 'peer of a package', mutation: 'bump: the package' },
    { lock: 'npm-1', route: 'peer of a package', mutation: 'bump: the package' },
    { route: 'package that needs what it does not declare', mutation: 'bump: the package' },
    { route: 'package that needs what it does not declare', mutation: 'bump: the package, its range too' },
  ],
  'What a package tries without declaring it is not in the lock file.': [
    { route: 'package that tries another one', mutation: 'add: the package that another one tries' },
  ],
  '`extends` of a package is not read.': [
    { route: 'extends, a package of the repository: @a/tsconfig/base.json' },
    { route: 'extends, a package of the repository: tsconfig' },
    { route: 'extends, a package of the repository: tsconfig/base' },
    { route: 'extends, a package of the repository: tsconfig/base.json' },
  ],
  '`extends` of a package of the registry is not followed.': [
    { route: 'extends, a package of the registry' },
  ],
  '`paths` into node_modules is not followed.': [
    { route: 'paths to a package', mutation: 'bump: the package' },
    { route: 'paths to a package', mutation: 'bump: the package, its range too' },
    { route: 'paths to a package', mutation: 'package needs one more' },
    { route: 'paths to a package', mutation: 'tsconfig: removed' },
  ],
};

/** Stories that may be wrong for a reason that is listed above, besides those that hold what is listed. */
export const alsoCovered: readonly Partial<Story>[] = [
  { form: 'dynamic variable' },
  { form: 'require variable' },
  { hazard: 'attribute with a template' },
  { route: 'jsx runtime of a package' },
  { route: 'jsx development runtime' },
  { route: 'package that needs what it does not declare' },
  { route: 'package that tries another one' },
  { lock: 'yarn-1', route: 'peer of a package' },
  { lock: 'npm-1', route: 'peer of a package' },
  { route: 'package called like a module of Node.js' },
  { route: 'paths to a package' },
  { route: 'the runner, imported by nobody' },
  { route: 'the SDK, imported' },
  { hazard: 'text of an element' },
];

export const knownMisses: readonly KnownMiss[] = Object.entries(known).flatMap(([why, stories]) =>
  stories.map((story) => ({ story, why })),
);

/** A kind of change to which more answers are needless today than are allowed, and why. */
export type KnownNeedless = { readonly mutation: string; readonly why: string };

const options = 'All options of tsconfig.json count for every file, whatever is written in it.';

export const knownNeedless: readonly KnownNeedless[] = [
  {
    mutation: 'package.json: an empty one nearer',
    why: '`type` counts for every file, whatever its ending says.',
  },
  { mutation: 'package.json: sideEffects', why: '`sideEffects` counts for every file.' },
  { mutation: 'package.json: a nearer one with sideEffects', why: '`sideEffects` counts for every file.' },
  { mutation: 'package.json: type', why: '`type` counts for every file, whatever its ending says.' },
  { mutation: 'retarget: module beside main', why: 'Every field that could lead is followed.' },
  { mutation: 'configuration: a condition that is never set', why: 'Every condition is followed.' },
  {
    mutation: 'bump: version alone, the same code',
    why: 'Another version has another integrity, and its code is not in git.',
  },
  { mutation: 'retarget: jsxImportSource', why: options },
  { mutation: 'configuration: jsx of another kind', why: options },
  { mutation: 'configuration: jsx factory', why: options },
  { mutation: 'tsconfig: target', why: options },
  { mutation: 'tsconfig: useDefineForClassFields', why: options },
  { mutation: 'tsconfig: experimentalDecorators', why: options },
  { mutation: 'tsconfig: emitDecoratorMetadata', why: options },
  { mutation: 'tsconfig: verbatimModuleSyntax', why: options },
  { mutation: 'tsconfig: alwaysStrict', why: options },
  { mutation: 'tsconfig: strict', why: options },
  { mutation: 'tsconfig: extends added', why: options },
  { mutation: 'tsconfig: jsx', why: options },
  { mutation: 'tsconfig: jsxFactory', why: options },
];
