import { describeProblem, type ExitCode, exitCodes } from '../../core/problem.ts';
import { type DeployOutcome, type DeployResult, deploy } from '../../engine/deploy.ts';
import type { Force } from '../../engine/renewal.ts';
import { planSummary } from '../../report/plan-summary.ts';
import { planText } from '../../report/plan-text.ts';
import { countWords } from '../../report/words.ts';
import { momentOrNull, planDocument, problemDocument } from '../documents.ts';
import type { Images } from '../images.ts';
import type { Performed, Site } from '../performed.ts';
import { readRecords } from '../records.ts';

export type DeployRequest = {
  readonly images: Images | undefined;
  /** Path of the record of the build of the project's image. */
  readonly record?: string | undefined;
  readonly isMassDeleteAllowed: boolean;
  /** Registers flows again although nothing of them changed. */
  readonly force?: Force | undefined;
  readonly isDryRun: boolean;
};

const exits: { readonly [outcome in DeployOutcome]: ExitCode } = {
  nothing: exitCodes.done,
  deployed: exitCodes.done,
  partial: exitCodes.workFailed,
  superseded: exitCodes.done,
  'dry-run': exitCodes.done,
};

/** Brings what is deployed to what the sources say. */
export async function performDeploy(site: Site, request: DeployRequest): Promise<Performed> {
  const { world, project, presentation, by } = site;
  const { images, record, ...rest } = request;
  const { records, warnings } = await readRecords({ images, record, cwd: site.cwd });
  for (const warning of warnings) world.log.warn(describeProblem(warning));
  const result = await deploy(world, {
    project,
    presentation,
    by,
    ...rest,
    records,
    ...(images === undefined ? {} : { image: images }),
  });
  for (const warning of result.warnings) world.log.warn(describeProblem(warning));
  return {
    exitCode: exits[result.outcome],
    document: {
      verb: 'deploy',
      commit: result.commit,
      outcome: result.outcome,
      supersededBy: result.supersededBy ?? null,
      ...planDocument(result.plan),
      deployed: [...result.deployed.keys()],
      failed: [...result.failed].map(([flow, problems]) => ({
        flow,
        problems: problems.map(problemDocument),
      })),
      waiting: result.waiting,
      isUnfinished: result.waiting.length > 0 && result.deployed.size > 0,
      removed: result.removed,
      retired: result.retired,
      nextWake: momentOrNull(result.nextWake),
    },
    text: textOf(site, result),
    summary: summaryOf(site, result),
  };
}

function textOf({ terminal, presentation: { outgoing } }: Site, result: DeployResult): string {
  const failures = [...result.failed.values()].flat().map((problem) => `${describeProblem(problem)}\n`);
  return `${planText(result.plan, { terminal, outgoing })}${sentenceOf(result)}\n${failures.join('')}`;
}

/** What the check of the deploy shows in full stands on the commit; here, why, and what went wrong. */
function summaryOf({ world, presentation: { outgoing } }: Site, result: DeployResult): string {
  const parts = [
    outgoing.inline(sentenceOf(result)),
    planSummary({ ...result, now: world.clock.now() }, outgoing),
    ...[...result.failed.values()].flat().map((problem) => `- ${outgoing.inline(describeProblem(problem))}`),
  ];
  return `${parts.join('\n\n')}\n`;
}

function sentenceOf({ outcome, deployed, removed, failed, waiting, supersededBy }: DeployResult): string {
  const follows =
    waiting.length === 0
      ? ''
      : ` ${countWords(waiting.length, 'flow')} wait for images that a next run builds.`;
  switch (outcome) {
    case 'nothing':
      return 'Nothing to deploy: every flow is deployed as it is here.';
    case 'dry-run':
      return 'Nothing was deployed: this was a dry run.';
    case 'superseded':
      return `Nothing was deployed: the newer commit ${supersededBy?.slice(0, 12)} is deployed already.`;
    case 'deployed':
      return `Deployed ${countWords(deployed.size, 'flow')}, removed ${removed.length}.${follows}`;
    case 'partial':
      return `Deployed ${countWords(deployed.size, 'flow')}; ${failed.size} could not be deployed and stay as they were. The next deploy completes it.${follows}`;
  }
}
