import { parseCron } from '../core/cron.ts';
import { judgeFlowName, longestFlowName } from '../core/flow.ts';
import { parseIso } from '../core/instant.ts';
import { quote } from '../core/quote.ts';
import { judgeTimezone } from '../core/zone.ts';
import { leaf, refuse, refuseType, textLeaf } from './leaf.ts';

export function flowNameLeaf(description: string) {
  const fix = `Use a-z, 0-9 and single dashes, starting with a letter, at most ${longestFlowName} characters.`;
  return textLeaf({ description, limit: 1_024 }, (text) => {
    const verdict = judgeFlowName(text);
    if (verdict.kind === 'ok') return { value: text };
    if (verdict.kind === 'bad') return refuse('E_NAME', `${quote(text)} is not a flow name.`, fix);
    return refuse('E_NAME_RESERVED', `${quote(text)} is a device name on Windows.`, 'Choose another name.');
  });
}

export const cronLeaf = textLeaf(
  { description: 'Five fields: minute, hour, day of month, month, day of week.', limit: 512 },
  (text) => {
    const verdict = parseCron(text);
    return verdict.kind === 'ok' ? { value: text } : refuse(verdict.code, verdict.message, verdict.fix);
  },
);

export const timezoneLeaf = textLeaf(
  { description: 'IANA time zone of `cron`, such as Europe/Berlin.' },
  (text) => {
    const verdict = judgeTimezone(text);
    return verdict.kind === 'ok' ? { value: verdict.timezone } : refuse('E_TZ', verdict.message, verdict.fix);
  },
);

export const anchorLeaf = leaf<string>(
  {
    type: 'string',
    format: 'date-time',
    description:
      'Instant (UTC, whole minute) that the interval counts from, so that deploying does not move it.',
  },
  (value) => {
    const fix = 'Write a whole minute in UTC, such as 2026-01-01T00:00:00Z.';
    if (typeof value !== 'string') return refuseType('an instant', value, fix);
    const at = parseIso(value);
    if (at === undefined || at % 60_000 !== 0)
      return refuse('E_TIME', `${quote(value)} is not a whole minute in UTC.`, fix);
    return { value };
  },
);
