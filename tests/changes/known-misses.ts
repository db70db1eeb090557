import type { Story } from './story.ts';

/** A story that the product gets wrong today, by the values that are not the default, and why. */
export type KnownMiss = { readonly story: Partial<Story>; readonly why: string };

/** Whoever mends one takes it out: a story in this list that comes out right fails the test. */
const known: { readonly [why: string]: readonly Partial<Story>[] } = {
  'What a package needs without declaring it is not in the lock file.': [
    { lock: 'yarn-1', route: 'peer of a package', mutation: 'bump: the package' },
    { lock: 'npm-1', route: 'peer of a package', mutation: 'bump: the package' },
    { route: 'package that needs what it does not declare', mutation: 'bump: the package' },
    { route: 'package that needs what it does not declare', mutation: 'bump: the package, its range too' },
  ],
  'What a package tries without declaring it is not in the lock file.': [
    { route: 'package that tries another one', mutation: 'add: the package that another one tries' },
  ],
};

/** Stories that may be wrong for a reason that is listed above, besides those that hold what is listed. */
export const alsoCovered: readonly Partial<Story>[] = [
  { lock: 'npm-1', route: 'peer of a package' },
  { lock: 'yarn-1', route: 'peer of a package' },
  { route: 'package that needs what it does not declare' },
  { route: 'package that tries another one' },
];

export const knownMisses: readonly KnownMiss[] = Object.entries(known).flatMap(([why, stories]) =>
  stories.map((story) => ({ story, why })),
);

/** A kind of change to which more answers are needless today than are allowed, and why. */
export type KnownNeedless = { readonly mutation: string; readonly why: string };

export const knownNeedless: readonly KnownNeedless[] = [
  {
    mutation: 'bump: configuration of the registry',
    why: 'What it says is not in git, and it may lead any name.',
  },
  { mutation: 'lock file: another package manager', why: 'Each describes the same packages in its own way.' },
  { mutation: 'package.json: sideEffects', why: 'What a bundle leaves out is only known when it is made.' },
  {
    mutation: 'package.json: a nearer one with sideEffects',
    why: 'What a bundle leaves out is only known when it is made.',
  },
  {
    mutation: 'tsconfig: verbatimModuleSyntax',
    why: 'Whether an import is used as a value only the parser tells, which does not read every file.',
  },
  {
    mutation: 'bump: version alone, the same code',
    why: 'Another version has another integrity, and its code is not in git.',
  },
];
