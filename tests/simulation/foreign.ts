import { usualLife } from '../../src/adapters/memory/life.ts';
import type { Stage } from '../../src/adapters/memory/world.ts';
import type { Check } from '../../src/core/check.ts';
import type { FlowName } from '../../src/core/flow.ts';
import { startedByOf } from '../../src/core/identity.ts';
import { hourMs } from '../../src/core/instant.ts';
import type { RunId } from '../../src/core/run.ts';

/** What others have in the same cluster and repository: none of it is Headgate's to touch. */
export type Foreign = {
  readonly handles: ReadonlySet<string>;
  /** What was done to it all the same. */
  touched(): string | undefined;
};

const limits = { stopTimeoutMs: hourMs, runTimeoutMs: Number.POSITIVE_INFINITY };
const revisionOf = (family: string): string =>
  `arn:aws:ecs:us-east-1:123456789012:task-definition/${family}:1`;

export function foreignOn(stage: Stage): Foreign {
  const elsewhere = startedByOf({
    repository: 'other/flows',
    flow: 'load' as FlowName,
    run: 'load-m-1' as RunId,
    attempt: 1,
  });
  /** A person's task of our own family, a service of theirs, and the Headgate of another repository. */
  const names = [
    { startedBy: 'somebody', family: 'headgate-acme-load' },
    { startedBy: 'ecs-svc/1234567890123456789', family: 'web' },
    { startedBy: elsewhere, family: 'headgate-other-load' },
  ];
  const tasks = names.map(({ startedBy, family }) =>
    stage.tasks.start(
      {
        flow: 'load' as FlowName,
        revision: revisionOf(family),
        startedBy,
        clientToken: `${startedBy} ${family}`,
        environment: { HEADGATE_RUN_ID: 'foreign' },
        spot: false,
      },
      limits,
    ),
  );
  const check: Check = {
    name: 'lint',
    commit: '0'.repeat(40),
    externalId: 'lint',
    title: 'All is well',
    summary: '',
    annotations: [],
    startedAt: stage.time.now(),
    status: { kind: 'completed', conclusion: 'success', at: stage.time.now() },
  };
  const checkId = stage.checks.put(undefined, check);
  return {
    handles: new Set(tasks.map(({ handle }) => handle)),
    touched() {
      const stopped = tasks.find(({ handle }) => stage.tasks.get(handle)?.stop !== undefined);
      if (stopped !== undefined) return `${stopped.request.startedBy} is stopped`;
      const shown = stage.checks.shown().find((one) => one.checkId === checkId);
      return shown?.check.title === check.title ? undefined : 'the check of another tool is changed';
    },
  };
}

/** Somebody else's tasks run on and on. */
export const foreignLife = { ...usualLife, runMs: Number.POSITIVE_INFINITY };
