/** One instruction of a Dockerfile, its continuation lines joined. */
export type Instruction = {
  /** In capitals. */
  readonly word: string;
  /** `--from=build`, without quotes. */
  readonly flags: readonly string[];
  readonly rest: string;
  /** Where it begins, from 1. */
  readonly line: number;
};

export type Dockerfile =
  | { readonly kind: 'read'; readonly escapeMark: string; readonly instructions: readonly Instruction[] }
  /** It is written for another frontend, or what is to follow a `<<` does not end. */
  | { readonly kind: 'unreadable'; readonly line: number; readonly why: string };

/**
 * Reads as BuildKit does (frontend/dockerfile/parser): continuation lines, comments between them, the directives at the
 * top, and heredocs, whose lines are no instructions.
 */
export function readDockerfile(text: string): Dockerfile {
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  const { escapeMark, syntax } = directivesOf(lines);
  if (syntax !== undefined && !/^(?:docker\.io\/)?docker\/dockerfile(?:-upstream)?(?:[:@]|$)/.test(syntax))
    return { kind: 'unreadable', line: 1, why: 'is written for a frontend that is not Docker\u2019s' };
  const instructions: Instruction[] = [];
  for (let at = 0; at < lines.length; ) {
    const { joined, next } = joinLine(lines, at, escapeMark);
    const line = at + 1;
    at = next;
    if (joined.trim() === '') continue;
    const instruction = instructionOf(joined, escapeMark, line);
    instructions.push(instruction);
    for (const heredoc of heredocsOf(instruction)) {
      const end = lines.findIndex((each, index) => index >= at && endsHeredoc(each, heredoc));
      if (end === -1)
        return {
          kind: 'unreadable',
          line,
          why: `has no line ${JSON.stringify(heredoc.name)} that ends its text`,
        };
      at = end + 1;
    }
  }
  return { kind: 'read', escapeMark, instructions };
}

/** `# syntax=…` and `# escape=…`, which stand before everything else. */
function directivesOf(lines: readonly string[]): { readonly escapeMark: string; readonly syntax?: string } {
  let escapeMark = '\\';
  let syntax: string | undefined;
  for (const line of lines) {
    const [, name = '', value = ''] = /^\s*#\s*([a-zA-Z][a-zA-Z0-9]*)\s*=\s*(.+?)\s*$/.exec(line) ?? [];
    const key = name.toLowerCase();
    if (key === 'escape' && (value === '`' || value === '\\')) escapeMark = value;
    else if (key === 'syntax') syntax = value.split(' ')[0] ?? '';
    else if (key !== 'check') break;
  }
  return { escapeMark, ...(syntax === undefined ? {} : { syntax }) };
}

function isComment(line: string): boolean {
  return /^\s*#/.test(line);
}

/** An instruction's lines as one: a comment, or an empty line, between them is left out. */
function joinLine(lines: readonly string[], start: number, escapeMark: string) {
  const continues = escapeMark === '`' ? /(^|[^`])`[ \t]*$/ : /(^|[^\\])\\[ \t]*$/;
  let joined = '';
  for (let at = start; at < lines.length; at += 1) {
    const line = (lines[at] ?? '').replace(/\r+$/, '');
    if (isComment(line)) {
      if (at === start) return { joined: '', next: at + 1 };
      continue;
    }
    if (at > start && line.trim() === '') continue;
    if (!continues.test(line)) return { joined: joined + line, next: at + 1 };
    joined += line.replace(continues, '$1');
  }
  return { joined, next: lines.length };
}

export function instructionOf(joined: string, escapeMark: string, line: number): Instruction {
  const [, word = '', after = ''] = /^\s*(\S+)\s*([\s\S]*)$/.exec(joined) ?? [];
  const { flags, rest } = flagsOf(after, escapeMark);
  return { word: word.toUpperCase(), flags, rest: rest.trim(), line };
}

/** Words that begin with `--`; quotes are dropped, and keep blanks together. */
function flagsOf(
  text: string,
  escapeMark: string,
): { readonly flags: readonly string[]; readonly rest: string } {
  const flags: string[] = [];
  let rest = text;
  while (rest.startsWith('--')) {
    const { word, end } = flagAt(rest, escapeMark);
    rest = rest.slice(end).trimStart();
    if (word === '--') break;
    flags.push(word);
  }
  return { flags, rest };
}

function flagAt(text: string, escapeMark: string): { readonly word: string; readonly end: number } {
  let word = '';
  let quote = '';
  let at = 0;
  for (; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (character === quote) quote = '';
    else if (character === escapeMark) {
      at += 1;
      word += text[at] ?? '';
    } else if (quote === '' && (character === '"' || character === "'")) quote = character;
    else if (quote === '' && /\s/.test(character)) break;
    else word += character;
  }
  return { word, end: at };
}

type Heredoc = { readonly name: string; readonly isIndented: boolean };

/** `<<EOF`, `<<-"EOF"`, `3<<EOF` where it is a word of its own. */
const heredocPattern = /(?<=^|\s)\d*<<(-?)\s*(?:"([^"<\s]+)"|'([^'<\s]+)'|([^\s<"'|;&()]+))(?=$|[\s|;&)])/g;

function heredocsOf({ word, rest }: Instruction): readonly Heredoc[] {
  const isHolder =
    /^(?:ADD|COPY|RUN)$/.test(word) || (word === 'ONBUILD' && /^(?:ADD|COPY|RUN)\s/i.test(rest));
  if (!isHolder || !rest.includes('<<')) return [];
  return [...rest.matchAll(heredocPattern)].map(([, dash, double, single, bare]) => ({
    name: double ?? single ?? bare ?? '',
    isIndented: dash === '-',
  }));
}

function endsHeredoc(line: string, { name, isIndented }: Heredoc): boolean {
  const plain = line.replace(/\r+$/, '');
  return (isIndented ? plain.replace(/^\t+/, '') : plain) === name;
}

export function isHeredoc(word: string): boolean {
  return /^\d*<<-?[^<]+$/.test(word);
}
