import type { Claims, Forge, TickRun } from '../../setup-ports.ts';

/** What a repository on GitHub says of itself; a test changes what it wants to be otherwise. */
export type ForgeFacts = {
  claims: Claims | undefined;
  identity: Awaited<ReturnType<Forge['identity']>>;
  tickRuns: readonly TickRun[] | undefined;
  /** Branch → kinds of the rules that hold for it. */
  readonly rules: Map<string, readonly string[]>;
};

export function memoryForge(
  facts: ForgeFacts,
  onCall: (question: keyof Forge) => void = () => undefined,
): Forge {
  const ask = async <T>(question: keyof Forge, answer: () => T): Promise<T> => {
    onCall(question);
    return answer();
  };
  return {
    claims: () => ask('claims', () => facts.claims),
    identity: () => ask('identity', () => facts.identity),
    tickRuns: () => ask('tickRuns', () => facts.tickRuns),
    branchRules: (branch) => ask('branchRules', () => facts.rules.get(branch) ?? []),
  };
}
