import type { Manifest } from '../../core/flow.ts';
import { describeProblem, exitCodes, InputError, type Problem } from '../../core/problem.ts';
import { closuresOf } from '../../flow/closure.ts';
import { loadFlows } from '../../flow/discover.ts';
import { countWords } from '../../report/words.ts';
import { problemDocument } from '../documents.ts';
import type { Performed, Site } from '../performed.ts';

export type ValidFlows = { readonly manifests: readonly Manifest[]; readonly warnings: readonly Problem[] };

/** Every flow of the sources, with what it imports. Throws `InputError` with all that is wrong in all files. */
export async function validFlows({ world, project }: Site): Promise<ValidFlows> {
  const loaded = await loadFlows(world.source, project);
  const closures = await closuresOf(loaded.manifests, world.source);
  const problems = [...loaded.problems, ...closures.problems];
  if (problems.length > 0) throw new InputError(problems);
  return { manifests: loaded.manifests, warnings: [...loaded.warnings, ...closures.warnings] };
}

export async function performValidate(site: Site): Promise<Performed> {
  const { manifests, warnings } = await validFlows(site);
  for (const warning of warnings) site.world.log.warn(describeProblem(warning));
  return {
    exitCode: exitCodes.done,
    document: {
      verb: 'validate',
      isOk: true,
      flows: manifests.map(({ name }) => name),
      warnings: warnings.map(problemDocument),
    },
    text: `${countWords(manifests.length, 'flow')}: nothing is wrong.\n`,
  };
}
