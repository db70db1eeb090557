/** Where GitHub looks for the file; the first that exists counts. */
export const ownersFiles = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'] as const;

/** GitHub reads no longer file. */
export const ownersLimitBytes = 3 * 1_024 * 1_024;

const mostOwners = 10;
const longestPattern = 500;

/** `@user` or `@org/team`. An address of mail owns as well, but nobody can be mentioned by it. */
const ownerPattern =
  /^@[A-Za-z0-9](?:[A-Za-z0-9_-]{0,37}[A-Za-z0-9])?(?:\/[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98}[A-Za-z0-9])?)?$/;

const mailPattern = /^[^@\s]{1,64}@[^@\s]{1,255}\.[^@\s.]{1,63}$/;

/**
 * Who owns a path: the owners in the last line whose pattern matches it, none if that line names none. As GitHub reads
 * the file: the patterns of .gitignore without `!`, without `[ ]`, and without an escaped `#`; a line whose syntax is
 * invalid, in its pattern or in an owner, is skipped (docs.github.com: "About code owners", "CODEOWNERS syntax").
 */
export function ownersOf(text: string, path: string): readonly string[] {
  let owners: readonly string[] = [];
  for (const line of text.replace(/^\ufeff/, '').split(/\r?\n/)) {
    const [pattern, ...names] = wordsOf(line);
    if (pattern === undefined || !names.every(isOwner) || !matchesPath(pattern, path)) continue;
    owners = names;
  }
  return [...new Set(owners.filter((owner) => ownerPattern.test(owner)))].slice(0, mostOwners);
}

function isOwner(name: string): boolean {
  return ownerPattern.test(name) || mailPattern.test(name);
}

/** Up to a comment; a blank behind a backslash belongs to the word. */
function wordsOf(line: string): readonly string[] {
  const words = line.match(/(?:\\.|\S)+/g) ?? [];
  const comment = words.findIndex((word) => word.startsWith('#'));
  return comment === -1 ? words : words.slice(0, comment);
}

function isInvalid(pattern: string): boolean {
  return pattern.startsWith('!') || /[[\]]|\*{3}/.test(pattern);
}

function matchesPath(pattern: string, path: string): boolean {
  if (pattern.length > longestPattern || isInvalid(pattern)) return false;
  const isFolder = pattern.endsWith('/');
  const trimmed = pattern.replace(/^\//, '').replace(/\/$/, '');
  const isAnchored = pattern.startsWith('/') || trimmed.includes('/');
  const parts = trimmed.split('/').map((part) => part.replaceAll(/\\(.)/g, '$1'));
  // `docs/*` and `/*` are what lies right there; any other pattern that names a folder is all that lies below it as well.
  const isFlat = isAnchored && parts.at(-1) === '*';
  const below = isFolder ? ['*', '**'] : isFlat ? [] : ['**'];
  return matchParts([...(isAnchored ? [] : ['**']), ...parts, ...below], path.split('/'));
}

/** `reached[i]`: the parts so far match the first i segments. `**` is any number of them. */
function matchParts(parts: readonly string[], segments: readonly string[]): boolean {
  let reached = segments.map(() => false);
  reached = [true, ...reached];
  for (const part of parts) {
    const next = reached.map(() => false);
    for (let index = 0; index < reached.length; index += 1) {
      if (part === '**') next[index] = reached[index] === true || next[index - 1] === true;
      else
        next[index] =
          index > 0 && reached[index - 1] === true && matchSegment(part, segments[index - 1] ?? '');
    }
    reached = next;
  }
  return reached.at(-1) === true;
}

/** `*` is any text without a slash, `?` one character. Goes back to the last star alone, so it stays quick. */
function matchSegment(part: string, segment: string): boolean {
  let at = 0;
  let seen = 0;
  let star = -1;
  let starred = 0;
  while (seen < segment.length) {
    if (part[at] === '*') {
      star = at;
      starred = seen;
      at += 1;
    } else if (part[at] === '?' || part[at] === segment[seen]) {
      at += 1;
      seen += 1;
    } else if (star >= 0) {
      at = star + 1;
      starred += 1;
      seen = starred;
    } else return false;
  }
  return /^\**$/.test(part.slice(at));
}
