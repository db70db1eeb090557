import { clock } from './model.ts';
import type { Deed, Flows, Rule, Story } from './story.ts';

/** A story as a person would tell it. */
export function wordsOf({ steps, lives }: Story): string {
  let known: Flows = {};
  const told = steps.map(({ at, deed }, index) => {
    const line = `${index + 1}. ${clock(at)}${at % 1 === 0 ? '' : ':30'} ${deedWords(deed, known)}`;
    if (deed.kind === 'deploy') known = deed.flows;
    return line;
  });
  return [...told, `attempts: ${lives.map(({ minutes, end }) => `${minutes} min, ${end}`).join(' | ')}`].join(
    '\n',
  );
}

function deedWords(deed: Deed, known: Flows): string {
  switch (deed.kind) {
    case 'tick':
      return 'a tick';
    case 'deploy':
      return deployWords(known, deed.flows);
    case 'backfill':
      return `backfill ${deed.flow} from ${clock(deed.from)} to ${clock(deed.to)}`;
    case 'cancel':
    case 'retry':
      return `${deed.kind} run ${deed.of}`;
    case 'resolve':
      return `resolve run ${deed.of} as ${deed.as}`;
    default:
      return `${deed.kind} ${deed.flow}`;
  }
}

function deployWords(before: Flows, after: Flows): string {
  const lines = Object.entries(after).flatMap(([flow, spec]) => {
    if (JSON.stringify(before[flow]) === JSON.stringify(spec)) return [];
    const { schedules, catchUp, overlap, groupLimit, after: upstream, retries, infraRetries } = spec;
    const rules = schedules.map(
      ({ rule, region }) => `${ruleWords(rule)}${region === undefined ? '' : ` for ${region}`}`,
    );
    return [
      [
        `${flow}:`,
        rules.join(' and '),
        upstream === undefined ? '' : `after ${upstream.flows.join(' and ')} ${upstream.when}`,
        `| ${overlap} | catch up ${catchUp.policy} ${catchUp.max} within ${catchUp.windowMinutes} min`,
        groupLimit === undefined ? '' : `| group of ${groupLimit}`,
        `| retries ${retries}+${infraRetries}`,
      ].join(' '),
    ];
  });
  const removed = Object.keys(before).filter((flow) => after[flow] === undefined);
  return ['deploy', ...lines, ...removed.map((flow) => `without ${flow}`)].join('\n     ');
}

function ruleWords(rule: Rule): string {
  return 'cron' in rule
    ? `"${rule.cron}" ${rule.timezone}`
    : `every ${rule.everyMinutes} min from ${clock(rule.anchor)}`;
}
