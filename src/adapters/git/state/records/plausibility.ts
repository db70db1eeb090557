import type { Deployment } from '../../../../core/deployment.ts';
import { dayMs, type Instant, isoOf } from '../../../../core/instant.ts';
import { type Attempt, type Run, type StopIntent, slotOf } from '../../../../core/run.ts';
import { faultOfRule } from '../../../../core/slots.ts';
import { type ExpectedPlace, faultOfHandle, faultOfRevision } from '../../expected-place.ts';

/** A record that has the right shape and cannot be true. */
export type RecordFault = {
  readonly code: 'E_STATE_ARN' | 'E_STATE_CORRUPT';
  readonly field: string;
  readonly message: string;
};

export type Believed = { readonly place: ExpectedPlace; readonly now: Instant };

/** Clocks differ by seconds; a watermark from next week would make every slot until then count as done. */
const clockSlackMs = dayMs;
/** A retry may be asked to wait for days. */
const longestWaitMs = 31 * dayMs;

/** Of moments by the names of their fields: none may lie in the future. */
export function faultOfTimes(
  at: string,
  times: { readonly [name: string]: Instant | undefined },
  now: Instant,
): RecordFault | undefined {
  const latest = now + clockSlackMs;
  for (const name in times) {
    const time = times[name];
    if (time !== undefined && time > latest) return future(`${at}${name}`, time, now);
  }
  return undefined;
}

export function faultOfDeployment(deployment: Deployment, { place, now }: Believed): RecordFault | undefined {
  for (const [index, { revision }] of [deployment.version, ...deployment.earlier].entries()) {
    const fault = faultOfRevision(revision, deployment.flow, place);
    const field = index === 0 ? 'version.revision' : `earlier[${index - 1}].revision`;
    if (fault !== undefined) return foreign(field, revision, fault);
  }
  const { deployedAt, retiredAt, policy } = deployment;
  for (const [index, schedule] of policy.schedules.entries()) {
    const fault = faultOfRule(schedule);
    const field = `policy.schedules[${index}]`;
    if (fault !== undefined) return { code: 'E_STATE_CORRUPT', field, message: fault.replace(/\.$/, '') };
  }
  return (
    faultOfTimes('', { deployedAt, retiredAt }, now) ??
    faultOfTimes('scheduledSince.', deployment.scheduledSince, now)
  );
}

export function faultOfRun(run: Run, { place, now }: Believed): RecordFault | undefined {
  const at = `runs[${run.id}].`;
  const fault = faultOfRevision(run.revision, run.flow, place);
  if (fault !== undefined) return foreign(`${at}revision`, run.revision, fault);
  if (run.phase.state === 'queued' && run.phase.notBefore > now + longestWaitMs)
    return future(`${at}phase.notBefore`, run.phase.notBefore, now);
  const endedAt = 'endedAt' in run.phase ? run.phase.endedAt : undefined;
  const { createdAt, showNotBefore } = run;
  const timed = faultOfTimes(at, { createdAt, slot: slotOf(run.cause), endedAt, showNotBefore }, now);
  if (timed !== undefined) return timed;
  const claimed = faultOfTimes(`${at}claim.`, { at: run.claim?.at }, now);
  if (claimed !== undefined) return claimed;
  return faultOfStop(`${at}cancel.`, run.cancel, now) ?? faultOfAttempts(run, { place, now });
}

function faultOfAttempts(run: Run, believed: Believed): RecordFault | undefined {
  let before = 0;
  for (const attempt of run.attempts) {
    const at = `runs[${run.id}].attempts[${attempt.number}].`;
    if (attempt.number <= before) {
      const message = `attempt ${attempt.number} stands after attempt ${before}`;
      return { code: 'E_STATE_CORRUPT', field: `${at}number`, message };
    }
    const fault = faultOfAttempt(at, attempt, believed);
    if (fault !== undefined) return fault;
    before = attempt.number;
  }
  return undefined;
}

function faultOfAttempt(at: string, attempt: Attempt, { place, now }: Believed): RecordFault | undefined {
  const { handle, intendedAt, startedAt, missing, ending } = attempt;
  const fault = handle === undefined ? undefined : faultOfHandle(handle, place);
  if (fault !== undefined) return foreign(`${at}handle`, handle ?? '', fault);
  const times = { intendedAt, startedAt, 'missing.since': missing?.since, 'ending.at': ending?.at };
  return faultOfTimes(at, times, now) ?? faultOfStop(`${at}stop.`, attempt.stop, now);
}

function faultOfStop(at: string, stop: StopIntent | undefined, now: Instant): RecordFault | undefined {
  return faultOfTimes(at, { at: stop?.at }, now);
}

function future(field: string, time: Instant, now: Instant): RecordFault {
  return {
    code: 'E_STATE_CORRUPT',
    field,
    message: `${isoOf(time)} lies in the future; it is ${isoOf(now)}`,
  };
}

function foreign(field: string, seen: string, fault: string): RecordFault {
  return { code: 'E_STATE_ARN', field, message: `${JSON.stringify(seen.slice(0, 160))} ${fault}` };
}
