import { dueSlots } from '../../core/due.ts';
import { isoOf, minuteMs, plusMs } from '../../core/instant.ts';
import type { Problem } from '../../core/problem.ts';
import { quote } from '../../core/quote.ts';
import type { Examination, Site } from '../performed.ts';
import { validFlows } from './validate.ts';

/** What is looked at where flows run on AWS: a laptop needs neither cluster nor clock. */
export function placedExaminations(site: Site): readonly Examination[] {
  const { aws } = site.project;
  if (aws === undefined) return [];
  return [
    {
      name: 'the cluster takes what the flows need',
      look: async () => {
        const { manifests } = await validFlows(site);
        const { examineCluster } = await import('../../adapters/ecs/cluster.ts');
        return examineCluster(
          aws,
          manifests.some(({ policy }) => policy.spot),
        );
      },
    },
    ...(aws.eventLogGroup === undefined
      ? []
      : [{ name: 'the event log is at work', look: () => eventLogProblem(site, aws.eventLogGroup ?? '') }]),
    { name: 'the clock is on time', look: () => clockProblem(site) },
  ];
}

/** No attempt can have this name: only whether the log may be believed is of interest. */
const nobody = `hg-${'0'.repeat(32)}`;
const lookBackMs = 60 * minuteMs;

async function eventLogProblem({ world }: Site, group: string): Promise<Problem | undefined> {
  const { isTrustworthy } = await world.eventLog.find([nobody], plusMs(world.clock.now(), -lookBackMs));
  if (isTrustworthy) return undefined;
  return {
    code: 'W_EVENT_LOG_SILENT',
    field: 'aws.event-log-group',
    message: `${group} had a silence of over 75 minutes within the last hours: what it does not say proves nothing.`,
    fix: 'Set it up anew by `headgate setup`; right after that it takes some two hours until this is well.',
  };
}

/** GitHub's own schedule is this late on a usual day. */
const patienceMs = 15 * minuteMs;

async function clockProblem({ world }: Site): Promise<Problem | undefined> {
  const now = world.clock.now();
  const { registry, state } = await world.state.load(now);
  const due = dueSlots(registry, state, plusMs(now, -patienceMs), 1);
  const waiting = [
    ...due.slots.map(({ flow, slot }) => ({ flow, at: slot })),
    ...due.gaps.map(({ flow, from }) => ({ flow, at: from })),
  ];
  const [first] = waiting.sort((a, b) => a.at - b.at);
  if (first === undefined) return undefined;
  const minutes = Math.floor((now - first.at) / minuteMs);
  return {
    code: 'W_CLOCK_LATE',
    message: `No tick has accounted for the slot ${isoOf(first.at)} of ${first.flow} in ${minutes} minutes.`,
    fix: 'Look at the last runs of the workflow tick; infrastructure/clock.yml brings a clock that keeps time.',
  };
}

const workflowFile = /^\.github\/workflows\/[^/]+\.ya?ml$/;
const limitBytes = 256 * 1024;

/** A tag or branch can be moved to other code after it was reviewed; a commit cannot. */
export async function unpinnedProblem({ world }: Site): Promise<Problem | undefined> {
  const paths = (await world.source.list())
    .filter(({ path }) => workflowFile.test(path))
    .map(({ path }) => path);
  const contents = await world.source.read(paths, limitBytes);
  const found = paths.flatMap((file, index) => {
    const bytes = contents[index];
    return bytes === undefined || bytes === 'too-large'
      ? []
      : unpinnedIn(file, new TextDecoder().decode(bytes));
  });
  const [first] = found;
  if (first === undefined) return undefined;
  return {
    code: 'W_ACTION_UNPINNED',
    place: { file: first.file, line: first.line },
    message: `${quote(first.uses)} names code that can change${found.length === 1 ? '' : `, as do ${found.length - 1} more steps`}.`,
    fix: 'Name the action by the 40 hexadecimal digits of a commit.',
  };
}

type Unpinned = { readonly file: string; readonly line: number; readonly uses: string };

function unpinnedIn(file: string, text: string): readonly Unpinned[] {
  return text.split('\n').flatMap((line, index) => {
    const [, uses] = /^\s*(?:-\s+)?uses:\s*['"]?([^\s'"#]+)/.exec(line) ?? [];
    const isPinned = uses === undefined || /^(?:\.\/|\$\/|docker:\/\/.+@sha256:)|@[0-9a-f]{40}$/.test(uses);
    return isPinned ? [] : [{ file, line: index + 1, uses }];
  });
}
