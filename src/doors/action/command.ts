import type { ExitCode } from '../../core/problem.ts';
import type { Command } from '../../engine/control.ts';
import { createOutgoing } from '../../report/outgoing.ts';
import { createRedactor } from '../../report/redact.ts';
import { failureOf } from '../failure.ts';
import type { Performed, Site } from '../performed.ts';
import { performControl } from '../verbs/control.ts';
import { performTick, performTickPreview } from '../verbs/tick.ts';
import { secretsOf } from './alert-ports.ts';
import type { ActionContext } from './context.ts';
import type { Inputs } from './inputs.ts';
import { jobLog, writeFailure, writeOutputs } from './output.ts';
import { composeSite } from './site.ts';

/** ECS tells of a change within seconds; asking more often only costs requests. */
const pollSeconds = 10;

/** Carries out one command of the action, and shows what it came to. */
export async function runCommand(inputs: Inputs, context: ActionContext): Promise<ExitCode> {
  const redact = createRedactor(secretsOf(inputs));
  const log = jobLog(redact);
  for (const name of inputs.unused)
    log.warn(`The input "${name}" means nothing to "${inputs.command}", so it was not looked at.`);
  try {
    const performed = await perform(inputs, await composeSite(inputs, context, log));
    await writeOutputs(performed, createOutgoing(redact));
    return performed.exitCode;
  } catch (error) {
    const failure = failureOf(error);
    await writeFailure(failure, { command: inputs.command, redact });
    return failure.exitCode;
  }
}

async function perform(inputs: Inputs, site: Site): Promise<Performed> {
  switch (inputs.command) {
    case 'plan': {
      const { performPlan } = await import('../verbs/plan.ts');
      return performPlan(site, inputs);
    }
    case 'deploy': {
      const { performDeploy } = await import('../verbs/deploy.ts');
      return performDeploy(site, inputs);
    }
    case 'doctor': {
      const { performDoctor } = await import('../verbs/doctor.ts');
      return performDoctor(site);
    }
    case 'tick':
      return inputs.isDryRun
        ? performTickPreview(site)
        : performTick(site, { watchSeconds: inputs.watchSeconds, pollSeconds });
    default:
      return performControl(site, {
        command: commandOf(inputs, site),
        watchSeconds: watchOf(inputs),
        pollSeconds,
        isDryRun: inputs.isDryRun,
      });
  }
}

type ControlInputs = Exclude<Inputs, { command: 'plan' | 'deploy' | 'doctor' | 'tick' }>;

function commandOf(inputs: ControlInputs, { request }: Site): Command {
  switch (inputs.command) {
    case 'run':
      return { kind: 'run', flow: inputs.flow, parameters: inputs.parameters, request };
    case 'backfill':
      return { kind: 'backfill', flow: inputs.flow, from: inputs.from, to: inputs.to };
    case 'cancel':
    case 'retry':
      return { kind: inputs.command, run: inputs.run };
    case 'pause':
    case 'resume':
      return { kind: inputs.command, flow: inputs.flow };
  }
}

function watchOf(inputs: ControlInputs): number {
  return 'watchSeconds' in inputs ? inputs.watchSeconds : 0;
}
