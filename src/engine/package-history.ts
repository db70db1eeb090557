import type { FlowName } from '../core/flow.ts';
import { packageReasons } from '../core/package-reasons.ts';
import { isChange, type Plan, type PlannedFlow } from '../core/plan.ts';
import type { UsedPackage } from '../core/used-packages.ts';
import { usedPackagesAt } from '../flow/packages/packages.ts';
import type { SourceTree } from '../ports.ts';

/** More flows than anybody reads reasons of; the others are told that their packages changed. */
const mostFlows = 100;

type Files = ReadonlyMap<string, string>;
type Commits = { readonly filesNow: Files; readonly filesAt: ReadonlyMap<string, Files> };

/** Why the packages of flows differ from those that are deployed, as far as the deployed commits can be had. */
export async function packageReasonsOf(
  source: SourceTree,
  { flows }: Plan,
  { filesNow, filesAt }: Commits,
): Promise<ReadonlyMap<FlowName, readonly string[]>> {
  const reasons = new Map<FlowName, readonly string[]>();
  const known = new Map<string, Promise<readonly UsedPackage[]>>();
  const once = (key: string, load: () => Promise<readonly UsedPackage[]>) => {
    const found = known.get(key) ?? load();
    known.set(key, found);
    return found;
  };
  for (const { flow, desired, deployed } of flows.filter(hasOtherPackages).slice(0, mostFlows)) {
    const commit = deployed?.version.commit ?? '';
    const filesThen = filesAt.get(commit);
    const uses = desired?.closure.uses ?? [];
    if (filesThen === undefined || uses.length === 0) continue;
    const key = JSON.stringify(uses.map(({ importer, name }) => [importer, name]));
    const now = await once(key, () => usedPackagesAt(source, filesNow, uses));
    const then = await once(`${commit} ${key}`, () =>
      usedPackagesAt(at(source, { commit, filesThen, filesNow }), filesThen, uses),
    );
    reasons.set(flow, packageReasons(now, then));
  }
  return reasons;
}

function hasOtherPackages(flow: PlannedFlow): boolean {
  return isChange(flow) && flow.parts.includes('packages');
}

type Then = { readonly commit: string; readonly filesThen: Files; readonly filesNow: Files };

/** What is as it was is read here: an old commit may have to be fetched. What cannot be read counts as too large. */
function at(source: SourceTree, { commit, filesThen, filesNow }: Then): Pick<SourceTree, 'read'> {
  const read = async (path: string, limitBytes: number): Promise<Uint8Array | 'too-large'> => {
    if (filesNow.get(path) === filesThen.get(path)) {
      const [content] = await source.read([path], limitBytes);
      return content ?? 'too-large';
    }
    return (await source.readAt?.(commit, [path], limitBytes)) ?? 'too-large';
  };
  return { read: (paths, limitBytes) => Promise.all(paths.map((path) => read(path, limitBytes))) };
}
