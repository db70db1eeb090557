import { type FlowName, judgeFlowName, longestFlowName } from '../../core/flow.ts';
import type { Problem } from '../../core/problem.ts';
import { quote } from '../../core/quote.ts';

export const languages = ['typescript', 'python'] as const;
export type Language = (typeof languages)[number];

export type NewRequest = { readonly flow: FlowName; readonly language: Language };

type Asked = { readonly name: string; readonly language: string | undefined; readonly problems: Problem[] };

export function newRequestOf({ name, language, problems }: Asked): NewRequest {
  const verdict = judgeFlowName(name);
  if (verdict.kind !== 'ok') problems.push(nameProblem(name, verdict.kind));
  return { flow: name as FlowName, language: languageOf(language, problems) };
}

export function languageOf(language: string | undefined, problems: Problem[]): Language {
  const known = languages.find((candidate) => candidate === (language ?? 'typescript'));
  if (known === undefined) {
    const message = `${quote(language ?? '')} is not a language that it writes.`;
    problems.push({ code: 'E_ENUM', field: 'language', message, fix: 'Write typescript or python.' });
  }
  return known ?? 'typescript';
}

function nameProblem(name: string, kind: 'bad' | 'reserved'): Problem {
  if (kind === 'reserved') {
    const message = `${quote(name)} is a device name on Windows, where no clone could hold it.`;
    return { code: 'E_NAME_RESERVED', field: 'flow', message, fix: 'Choose another name.' };
  }
  const message = `${quote(name)} cannot be the name of a flow.`;
  const fix = `Use 1 to ${longestFlowName} of a-z, 0-9 and single dashes, starting with a letter.`;
  return { code: 'E_NAME', field: 'flow', message, fix };
}
