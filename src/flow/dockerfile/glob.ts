/** Patterns of Docker as Go's `filepath.Match` and moby's `patternmatcher` read them. Matching takes time in step with pattern and path. */
export type Glob = { matches(path: string): boolean };

type Piece =
  | { readonly kind: 'literal'; readonly character: string }
  /** `*`: anything but a slash. */
  | { readonly kind: 'star' }
  | { readonly kind: 'one' }
  | { readonly kind: 'class'; readonly has: (character: string) => boolean }
  /** A double star before more: any number of folders. */
  | { readonly kind: 'folders' }
  /** A double star at the end. */
  | { readonly kind: 'rest' };

export function hasWildcards(pattern: string): boolean {
  return /[*?[]/.test(pattern.replaceAll(/\\./gs, ''));
}

/** Undefined for a pattern that Go refuses: a class without end, or a backslash at the end. */
export function compileGlob(pattern: string, { isDeep }: { readonly isDeep: boolean }): Glob | undefined {
  // `**x` at the start and nothing special behind it is how moby's matcher says "ends with x".
  const [, suffix] = (isDeep && /^\*\*([^/*?[\]\\][^*?[\]\\]*)$/.exec(pattern)) || [];
  if (suffix !== undefined) return { matches: (path) => path.endsWith(suffix) };
  const pieces = piecesOf([...pattern], isDeep);
  return pieces === undefined ? undefined : { matches: (path) => matchesAll(pieces, [...path]) };
}

function piecesOf(characters: readonly string[], isDeep: boolean): readonly Piece[] | undefined {
  const pieces: Piece[] = [];
  for (let at = 0; at < characters.length; ) {
    const made = pieceAt(characters, at, isDeep);
    if (made === undefined) return undefined;
    pieces.push(made.piece);
    at = made.end;
  }
  return pieces;
}

type Made = { readonly piece: Piece; readonly end: number };

function pieceAt(characters: readonly string[], at: number, isDeep: boolean): Made | undefined {
  const character = characters[at] ?? '';
  const following = characters[at + 1];
  if (character === '[') return classAt(characters, at, isDeep);
  if (character === '\\')
    return following === undefined
      ? undefined
      : { piece: { kind: 'literal', character: following }, end: at + 2 };
  if (isDeep && character === '*' && following === '*') {
    const end = at + (characters[at + 2] === '/' ? 3 : 2);
    return { piece: { kind: end >= characters.length ? 'rest' : 'folders' }, end };
  }
  if (character === '*') return { piece: { kind: 'star' }, end: at + 1 };
  if (character === '?') return { piece: { kind: 'one' }, end: at + 1 };
  return { piece: { kind: 'literal', character }, end: at + 1 };
}

function classAt(characters: readonly string[], start: number, isDeep: boolean): Made | undefined {
  let at = start + 1;
  const isNegated = characters[at] === '^';
  if (isNegated) at += 1;
  const ranges: (readonly [string, string])[] = [];
  while (at < characters.length && (characters[at] !== ']' || ranges.length === 0)) {
    const low = memberAt(characters, at);
    if (low === undefined) return undefined;
    const high = characters[low.end] === '-' ? memberAt(characters, low.end + 1) : undefined;
    if (characters[low.end] === '-' && high === undefined) return undefined;
    ranges.push([low.character, high?.character ?? low.character]);
    at = high?.end ?? low.end;
  }
  if (characters[at] !== ']') return undefined;
  const has = (character: string): boolean =>
    (isDeep || character !== '/') &&
    ranges.some(([low, high]) => character >= low && character <= high) !== isNegated;
  return { piece: { kind: 'class', has }, end: at + 1 };
}

/** One end of a range; what Go refuses there is undefined. */
function memberAt(
  characters: readonly string[],
  at: number,
): { readonly character: string; readonly end: number } | undefined {
  const isEscaped = characters[at] === '\\';
  const character = characters[isEscaped ? at + 1 : at];
  if (character === undefined || (!isEscaped && (character === '-' || character === ']'))) return undefined;
  return { character, end: at + (isEscaped ? 2 : 1) };
}

/** All states at once, one after each character: no pattern makes it slow. A folders piece is two states, before and in a name. */
function matchesAll(pieces: readonly Piece[], characters: readonly string[]): boolean {
  let states = reach(pieces, new Set([0]));
  for (const character of characters) {
    if (states.size === 0) return false;
    const next = new Set<number>();
    for (const state of states) step(pieces, state, { character, next });
    states = reach(pieces, next);
  }
  return states.has(pieces.length * 2);
}

type Step = { readonly character: string; readonly next: Set<number> };

/** States are twice the number of the piece to come; odd ones are inside of the names that a folders piece passes. */
function step(pieces: readonly Piece[], state: number, { character, next }: Step): void {
  const piece = pieces[state >> 1];
  const after = (state | 1) + 1;
  if (piece === undefined) return;
  if (piece.kind === 'rest' || (piece.kind === 'star' && character !== '/')) next.add(state);
  else if (piece.kind === 'folders') {
    next.add(state | 1);
    if (character === '/') next.add(after);
  } else if (isTaken(piece, character)) next.add(after);
}

function isTaken(piece: Piece, character: string): boolean {
  if (piece.kind === 'literal') return piece.character === character;
  if (piece.kind === 'one') return character !== '/';
  return piece.kind === 'class' && piece.has(character);
}

/** With the states that need no further character. */
function reach(pieces: readonly Piece[], states: Set<number>): Set<number> {
  // A set is gone through in the order in which it grows.
  for (const state of states) {
    const kind = pieces[state >> 1]?.kind;
    const canBeEmpty = kind === 'star' || kind === 'rest' || (kind === 'folders' && state % 2 === 0);
    if (canBeEmpty) states.add((state | 1) + 1);
  }
  return states;
}
