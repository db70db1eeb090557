import type { Instant } from '../core/instant.ts';
import { isChange, type Plan, type PlannedFlow } from '../core/plan.ts';
import { describeProblem, type Problem } from '../core/problem.ts';
import { nextSlots } from '../core/slots.ts';
import type { Outgoing } from './outgoing.ts';
import { costSection } from './plan-cost.ts';
import { type PlanFacts, type PlanReport, planFacts } from './plan-facts.ts';
import { fieldSection } from './plan-fields.ts';
import { timesSection } from './plan-slots.ts';
import { table } from './text.ts';
import { cutBytes } from './visible.ts';
import { countWords, instantWords } from './words.ts';

/** The runner drops a step summary over 1 MiB as a whole. */
const summaryLimitBytes = 900_000;
const mostFlows = 300;
const mostReasons = 8;
const mostProblems = 100;

/** What a merge would deploy: which flows, why each, and when they would run next. Equal inputs give equal bytes. */
export function planSummary(
  report: PlanReport,
  outgoing: Outgoing,
  facts: PlanFacts = planFacts(report),
): string {
  const changes = report.plan.flows.filter(isChange);
  const same = report.plan.flows.length - changes.length;
  const sections = [
    '## Headgate plan',
    `${countWords(changes.length, 'change')}; ${countWords(same, 'flow')} as deployed.`,
    report.plan.massDelete === undefined ? '' : outgoing.inline(describeProblem(report.plan.massDelete)),
    changeTable(changes, report, outgoing),
    timesSection(facts.times, outgoing),
    policyList(changes, outgoing),
    fieldSection(facts.tasks, outgoing),
    costSection(facts.costs, outgoing),
    imageList(report.plan, outgoing),
    warningList(report.warnings, outgoing),
  ];
  return cutBytes(
    `${sections.filter((section) => section !== '').join('\n\n')}\n`,
    summaryLimitBytes,
    '\n\n… (cut)\n',
  );
}

function changeTable(changes: readonly PlannedFlow[], { now }: PlanReport, outgoing: Outgoing): string {
  if (changes.length === 0) return '';
  const rows = changes.slice(0, mostFlows).map((planned) => [
    outgoing.code(planned.flow),
    planned.action,
    planned.reasons
      .slice(0, mostReasons)
      .map((reason) => outgoing.inline(reason.replaceAll('`', '')))
      .join('<br>'),
    nextWords(planned.deployed?.policy.schedules, now),
    planned.action === 'removed' ? 'never' : nextWords(planned.desired?.manifest.policy.schedules, now),
  ]);
  const left = changes.length - rows.length;
  const more = left === 0 ? '' : `\n\n… and ${left} more.`;
  return `${table(['Flow', 'Change', 'Why', 'Next run now', 'Next run after'], rows)}${more}`;
}

function nextWords(schedules: readonly Parameters<typeof nextSlots>[0][] | undefined, now: Instant): string {
  if (schedules === undefined) return '';
  const slots = schedules.flatMap((schedule) => nextSlots(schedule, now, 1)).sort((a, b) => a - b);
  const [first] = slots;
  return first === undefined ? 'when asked' : instantWords(first);
}

function policyList(changes: readonly PlannedFlow[], outgoing: Outgoing): string {
  const rows = changes
    .filter(({ policyKeys }) => policyKeys.length > 0)
    .slice(0, mostFlows)
    .map(
      ({ flow, policyKeys }) =>
        `- ${outgoing.code(flow)}: ${policyKeys.map((key) => outgoing.code(key)).join(', ')}`,
    );
  return rows.length === 0 ? '' : `### Changed keys of manifests\n\n${rows.join('\n')}`;
}

function imageList({ images }: Plan, outgoing: Outgoing): string {
  if (images.length === 0) return '';
  const rows = images.map(({ name, dockerfile, flows }) => [
    outgoing.code(name),
    outgoing.code(dockerfile),
    String(flows.length),
  ]);
  return `### Images to build\n\nNone of these is built yet; the deploy builds them first.\n\n${table(['Image', 'Dockerfile', 'Flows'], rows)}`;
}

function warningList(warnings: readonly Problem[], outgoing: Outgoing): string {
  const shown = warnings
    .slice(0, mostProblems)
    .map((warning) => `- ${outgoing.inline(describeProblem(warning).replaceAll('`', ''))}`);
  return shown.length === 0 ? '' : `### Warnings\n\n${shown.join('\n')}`;
}
