import type { TemplateName } from '../../../src/doors/setup/templates.ts';
import type { Proposal, Stack, StackRequest, Stacks } from '../../../src/setup-ports.ts';
import { stackOf } from '../../infrastructure/stacks.ts';

export type MemoryStacks = Stacks & {
  readonly made: Map<string, Stack & { readonly request: StackRequest }>;
  readonly open: Set<string>;
  readonly calls: string[];
  /** Log groups and the identity provider that exist, ECS tasks that run. */
  readonly account: {
    logGroups: readonly string[];
    running: number;
    identityProvider?: string;
    denial?: Error;
  };
};

/** Stacks in memory. Outputs are those that the shipped templates give for the parameters. */
export function memoryStacks(): MemoryStacks {
  const made = new Map<string, Stack & { readonly request: StackRequest }>();
  const requests = new Map<string, StackRequest>();
  const open = new Set<string>();
  const calls: string[] = [];
  const account: MemoryStacks['account'] = { logGroups: [], running: 0 };
  return {
    made,
    open,
    calls,
    account,
    find: async (name) => made.get(name),
    async propose(request) {
      calls.push(`propose ${request.name}`);
      const before = made.get(request.name);
      if (before !== undefined && isSame(before.request, request)) return undefined;
      const changeSet = `arn:${request.name}`;
      requests.set(changeSet, request);
      open.add(changeSet);
      const change = {
        action: before === undefined ? 'Add' : 'Modify',
        type: 'AWS::X',
        resource: 'It',
        isReplaced: false,
      };
      return { stack: request.name, changeSet, isNew: before === undefined, changes: [change] };
    },
    async discard({ changeSet }: Proposal) {
      open.delete(changeSet);
    },
    async execute({ stack, changeSet }: Proposal) {
      calls.push(`execute ${stack}`);
      open.delete(changeSet);
      const request = requests.get(changeSet);
      if (request === undefined) throw new Error(`There is no ${changeSet}`);
      const name = stack.slice(stack.lastIndexOf('-') + 1) as TemplateName;
      const { outputs } = stackOf(name, Object.fromEntries(request.parameters));
      const result = {
        name: stack,
        status: 'CREATE_COMPLETE',
        parameters: request.parameters,
        outputs: new Map(Object.entries<string>(outputs)),
        request,
      };
      made.set(stack, result);
      return result;
    },
    resources: async () => [
      { type: 'AWS::Logs::LogGroup', resource: 'Log' },
      { type: 'AWS::IAM::Role', resource: 'Role' },
    ],
    async remove(name) {
      calls.push(`remove ${name}`);
      made.delete(name);
    },
    hasLogGroup: async (name) => account.logGroups.includes(name),
    findIdentityProvider: async () => account.identityProvider,
    async createServiceRole() {
      calls.push('create the role of ECS');
      if (account.denial !== undefined) throw account.denial;
    },
    failureOf: async () => 'GitHub: it exists already',
    countRunning: async () => account.running,
  };
}

function isSame(a: StackRequest, b: StackRequest): boolean {
  const text = ({ template, parameters }: StackRequest) => JSON.stringify([template, [...parameters].sort()]);
  return text(a) === text(b);
}
