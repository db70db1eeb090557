import type { RunReport } from './run-report.ts';
import { failingPlace, hasStackTrace, lastMessage, type SourcePlace } from './stack-trace.ts';

/** What a failed run died of, in its own words, and where. */
export type NamedError = { readonly text: string; readonly place?: SourcePlace };

type Said = Pick<RunReport, 'run' | 'logTail' | 'sourceFiles'> & {
  readonly events?: RunReport['events'] | undefined;
};

/** By what the program told itself, else by the last stack trace of its log; undefined: nobody has to guess. */
export function namedError(report: Said): NamedError | undefined {
  if (report.run.phase.state !== 'failed') return undefined;
  const place = placeOf(report);
  const error = report.events?.finished?.error;
  const [stack, tail] = tracesOf(report);
  const text =
    error !== undefined
      ? `${error.name}: ${error.message}`
      : (place?.message ?? lastMessage(stack) ?? lastMessage(tail) ?? machineError(tail));
  if (text === undefined || text === '') return undefined;
  const line = text.split('\n')[0] ?? '';
  return place === undefined ? { text: line } : { text: line, place };
}

/** The line of the flow's own code that failed, if a stack trace says so. */
export function placeOf({ run, events, logTail, sourceFiles }: Said): SourcePlace | undefined {
  if (run.phase.state !== 'failed') return undefined;
  const source = { flow: run.flow, ...(sourceFiles === undefined ? {} : { files: sourceFiles }) };
  const [stack, tail] = tracesOf({ events, logTail });
  return failingPlace(stack, source) ?? failingPlace(tail, source);
}

/** Whether knowing the files of the commit could tell where the run failed. */
export function hasTrace(report: Said): boolean {
  return report.run.phase.state === 'failed' && tracesOf(report).some(hasStackTrace);
}

function tracesOf({ events, logTail }: Pick<Said, 'events' | 'logTail'>) {
  const stack = events?.finished?.error?.stack?.split('\n') ?? [];
  return [stack, logTail.map(({ text }) => text)] as const;
}

/** The one line that the container runtime prints for an image of another architecture (execve(2), ENOEXEC). */
function machineError(tail: readonly string[]): string | undefined {
  return tail
    .findLast((line) => /^\s*exec \S+: exec format error\s*$|: exec format error\s*$/.test(line))
    ?.trim();
}
