import { spawn } from 'node:child_process';
import { readdir, readFile, rm, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { build } from 'esbuild';
import { localEventLog } from '../../../src/adapters/local/event-log.ts';
import { identityOf, judgeLife, signalProcess } from '../../../src/adapters/local/process-identity.ts';
import { readSupervisor } from '../../../src/adapters/local/run-directory.ts';
import { type Job, supervise } from '../../../src/adapters/local/supervise.ts';
import { instantFromMs } from '../../../src/core/instant.ts';
import {
  definitionOf,
  endOf,
  fileText,
  type Playground,
  playground,
  requestOf,
  sightingOf,
  start,
  textOf,
  until,
} from './playground.ts';

// Real processes on a busy machine take their time.
jest.setTimeout(60_000);

let place: Playground;
beforeEach(async () => {
  place = await playground();
});
afterEach(() => place.remove());

const waiting =
  'import { appendFileSync } from "node:fs"; appendFileSync(process.env.NOTE, "up\\n"); setInterval(() => {}, 1000);';
const stubborn = `process.on('SIGTERM', () => {}); ${waiting}`;
const graceful = `process.on('SIGTERM', () => process.exit(0)); ${waiting}`;

function note(): string {
  return path.join(place.root, 'note');
}

async function startWaiting(
  program: string,
  parts: Parameters<typeof definitionOf>[1] = {},
): Promise<string> {
  await place.write({ 'flows/waits/main.mjs': program });
  const handle = await start(
    place,
    definitionOf('waits', { environment: { NOTE: note() }, ...parts }),
    'run-1',
  );
  await fileText(note());
  return handle;
}

function runOf(handle: string): string {
  return path.join(place.directory, 'runs', handle);
}

async function isRunning(handle: string): Promise<true | undefined> {
  return (await sightingOf(place.executor, handle)).kind === 'running' || undefined;
}

/** A job as a launch hands it to a supervisor, for a run that nobody has claimed. */
async function jobOf(environment: { readonly [name: string]: string }, code: string): Promise<Job> {
  await place.write({ 'runs/r/request.json': '{}', 'files/x': '' });
  return {
    run: path.join(place.root, 'runs/r'),
    claimBefore: Date.now() + 60_000,
    argv: ['node', '-e', code],
    environment: { ...environment, PATH: process.env['PATH'] ?? '' },
    files: path.join(place.root, 'files'),
    workingDirectory: '.',
    runTimeoutSeconds: 30,
    stopTimeoutSeconds: 1,
  };
}

/** A process of its own that uses the executor, bundled from source as a release is. */
async function launcher(text: string): Promise<string> {
  const file = path.join(place.root, 'launcher.mjs');
  const bundled = await build({
    stdin: {
      contents: `import { localExecutor } from './src/adapters/local/executor.ts';
        import { systemClock } from './src/adapters/local/clock.ts';
        const [root, request] = process.argv.slice(2);
        const executor = localExecutor({ root, directory: root + '/.headgate', clock: systemClock() });
        const [answer] = await executor.launch([JSON.parse(request)]);
        ${text}`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    external: ['esbuild', 'picomatch'],
  });
  await writeFile(file, bundled.outputFiles[0]?.contents ?? '');
  await build({
    entryPoints: ['src/adapters/local/supervisor.ts'],
    outfile: path.join(place.root, 'supervisor.js'),
    bundle: true,
    platform: 'node',
    format: 'esm',
  });
  return file;
}

function output(file: string, argv: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...argv], {
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('error', reject);
    child.once('close', () => resolve(Buffer.concat(chunks).toString('utf8')));
  });
}

