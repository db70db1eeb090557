import { spawn } from 'node:child_process';
import { RefusedError } from '../../core/problem.ts';
import { learnTrusted, trustedDirectories } from './trusted-directories.ts';

export type GitOptions = {
  /** Where git runs: a work tree, or a bare repository. */
  readonly directory?: string;
  readonly input?: string | Uint8Array;
  /** Added to the environment; `GIT_CONFIG_…` entries belong into `config`. */
  readonly environment?: { readonly [name: string]: string };
  /** Settings that must not show in the list of processes, such as an authorization header. */
  readonly config?: { readonly [key: string]: string };
  /** Output over this many bytes ends git with `E_GIT_OUTPUT`. */
  readonly limitBytes?: number;
  readonly timeoutMs?: number;
};

export type GitAnswer = {
  readonly code: number;
  readonly stdout: Buffer;
  /** Cut to its last 64 KiB. */
  readonly stderr: string;
};

const defaultLimitBytes = 64 * 1024 * 1024;
const defaultTimeoutMs = 60_000;
const errorLimitBytes = 64 * 1024;

/**
 * An untrusted checkout can carry configuration that starts programs: hooks, fsmonitor, external diffs, transports.
 * What is given with `-c` wins over the repository's own configuration.
 */
export const hardenedSettings: readonly string[] = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.sshCommand=ssh',
  'core.askPass=',
  'credential.helper=',
  'core.untrackedCache=false',
  'submodule.recurse=false',
  'fetch.recurseSubmodules=false',
  'gc.auto=0',
  'maintenance.auto=false',
].flatMap((setting) => ['-c', setting]);

/**
 * What a partial clone misses, git fetches by itself, from where the checkout's configuration says: a transport that
 * starts a program of its choice is not on the list. The variable wins over `protocol.*.allow`.
 */
const remoteProtocols = 'https:http:ssh';
/** For repositories of our own, whose configuration we wrote. */
export const allProtocols = `file:${remoteProtocols}`;

/** The caller's `GIT_…` variables can name another repository, index, or program: none of them is passed on. */
const inherited =
  /^(?:PATH|HOME|LANG|LC_.*|TZ|TMPDIR|TEMP|TMP|SystemRoot|SSH_AUTH_SOCK|[A-Za-z]+_proxy|[A-Z]+_PROXY|SSL_CERT_.*|NODE_EXTRA_CA_CERTS)$/;

export function gitEnvironment(options: GitOptions = {}): NodeJS.ProcessEnv {
  const passed = Object.entries(process.env).filter(([name]) => inherited.test(name));
  return {
    ...Object.fromEntries(passed),
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_LITERAL_PATHSPECS: '1',
    GIT_ALLOW_PROTOCOL: remoteProtocols,
    ...options.environment,
    ...configEnvironment(options.config ?? {}),
  };
}

function configEnvironment(config: { readonly [key: string]: string }): NodeJS.ProcessEnv {
  const trusted = trustedDirectories().map((directory) => ['safe.directory', directory] as const);
  const entries = [...trusted, ...Object.entries(config)];
  const pairs = entries.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, key] as const,
    [`GIT_CONFIG_VALUE_${index}`, value] as const,
  ]);
  return { GIT_CONFIG_COUNT: String(entries.length), ...Object.fromEntries(pairs) };
}

/** Runs git to its end. A code other than 0 is an answer; not being able to run it, or to wait for it, is an error. */
export async function runGit(args: readonly string[], options: GitOptions = {}): Promise<GitAnswer> {
  const answer = await runOnce(args, options);
  return isForeign(answer) && (await learnTrusted()) ? runOnce(args, options) : answer;
}

/** What git says of a repository that belongs to another user, whose configuration it does not read. */
function isForeign({ code, stderr }: GitAnswer): boolean {
  return code !== 0 && /detected dubious ownership/.test(stderr);
}

async function runOnce(args: readonly string[], options: GitOptions): Promise<GitAnswer> {
  const child = spawn('git', [...hardenedSettings, ...args], {
    cwd: options.directory,
    env: gitEnvironment(options),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  // A process that ends before it has read its input closes the pipe; its code says what happened.
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.input ?? '');
  return new Promise<GitAnswer>((resolve, reject) => {
    const stdout: Buffer[] = [];
    let bytes = 0;
    let stderr = '';
    const limitBytes = options.limitBytes ?? defaultLimitBytes;
    const timeoutMs = options.timeoutMs ?? defaultTimeoutMs;
    const timer = setTimeout(() => giveUp(tooSlow(args, timeoutMs)), timeoutMs);
    const giveUp = (error: RefusedError): void => {
      clearTimeout(timer);
      child.kill('SIGKILL');
      child.stdout.destroy();
      child.stderr.destroy();
      reject(error);
    };
    child.stdout.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > limitBytes) giveUp(tooMuch(args, limitBytes));
      else stdout.push(chunk);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr = (stderr + text).slice(-errorLimitBytes);
    });
    child.on('error', (error) => giveUp(notStarted(error, options.directory)));
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code: code ?? 128, stdout: Buffer.concat(stdout), stderr });
    });
  });
}

/** Runs git and insists on success. */
export async function git(args: readonly string[], options: GitOptions = {}): Promise<Buffer> {
  const answer = await runGit(args, options);
  if (answer.code !== 0) throw failed(args, answer, options.directory);
  return answer.stdout;
}

export function failed(args: readonly string[], answer: GitAnswer, directory?: string): RefusedError {
  const said = answer.stderr.trim().split('\n').slice(-3).join(' ').slice(0, 500);
  if (/not a git repository/i.test(answer.stderr)) {
    return new RefusedError({
      code: 'E_GIT_REPOSITORY',
      message: `${JSON.stringify(directory ?? '.')} is not inside a git repository.`,
      fix: 'Run `git init` there, or check the repository out first (`actions/checkout`).',
    });
  }
  if (isForeign(answer)) {
    return new RefusedError({
      code: 'E_GIT_OWNER',
      message: `${JSON.stringify(directory ?? '.')} is in a git repository of another user of this machine, whose settings can start programs as you.`,
      fix: 'Clone it as yourself, or, if you trust its owner, run `git config --global --add safe.directory` with its top folder.',
    });
  }
  return new RefusedError({
    code: 'E_GIT',
    message: `\`git ${args[0] ?? ''}\` ended with code ${answer.code}: ${said === '' ? 'it said nothing' : said}`,
  });
}

function notStarted(error: Error, directory: string | undefined): RefusedError {
  const code = (error as NodeJS.ErrnoException).code ?? error.message;
  return new RefusedError(
    {
      code: 'E_GIT_MISSING',
      message: `git could not be started in ${JSON.stringify(directory ?? '.')}: ${code}.`,
      fix: 'Install git, put it on the PATH, and check that the directory exists.',
    },
    { cause: error },
  );
}

function tooSlow(args: readonly string[], timeoutMs: number): RefusedError {
  return new RefusedError({
    code: 'E_GIT_TIMEOUT',
    message: `\`git ${args[0] ?? ''}\` did not end within ${timeoutMs / 1000} seconds.`,
    fix: 'Check the connection to the remote, and try again.',
  });
}

function tooMuch(args: readonly string[], limitBytes: number): RefusedError {
  return new RefusedError({
    code: 'E_GIT_OUTPUT',
    message: `\`git ${args[0] ?? ''}\` gave more than ${limitBytes} bytes.`,
    fix: 'The repository, or one of its files, is larger than Headgate reads.',
  });
}
