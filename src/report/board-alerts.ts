import { alertingOf } from '../core/alerting.ts';
import { openAlerts } from '../core/alerts.ts';
import { minuteMs } from '../core/instant.ts';
import { alertWords, issueAddress } from './alert-words.ts';
import { type AttentionItem, type BoardView, latenessMs } from './board-view.ts';
import { firstStart } from './run-report.ts';
import { codeSpan, link } from './text.ts';
import { countWords, durationWords, instantWords, secondWords } from './words.ts';

/** What people are alerted to, the oldest first, with the issue where they are told. */
export function alertItems({ state, alerts: rules, links }: BoardView): AttentionItem[] {
  const { told } = alertingOf(state);
  return [...openAlerts(state, rules).values()].map((alert) => {
    const words = alertWords(alert);
    const shown = 'flow' in alert ? words.replace(alert.flow, codeSpan(alert.flow)) : words;
    const number = told.get(alert.key)?.issue?.number;
    const address = links === undefined || number === undefined ? undefined : issueAddress(links, number);
    const issue = address === undefined ? '' : ` (${link('its issue', address)})`;
    const text = `\u{1f514} ${shown}, since ${instantWords(alert.since)}${issue}`;
    return 'flow' in alert ? { text, flow: alert.flow } : { text };
  });
}

/** Who set the last ticks off that changed something, and how late slots were seen and started. */
export function clockText(board: BoardView): string {
  const { state, now, outgoing } = board;
  const by = board.trigger === undefined ? '' : `, set off by ${outgoing.code(board.trigger, 100)}`;
  const written = `Written ${secondWords(now)}${by}.`;
  return `## Clock\n\n${[written, ticksText(board), latenessText({ state, now })].filter((text) => text !== '').join(' ')}`;
}

function ticksText({ state, outgoing }: BoardView): string {
  const [last, ...others] = alertingOf(state).ticks;
  if (last === undefined) return '';
  const words = others.map(({ trigger, at }) => `${outgoing.code(trigger, 100)} at ${secondWords(at)}`);
  const before = words.length === 0 ? '' : ` Before it the last by ${words.join(', by ')}.`;
  return `The last tick that changed something came by ${outgoing.code(last.trigger, 100)} at ${secondWords(last.at)}.${before}`;
}

function latenessText({ state, now }: Pick<BoardView, 'state' | 'now'>): string {
  const seen = latenessMs(state.runs.values(), now);
  if (seen.length === 0) return 'No slot of the last 24 hours got a run.';
  const started = [...state.runs.values()].flatMap((run) => {
    const start = firstStart(run);
    const isCounted = run.cause.kind === 'slot' && start !== undefined && latenessMs([run], now).length > 0;
    return isCounted && run.cause.kind === 'slot' ? [Math.max(start - run.cause.slot, 0)] : [];
  });
  const words = `Of the last 24 hours, ${countWords(seen.length, 'slot')} with a run, as far as state keeps them: seen by a tick ${spread(seen)}`;
  return started.length === 0 ? `${words}.` : `${words}; started ${spread(started)}.`;
}

function spread(ms: readonly number[]): string {
  const average = ms.reduce((sum, value) => sum + value, 0) / ms.length;
  return `${lateWords(average)} on average, ${lateWords(ms.reduce((most, value) => Math.max(most, value), 0))} at worst`;
}

function lateWords(ms: number): string {
  return ms < minuteMs ? `${Math.round(ms / 1_000)} s late` : `${durationWords(ms)} late`;
}
