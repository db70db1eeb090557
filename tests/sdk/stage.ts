import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleEntrypoint } from '../../src/adapters/local/build/bundle.ts';
import { type Event, parseEvents, type RunEvents } from '../../src/core/event.ts';
import { createCheckpoints, type Store } from '../../src/sdk/checkpoints.ts';
import { currentFrame, frameOf, within } from '../../src/sdk/scope.ts';
import { listSink } from '../../src/sdk/sink.ts';
import { createTally } from '../../src/sdk/tally.ts';

export type Played<R> = {
  readonly outcome: { readonly value: R } | { readonly error: unknown };
  readonly events: readonly Event[];
  readonly warnings: readonly string[];
};

export type Setting = {
  readonly store?: Store;
  readonly run?: string;
  readonly attempt?: number;
  readonly signal?: AbortSignal;
};

/** Runs the work as one attempt of a run, within this process. */
export async function play<R>(work: () => Promise<R>, setting: Setting = {}): Promise<Played<R>> {
  const events: Event[] = [];
  const warnings: string[] = [];
  const { store, run = 'run', attempt = 1, signal = new AbortController().signal } = setting;
  const warn = (message: string): void => void warnings.push(message);
  const checkpoints =
    store === undefined ? undefined : createCheckpoints({ store, flow: 'flow', run, attempt, warn });
  const scope = { ...currentFrame().run, sink: listSink(events), tally: createTally(), signal, checkpoints };
  const outcome = await within(frameOf(scope), () =>
    work().then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    ),
  );
  return { outcome, events, warnings };
}

export type Ended = {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly events: RunEvents;
};

export type Program = {
  readonly folder: string;
  /** Runs the bundle as an attempt. `onText` sees what has been printed so far. */
  run(
    environment?: { readonly [name: string]: string },
    onText?: (text: string, kill: (signal: NodeJS.Signals) => void) => void,
  ): Promise<Ended>;
  remove(): Promise<void>;
};

/** Bundles a flow as the local executor does. Packages are found in this repository. */
export async function program(source: string): Promise<Program> {
  const root = path.resolve(import.meta.dirname, '../..');
  await mkdir(path.join(root, '.headgate'), { recursive: true });
  const folder = await mkdtemp(path.join(root, '.headgate', 'tested-flow-'));
  await writeFile(path.join(folder, 'index.ts'), source);
  const entrypoint = path.relative(root, path.join(folder, 'index.ts'));
  const { code, map } = await bundleEntrypoint({ root, entrypoint });
  const file = path.join(folder, 'index.mjs');
  await writeFile(file, code);
  await writeFile(`${file}.map`, map);
  return {
    folder,
    remove: () => rm(folder, { recursive: true, force: true }),
    run: (environment = {}, onText) =>
      new Promise((resolve, reject) => {
        const child = spawn(process.execPath, ['--enable-source-maps', file], {
          cwd: tmpdir(),
          env: {
            PATH: process.env['PATH'],
            NODE_NO_WARNINGS: '1',
            HEADGATE_FLOW: 'tested',
            HEADGATE_RUN_ID: 'tested-1',
            HEADGATE_ATTEMPT: '1',
            ...environment,
          },
        });
        let stdout = '';
        let stderr = '';
        child.stdout.setEncoding('utf8').on('data', (text: string) => {
          stdout += text;
          onText?.(stdout, (signal) => child.kill(signal));
        });
        child.stderr.setEncoding('utf8').on('data', (text: string) => {
          stderr += text;
        });
        child.once('error', reject);
        child.once('close', (exitCode, signal) => {
          resolve({ code: exitCode, signal, stdout, stderr, events: parseEvents(stdout.split('\n')) });
        });
      }),
  };
}
