import { cutLength, oneLine, visible } from './visible.ts';

/**
 * The primitives that turn any text into Markdown which shows just that text. GitHub looks for mentions and references
 * in the rendered text, where a backslash is gone already; only code keeps them out. So a word that could become a
 * mention, a reference, a link, markup, an emoji or a formula is shown as code, and all other words as they are.
 */
const plainWord = /^(?:[A-Za-z0-9.,;!?'"()%/+=:-]|\P{ASCII})+$/u;

const lively: readonly RegExp[] = [
  /:\/\//,
  /www\./i,
  /^(?:mailto|xmpp):/i,
  /(?<![a-z0-9])gh-\d/i,
  /(?<![a-z0-9])[0-9a-f]{7,}(?![a-z0-9])/i,
  /^:/,
  // An emoji as soon as a colon follows, whoever writes it.
  /:[0-9+-]*[a-z]/i,
  /(?<!\d):[0-9+-]/,
];

export function escapeInline(text: string): string {
  const shown: string[] = [];
  let code: string[] = [];
  const closeCode = () => {
    if (code.length > 0) shown.push(codeSpan(code.join(' ')));
    code = [];
  };
  for (const word of oneLine(text).split(' ')) {
    if (word === '') continue;
    if (!isPlain(word)) code.push(word);
    else {
      closeCode();
      shown.push(escapePlain(word));
    }
  }
  closeCode();
  return shown.join(' ');
}

function isPlain(word: string): boolean {
  return plainWord.test(word) && !lively.some((pattern) => pattern.test(word));
}

/** What would begin a list, a heading or an image if it came first in a line, or before a link. */
function escapePlain(word: string): string {
  return word
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])$/, '$1\\$2')
    .replaceAll('!', '\\!');
}

/** One line of code. Its fence is longer than any run of backticks inside. */
export function codeSpan(text: string): string {
  const line = oneLine(text);
  if (line === '') return '';
  const fence = fenceFor(line, 1);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** Lines of code. */
export function codeBlock(text: string): string {
  const shown = visible(text);
  const fence = fenceFor(shown, 3);
  return `${fence}text\n${shown}\n${fence}`;
}

function fenceFor(text: string, shortest: number): string {
  const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  return '`'.repeat(longest >= shortest ? longest + 1 : shortest);
}

/** For places where GitHub shows plain text: the title of a check, an annotation. */
export function plainTitle(text: string, limit = 255): string {
  return cutLength(oneLine(text), limit);
}

/**
 * Makes inline Markdown fit into a table cell, where a bar ends the cell even inside code. Parsers disagree about
 * a bar behind a backslash, so there it becomes a broken bar.
 */
function tableCell(markdown: string): string {
  return markdown.replaceAll(/(\\*)\|/g, (_, slashes: string) =>
    slashes === '' ? '\\|' : `${slashes}\u00a6`,
  );
}

/** A table of inline Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(tableCell).join(' | ')} |`;
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

declare const httpsUrl: unique symbol;
/** Built by `httpsAddress` alone. */
export type HttpsUrl = string & { readonly [httpsUrl]: true };

export type AddressParts = {
  /** `https://host`, with a path or not. */
  readonly base: string;
  readonly path: readonly string[];
  readonly query?: { readonly [name: string]: string };
  readonly fragment?: string;
};

/** An address from a template and encoded parts; undefined if its base is not https. */
export function httpsAddress({ base, path, query = {}, fragment }: AddressParts): HttpsUrl | undefined {
  if (!/^https:\/\/[A-Za-z0-9.-]+(?::\d{1,5})?(?:\/[A-Za-z0-9._/-]*)?$/.test(base)) return undefined;
  const parameters = Object.entries(query).map(([name, value]) => `${encode(name)}=${encode(value)}`);
  const search = parameters.length === 0 ? '' : `?${parameters.join('&')}`;
  const hash = fragment === undefined ? '' : `#${encode(fragment)}`;
  return `${base.replace(/\/+$/, '')}/${path.map(encode).join('/')}${search}${hash}` as HttpsUrl;
}

function encode(part: string): string {
  const wellFormed = part.replaceAll(/\p{Cs}/gu, '\ufffd');
  return encodeURIComponent(wellFormed).replaceAll(
    /[!'()*~]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** A link; only its label if there is no address. The label is inline Markdown. */
export function link(label: string, address: HttpsUrl | undefined): string {
  return address === undefined ? label : `[${label}](${address})`;
}
