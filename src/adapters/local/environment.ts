import path from 'node:path';
import { parseEnv } from 'node:util';
import type { Definition } from '../../core/definition.ts';
import { readText } from './atomic-files.ts';

/** What a local attempt gets of the environment of whoever launches it. */
const inherited = ['PATH', 'HOME', 'LANG', 'TZ', 'TMPDIR'];

const fileLimitBytes = 256 * 1024;

export type Variables = { readonly [name: string]: string };

/** `.env` of the repository: local secrets. Git ignores it. */
export async function readLocalSecrets(root: string): Promise<Variables> {
  const text = await readText(path.join(root, '.env'), fileLimitBytes);
  const parsed = text === undefined ? {} : parseEnv(text);
  return Object.fromEntries(
    Object.entries(parsed).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
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
