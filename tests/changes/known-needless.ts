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
