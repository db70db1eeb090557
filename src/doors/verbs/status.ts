import { alertRulesOf } from '../../core/alert-rules.ts';
import { openAlerts } from '../../core/alerts.ts';
import type { FlowName } from '../../core/flow.ts';
import { exitCodes, InputError } from '../../core/problem.ts';
import { parseRunId, type Run } from '../../core/run.ts';
import type { Snapshot } from '../../ports.ts';
import { alertDocument, deploymentDocument, gapDocument, momentOrNull, runDocument } from '../documents.ts';
import type { Performed, Site } from '../performed.ts';
import { runWords, statusWords } from '../words.ts';

/** The flows with their newest runs, or one run in full. */
export async function performStatus(site: Site, argument: string | undefined): Promise<Performed> {
  const snapshot = await site.world.state.load(site.world.clock.now());
  return argument === undefined ? overview(site, snapshot) : oneRun(site, findRun(snapshot, argument));
}

function overview(site: Site, snapshot: Snapshot): Performed {
  const { state, registry } = snapshot;
  return {
    exitCode: exitCodes.done,
    document: {
      verb: 'status',
      mark: momentOrNull(state.mark),
      flows: [...registry.deployments.values()].map((deployment) => ({
        ...deploymentDocument(deployment),
        isPaused: state.pauses.has(deployment.flow),
      })),
      runs: [...state.runs.values()].map(runDocument),
      gaps: state.gaps.map(gapDocument),
      alerts: [...openAlerts(state, alertRulesOf(site.project)).values()].map((alert) =>
        alertDocument(alert, state),
      ),
    },
    text: statusWords(site, snapshot),
  };
}

async function oneRun(site: Site, run: Run): Promise<Performed> {
  return {
    exitCode: exitCodes.done,
    document: { verb: 'status', ...runDocument(run) },
    text: await runWords(site, run),
  };
}

/** A run by its id, or the newest run of a flow by the flow's name. */
export function findRun({ state }: Snapshot, text: string): Run {
  const id = parseRunId(text);
  if (id === undefined) {
    const message = `${JSON.stringify(text)} is not the id of a run.`;
    throw new InputError([
      { code: 'E_RUN_ID', field: 'run', message, fix: 'Take one from `headgate status`.' },
    ]);
  }
  const run = state.runs.get(id) ?? newestOf([...state.runs.values()], text as FlowName);
  if (run !== undefined) return run;
  const message = `No run ${text} is kept in state.`;
  throw new InputError([{ code: 'E_RUN_UNKNOWN', field: 'run', message, fix: 'Look at `headgate status`.' }]);
}

function newestOf(runs: readonly Run[], flow: FlowName): Run | undefined {
  return runs.filter((run) => run.flow === flow).sort((a, b) => b.createdAt - a.createdAt)[0];
}
