import { topLevelOf } from '../../adapters/git/repository.ts';
import type { Log, LogLine } from '../../ports.ts';
import type { Outgoing } from '../../report/outgoing.ts';
import { visible } from '../../report/visible.ts';
import type { Performed } from '../performed.ts';
import { requireDirectory } from './directory.ts';
import { isReaderGone } from './output.ts';
import type { Asked } from './program.ts';
import { type Request, requestOf } from './request.ts';
import { type CliSite, composeSite } from './site.ts';

type Environment = { readonly [name: string]: string | undefined };

/** How often a waiting command looks: here a look costs nothing. */
const pollSeconds = 1;

const terminalLog: Log = {
  info: (text) => process.stderr.write(`${visible(text)}\n`),
  warn: (text) => process.stderr.write(`warning: ${visible(text)}\n`),
};

/** Carries out one verb of the command line. What only one verb needs is loaded by that verb. */
export async function perform(asked: Asked, environment: Environment): Promise<Performed> {
  const request = requestOf(asked);
  await requireDirectory(asked.options.cwd);
  // It runs inside an image build too, where there is no git and no state.
  if (request.verb === 'build') return (await import('./build.ts')).performBuild(asked.options, request);
  if (request.verb === 'types') return (await import('./types.ts')).performTypes(asked.options, request);
  if (request.verb === 'init') return (await import('./init.ts')).performInit(asked.options, request);
  if (request.verb === 'new') return (await import('./new.ts')).performNew(asked.options, request);
  const site = await composeSite(asked.options, environment, terminalLog);
  if (request.verb === 'setup' || request.verb === 'teardown')
    return (await import('./stacks.ts')).performStacks(request, {
      site,
      environment,
      options: asked.options,
    });
  const performed = await carryOut(request, site, { environment, isJson: asked.options.json === true });
  return redacted(performed, site.presentation.outgoing);
}

/** One of the two is printed: of thousands of flows, each takes its time. */
function redacted({ document, text, ...performed }: Performed, outgoing: Outgoing): Performed {
  return {
    ...performed,
    get document() {
      return outgoing.document(document);
    },
    get text() {
      return outgoing.whole(text);
    },
  };
}

async function validateHere(site: CliSite): Promise<Performed> {
  const { performValidate } = await import('../verbs/validate.ts');
  return performValidate(site, async (doubtful) => {
    if (doubtful.length === 0) return { problems: [], untried: [] };
    const root = await topLevelOf(site.cwd);
    return (await import('./try-bundles.ts')).tryBundles(root, doubtful);
  });
}

async function carryOut(
  request: Exclude<Request, { verb: 'build' | 'types' | 'new' | 'init' | 'setup' | 'teardown' }>,
  site: CliSite,
  { environment, isJson }: { readonly environment: Environment; readonly isJson: boolean },
): Promise<Performed> {
  switch (request.verb) {
    case 'validate':
      return validateHere(site);
    case 'list':
      return (await import('../verbs/list.ts')).performList(site);
    case 'plan':
      return (await import('../verbs/plan.ts')).performPlan(site, request);
    case 'deploy':
      return (await import('../verbs/deploy.ts')).performDeploy(site, request);
    case 'schedule':
      return (await import('../verbs/schedule.ts')).performSchedule(site, request);
    case 'doctor':
      return (await import('./doctor.ts')).performDoctorHere(site, environment);
    case 'start':
      return (await import('./start.ts')).performStart(site, { ...request, pollSeconds });
    case 'up':
      return (await import('./up.ts')).performUp(site, request);
    case 'site':
      return (await import('./live/site-files.ts')).performSite(site, request.out);
    case 'tick':
      return tickOf(request, site);
    case 'status':
      return (await import('../verbs/status.ts')).performStatus(site, request.run);
    case 'logs':
      return logsOf(request, site, isJson);
    case 'control':
      return controlOf(request, site, isJson);
  }
}

async function tickOf(request: Request & { readonly verb: 'tick' }, site: CliSite): Promise<Performed> {
  const { performTick, performTickPreview } = await import('../verbs/tick.ts');
  return request.isDryRun ? performTickPreview(site) : performTick(site, { ...request, pollSeconds });
}

async function logsOf(
  request: Request & { readonly verb: 'logs' },
  site: CliSite,
  isJson: boolean,
): Promise<Performed> {
  const { logLineText, performLogs } = await import('../verbs/logs.ts');
  if (isJson) return performLogs(site, request);
  const print = (line: LogLine) => process.stdout.write(`${logLineText(line)}\n`);
  return performLogs(site, { ...request, print, isReaderGone });
}

async function controlOf(
  { command, watchSeconds }: Request & { readonly verb: 'control' },
  site: CliSite,
  isQuiet: boolean,
): Promise<Performed> {
  if (command.kind === 'run') {
    const { performRun } = await import('./run.ts');
    const named = { ...command, request: site.request };
    return performRun(site, { command: named, watchSeconds, pollSeconds, isQuiet });
  }
  const { performControl } = await import('../verbs/control.ts');
  return performControl(site, { command, watchSeconds, pollSeconds });
}