describe('launching the same token', () => {
  it('starts one program, however many processes launch it at once', async () => {
    await place.write({
      'flows/once/main.mjs':
        'import { appendFileSync } from "node:fs"; appendFileSync(process.env.NOTE, "up\\n");',
    });
    const definition = definitionOf('once', { environment: { NOTE: note() } });
    const revision = await place.executor.register(definition);
    const file = await launcher('console.log(JSON.stringify(answer));');
    await place.write({
      'node_modules/picomatch/index.js': '',
      'node_modules/picomatch/package.json': '{"main":"index.js"}',
    });
    const request = JSON.stringify(requestOf(definition, revision, 'run-1'));
    const answers = await Promise.all(Array.from({ length: 10 }, () => output(file, [place.root, request])));
    const handles = new Set(answers.map((answer) => (JSON.parse(answer) as { handle: string }).handle));
    expect(handles.size).toBe(1);
    await endOf(place.executor, [...handles][0] ?? '');
    expect(await readFile(note(), 'utf8')).toBe('up\n');
    expect(await readdir(path.join(place.directory, 'runs'))).toEqual([...handles]);
  });

  it('answers a launch after the program has ended with the same handle, and starts nothing', async () => {
    await place.write({
      'flows/once/main.mjs':
        'import { appendFileSync } from "node:fs"; appendFileSync(process.env.NOTE, "up\\n");',
    });
    const definition = definitionOf('once', { environment: { NOTE: note() } });
    const handle = await start(place, definition, 'run-1');
    const end = await endOf(place.executor, handle);
    expect(await start(place, definition, 'run-1')).toBe(handle);
    expect(await readFile(note(), 'utf8')).toBe('up\n');
    expect(await endOf(place.executor, handle)).toEqual(end);
  });

  it('calls another request under the same token a conflict', async () => {
    await place.write({ 'flows/once/main.mjs': '' });
    const definition = definitionOf('once');
    const handle = await start(place, definition, 'run-1');
    const request = requestOf(definition, await place.executor.register(definition), 'run-1');
    const changed = {
      ...request,
      environment: { ...request.environment, HEADGATE_SLOT: '2026-01-01T00:00:00Z' },
    };
    expect(await place.executor.launch([changed])).toEqual([{ kind: 'conflict', handles: [handle] }]);
  });

  it('takes up what a launcher left behind that died before its supervisor started', async () => {
    await place.write({ 'flows/once/main.mjs': '' });
    const definition = definitionOf('once');
    const handle = await start(place, definition, 'run-1');
    await endOf(place.executor, handle);
    // As if the launcher had died right after it created the directory.
    for (const file of ['claim', 'starting', 'program.json', 'end.json', 'work', 'log'])
      await rm(path.join(runOf(handle), file), { recursive: true, force: true });
    const request = requestOf(definition, await place.executor.register(definition), 'run-1');
    expect(await sightingOf(place.executor, handle)).toEqual({ kind: 'missing' });
    expect((await place.executor.look([request.startedBy], new Set())).get(request.startedBy)).toEqual([]);
    expect(await place.executor.launch([request])).toEqual([{ kind: 'launched', handle }]);
    expect((await endOf(place.executor, handle)).ending.class).toBe('exit-zero');
  });

  it('starts one program, however many supervisors come to one run', async () => {
    const job = await jobOf({ NOTE: note() }, 'require("fs").appendFileSync(process.env.NOTE, "up\\n")');
    await Promise.all(Array.from({ length: 5 }, () => supervise(job)));
    expect(await readFile(note(), 'utf8')).toBe('up\n');
  });

  it('starts nothing when a supervisor wakes up long after its launch', async () => {
    const job = await jobOf({}, '');
    await supervise({ ...job, claimBefore: Date.now() - 1 });
    expect(await readdir(job.run)).toEqual(['request.json']);
  });
});

describe('a run without whoever launched it', () => {
  it('goes on and is seen to its end after the launching process was killed with its whole group', async () => {
    await place.write({
      'flows/waits/main.mjs': `import { existsSync, appendFileSync } from 'node:fs'; appendFileSync(process.env.NOTE, 'up');
        setInterval(() => { if (existsSync(process.env.NOTE + '-go')) { console.log('done'); process.exit(0); } }, 10);`,
    });
    const definition = definitionOf('waits', { environment: { NOTE: note() } });
    const revision = await place.executor.register(definition);
    const file = await launcher('console.log(answer.handle); process.kill(0, "SIGKILL");');
    await place.write({
      'node_modules/picomatch/index.js': '',
      'node_modules/picomatch/package.json': '{"main":"index.js"}',
    });
    const request = requestOf(definition, revision, 'run-1');
    const handle = (await output(file, [place.root, JSON.stringify(request)])).trim();
    await until('running', () => isRunning(handle));
    await writeFile(`${note()}-go`, '');
    expect((await endOf(place.executor, handle)).ending.class).toBe('exit-zero');
    const found = await place.executor.look([request.startedBy], new Set());
    expect(found.get(request.startedBy)?.map((item) => item.handle)).toEqual([handle]);
    expect(
      (await place.executor.look([request.startedBy], new Set([handle]))).get(request.startedBy),
    ).toEqual([]);
    const event = await localEventLog(place).find([request.startedBy], instantFromMs(0));
    expect(event.isTrustworthy).toBe(true);
    expect(event.found.get(request.startedBy)?.[0]?.sighting.kind).toBe('ended');
  });
});

