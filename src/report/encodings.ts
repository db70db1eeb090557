/** The forms in which a secret can appear in a text: the ones that GitHub's runner masks, and a few more. */
export type Encodings = {
  readonly exact: readonly string[];
  /** Parts of a longer Base64 text, whose ends may carry a little more of the secret. */
  readonly embedded: readonly string[];
};

/** Shorter texts are words: masking `dev` or `1` everywhere would leave nothing to read and reveal what the secret is. */
const shortestForm = 4;

/** Shorter parts of Base64 would also be found where they mean something else. */
const shortestEmbedded = 8;

export function encodingsOf(secret: string): Encodings {
  const lines = secret.split(/\r?\n/).map((line) => line.trim());
  const raw = [secret, secret.trim(), unquoted(secret.trim()), ...(lines.length > 1 ? lines : [])].filter(
    (text) => text.length >= shortestForm,
  );
  return { exact: unique(raw.flatMap(exactForms)), embedded: unique(raw.flatMap(embeddedForms)) };
}

function exactForms(text: string): string[] {
  const uri = encodeURIComponent(text.replaceAll(/\p{Cs}/gu, '\ufffd'));
  const strictUri = uri.replaceAll(/[!'()*]/g, hexOf);
  const json = JSON.stringify(text).slice(1, -1);
  return [
    text,
    ...[uri, strictUri].flatMap((form) => [
      form,
      form.replaceAll(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
      form.replaceAll('%20', '+'),
    ]),
    json,
    json.replaceAll(/[\u0085\u2028\u2029]/g, unicodeOf),
    json.replaceAll(/[\u007f-\uffff]/g, unicodeOf),
    JSON.stringify(json).slice(1, -1),
    json.replaceAll('/', '\\/'),
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&apos;'),
    text.replaceAll("'", "''"),
    text.replaceAll("'", `'\\''`),
    text.replaceAll('"', '\\"'),
    text.replaceAll(/["`$]/g, '`$&'),
    ...powerShellParts(text),
    ...hexForms(text),
    ...urlSafe(base64(bytesOf(text))),
    ...shiftedForms(bytesOf(text)),
  ];
}

/** As strict encoders write what `encodeURIComponent` leaves. */
function hexOf(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

function unicodeOf(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

const shortestPart = 6;

/** PowerShell prints what stands before and behind an ampersand apart, in an error about a command. */
function powerShellParts(text: string): string[] {
  const coloured = text.indexOf('&+');
  const end = coloured < 0 ? text.lastIndexOf('&') + 1 : coloured + 2;
  if (end === 0) return [];
  // Behind `&+` it colours one letter by itself.
  const parts = [text.slice(0, end), text.slice(coloured < 0 ? end : end + 1)];
  return parts.filter((part) => part.length >= shortestPart);
}

/** The end of a Base64 text of which the secret is the end, and that begins one or two bytes before it. */
function shiftedForms(bytes: Uint8Array): string[] {
  const forms = [1, 2].map((shift) => base64(bytes.subarray(shift)));
  return forms.filter((form) => form.length >= shortestEmbedded).flatMap(urlSafe);
}

function unquoted(text: string): string {
  return /^(["']).*\1$/s.test(text) ? text.slice(1, -1) : text;
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

function hexForms(text: string): string[] {
  const hex = [...bytesOf(text)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.length < 12 ? [] : [hex, hex.toUpperCase()];
}

/**
 * Base64 of the secret in the middle of a longer text: three bytes become four characters, so it looks in three ways,
 * depending on where it begins.
 */
function embeddedForms(text: string): string[] {
  const bytes = bytesOf(text);
  return [0, 1, 2].flatMap((skip) => {
    const rest = bytes.subarray(skip);
    const form = base64(rest.subarray(0, rest.length - (rest.length % 3)));
    return form.length < shortestEmbedded ? [] : urlSafe(form);
  });
}

function urlSafe(form: string): string[] {
  const bare = form.replace(/=+$/, '');
  return [
    form,
    bare,
    form.replaceAll('+', '-').replaceAll('/', '_'),
    bare.replaceAll('+', '-').replaceAll('/', '_'),
  ];
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function base64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
