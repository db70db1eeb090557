/**
 * Terminal sequences: CSI, then the strings (OSC, DCS, SOS, PM, APC) with or without their end, then two-byte escapes.
 * ECMA-48; the 8-bit forms count as well. A string ends at the next escape at the latest, which keeps matching linear.
 */
const terminalCodes = new RegExp(
  [
    '(?:\\u001b\\[|\\u009b)[0-?]*[ -/]*[@-~]',
    '(?:\\u001b[\\]PX^_]|[\\u0090\\u0098\\u009d-\\u009f])[^\\u0007\\u001b\\u0090\\u0098\\u009c-\\u009f\\n]*(?:\\u0007|\\u001b\\\\|\\u009c)?',
    '\\u001b[ -/]*[0-~]',
  ].join('|'),
  'g',
);

/** Control, format (bidirectional overrides among them), private use, Unicode's own line breaks: nothing a reader could see. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\u2028\u2029]/gu;
const loneSurrogates = /\p{Cs}/gu;

export function withoutTerminalCodes(text: string): string {
  return text.replaceAll(terminalCodes, '');
}

/** Text whose every character can be seen: `<U+202E>` for those that could not. Line feeds stay; a tab becomes spaces. */
export function visible(text: string): string {
  return withoutTerminalCodes(text)
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\t', '    ')
    .replaceAll(loneSurrogates, '\ufffd')
    .replaceAll(unseen, (character) => (character === '\n' ? character : codePointName(character)));
}

function codePointName(character: string): string {
  return `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;
}

/** Visible text on one line. */
export function oneLine(text: string): string {
  return visible(text).replaceAll(/\s+/g, ' ').trim();
}

const encoder = new TextEncoder();

export function byteLength(text: string): number {
  return encoder.encode(text).length;
}

/** The longest beginning of `text` that, with `marker` behind it, is at most `limitBytes` of UTF-8; never half a character. */
export function cutBytes(text: string, limitBytes: number, marker = '…'): string {
  if (byteLength(text) <= limitBytes) return text;
  const room = Math.max(limitBytes - byteLength(marker), 0);
  const { read } = encoder.encodeInto(text, new Uint8Array(room));
  return `${text.slice(0, read)}${marker}`;
}

/** The same for a limit in characters, as JavaScript and GitHub count them (UTF-16 units). */
export function cutLength(text: string, limit: number, marker = '…'): string {
  if (text.length <= limit) return text;
  const head = text.slice(0, Math.max(limit - marker.length, 0));
  return `${head.replace(/[\ud800-\udbff]$/, '')}${marker}`;
}
