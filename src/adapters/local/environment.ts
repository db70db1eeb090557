import { isUtf8 } from 'node:buffer';
import path from 'node:path';
import { parseEnv } from 'node:util';
import type { Definition } from '../../core/definition.ts';
import { InputError } from '../../core/problem.ts';
import { readBytes } from './atomic-files.ts';

/** What a local attempt gets of the environment of whoever launches it. */
const inherited = ['PATH', 'HOME', 'LANG', 'TZ', 'TMPDIR'];

const fileLimitBytes = 256 * 1024;

export type Variables = { readonly [name: string]: string };

/** `.env` of the repository: local secrets. Git ignores it. */
export async function readLocalSecrets(root: string): Promise<Variables> {
  const bytes = await readBytes(path.join(root, '.env'), 0, fileLimitBytes + 1);
  const parsed = bytes === undefined ? {} : parseEnv(textOf(bytes));
  return Object.fromEntries(
    Object.entries(parsed).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** A file that is read in part, or wrongly, gives runs a part of a secret, and leaves the rest of it unredacted. */
function textOf(bytes: Buffer): string {
  if (bytes.length > fileLimitBytes)
    throw refused(`It has more than ${fileLimitBytes} bytes.`, 'Keep only variables in it.');
  const isUtf16 = [0xfffe, 0xfeff].includes(bytes.length < 2 ? 0 : bytes.readUInt16BE());
  if (isUtf16) throw refused('It is written in UTF-16.', 'Save it as UTF-8.', 0, bytes);
  if (bytes.subarray(0, 3).equals(byteOrderMark))
    throw refused(
      'It begins with a byte order mark, which would become part of the first name.',
      'Save it as UTF-8 without one.',
      0,
      bytes,
    );
  const nul = bytes.indexOf(0);
  if (nul !== -1) throw refused('It holds a NUL, which no variable can.', 'Take it out.', nul, bytes);
  if (!isUtf8(bytes)) {
    const good = Buffer.from(new TextDecoder().decode(bytes));
    const at = bytes.findIndex((byte, index) => byte !== good[index]);
    throw refused('It holds bytes that are no UTF-8.', 'Save it as UTF-8.', Math.max(at, 0), bytes);
  }
  return bytes.toString('utf8');
}

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

function refused(message: string, fix: string, at?: number, bytes?: Buffer): InputError {
  const before = bytes?.subarray(0, at).toString('utf8').split('\n') ?? [];
  const where = at === undefined ? {} : { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  return new InputError([{ code: 'E_ENV_FILE', place: { file: '.env', ...where }, message, fix }]);
}

/** What a redactor must take out of everything that leaves: the values in `.env`. */
export async function localSecretValues(root: string): Promise<readonly string[]> {
  const values = Object.values(await readLocalSecrets(root));
  return [...new Set(values)].filter((value) => value !== '');
}

export type EnvironmentRequest = {
  readonly definition: Definition;
  readonly secrets: Variables;
  /** `HEADGATE_…` of the launch. */
  readonly launch: Variables;
};

export type EnvironmentVerdict =
  | { readonly kind: 'ok'; readonly environment: Variables }
  | { readonly kind: 'missing'; readonly names: readonly string[] };

/** A secret that production takes from AWS must come from `.env` here: no local run reads a production secret. */
export function environmentOf({ definition, secrets, launch }: EnvironmentRequest): EnvironmentVerdict {
  const { environment, secrets: declared } = definition.workload;
  const missing = Object.keys(declared).filter((name) => !Object.hasOwn(secrets, name));
  if (missing.length > 0) return { kind: 'missing', names: missing.sort() };
  const basis = Object.fromEntries(
    inherited.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
  const facts = { HEADGATE_COMMIT: definition.commit, HEADGATE_FINGERPRINT: definition.fingerprint };
  return { kind: 'ok', environment: { ...basis, ...environment, ...secrets, ...facts, ...launch } };
}