describe('stopping', () => {
  it('sends SIGTERM, and the end says what the stop was for', async () => {
    const handle = await startWaiting(graceful);
    expect(await place.executor.stop(handle, 'headgate:cancelled by a person')).toBe(true);
    const end = await endOf(place.executor, handle);
    expect(end.ending).toMatchObject({ class: 'cancelled', exitCode: 0 });
    expect(await place.executor.stop(handle, 'headgate:cancelled again')).toBe(true);
    expect(await endOf(place.executor, handle)).toEqual(end);
  });

  it('sends SIGKILL when SIGTERM is not heeded within the stop timeout', async () => {
    const handle = await startWaiting(stubborn, { stopTimeoutSeconds: 0.2 });
    await place.executor.stop(handle, 'headgate:superseded');
    expect((await endOf(place.executor, handle)).ending).toMatchObject({
      class: 'superseded',
      exitCode: 137,
    });
  });

  it('reaches the whole process group', async () => {
    const handle = await startWaiting(
      `import { spawn } from 'node:child_process'; const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
       import { writeFileSync } from 'node:fs'; writeFileSync(process.env.NOTE + '-child', String(child.pid)); ${graceful}`,
    );
    const child = Number(await fileText(`${note()}-child`));
    await place.executor.stop(handle, 'headgate:cancelled');
    await endOf(place.executor, handle);
    await until('the end of the child', async () => identityOf(child) === undefined || undefined);
  });

  it('ends what has not started yet without starting it', async () => {
    const job = await jobOf({ NOTE: note() }, 'require("fs").writeFileSync(process.env.NOTE, "up")');
    await writeFile(path.join(job.run, 'stop.json'), '{"reason":"headgate:cancelled","at":1}');
    await supervise(job);
    expect(JSON.parse(await fileText(path.join(job.run, 'end.json')))).toMatchObject({ class: 'cancelled' });
    expect(await textOf(note())).toBeUndefined();
  });

  it('ends a run that outlives its time, with nobody looking', async () => {
    const handle = await startWaiting(graceful, { runTimeoutSeconds: 0.5 });
    expect((await endOf(place.executor, handle)).ending.class).toBe('run-timeout');
  });
});

describe('a supervisor that is lost', () => {
  async function killSupervisor(handle: string): Promise<void> {
    const supervisor = await readSupervisor(runOf(handle));
    if (supervisor === undefined) throw new Error('No supervisor.');
    signalProcess(supervisor.pid, 'SIGKILL');
    await until('the end of the supervisor', async () => judgeLife(supervisor) === 'gone' || undefined);
  }

  it('leaves a program that is still seen as running, can be stopped, and then counts as lost', async () => {
    const handle = await startWaiting(stubborn, { stopTimeoutSeconds: 0.1 });
    await until('running', () => isRunning(handle));
    await killSupervisor(handle);
    expect(await isRunning(handle)).toBe(true);
    await until('the stop', async () => {
      await place.executor.stop(handle, 'headgate:cancelled');
      return (await isRunning(handle)) === undefined || undefined;
    });
    const end = await endOf(place.executor, handle);
    expect(end.ending.class).toBe('host');
    expect(await endOf(place.executor, handle)).toEqual(end);
  });

  it('is no end while nobody can tell whether the program was started', async () => {
    const handle = await startWaiting(graceful);
    await until('running', () => isRunning(handle));
    const pid = (
      JSON.parse(await fileText(path.join(runOf(handle), 'program.json'))) as { identity: { pid: number } }
    ).identity.pid;
    await killSupervisor(handle);
    await unlink(path.join(runOf(handle), 'program.json'));
    expect(await sightingOf(place.executor, handle)).toEqual({ kind: 'missing' });
    signalProcess(pid, 'SIGKILL');
  });

  it('is an end if the machine was started anew since, or the process number belongs to another process', async () => {
    for (const change of [{ boot: 'an earlier start' }, { startedAs: '1' }]) {
      const handle = await startOther(`run-${Object.keys(change)[0]}`);
      await forge(handle, change);
      expect((await sightingOf(place.executor, handle)).kind).toBe('ended');
      expect((await endOf(place.executor, handle)).ending.class).toBe('host');
    }
  });

  it('is no end if it ran on another machine or in another container', async () => {
    for (const change of [{ machine: 'elsewhere' }, { space: 'pid:[1]' }]) {
      const handle = await startOther(`run-${Object.keys(change)[0]}`);
      await forge(handle, change);
      expect(await sightingOf(place.executor, handle)).toEqual({ kind: 'missing' });
    }
  });

  /** A run that ended, without its end, so that only the processes can tell. */
  async function startOther(name: string): Promise<string> {
    await place.write({ 'flows/ends/main.mjs': '' });
    const handle = await start(place, definitionOf('ends'), name);
    await endOf(place.executor, handle);
    await unlink(path.join(runOf(handle), 'end.json'));
    return handle;
  }

  /** As if this process were the supervisor and the program, but for one trait. */
  async function forge(handle: string, change: { readonly [name: string]: string }): Promise<void> {
    const identity = { ...identityOf(process.pid), ...change };
    await writeFile(path.join(runOf(handle), 'claim/supervisor.json'), JSON.stringify({ identity }));
    const program = JSON.parse(await fileText(path.join(runOf(handle), 'program.json'))) as object;
    await writeFile(path.join(runOf(handle), 'program.json'), JSON.stringify({ ...program, identity }));
  }
});
