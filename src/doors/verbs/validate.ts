import type { Manifest } from '../../core/flow.ts';
import { compiledWarning } from '../../core/plan-warnings.ts';
import { describeProblem, exitCodes, InputError, type Problem } from '../../core/problem.ts';
import { closuresOf } from '../../flow/closure.ts';
import { loadFlows } from '../../flow/discover.ts';
import { countWords } from '../../report/words.ts';
import { problemDocument } from '../documents.ts';
import type { Performed, Site } from '../performed.ts';

/** A flow with packages that come with compiled programs: only a build tells whether a bundle can hold them. */
export type Doubtful = { readonly manifest: Manifest; readonly packages: readonly string[] };

export type ValidFlows = {
  readonly manifests: readonly Manifest[];
  readonly warnings: readonly Problem[];
  readonly doubtful: () => readonly Doubtful[];
};

/** Bundles what is doubtful, where that can be done. */
export type TryBundles = (doubtful: readonly Doubtful[]) => Promise<{
  readonly problems: readonly Problem[];
  readonly untried: readonly Doubtful[];
}>;

/** Every flow of the sources, with what it imports. Throws `InputError` with all that is wrong in all files. */
export async function validFlows({ world, project }: Site): Promise<ValidFlows> {
  const loaded = await loadFlows(world.source, project);
  const closures = await closuresOf(loaded.manifests, world.source);
  const problems = [...loaded.problems, ...closures.problems];
  if (problems.length > 0) throw new InputError(problems);
  const { manifests } = loaded;
  const doubtful = (): readonly Doubtful[] =>
    manifests.flatMap((manifest) => {
      const closure = closures.closures.get(manifest.name);
      const packages = closure === undefined ? [] : closures.compiled(manifest, closure);
      return packages.length === 0 ? [] : [{ manifest, packages }];
    });
  return { manifests, warnings: [...loaded.warnings, ...closures.warnings], doubtful };
}

export async function performValidate(site: Site, tryBundles: TryBundles): Promise<Performed> {
  const { manifests, warnings: found, doubtful } = await validFlows(site);
  const { problems, untried } = await tryBundles(doubtful());
  if (problems.length > 0) throw new InputError(problems);
  const left = untried.map(({ manifest, packages }) =>
    compiledWarning(manifest.name, manifest.file, packages),
  );
  const warnings = [...found, ...left];
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
