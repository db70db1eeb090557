import { GetRoleCommand, IAMClient, SimulatePrincipalPolicyCommand } from '@aws-sdk/client-iam';
import type { AccountCall } from '../../../setup-ports.ts';
import { throwFault } from '../faults.ts';
import { type Place, readSettings } from './settings.ts';

export async function trustOf(place: Place, RoleName: string): Promise<unknown> {
  const client = new IAMClient(readSettings(place));
  try {
    const { Role } = await client.send(new GetRoleCommand({ RoleName }));
    // URL-encoded, as all policies that IAM hands out (IAM API reference, GetRole).
    return JSON.parse(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? 'null'));
  } catch (error) {
    if (error instanceof Error && error.name === 'NoSuchEntityException') return undefined;
    throwFault(error, 'GetRole');
  } finally {
    client.destroy();
  }
}

const mostPages = 5;

/** Each call with its own context: one simulation of several takes every action with every resource. */
export async function deniedTo(
  place: Place,
  role: string,
  calls: readonly AccountCall[],
): Promise<readonly AccountCall[]> {
  const client = new IAMClient(readSettings(place));
  const denied: AccountCall[] = [];
  try {
    for (const call of calls) if (!(await isAllowed(client, role, call))) denied.push(call);
    return denied;
  } finally {
    client.destroy();
  }
}

async function isAllowed(client: IAMClient, role: string, call: AccountCall): Promise<boolean> {
  const request = {
    PolicySourceArn: role,
    ActionNames: [call.action],
    ResourceArns: [call.resource],
    ContextEntries: Object.entries(call.context ?? {}).map(([ContextKeyName, value]) => ({
      ContextKeyName,
      ContextKeyType: 'string' as const,
      ContextKeyValues: [value],
    })),
  };
  let marker: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const more = marker === undefined ? {} : { Marker: marker };
    const answer = await client
      .send(new SimulatePrincipalPolicyCommand({ ...request, ...more }))
      .catch((error: unknown) => throwFault(error, 'SimulatePrincipalPolicy'));
    const results = answer.EvaluationResults ?? [];
    if (results.length > 0) return results.every(({ EvalDecision }) => EvalDecision === 'allowed');
    if (answer.Marker === undefined) return false;
    marker = answer.Marker;
  }
  return false;
}
