import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Check } from '../../core/check.ts';
import { isoOf } from '../../core/instant.ts';
import type { Checks, CheckToPublish, PublishAnswer } from '../../ports.ts';
import { writeAtomically } from './atomic-files.ts';

/** The check list of a laptop: `checks/<external id>.md` to read, and `.json` for scripts. */
export function localChecks({ directory }: { readonly directory: string }): Checks {
  const folder = path.join(directory, 'checks');
  return {
    isRepeatable: true,
    async publish(checks, budget) {
      const answers: PublishAnswer[] = [];
      for (const [index, item] of checks.entries()) {
        if (index >= budget) answers.push({ kind: 'deferred', reason: 'The budget of requests is used up.' });
        else answers.push(await write(folder, item));
      }
      return answers;
    },
  };
}

/** The external id is the identity, so the same check is always the same file. */
async function write(folder: string, { check, createBefore }: CheckToPublish): Promise<PublishAnswer> {
  const name = fileNameOf(check.externalId);
  if (createBefore === 'never' && !existsSync(path.join(folder, `${name}.json`)))
    return { kind: 'gone', what: 'check', reason: 'its file is not there' };
  await mkdir(folder, { recursive: true });
  await writeAtomically(path.join(folder, `${name}.json`), `${JSON.stringify(check, undefined, 2)}\n`);
  await writeAtomically(path.join(folder, `${name}.md`), pageOf(check));
  return { kind: 'published', checkId: name };
}

function fileNameOf(externalId: string): string {
  return encodeURIComponent(externalId).replaceAll('.', '%2E').replaceAll('*', '%2A').slice(0, 200);
}

function pageOf(check: Check): string {
  const annotations = check.annotations.map(
    ({ path: file, line, level, message }) => `- ${level} at ${file}:${line}: ${message}`,
  );
  return [
    `# ${check.name}: ${check.title}`,
    `${statusWords(check)}, on commit ${check.commit}.`,
    check.summary,
    ...(annotations.length === 0 ? [] : [annotations.join('\n')]),
  ]
    .join('\n\n')
    .concat('\n');
}

function statusWords({ status, startedAt }: Check): string {
  if (status.kind === 'completed') return `${status.conclusion}, ended at ${isoOf(status.at)}`;
  return `${status.kind}, started at ${isoOf(startedAt)}`;
}
