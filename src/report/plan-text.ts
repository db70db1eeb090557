import { isChange, type Plan, type PlannedAction } from '../core/plan.ts';
import { paint, type Terminal } from './terminal.ts';
import { cutLength, oneLine } from './visible.ts';
import { countWords } from './words.ts';

const marks: { readonly [action in PlannedAction]: readonly [string, Parameters<typeof paint>[1]] } = {
  added: ['+', 'green'],
  changed: ['~', 'yellow'],
  restored: ['<', 'yellow'],
  unchanged: ['=', 'dim'],
  removed: ['-', 'red'],
};

const mostReasons = 10;

/** A plan for a terminal: a line for each flow that changes, and why it does. */
export function planText({ flows }: Plan, terminal: Terminal): string {
  const changes = flows.filter(isChange);
  const lines = changes.flatMap(({ flow, action, reasons }) => {
    const [mark, colour] = marks[action];
    const shown = reasons.slice(0, mostReasons).map((reason) => `    ${oneLine(reason)}`);
    return [`  ${paint(`${mark} ${flow}`, colour, terminal)} (${action})`, ...shown];
  });
  const same = countWords(flows.length - changes.length, 'flow');
  const cut = lines.map((line) =>
    line.includes('\u001b[') ? line : cutLength(line, terminal.columns ?? 80),
  );
  return `${[...cut, `${countWords(changes.length, 'change')}; ${same} as deployed.`].join('\n')}\n`;
}
