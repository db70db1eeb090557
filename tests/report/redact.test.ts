import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createRedactor } from '../../src/report/redact.ts';
import { cpuTimeMs } from '../cpu-time.ts';
import { runnerEncoders } from './runner-encoders.ts';

const secret = 'known-secret';
const redact = createRedactor([secret, 'p@ss "w<o>rd" & \'more\'', 'line one\nline two is longer']);

describe('known secrets', () => {
  it.each([
    ['raw', secret],
    ['Base64', btoa(secret)],
    ['Base64 behind one byte', btoa(`x${secret}`)],
    ['Base64 behind two bytes', btoa(`xy${secret}`)],
    ['Base64 between others', btoa(`{"user":"a","password":"${secret}","more":1}`)],
    ['URI', encodeURIComponent('p@ss "w<o>rd" & \'more\'')],
    ['form', encodeURIComponent('p@ss "w<o>rd" & \'more\'').replaceAll('%20', '+')],
    ['JSON', JSON.stringify('p@ss "w<o>rd" & \'more\'')],
    ['JSON in JSON', JSON.stringify(JSON.stringify('p@ss "w<o>rd" & \'more\''))],
    ['XML', 'p@ss &quot;w&lt;o&gt;rd&quot; &amp; &apos;more&apos;'],
    ['a shell', "'p@ss \"w<o>rd\" & '\\''more'\\'''"],
    ['hexadecimal', [...secret].map((c) => c.charCodeAt(0).toString(16)).join('')],
    ['one of its lines', 'line two is longer'],
  ])('are hidden as %s', (_, text) => {
    const shown = redact(`before ${text} after`);
    expect(shown).toContain('***');
    expect(shown).not.toContain(text);
    expect(shown).toMatch(/^before .*after$/);
  });

  it('are hidden in Base64 however long the secret is and wherever it stands', () => {
    fc.assert(
      fc.property(
        fc
          .string({ unit: 'grapheme-ascii', minLength: 12, maxLength: 40 })
          .filter((text) => text.trim() === text),
        fc.string({ unit: 'grapheme-ascii', maxLength: 5 }),
        fc.string({ unit: 'grapheme-ascii', maxLength: 5 }),
        (hidden, before, after) => {
          const shown = createRedactor([hidden])(`token ${btoa(before + hidden + after)} end`);
          const rest = shown.replaceAll(/[^A-Za-z0-9+/]/g, '');
          expect(shown).toContain('***');
          expect(rest.length).toBeLessThanOrEqual(
            'tokenend'.length + Math.ceil((before + after).length * 1.4) + 8,
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  const anySecret = fc
    .array(
      fc.oneof(
        fc.constantFrom(...'"\'&+<>`$!*()/\\%= '.split(''), '&+', 'é', '\u2028', '\u0085', '日', '\u{1f600}'),
        fc.stringMatching(/^[A-Za-z0-9]{1,4}$/),
      ),
      { minLength: 8, maxLength: 16 },
    )
    .map((parts) => parts.join('').trim())
    .filter((text) => text.length >= 8);

  it.each(Object.keys(runnerEncoders))('are hidden as the runner knows them: %s', (name) => {
    fc.assert(
      fc.property(anySecret, (hidden) => {
        const form = runnerEncoders[name]?.(hidden);
        if (form === undefined || form.trim().length < 6) return;
        const shown = createRedactor([hidden])(`<<${form}>>`);
        expect(shown).toContain('***');
        expect(shown).not.toContain(form.trim());
      }),
      { numRuns: 200 },
    );
  });

  it('are hidden as all of these at once, whoever prints them', () => {
    for (const hidden of [
      '"quoted secret"',
      'first&second-part',
      'first-part&+xsecond-part',
      "it's (a) se*cret!",
    ])
      for (const [name, encode] of Object.entries(runnerEncoders)) {
        const form = encode(hidden);
        if (form === undefined) continue;
        expect([name, createRedactor([hidden])(`> ${form} <`)]).toEqual([name, '> *** <']);
      }
  });

  it('that overlap are both hidden', () => {
    expect(createRedactor(['abcdef', 'defghi'])('x abcdefghi y')).toBe('x *** y');
  });

  it('shorter than four characters are words, and stay', () => {
    expect(createRedactor(['dev', '', ' '])('dev and production')).toBe('dev and production');
  });

  it('are hidden where they continue in the next line', () => {
    expect(redact.lines(['a known-', 'secret b'])).toEqual(['a ***', '*** b']);
    expect(redact.lines(['x', 'known-', 'sec', 'ret', 'y'])).toEqual(['x', '***', '***', '***', 'y']);
  });

  it('are hidden at every split of every random secret', () => {
    const secrets = Array.from(
      { length: 20 },
      (_, index) => `s3cr3t-${(index * 7919 + 104729).toString(36)}-x${index}y`,
    );
    const all = createRedactor(secrets);
    for (const hidden of secrets) {
      for (let at = 1; at < hidden.length; at += 1) {
        const lines = all.lines([`a${hidden.slice(0, at)}`, `${hidden.slice(at)}b`]);
        expect(lines).toEqual(['a***', '***b']);
      }
    }
  });
});

describe('shapes of secrets', () => {
  it.each([
    ['a JWT', 'x eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln y', 'x *** y'],
    ['credentials of an address', 'postgres://u:p%40ss@h/db', 'postgres://***@h/db'],
    ['a password with @ and /', 'postgres://u:p@s/s@h/db', 'postgres://***@h/db'],
    ['an AWS key id', 'key AKIAABCDEFGHIJKLMNOP.', 'key ***.'],
    [
      'an AWS secret key beside its id',
      'AKIAIOSFODNN7EXAMPLE wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY.',
      '***.',
    ],
    [
      'an AWS secret key beside its id in JSON',
      '{"AccessKeyId": "ASIAIOSFODNN7EXAMPLE", "SecretAccessKey": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"}',
      '{"AccessKeyId": ***}',
    ],
    [
      'an AWS secret key on the line after its id',
      'AKIAIOSFODNN7EXAMPLE\nwJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\nx',
      '***\nx',
    ],
    [
      'an AWS secret key',
      'aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
      'aws_secret_access_key = ***',
    ],
    ['a GitHub token', `use ghs_${'a1B2'.repeat(9)} now`, 'use *** now'],
    ['a GitHub token of the new kind', 'ghs_12345_eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln', '***'],
    ['a fine-grained GitHub token', `github_pat_${'A'.repeat(40)}`, '***'],
    ['a Slack token', 'xoxb-123456789-abcdef', '***'],
    [
      'a Slack hook',
      'https://hooks.slack.com/services/T000/B000/XXXX',
      'https://hooks.slack.com/services/***',
    ],
    ['a header', 'Authorization: Basic dXNlcjpwYXNz', 'Authorization: Basic ***'],
    ['a value in JSON', '{"password":"hunter22","a":1}', '{"password":***,"a":1}'],
    ['a value in escaped JSON', '{\\"api_key\\":\\"hunter22\\"}', '{\\"api_key\\":\\***}'],
    ['an assignment', 'DB_PASSWORD=hunter22 other', 'DB_PASSWORD=*** other'],
    ['an option', 'psql --password hunter22 -h x', 'psql --password *** -h x'],
  ])('%s', (_, text, expected) => {
    expect(createRedactor([])(text)).toBe(expected);
  });

  it('the query of a presigned address, which Fargate puts into pull errors', () => {
    const text =
      'GET https://prod-us-east-1-starport-layer-bucket.s3.us-east-1.amazonaws.com/x?X-Amz-Security-Token=IQoJb3JpZ2luX2VjEJ%2F&X-Amz-Credential=ASIA5XXXXXXXXXXXXXXX%2F20261124&X-Amz-Signature=0a1b2c3d: 403';
    const shown = createRedactor([])(text);
    expect(shown).not.toMatch(/IQoJ|ASIA5|0a1b2c/);
    expect(shown).toContain('prod-us-east-1-starport-layer-bucket');
  });

  it('a private key, over its lines', () => {
    const lines = [
      '-----BEGIN RSA PRIVATE KEY-----',
      'MIIEow',
      'IBAAKC',
      '-----END RSA PRIVATE KEY-----',
      'after',
    ];
    expect(createRedactor([]).lines(lines)).toEqual(['***', '***', '***', '***', 'after']);
  });

  it.each([
    'exit 1 in load (attempt 2 of 3)',
    'https://github.com/acme/flows/commit/0123456789abcdef0123456789abcdef01234567',
    'http://localhost:8080/a@b',
    'arn:aws:secretsmanager:us-east-1:123456789012:secret:redshift-AbCdEf:password::',
    'signal: SIGTERM received',
    'arn:aws:ecs:us-east-1:123456789012:task/headgate/0123456789abcdef0123456789abcdef',
    '2026-11-24T10:05:00Z rows=1000 seconds=3.5',
  ])('are not seen in %j', (text) => {
    expect(createRedactor([])(text)).toBe(text);
  });

  it('are found in linear time', () => {
    const pieces = [
      '://a:',
      '://',
      'password=',
      'eyJ',
      'eyJaaaaaaaaa.',
      '-----BEGIN PRIVATE KEY-----',
      'Bearer ',
      '"',
      'token: "',
      'A',
      'IQoJ',
      '--password ',
    ];
    for (const piece of pieces) {
      const started = cpuTimeMs();
      createRedactor(['x'.repeat(20)])(piece.repeat(Math.ceil(300_000 / piece.length)));
      expect(cpuTimeMs() - started).toBeLessThan(4_000);
    }
  });
});

describe('very long text', () => {
  it('is cut where no half of a secret can be left', () => {
    const text = `${'x'.repeat(262_144 - 6)}known-secret`;
    const shown = redact(text);
    expect(shown).not.toContain('known');
    expect(shown.endsWith('… (cut)')).toBe(true);
  });
});
