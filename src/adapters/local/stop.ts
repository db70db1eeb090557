import path from 'node:path';
import { type Instant, secondMs } from '../../core/instant.ts';
import { isThere, writeAtomically } from './atomic-files.ts';
import { judgeLife, signalGroup, signalProcess } from './process-identity.ts';
import { fileNames, readEnd, readProgram, readStop, readSupervisor, runDirectory } from './run-directory.ts';

/**
 * Writes the request down, which is enough: a supervisor looks for it, also one that has yet to start. The signal makes
 * it look at once. Of several requests the first says why.
 */
export async function stopOne(
  directory: string,
  { handle, reason, now }: { readonly handle: string; readonly reason: string; readonly now: Instant },
): Promise<boolean> {
  const run = runDirectory(directory, handle);
  if (run === undefined || !(await isThere(path.join(run, fileNames.request)))) return false;
  if ((await readEnd(run)) !== undefined) return true;
  const earlier = await readStop(run);
  const asked = earlier ?? { reason: reason.slice(0, 1_000), at: now };
  if (earlier === undefined) await writeAtomically(path.join(run, fileNames.stop), JSON.stringify(asked));
  const supervisor = await readSupervisor(run);
  if (supervisor === undefined) return true;
  const life = judgeLife(supervisor);
  if (life === 'alive') signalProcess(supervisor.pid, 'SIGTERM');
  if (life === 'gone') await stopOrphan(run, now - asked.at);
  return true;
}

/** The supervisor is gone but its program may still run: the requests themselves then bring the signals. */
async function stopOrphan(run: string, sinceMs: number): Promise<void> {
  const program = await readProgram(run);
  if (program?.identity === undefined || judgeLife(program.identity) !== 'alive') return;
  const isOver = sinceMs >= program.stopTimeoutSeconds * secondMs;
  signalGroup(program.identity.pid, isOver ? 'SIGKILL' : 'SIGTERM');
}
