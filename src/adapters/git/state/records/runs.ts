import { sha256 } from '../../../../core/digest.ts';
import type { Ending } from '../../../../core/ending.ts';
import { canonicalJson, type JsonObject } from '../../../../core/json.ts';
import type { Attempt, Cause, CheckClaim, Phase, Run, Shown, StopIntent } from '../../../../core/run.ts';
import type { Gap, PastPause, Pause } from '../../../../core/state.ts';
import {
  type Codec,
  checked,
  list,
  Mismatch,
  optional,
  record,
  remembered,
  variant,
  variants,
} from './codec.ts';
import { oneOf, text, whole } from './scalars.ts';
import {
  commit,
  count,
  endingClass,
  flowName,
  gapReason,
  instant,
  jsonObject,
  positive,
  runId,
  shortText,
  words,
} from './values.ts';

/** Records of what a flow did. They are strict: a key that names code, such as `image` in a run, is refused. */

const stopIntent = record<StopIntent>({
  cause: oneOf(['cancelled', 'superseded', 'start-timeout', 'run-timeout']),
  at: instant,
  by: optional(words),
});

const ending = checked(
  record<Ending>({
    class: endingClass,
    at: instant,
    exitCode: optional(whole({ least: Number.MIN_SAFE_INTEGER })),
    detail: optional(words),
  }),
  (value) =>
    value.class === 'exit-zero' && (value.exitCode ?? 0) !== 0
      ? 'says `exit-zero` with another exit code'
      : undefined,
);

const attempt = record<Attempt>({
  number: positive,
  launchTry: positive,
  intendedAt: instant,
  sends: optional(count),
  capacity: optional(oneOf(['spot', 'on-demand'])),
  group: optional(text(100)),
  handle: optional(words),
  startedAt: optional(instant),
  missing: optional(record<NonNullable<Attempt['missing']>>({ since: instant, ticks: positive })),
  stop: optional(stopIntent),
  ending: optional(ending),
});

type CauseOf<Kind extends Cause['kind']> = Extract<Cause, { readonly kind: Kind }>;
const causes: { readonly [Kind in Cause['kind']]: Codec<Cause> } = {
  slot: variant<Cause, CauseOf<'slot'>>(record({ kind: oneOf(['slot']), slot: instant })),
  backfill: variant<Cause, CauseOf<'backfill'>>(
    record({ kind: oneOf(['backfill']), slot: instant, by: words }),
  ),
  manual: variant<Cause, CauseOf<'manual'>>(record({ kind: oneOf(['manual']), by: words })),
  upstream: variant<Cause, CauseOf<'upstream'>>(
    record<CauseOf<'upstream'>>({ kind: oneOf(['upstream']), run: runId, slot: optional(instant) }),
  ),
};
const cause = variants<Cause, 'kind'>('kind', (kind) =>
  Object.hasOwn(causes, String(kind)) ? causes[kind as Cause['kind']] : undefined,
);

type PhaseOf<State extends Phase['state']> = Extract<Phase, { readonly state: State }>;
type Ended = Extract<Phase, { readonly endedAt: unknown }>;
const queued = variant<Phase, PhaseOf<'queued'>>(record({ state: oneOf(['queued']), notBefore: instant }));
const atWork = {
  launching: variant<Phase, PhaseOf<'launching'>>(record({ state: oneOf(['launching']) })),
  running: variant<Phase, PhaseOf<'running'>>(record({ state: oneOf(['running']) })),
  stopping: variant<Phase, PhaseOf<'stopping'>>(record({ state: oneOf(['stopping']) })),
};
const ended = variant<Phase, Ended>(
  record<Ended>({
    state: oneOf(['succeeded', 'failed', 'crashed', 'timed-out', 'cancelled', 'unknown']),
    endedAt: instant,
  }),
);
const phase = variants<Phase, 'state'>('state', (state) => {
  if (state === 'queued') return queued;
  if (Object.hasOwn(atWork, String(state))) return atWork[state as keyof typeof atWork];
  return ended;
});

/**
 * The parameters of a run, or the hash under which the file has them once for all runs that share them: a schedule
 * gives each of its runs the same.
 */
export type StoredParameters = JsonObject | string;

const parametersHash = text(64);
const storedParameters: Codec<StoredParameters> = {
  read: (value) => (typeof value === 'string' ? parametersHash.read(value) : jsonObject.read(value)),
  write: (value) => (typeof value === 'string' ? JSON.stringify(value) : jsonObject.write(value)),
};

type StoredRun = Omit<Run, 'parameters'> & { readonly parameters: StoredParameters };

const storedRun = record<StoredRun>({
  id: runId,
  flow: flowName,
  cause,
  parameters: storedParameters,
  createdAt: instant,
  commit,
  revision: words,
  phase,
  attempts: list(attempt, { most: 1_000 }),
  cancel: optional(stopIntent),
  granted: count,
  shown: optional(record<Shown>({ checkId: shortText, as: shortText })),
  claim: optional(record<CheckClaim>({ at: instant, commit: optional(commit) })),
  showNotBefore: optional(instant),
});

/** Shorter ones stand in each run: a hash would be as long. */
const sharedFromLength = 100;

type Shared = { readonly hash: string; readonly text: string };
const sharedTexts = new WeakMap<JsonObject, Shared | 'short'>();

/** Parameters that stand once in a file, under their hash; undefined: they are short. */
export function sharedParameters({ parameters }: Pick<Run, 'parameters'>): Shared | undefined {
  const known = sharedTexts.get(parameters) ?? sharedOf(parameters);
  sharedTexts.set(parameters, known);
  return known === 'short' ? undefined : known;
}

function sharedOf(parameters: JsonObject): Shared | 'short' {
  const written = canonicalJson(parameters);
  return written.length < sharedFromLength ? 'short' : { hash: sha256(written).slice(0, 32), text: written };
}

/** Reads a run as its file has it; `shared` are the parameters that the file has once. */
export function runReader(shared: { readonly [hash: string]: JsonObject }): (value: unknown) => Run {
  return (value) => {
    const run = storedRun.read(value);
    if (typeof run.parameters !== 'string') return run as Run;
    const parameters = Object.hasOwn(shared, run.parameters) ? shared[run.parameters] : undefined;
    if (parameters === undefined) throw new Mismatch('the file does not hold these', '.parameters');
    return { ...run, parameters };
  };
}

export const runLine: (run: Run) => string = remembered<Run>({
  read: runReader({}),
  write: (run) => storedRun.write({ ...run, parameters: sharedParameters(run)?.hash ?? run.parameters }),
}).write;

export const pauseRecord = record<Pause>({ flow: flowName, at: instant, by: words });

export const pastPauseRecord = checked(
  record<PastPause>({ flow: flowName, at: instant, until: instant, by: words }),
  (pause) => (pause.at >= pause.until ? 'it ends before it starts' : undefined),
);

export const gapRecord = checked(
  record<Gap>({
    flow: flowName,
    outcome: oneOf(['skipped', 'missed']),
    because: gapReason,
    from: instant,
    to: instant,
    count: positive,
  }),
  (gap) => (gap.from > gap.to ? 'it ends before it starts' : undefined),
);
