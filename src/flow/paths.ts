import { quote } from '../core/quote.ts';
import { isBuiltin } from './builtin-modules.ts';
import { refuse, type Verdict } from './leaf.ts';

/** How far below the repository's root a flow's folder is: `flows/<name>`. */
const flowFolderDepth = 2;

/**
 * A path or glob relative to the flow's folder, with `/`. `levelsUp` says how far it may lead out of the folder:
 * never out of the repository.
 */
function judgeRelative(text: string, levelsUp: number): Verdict<string> {
  const isAbsolute = /^(?:\/|~|[A-Za-z]:|\\)/.test(text);
  if (isAbsolute || text.includes('\\')) {
    return refuse(
      'E_PATH_ESCAPE',
      `${quote(text)} is not a relative path.`,
      "Write it from the flow's folder, with `/`.",
    );
  }
  let depth = 0;
  let lowest = 0;
  for (const step of text.split('/')) {
    if (step === '..') depth -= 1;
    else if (step !== '.' && step !== '') depth += 1;
    lowest = Math.min(lowest, depth);
  }
  if (-lowest <= levelsUp) return { value: text };
  const place = levelsUp === 0 ? "the flow's folder" : 'the repository';
  return refuse('E_PATH_ESCAPE', `${quote(text)} leads out of ${place}.`, `Name something inside ${place}.`);
}

/** A file in the flow's folder. `./` in front is dropped. */
export function judgeFlowFile(text: string): Verdict<string> {
  const verdict = judgeRelative(text, 0);
  if ('fault' in verdict) return verdict;
  const plain = text.replace(/^(?:\.\/)+/, '');
  const isPlain =
    plain !== '' && plain.split('/').every((step) => step !== '' && step !== '.' && step !== '..');
  if (isPlain) return { value: plain };
  return refuse(
    'E_PATH_ESCAPE',
    `${quote(text)} does not name a file.`,
    'Write a plain path such as src/main.ts.',
  );
}

const programPattern = /\.(?:[cm]?[jt]s|[jt]sx)$/;

export function judgeEntrypoint(text: string): Verdict<string> {
  const verdict = judgeFlowFile(text);
  if ('fault' in verdict || programPattern.test(verdict.value)) return verdict;
  const message = `${quote(text)} is not a TypeScript or JavaScript file.`;
  return refuse('E_ENTRYPOINT', message, 'For another language write `command`, such as [python, main.py].');
}

export function judgeInput(text: string): Verdict<string> {
  const pattern = text.startsWith('!') ? text.slice(1) : text;
  if (pattern === '')
    return refuse('E_REQUIRED', 'The pattern is empty.', 'Write a glob such as "../../lib/**/*.sql".');
  const verdict = judgeRelative(pattern, flowFolderDepth);
  return 'fault' in verdict ? verdict : { value: text };
}

/** A name by which npm takes packages, without a path behind it. */
const packagePattern = /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-zA-Z0-9~-][a-zA-Z0-9._~-]*$/;

export function judgePackage(text: string): Verdict<string> {
  if (isBuiltin(text))
    return refuse(
      'E_EXTERNAL',
      `${quote(text)} is a module of Node.js.`,
      'Leave it out: it is always there.',
    );
  if (packagePattern.test(text)) return { value: text };
  const message = `${quote(text)} is not the name of a package.`;
  return refuse('E_EXTERNAL', message, 'Write the name alone, such as "@duckdb/node-api".');
}
