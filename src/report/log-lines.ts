import { visible } from './visible.ts';

/**
 * Text for the log of an Actions job that can never be a workflow command. The runner looks for `##[name` anywhere in a
 * line, and for `::name` behind leading blanks (actions/runner, ActionCommandManager).
 */
export function safeLogText(text: string): string {
  return visible(text).split('\n').map(safeLogLine).join('\n');
}

function safeLogLine(line: string): string {
  const broken = line.replaceAll('##[', '## [');
  return /^\s*::/.test(broken) ? broken.replace('::', ': :') : broken;
}

const mostDraws = 8;

/**
 * Puts lines where the runner obeys no command: second lock on the same door. `drawToken` gives 128 random bits as
 * text; a token that occurs in the lines, which would let them out, is drawn again.
 */
export function fencedLogLines(lines: readonly string[], drawToken: () => string): string[] {
  for (let draw = 0; draw < mostDraws; draw += 1) {
    const token = drawToken();
    const isSafe = /^[A-Za-z0-9-]{16,}$/.test(token) && !lines.some((line) => line.includes(token));
    if (isSafe) return [`::stop-commands::${token}`, ...lines, `::${token}::`];
  }
  return [];
}
