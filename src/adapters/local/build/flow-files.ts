import { spawn } from 'node:child_process';
import { lstat } from 'node:fs/promises';
import path from 'node:path';
import picomatch from 'picomatch';
import type { FlowName } from '../../../core/flow.ts';
import { InputError, type Problem, RefusedError } from '../../../core/problem.ts';
import { codeOf } from '../atomic-files.ts';
import { walk } from './walk.ts';

const fileLimit = 20_000;
const listLimitBytes = 16 * 1024 * 1024;

export type FilesRequest = {
  readonly root: string;
  readonly listFiles: FileLister;
  readonly flow: FlowName;
  readonly inputs: readonly string[];
  /** Further files by their paths. */
  readonly beside?: readonly string[];
};

/** All files of a repository that may be part of a flow, sorted. Listed once, however many flows are built. */
export type FileLister = () => Promise<readonly string[]>;

export function fileLister(root: string): FileLister {
  let listing: Promise<readonly string[]> | undefined;
  return () => {
    listing ??= list(root);
    return listing;
  };
}

async function list(root: string): Promise<readonly string[]> {
  return [...((await listByGit(root)) ?? (await walk(root)))].sort();
}

/**
 * Paths, from the repository's root, of the regular files of a flow's folder and of its `inputs`, sorted. The manifest
 * is left out: what it says is deployed, and its text is not part of the fingerprint.
 */
export async function folderFiles(request: FilesRequest): Promise<readonly string[]> {
  const folder = `flows/${request.flow}/`;
  const isManifest = (file: string): boolean => file === `${folder}flow.yml` || file === `${folder}flow.yaml`;
  const { beside = [] } = request;
  const files = [
    ...filesBelow(await request.listFiles(), folder),
    ...(await matchedFiles(request)),
    ...beside,
  ];
  return regularFiles(
    request,
    files.filter((file) => !isManifest(file)),
  );
}

/** Like `folderFiles`, but only the `inputs`. */
export async function inputFiles(request: FilesRequest): Promise<readonly string[]> {
  return request.inputs.length === 0 ? [] : regularFiles(request, await matchedFiles(request));
}

/** In order: a later pattern with `!` takes away what earlier ones gave. The same rule as for the fingerprint. */
async function matchedFiles({ listFiles, flow, inputs }: FilesRequest): Promise<readonly string[]> {
  const listed = inputs.length === 0 ? [] : await listFiles();
  const matched = new Set<string>();
  for (const input of inputs) {
    const isExclusion = input.startsWith('!');
    const glob = path.posix.join('flows', flow, isExclusion ? input.slice(1) : input);
    const matches = picomatch(glob, { dot: true, noextglob: true, nonegate: true });
    const candidates = isExclusion ? matched : candidatesFor(glob, listed);
    for (const file of candidates) {
      if (!matches(file)) continue;
      if (isExclusion) matched.delete(file);
      else matched.add(file);
    }
  }
  return [...matched];
}

/** Those below the folder with which a pattern begins: the others cannot match. */
function candidatesFor(glob: string, listed: readonly string[]): readonly string[] {
  const { base } = picomatch.scan(glob);
  if (base === '' || base.includes('\\')) return listed;
  return [...filesBelow(listed, `${base}/`), ...(hasFile(listed, base) ? [base] : [])];
}

function filesBelow(listed: readonly string[], folder: string): readonly string[] {
  const from = firstFrom(listed, folder);
  let to = from;
  while (listed[to]?.startsWith(folder) === true) to += 1;
  return listed.slice(from, to);
}

function hasFile(listed: readonly string[], file: string): boolean {
  return listed[firstFrom(listed, file)] === file;
}

/** The place of the first that is not before a text, among sorted ones. */
function firstFrom(listed: readonly string[], text: string): number {
  let [from, to] = [0, listed.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((listed[middle] ?? '') < text) from = middle + 1;
    else to = middle;
  }
  return from;
}

async function regularFiles(request: FilesRequest, wanted: readonly string[]): Promise<string[]> {
  const sorted = [...new Set(wanted)].sort();
  if (sorted.length > fileLimit) throw new InputError([tooMany(request.flow, sorted.length)]);
  const files: string[] = [];
  for (const file of sorted) if (await isRegular(path.join(request.root, file))) files.push(file);
  return files;
}

/** Links are left out: what they point to may be anywhere, and is not what the fingerprint covers. */
async function isRegular(file: string): Promise<boolean> {
  try {
    return (await lstat(file)).isFile();
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return false;
    throw error;
  }
}

/** Tracked files, and new ones that are not ignored. Undefined where there is no repository, as in a build context. */
async function listByGit(root: string): Promise<readonly string[] | undefined> {
  const settings = [
    '-c',
    'core.fsmonitor=false',
    '-c',
    'core.hooksPath=/dev/null',
    '-c',
    'core.quotePath=false',
  ];
  const argv = [...settings, 'ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'];
  const output = await outputOf('git', argv, root);
  return output?.split('\0').filter((name) => name !== '');
}

/** Nothing of the person's own settings: the same files must count as on every other machine. */
function gitEnvironment(): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'safe.directory',
    GIT_CONFIG_VALUE_0: '*',
  };
}

function outputOf(command: string, argv: readonly string[], cwd: string): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, argv, {
      cwd,
      env: gitEnvironment(),
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 60_000,
    });
    const chunks: Buffer[] = [];
    let bytes = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > listLimitBytes) child.kill('SIGKILL');
      else chunks.push(chunk);
    });
    child.once('error', () => resolve(undefined));
    child.once('close', (code) => {
      if (code === null) reject(new RefusedError(listProblem));
      else resolve(code === 0 ? Buffer.concat(chunks).toString('utf8') : undefined);
    });
  });
}

const listProblem: Problem = {
  code: 'E_GIT_OUTPUT',
  message: 'git could not list the files of the repository within a minute and 16 MiB.',
  fix: 'Let git ignore what tools make.',
};

function tooMany(flow: FlowName, count: number): Problem {
  return {
    code: 'E_FLOW_TOO_LARGE',
    place: { file: `flows/${flow}` },
    message: `The flow has ${count} files; at most ${fileLimit} can be copied.`,
    fix: 'Narrow `inputs`, or let git ignore what tools make.',
  };
}
