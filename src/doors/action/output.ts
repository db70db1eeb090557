import { randomBytes } from 'node:crypto';
import * as core from '@actions/core';
import type { JsonObject } from '../../core/json.ts';
import { describeProblem, type Problem } from '../../core/problem.ts';
import type { Log } from '../../ports.ts';
import { fencedLogLines, safeLogText } from '../../report/log-lines.ts';
import { createOutgoing, type Outgoing } from '../../report/outgoing.ts';
import type { Redactor } from '../../report/redact.ts';
import { problemDocument } from '../documents.ts';
import type { Failure } from '../failure.ts';
import type { Performed } from '../performed.ts';

/** GitHub takes 1 MB of outputs per job, all of them together. */
const longestOutputBytes = 900_000;

/** Lines of the job's log: nothing that comes from outside can become a workflow command. */
export function jobLog(redact: Redactor): Log {
  return {
    info: (text) => core.info(safeLogText(redact(text))),
    warn: (text) => core.warning(safeLogText(redact(text))),
  };
}

/** The outputs that `action.yml` declares, the job summary, and the text in the log: all of it redacted. */
export async function writeOutputs(performed: Performed, outgoing: Outgoing): Promise<void> {
  setOutputs(outgoing.document(performed.document));
  printText(outgoing.whole(performed.text));
  if (performed.summary !== undefined) await addToSummary(outgoing.whole(performed.summary));
}

/**
 * Lines that a flow printed are among it. No line of them can be a command any more, and where one might have been, the
 * runner is told to obey none as well. Both lines of the fence are seen in the log, so there is none without need.
 */
function printText(text: string): void {
  const lines = safeLogText(text).split('\n');
  const needsFence = /::|##\[/.test(text);
  const shown = needsFence ? fencedLogLines(lines, () => randomBytes(16).toString('hex')) : lines;
  core.info(shown.join('\n'));
}

/** Each output has a value after each command: an expression such as `fromJSON` fails on an empty text. */
function setOutputs(document: JsonObject): void {
  let left = longestOutputBytes;
  const set = (name: string, text: string): void => {
    left -= Buffer.byteLength(text);
    core.setOutput(name, text);
  };
  set('changed', JSON.stringify(document['changed'] ?? []));
  set('images', JSON.stringify(document['images'] ?? { include: [] }));
  core.setOutput('unfinished', document['isUnfinished'] === true ? 'true' : 'false');
  core.setOutput('next-wake', document['nextWake'] ?? '');
  set('runs', runsText(document, left / 2));
  set('result', resultText(document, left));
}

/** Those that fit, from the first: a tick may have started a thousand, and a result that is cut says so. */
function runsText(document: JsonObject, limitBytes: number): string {
  const runs = document['runs'] ?? [];
  const whole = JSON.stringify(runs);
  if (!Array.isArray(runs) || Buffer.byteLength(whole) <= limitBytes) return whole;
  let bytes = '[]'.length;
  const first = runs.findIndex((run) => {
    bytes += Buffer.byteLength(JSON.stringify(run)) + ','.length;
    return bytes > limitBytes;
  });
  return JSON.stringify(runs.slice(0, Math.max(first, 0)));
}

async function addToSummary(text: string): Promise<void> {
  const hasSummaryFile = (process.env['GITHUB_STEP_SUMMARY'] ?? '') !== '';
  if (hasSummaryFile) await core.summary.addRaw(text, true).write();
}

/** A result that GitHub would refuse is replaced by one that says so. */
function resultText(document: JsonObject, limitBytes: number): string {
  const text = JSON.stringify(document);
  if (Buffer.byteLength(text) <= limitBytes) return text;
  return JSON.stringify({ verb: document['verb'] ?? null, isCut: true, bytes: Buffer.byteLength(text) });
}

/** What went wrong: on the files that it is in, in the job summary, and in the output `result`. */
export async function writeFailure(
  { problems, stack }: Pick<Failure, 'problems' | 'stack'>,
  { command, redact }: { readonly command: string; readonly redact: Redactor },
): Promise<void> {
  const clean = problems.map((problem) => redacted(problem, redact));
  annotate(clean);
  if (stack !== undefined) printText(redact(stack));
  setOutputs({ verb: command, isOk: false, problems: clean.map(problemDocument) });
  const outgoing = createOutgoing(redact);
  await addToSummary(summaryOf(clean, outgoing));
}

/** GitHub takes 1 MiB of a step's summary, and drops one that is longer as a whole. */
const longestSummaryBytes = 512 * 1024;
const mostProblemsShown = 500;

function summaryOf(problems: readonly Problem[], outgoing: Outgoing): string {
  const lines: string[] = [];
  let bytes = 0;
  for (const problem of problems.slice(0, mostProblemsShown)) {
    const line = `- ${outgoing.inline(describeProblem(problem))}\n`;
    bytes += Buffer.byteLength(line);
    if (bytes > longestSummaryBytes) break;
    lines.push(line);
  }
  const left = problems.length - lines.length;
  return `${lines.join('')}${left === 0 ? '' : `- and ${left} more, which the log names.\n`}`;
}

/** What git and servers say is quoted in messages, and may hold what they were given. */
function redacted(problem: Problem, redact: Redactor): Problem {
  const { fix } = problem;
  return { ...problem, message: redact(problem.message), ...(fix === undefined ? {} : { fix: redact(fix) }) };
}

function annotate(problems: readonly Problem[]): void {
  for (const problem of problems) {
    const { place } = problem;
    core.error(safeLogText(describeProblem(problem)), {
      title: problem.code,
      ...(place === undefined ? {} : { file: place.file }),
      ...(place?.line === undefined ? {} : { startLine: place.line }),
      ...(place?.column === undefined ? {} : { startColumn: place.column }),
    });
  }
}
