import { type ImageOrigin, workflowRunPattern } from '../core/deployment.ts';
import { isoOf } from '../core/instant.ts';
import type { Run } from '../core/run.ts';
import type { Outgoing } from './outgoing.ts';
import type { RepositoryLinks } from './run-report.ts';
import { codeSpan, type HttpsUrl, httpsAddress, link } from './text.ts';

/** Addresses that reports link to: each from a template of our own, with encoded parts. */

const taskArn =
  /^arn:(aws|aws-cn|aws-us-gov):ecs:([a-z]{2}(?:-[a-z]+)+-\d):\d{12}:task\/([A-Za-z0-9_-]{1,255})\/([a-f0-9]{32})$/;

const consoleHosts: { readonly [partition: string]: string } = {
  aws: 'console.aws.amazon.com',
  'aws-cn': 'console.amazonaws.cn',
  'aws-us-gov': 'console.amazonaws-us-gov.com',
};

/** The page of an ECS task in the AWS console. */
export function taskAddress(handle: string): HttpsUrl | undefined {
  const match = taskArn.exec(handle);
  if (match === null) return undefined;
  const [, partition = '', region = '', cluster = '', task = ''] = match;
  const host = consoleHosts[partition];
  if (host === undefined) return undefined;
  const prefix = partition === 'aws' ? `${region}.` : '';
  return httpsAddress({
    base: `https://${prefix}${host}`,
    path: ['ecs', 'v2', 'clusters', cluster, 'tasks', task],
    query: { region },
  });
}

const consoleAddress =
  /^https:\/\/(?:[a-z0-9-]+\.)?console\.(?:aws\.amazon\.com|amazonaws\.cn|amazonaws-us-gov\.com)\/[A-Za-z0-9._~:/?#@$&*+,;=%-]*$/;

/** The log's place as a link if it is a page of the AWS console, else as code: a path, or something unexpected. */
export function logPlaceText(place: string, outgoing: Outgoing): string {
  if (!consoleAddress.test(place)) return outgoing.code(place);
  return link('CloudWatch log', place.replaceAll('*', '%2A') as HttpsUrl);
}

function repositoryAddress(links: RepositoryLinks, path: readonly string[], fragment?: string) {
  const [owner, name, ...rest] = links.repository.split('/');
  if (owner === undefined || name === undefined || rest.length > 0) return undefined;
  return httpsAddress({
    base: links.serverUrl,
    path: [owner, name, ...path],
    ...(fragment === undefined ? {} : { fragment }),
  });
}

const commitPattern = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

/** A commit, as a link if it can be one. All zeros stand for a working tree without commits. */
export function commitText(links: RepositoryLinks, commit: string): string {
  if (/^0+$/.test(commit)) return 'working tree';
  const label = codeSpan(commit.slice(0, 7));
  return commitPattern.test(commit) ? link(label, repositoryAddress(links, ['commit', commit])) : label;
}

/** `built by run 123 from commit abcdef1`, both as links. */
export function originText(links: RepositoryLinks, { run, commit }: ImageOrigin): string {
  const label = codeSpan(run);
  const address = workflowRunPattern.test(run)
    ? repositoryAddress(links, ['actions', 'runs', run])
    : undefined;
  return `built by run ${link(label, address)} from commit ${commitText(links, commit)}`;
}

export function sourceAddress(
  links: RepositoryLinks,
  commit: string,
  { path, line }: { readonly path: string; readonly line: number },
): HttpsUrl | undefined {
  if (!commitPattern.test(commit) || /^0+$/.test(commit)) return undefined;
  return repositoryAddress(links, ['blob', commit, ...path.split('/')], `L${line}`);
}

/** The folder of a flow as it was in the commit that ran. */
export function codeAddress(links: RepositoryLinks, { commit, flow }: Pick<Run, 'commit' | 'flow'>) {
  if (!commitPattern.test(commit) || /^0+$/.test(commit)) return undefined;
  return repositoryAddress(links, ['tree', commit, 'flows', flow]);
}

/** The page from which people start a workflow by hand. */
export function workflowAddress(links: RepositoryLinks): HttpsUrl | undefined {
  return repositoryAddress(
    links,
    links.workflow === undefined ? ['actions'] : ['actions', 'workflows', links.workflow],
  );
}

/** The page of a check run: GitHub keeps it at this address. */
export function shownAddress(links: RepositoryLinks, checkId: string | undefined): HttpsUrl | undefined {
  const number = /^(\d{1,20})(?:\/|$)/.exec(checkId ?? '')?.[1];
  return number === undefined ? undefined : repositoryAddress(links, ['runs', number]);
}

const defaultHistoryBranch = 'headgate-history';

/** Where the page of a run is, or will be, on the history branch. */
export function runPagePath(run: Pick<Run, 'flow' | 'id' | 'createdAt'>): string {
  return `runs/${run.flow}/${isoOf(run.createdAt).slice(0, 7)}/${run.id}.md`;
}

export function runPageAddress(links: RepositoryLinks, run: Run): HttpsUrl | undefined {
  return repositoryAddress(links, [
    'blob',
    links.historyBranch ?? defaultHistoryBranch,
    ...runPagePath(run).split('/'),
  ]);
}

/** Where the board is: a link if it is a page of a server, else as code: a command, or a path. */
export function boardText(place: string): string {
  const isPage = /^https:\/\/[A-Za-z0-9.-]+(?::\d{1,5})?\/[A-Za-z0-9._/-]{1,300}$/.test(place);
  return isPage ? link('the board', place as HttpsUrl) : codeSpan(place);
}

/** Where a run is shown at length: its page once it has ended, before that its check. */
export function runAddress(links: RepositoryLinks, run: Run): HttpsUrl | undefined {
  return 'endedAt' in run.phase ? runPageAddress(links, run) : shownAddress(links, run.shown?.checkId);
}
