import type { CommanderError } from 'commander';
import type { Problem } from '../../core/problem.ts';
import { isVerb } from './program.ts';

/** What a command line got wrong, in the words of every other mistake. */
export function usageProblem(error: CommanderError, argv: readonly string[]): Problem {
  const [first = '', second = ''] = error.message.replace(/^error: /, '').split('\n');
  const suggestion = /^\((Did you mean .*\?)\)$/.exec(second)?.[1];
  return {
    code: 'E_USAGE',
    message: error.code === 'commander.help' ? 'No verb.' : sentenceOf(first),
    fix: suggestion ?? adviceOf(argv),
  };
}

function sentenceOf(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/\.?$/, '.')}`;
}

function adviceOf([first = '', ...rest]: readonly string[]): string {
  if (isVerb(first)) return `\`headgate ${first} --help\` lists what may be written.`;
  return first.startsWith('-') && rest.some(isVerb)
    ? 'Write the verb first, and options behind it: `headgate <verb> [options]`.'
    : '`headgate --help` lists the verbs.';
}
