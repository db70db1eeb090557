/**
 * The forms in which the Actions runner masks a registered secret: `ValueEncoders` of actions/runner, as `HostContext`
 * registers them. Undefined: the encoder has nothing to say of this secret.
 */
export const runnerEncoders: { readonly [name: string]: (secret: string) => string | undefined } = {
  raw: (secret) => secret,
  Base64StringEscape: (secret) => base64(bytesOf(secret)),
  Base64StringEscapeShift1: (secret) => shifted(secret, 1),
  Base64StringEscapeShift2: (secret) => shifted(secret, 2),
  CommandLineArgumentEscape: (secret) => secret.replaceAll('"', '\\"'),
  ExpressionStringEscape: (secret) => secret.replaceAll("'", "''"),
  JsonStringEscape: (secret) =>
    JSON.stringify(secret)
      .slice(1, -1)
      .replaceAll(/[\u0085\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`),
  UriDataEscape: (secret) =>
    encodeURIComponent(secret).replaceAll(
      /[!'()*]/g,
      (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
    ),
  XmlDataEscape: (secret) =>
    secret
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&apos;'),
  TrimDoubleQuotes: (secret) =>
    secret.length > 8 && secret.startsWith('"') && secret.endsWith('"') ? secret.slice(1, -1) : undefined,
  PowerShellPreAmpersandEscape: (secret) => {
    if (!secret.includes('&')) return undefined;
    const end = secret.includes('&+') ? secret.indexOf('&+') + 2 : secret.lastIndexOf('&') + 1;
    return end >= 6 ? secret.slice(0, end) : undefined;
  },
  PowerShellPostAmpersandEscape: (secret) => {
    if (!secret.includes('&')) return undefined;
    const from = secret.includes('&+') ? secret.indexOf('&+') + 3 : secret.lastIndexOf('&') + 1;
    const part = secret.slice(from);
    return part.length >= 6 ? part : undefined;
  },
};

function shifted(secret: string, shift: number): string {
  const bytes = bytesOf(secret);
  return base64(bytes.length > shift ? bytes.subarray(shift) : bytes);
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
