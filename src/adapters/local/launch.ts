import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, open, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { EndingClass } from '../../core/ending.ts';
import { instantFromMs, secondMs } from '../../core/instant.ts';
import { canonicalJson, type Json } from '../../core/json.ts';
import type { LaunchAnswer, LaunchRequest } from '../../ports.ts';
import { createDirectoryOnce, readRecord, readText, writeAtomically } from './atomic-files.ts';
import { type Build, findBuild } from './builds.ts';
import { environmentOf, readLocalSecrets, type Variables } from './environment.ts';
import { packageGuard } from './package-guard.ts';
import { fileNames, handleOf, indexDirectory, isClaimed, runDirectory } from './run-directory.ts';
import type { Job } from './supervise.ts';
import { supervisorFile } from './supervisor-file.ts';

export type Place = { readonly root: string; readonly directory: string };

const claimWithinMs = 30 * secondMs;
const claimPollMs = 15;

/**
 * The directory of the run appears once, together with the request; a supervisor claims it once, and only then starts
 * the program. So the same token may be launched by any number of processes, at once or after a crash at any step:
 * one program starts.
 */
export async function launchOne(place: Place, request: LaunchRequest): Promise<LaunchAnswer> {
  const build = await findBuild(place.directory, request.flow, request.revision);
  if (build === undefined)
    return no(
      'refused',
      'refused',
      `The revision ${JSON.stringify(request.revision)} is not built here, so its files below .headgate were removed. Remove .headgate and deploy again.`,
    );
  const verdict = environmentOf({
    definition: build.definition,
    secrets: await readLocalSecrets(place.root),
    launch: { ...request.environment, HEADGATE_CHECKPOINTS: checkpointDirectory(place.directory) },
  });
  if (verdict.kind === 'missing') return no('refused', 'secrets', missingText(verdict.names));
  const handle = handleOf(request.clientToken);
  const run = await openRun(place, request, handle);
  if (run === undefined)
    return no('refused', 'refused', 'The name of the attempt is not one that Headgate gives.');
  if (run === 'conflict') return { kind: 'conflict', handles: [handle] };
  if (await isClaimed(run)) return { kind: 'launched', handle };
  const argv = await guardedArgv(run, build);
  return startSupervisor(place, jobOf(run, { ...build, argv }, verdict.environment), handle);
}

/** The image of a bundle holds no packages. Of a `command` its own image may hold any. */
async function guardedArgv(run: string, { definition, argv }: Build): Promise<Build['argv']> {
  const { program } = definition.workload;
  if (program.kind === 'command') return argv;
  const guard = path.join(run, fileNames.packageGuard);
  await writeAtomically(guard, packageGuard(fileNames.work, program.external ?? []));
  const [node = process.execPath, ...rest] = argv;
  return [node, '--require', path.resolve(guard), ...rest];
}

/** Of local runs, whatever the manifest says: no laptop touches what production keeps. */
function checkpointDirectory(directory: string): string {
  return path.resolve(directory, 'checkpoints');
}

function no(kind: 'refused' | 'declined', endingClass: EndingClass, detail: string): LaunchAnswer {
  return { kind, ending: { class: endingClass, at: instantFromMs(Date.now()), detail } };
}

function missingText(names: readonly string[]): string {
  const [first = ''] = names;
  const which =
    names.length === 1
      ? `The variable ${first} is a secret`
      : `The variables ${names.join(', ')} are secrets`;
  return `${which} in AWS, which local runs do not read. Write ${names.length === 1 ? 'it' : 'them'} into .env, as ${first}=...`;
}

async function openRun(
  place: Place,
  request: LaunchRequest,
  handle: string,
): Promise<string | 'conflict' | undefined> {
  const run = runDirectory(place.directory, handle);
  const index = indexDirectory(place.directory, request.startedBy);
  if (run === undefined || index === undefined) return undefined;
  // The index comes first: an entry without a run means nothing, a run without an entry would never be found.
  await mkdir(index, { recursive: true, mode: 0o700 });
  await writeFile(path.join(index, handle), '');
  const text = canonicalJson(request as unknown as Json);
  if (await createDirectoryOnce(run, { [fileNames.request]: `${text}\n` })) return run;
  const earlier = await readRecord(path.join(run, fileNames.request));
  return earlier !== undefined && canonicalJson(earlier) === text ? run : 'conflict';
}

function jobOf(run: string, build: Build, environment: Variables): Job {
  const { runTimeoutSeconds, stopTimeoutSeconds } = build.definition;
  const { argv, files, workingDirectory } = build;
  const claimBefore = Date.now() + claimWithinMs;
  return {
    run,
    claimBefore,
    argv,
    files,
    workingDirectory,
    environment,
    runTimeoutSeconds,
    stopTimeoutSeconds,
  };
}

async function startSupervisor(place: Place, job: Job, handle: string): Promise<LaunchAnswer> {
  const program = await supervisorFile(place.directory);
  const errors = await open(path.join(job.run, fileNames.supervisorLog), 'a', 0o600);
  try {
    const child = spawn(process.execPath, [program], {
      cwd: job.run,
      env: { PATH: process.env['PATH'] },
      detached: true,
      stdio: ['pipe', 'ignore', errors.fd],
    });
    // A supervisor that ends before it has read its job closes the pipe; that it did not claim says it all.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(JSON.stringify(job));
    child.unref();
    return await waitForClaim(job, child, handle);
  } finally {
    await errors.close();
  }
}

async function waitForClaim(job: Job, child: ChildProcess, handle: string): Promise<LaunchAnswer> {
  let gone: string | undefined;
  child.once('exit', () => {
    gone = 'The supervisor ended before it started the program.';
  });
  child.once('error', (error) => {
    gone = `The supervisor could not be started: ${error.message}`;
  });
  while (Date.now() <= job.claimBefore + secondMs) {
    const hasEnded = gone;
    if (await isClaimed(job.run)) return { kind: 'launched', handle };
    if (hasEnded !== undefined)
      return { kind: 'unsure', reason: `${hasEnded} ${await lastErrors(job.run)}`.trim() };
    await delay(claimPollMs);
  }
  return { kind: 'unsure', reason: 'The supervisor did not start in time.' };
}

async function lastErrors(run: string): Promise<string> {
  const text = (await readText(path.join(run, fileNames.supervisorLog), 64 * 1024)) ?? '';
  return (
    text
      .split('\n')
      .find((line) => /error/i.test(line))
      ?.slice(0, 300) ?? ''
  );
}
