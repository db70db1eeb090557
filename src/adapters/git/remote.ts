import { randomBytes } from 'node:crypto';
import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InputError } from '../../core/problem.ts';

/** Where the branches live. `config` holds the authorization; it goes to git through the environment, never argv or disk. */
export type Remote = {
  readonly url: string;
  /** The directory of a repository on this machine. */
  readonly path?: string;
  readonly config: { readonly [key: string]: string };
};

export function remoteOf(remote: string, token: string | undefined): Remote {
  if (/^https?:\/\//.test(remote)) return httpRemote(new URL(remote), token);
  if (/^ssh:\/\/[^-]/.test(remote) || /^[\w.-]+@[\w.-]+:[^:]/.test(remote))
    return { url: remote, config: {} };
  const path = remote.startsWith('file://') ? fileURLToPath(remote) : remote;
  if (isAbsolute(path) || /^\.{0,2}[\w.-]+(?:[\\/]|$)/.test(path)) return localRemote(resolve(path));
  throw new InputError([
    {
      code: 'E_STATE_REMOTE',
      field: 'remote',
      message: `${JSON.stringify(remote.slice(0, 120))} is no address that state can be pushed to.`,
      fix: 'Use the https or ssh address of a repository, or the path of one on this machine.',
    },
  ]);
}

function localRemote(path: string): Remote {
  return { url: path, path, config: {} };
}

/**
 * Exactly one Authorization header: GitHub answers 400 to two, and `actions/checkout` leaves one in the checkout's
 * configuration, which is not read here. Credentials in the address would make a second one.
 */
function httpRemote(address: URL, token: string | undefined): Remote {
  const inAddress = `${decodeURIComponent(address.username)}:${decodeURIComponent(address.password)}`;
  const credentials = token === undefined ? inAddress : `x-access-token:${token}`;
  address.username = '';
  address.password = '';
  const header = `Authorization: Basic ${Buffer.from(credentials).toString('base64')}`;
  const config = credentials === ':' ? {} : { [`http.${address.origin}/.extraHeader`]: header };
  return { url: address.href, config };
}

/** A repository that holds nothing but branches of Headgate. Made whole before it gets the file that makes it one. */
export async function createLocalRemote(path: string): Promise<void> {
  if (await isThere(join(path, 'HEAD'))) return;
  await mkdir(join(path, 'objects'), { recursive: true });
  await mkdir(join(path, 'refs', 'heads'), { recursive: true });
  await replace(join(path, 'config'), localConfig);
  await replace(join(path, 'HEAD'), 'ref: refs/heads/main\n');
}

/** `autoDetach`: no process goes on in a directory that its user may remove. The last two let trees be fetched by name. */
const localConfig = `[core]
\trepositoryformatversion = 0
\tbare = true
[gc]
\tauto = 500
\tautoDetach = false
[uploadpack]
\tallowFilter = true
\tallowAnySHA1InWant = true
`;

async function replace(file: string, text: string): Promise<void> {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, text);
  await rename(draft, file);
}

async function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
