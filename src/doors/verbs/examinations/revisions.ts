import type { Problem } from '../../../core/problem.ts';
import type { Examination, Site } from '../../performed.ts';
import { asking } from './unexamined.ts';

/** Every slot of a flow whose task definition somebody deregistered is refused, and only then anybody hears of it. */
export function revisionsExamination({ world }: Site): readonly Examination[] {
  const { activeOf } = world.executor;
  if (activeOf === undefined) return [];
  return [
    {
      name: 'the task definitions of the deployments are registered',
      look: () =>
        asking(async () => {
          const { registry } = await world.state.load(world.clock.now());
          const live = [...registry.deployments.values()].filter(({ retiredAt }) => retiredAt === undefined);
          if (live.length === 0) return [];
          const active = await activeOf(new Set(live.map(({ version }) => version.revision)));
          const gone = live.filter(({ version }) => !active.has(version.revision));
          return gone.map(
            ({ flow, version }): Problem => ({
              code: 'E_TASKDEF_INACTIVE',
              message: `The task definition of ${flow} was deregistered: ${version.revision}.`,
              fix: 'Deploy again: that registers it again.',
            }),
          );
        }),
    },
  ];
}
