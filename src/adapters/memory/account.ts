import type { Account, AccountRule, WayOut } from '../../setup-ports.ts';

/** What an account holds; a test changes what it wants to be otherwise. */
export type AccountFacts = {
  identity: { readonly account: string; readonly arn: string };
  /** Role → whom it trusts. */
  readonly trusts: Map<string, unknown>;
  /** `action resource` of what no role may do. */
  readonly denied: Set<string>;
  readonly clusters: Map<string, { readonly status: string; readonly capacityProviders: readonly string[] }>;
  readonly subnets: Map<string, { readonly network: string; readonly wayOut: WayOut }>;
  readonly securityGroups: Map<string, string>;
  readonly missingImages: Set<string>;
  readonly logGroups: Map<string, { readonly retentionDays?: number }>;
  readonly rules: Map<string, AccountRule>;
  readonly clocks: Map<string, Awaited<ReturnType<Account['clock']>>>;
  quotas: { readonly [capacity in Parameters<Account['fargateQuota']>[0]]: number };
};

/** An account in memory. `onCall` may throw, as AWS does for whom it does not know. */
export function memoryAccount(
  facts: AccountFacts,
  onCall: (question: keyof Account) => void = () => undefined,
): Account {
  const ask = async <T>(question: keyof Account, answer: () => T): Promise<T> => {
    onCall(question);
    return answer();
  };
  const only = <T>(all: ReadonlyMap<string, T>, ids: readonly string[]) =>
    new Map([...all].filter(([id]) => ids.includes(id)));
  return {
    identity: () => ask('identity', () => facts.identity),
    trustOf: (role) => ask('trustOf', () => facts.trusts.get(role)),
    deniedTo: (_, calls) =>
      ask('deniedTo', () =>
        calls.filter(({ action, resource }) => facts.denied.has(`${action} ${resource}`)),
      ),
    cluster: (name) => ask('cluster', () => facts.clusters.get(name)),
    subnets: (ids) => ask('subnets', () => only(facts.subnets, ids)),
    securityGroups: (ids) => ask('securityGroups', () => only(facts.securityGroups, ids)),
    missingImages: (images) =>
      ask('missingImages', () => images.filter((image) => facts.missingImages.has(image))),
    logGroup: (name) => ask('logGroup', () => facts.logGroups.get(name)),
    rule: (name) => ask('rule', () => facts.rules.get(name)),
    clock: (name) => ask('clock', () => facts.clocks.get(name)),
    fargateQuota: (capacity) => ask('fargateQuota', () => facts.quotas[capacity]),
  };
}
