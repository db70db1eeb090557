import type { FingerprintPart } from './deployment.ts';
import type { PlannedAction } from './desired.ts';
import type { FileChange } from './file-changes.ts';
import type { MissedChange } from './missed-change.ts';

export type Difference = {
  readonly action: PlannedAction;
  /** It was deployed once and removed since. */
  readonly isRetired: boolean;
  readonly parts: readonly FingerprintPart[];
  readonly policyKeys: readonly string[];
  readonly files: readonly FileChange[];
  /** Which packages differ, in words; empty if that cannot be told. */
  readonly packages: readonly string[];
  /** Its revision cannot be used any more, or somebody wants another. */
  readonly again?: 'deregistered' | 'forced';
  /** Only its bundle shows that it changed. */
  readonly missed?: Pick<MissedChange, 'behind'>;
};

const mostFiles = 20;
const mostPackages = 10;

const partReasons: { readonly [part in FingerprintPart]: string } = {
  code: 'its files changed',
  packages: 'the packages that it uses changed',
  image: 'the Dockerfile, what it takes, or what is kept from it, changed',
  manifest: 'its manifest changed in what ends in the task definition',
  placement: 'the AWS placement of the project changed',
};

const againReasons = {
  deregistered: 'somebody deregistered its task definition',
  forced: 'it is to be registered again',
} as const;

function firstReasons({ action, again }: Difference): readonly string[] {
  const restored = action === 'restored' ? ['an earlier version is wanted again'] : [];
  return again === undefined ? restored : [againReasons[again], ...restored];
}

/** Why a flow is deployed anew, in words. */
export function reasonsFor(difference: Difference): readonly string[] {
  const { action, isRetired, parts, policyKeys, files, missed } = difference;
  if (missed !== undefined)
    return [`its bundle changed, though nothing that it was known to use did: ${missed.behind}`];
  const first = firstReasons(difference);
  if (parts.length === 0 && policyKeys.length === 0) {
    if (isRetired) return [...first, 'it was removed before and is back'];
    if (difference.again !== undefined) return first;
    return action === 'added' ? ['it is new'] : [...first, 'its policy changed'];
  }
  const hasFileReason = parts.includes('code') || parts.includes('image');
  const named = hasFileReason ? files.slice(0, mostFiles).map(fileReason) : [];
  const rest = files.length > mostFiles ? [`and ${files.length - mostFiles} more files`] : [];
  const packages = parts.includes('packages') ? packageReasons(difference.packages) : [];
  const explained = new Set<FingerprintPart>(named.length > 0 ? ['code', 'image'] : []);
  if (packages.length > 0) explained.add('packages');
  const keys = policyKeys.length === 0 ? [] : [`${policyKeys.map((key) => `\`${key}\``).join(', ')} changed`];
  const general = parts.filter((part) => !explained.has(part)).map((part) => partReasons[part]);
  return [...first, ...named, ...(named.length > 0 ? rest : []), ...packages, ...general, ...keys];
}

function packageReasons(packages: readonly string[]): readonly string[] {
  const rest = packages.length - mostPackages;
  return [...packages.slice(0, mostPackages), ...(rest > 0 ? [`and ${rest} more packages`] : [])];
}

/** `lib/money.ts changed, imported by lib/prices.ts, imported by flows/a/index.ts`. */
function fileReason({ path, kind, chain }: FileChange): string {
  const importers = chain.slice(0, -1).reverse();
  const words = { added: 'is new', changed: 'changed', deleted: 'was deleted' }[kind];
  return [`\`${path}\` ${words}`, ...importers.map((importer) => `imported by \`${importer}\``)].join(', ');
}
