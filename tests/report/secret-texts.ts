import fc from 'fast-check';
import { runnerEncoders } from './runner-encoders.ts';

/** Beginnings, names and values of what looks like a secret, whole and broken off, as patterns might meet them. */
export const pieces = [
  'AKIAABCDEFGHIJKLMNOP',
  'ASIAABCDEFGHIJKLMNO',
  `IQoJ${'b3JpZ2lu'.repeat(6)}`,
  'FwoGZXIvYXdz',
  'X-Amz-Signature=0a1b2c',
  'x-amz-credential%3DASIA',
  '?sig=abcdef',
  '&Signature=abcdef',
  '?sv=2020-01-01',
  `ghs_${'a1B2'.repeat(9)}`,
  `github_pat_${'A'.repeat(20)}`,
  'GHP_short',
  `glpat-${'x'.repeat(16)}`,
  'xoxb-123456789',
  'XOXB-123456789',
  'https://hooks.slack.com/services/T000/B000/XXXX',
  'https://discord.com/api/webhooks/123456/abc',
  'discordapp.com/api/webhooks/12345678',
  'sk_live_abcdefghijkl',
  'task-definition',
  `sk-${'a'.repeat(20)}`,
  `npm_${'a'.repeat(20)}`,
  `pypi-${'b'.repeat(20)}`,
  `AIza${'c'.repeat(30)}`,
  `SG.${'d'.repeat(16)}.${'e'.repeat(16)}`,
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln',
  'eyJ',
  '-----BEGIN RSA PRIVATE KEY-----',
  '-----END RSA PRIVATE KEY-----',
  '://',
  'postgres://u:p%40ss@h/db',
  'http://localhost:8080/a@b',
  '@',
  'Authorization: Basic ',
  'authorization: token abcdef',
  'proxy-authorization="bearer  ',
  'Bearer abcdefghijklmnop',
  'DB_PASSWORD=hunter22',
  'password',
  'passphrase : ',
  'PWD=>',
  'secret',
  'secretsmanager',
  ':123456789012:secret:redshift-AbCdEf:password::',
  'arn:',
  'token',
  'cookie = "a b c d"',
  "signature='x\\ty z'",
  'api_key',
  'access key: ',
  'license-key=>123456',
  '--password hunter22',
  '-token=abc',
  '\\"',
  '"',
  "'",
  ' ',
  '=',
  ':',
  '\n',
  '\\n',
  'a',
  'Z9',
  '_-',
  '\u0130',
  '\u212a',
  '\u017f',
  '日本',
  '\u{1f600}',
  '\ud800',
  '\u0000',
  '\u001b[31m',
  '{',
  '}',
  '***',
];

const piece = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...pieces) },
  fc.string({ maxLength: 4 }),
  fc.stringMatching(/^[A-Za-z0-9+/=_-]{1,40}$/),
);

/** Each piece in small letters, capitals, or as it is, or a part of it. */
const anyPiece = fc.tuple(piece, fc.nat(5), fc.nat(50)).map(([text, how, at]) => {
  if (how === 0) return text.toLowerCase();
  if (how === 1) return text.toUpperCase();
  return how === 2 ? text.slice(0, at) : text;
});

export const anySecrets = fc.array(
  fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom(
      'known-secret',
      'p@ss "w<o>rd" & \'more\'',
      'line one\nline two is longer',
      'aaaa',
      'abab',
    ),
    fc.constantFrom(...pieces.filter((text) => !/\p{Cs}/u.test(text))),
  ),
  { maxLength: 6 },
);

/** Texts that hold the secrets, in forms that the runner masks, among pieces of what looks like one. */
export function textWith(secrets: readonly string[]): fc.Arbitrary<string> {
  const forms = secrets.flatMap((secret) =>
    Object.values(runnerEncoders).flatMap((encode) => encode(secret) ?? []),
  );
  const known = forms.length === 0 ? anyPiece : fc.constantFrom(...secrets, ...forms);
  return fc
    .array(fc.oneof({ weight: 3, arbitrary: anyPiece }, known), { maxLength: 12 })
    .map((parts) => parts.join(''));
}
