import type { Check } from '../core/check.ts';
import type { ImageOrigin, Version } from '../core/deployment.ts';
import type { FlowName } from '../core/flow.ts';
import type { Instant } from '../core/instant.ts';
import { isChange, type Plan, type PlannedFlow } from '../core/plan.ts';
import { describeProblem, type Problem } from '../core/problem.ts';
import type { Outgoing } from './outgoing.ts';
import { originText } from './places.ts';
import { summaryLimitBytes } from './run-check.ts';
import type { RepositoryLinks } from './run-report.ts';
import { table } from './text.ts';
import { cutBytes } from './visible.ts';
import { countWords, durationWords } from './words.ts';

export type DeployReport = {
  readonly commit: string;
  readonly plan: Plan;
  readonly warnings: readonly Problem[];
  readonly deployed: ReadonlyMap<
    FlowName,
    {
      readonly how: 'registered' | 'found' | 'reused';
      readonly version: Pick<Version, 'revision' | 'image' | 'built'>;
    }
  >;
  readonly failed: ReadonlyMap<FlowName, readonly Problem[]>;
  /** For images that a next run of the workflow builds. */
  readonly waiting: readonly FlowName[];
  readonly retired: readonly FlowName[];
  /** Where an image was built is a link with these. */
  readonly links: RepositoryLinks;
  readonly startedAt: Instant;
  readonly endedAt: Instant;
};

const mostRows = 300;
const mostReasons = 5;
const mostProblems = 100;

/** What a commit's check list shows of its deploy: what changed, and why. */
export function deployCheck(report: DeployReport, outgoing: Outgoing): Check {
  const isWhole = report.failed.size === 0;
  return {
    name: 'headgate / deploy',
    externalId: `deploy-${report.commit}`,
    commit: report.commit,
    status: { kind: 'completed', conclusion: isWhole ? 'success' : 'failure', at: report.endedAt },
    startedAt: report.startedAt,
    title: outgoing.title(deploySentence(report)),
    summary: deploySummary(report, outgoing),
    annotations: [],
  };
}

/** `2 flows deployed, 1 removed, 1 failed; 40 unchanged.` */
function deploySentence({ plan, deployed, failed, waiting }: DeployReport): string {
  const removed = plan.flows.filter(({ action }) => action === 'removed').length;
  const unchanged = plan.flows.filter(({ action }) => action === 'unchanged').length;
  const parts = [
    deployed.size === 0 ? undefined : `${countWords(deployed.size, 'flow')} deployed`,
    removed === 0 ? undefined : `${removed} removed`,
    failed.size === 0 ? undefined : `${failed.size} failed`,
    waiting.length === 0 ? undefined : `${waiting.length} waiting for images that a next run builds`,
  ].filter((part) => part !== undefined);
  return `${parts.length === 0 ? 'Nothing deployed' : parts.join(', ')}; ${unchanged} unchanged`;
}

function deploySummary(report: DeployReport, outgoing: Outgoing): string {
  const changes = report.plan.flows.filter(isChange);
  const rows = changes.slice(0, mostRows).map((flow) => changeRow(report, flow, outgoing));
  const left = changes.length - rows.length;
  const sections = [
    `${outgoing.inline(deploySentence(report))}, in ${durationWords(report.endedAt - report.startedAt)}.`,
    table(['Flow', 'What', 'Why', 'Revision'], rows) + (left > 0 ? `\n\n… and ${left} more.` : ''),
    problemList(
      'Not deployed',
      [...report.failed].flatMap(([flow, problems]) =>
        problems.map((problem) => `${flow}: ${describeProblem(problem)}`),
      ),
      outgoing,
    ),
    imageSection(report, outgoing),
    problemList('Warnings', report.warnings.map(describeProblem), outgoing),
  ];
  const text = sections.filter((section) => section !== '').join('\n\n');
  return cutBytes(`${text}\n`, summaryLimitBytes, '\n\n… (cut)\n');
}

function changeRow(
  report: DeployReport,
  { flow, action, reasons }: PlannedFlow,
  outgoing: Outgoing,
): string[] {
  const registration = report.deployed.get(flow);
  const shown = reasons
    .slice(0, mostReasons)
    .map((reason) => outgoing.inline(reason.replaceAll('`', ''), 300));
  const rest = reasons.length > mostReasons ? [`and ${reasons.length - mostReasons} more`] : [];
  const revision =
    registration === undefined ? '' : outgoing.code(shortRevision(registration.version.revision), 200);
  return [
    outgoing.code(flow),
    whatWords(report, flow, action),
    [...shown, ...rest].join('<br>'),
    registration === undefined ? '' : `${revision} ${registration.how}`,
  ];
}

function whatWords(report: DeployReport, flow: FlowName, action: PlannedFlow['action']): string {
  if (report.failed.has(flow)) return `**not deployed** (${action})`;
  if (report.waiting.includes(flow)) return `**waits for its image** (${action})`;
  return report.retired.includes(flow) ? 'removed; its open runs are followed to their end' : action;
}

/** Of an ARN, what tells two revisions apart. */
function shortRevision(revision: string): string {
  return revision.slice(revision.lastIndexOf('/') + 1);
}

const mostImages = 50;
const mostNames = 20;

/** What now runs of which image, and where that was built. */
function imageSection({ deployed, links }: DeployReport, outgoing: Outgoing): string {
  const images = new Map<string, { readonly flows: FlowName[]; built: ImageOrigin | undefined }>();
  for (const [flow, { version }] of deployed) {
    const { image, built } = version;
    if (image === undefined) continue;
    const known = images.get(image) ?? { flows: [], built };
    known.flows.push(flow);
    known.built ??= built;
    images.set(image, known);
  }
  const lines = [...images].slice(0, mostImages).map(([image, { flows, built }]) => {
    const origin = built === undefined ? 'of unknown origin' : originText(links, built);
    const names = flows.slice(0, mostNames).map((flow) => outgoing.code(flow));
    const rest = flows.length > mostNames ? ` and ${flows.length - mostNames} more` : '';
    return `- ${outgoing.code(image, 300)}, ${origin}: ${names.join(', ')}${rest}`;
  });
  const left = images.size - lines.length;
  if (lines.length === 0) return '';
  return `### Images\n\n${[...lines, ...(left > 0 ? [`- … and ${left} more`] : [])].join('\n')}`;
}

function problemList(title: string, texts: readonly string[], outgoing: Outgoing): string {
  if (texts.length === 0) return '';
  const shown = texts.slice(0, mostProblems).map((text) => `- ${outgoing.inline(text.replaceAll('`', ''))}`);
  const rest = texts.length > mostProblems ? [`- … and ${texts.length - mostProblems} more`] : [];
  return `### ${title}\n\n${[...shown, ...rest].join('\n')}`;
}
