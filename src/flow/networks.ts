import type { Json } from '../core/json.ts';
import type { Network, Placement } from '../core/project.ts';
import { quote } from '../core/quote.ts';
import { type Found, valueAt } from './judge.ts';
import type { WrittenProject } from './schema-project.ts';

type Written = NonNullable<NonNullable<WrittenProject['aws']>['networks']>;

/** What a network leaves out is as in `aws`. */
export function networksOf(written: Written, own: Network): NonNullable<Placement['networks']> {
  return Object.fromEntries(
    Object.entries(written).map(([name, network]) => [
      name,
      {
        subnets: network.subnets ?? own.subnets,
        securityGroups: network['security-groups'] ?? own.securityGroups,
        assignPublicIp: network['assign-public-ip'] ?? own.assignPublicIp,
        ...(network.flows === undefined ? {} : { flows: network.flows }),
      },
    ]),
  );
}

const networkName = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const longestName = 48;

/** A flow has one network. */
function twiceFaults(aws: WrittenProject['aws'], name: string): Found[] {
  const networks = aws?.networks ?? {};
  const names = Object.keys(networks);
  return (networks[name]?.flows ?? []).flatMap((flow, index) => {
    const first = names.find((other) => networks[other]?.flows?.includes(flow) === true);
    if (first === name) return [];
    const message = `The flow ${quote(flow)} is kept for the network ${quote(first)} already.`;
    const fault = { code: 'E_NETWORK_NOT_ALLOWED', message, fix: 'Name it once.' };
    return [{ path: ['aws', 'networks', name, 'flows', index], at: 'value', fault }];
  });
}

/** `raw` still has what was faulty: a network of which nothing else is left is not an empty one. */
export function networkFaults({ aws }: WrittenProject, raw: Json): readonly Found[] {
  return Object.keys(aws?.networks ?? {}).flatMap((name): Found[] => {
    const path = ['aws', 'networks', name];
    if (name.length > longestName || !networkName.test(name)) {
      const fix = `Use a-z, 0-9 and single dashes, starting with a letter, at most ${longestName} characters.`;
      const fault = { code: 'E_NAME', message: `${quote(name)} is not the name of a network.`, fix };
      return [{ path, at: 'key', fault }];
    }
    if (Object.keys(valueAt(raw, path) ?? {}).some((key) => key !== 'flows')) return twiceFaults(aws, name);
    const message = 'It says nothing, so it would be the network of `aws`.';
    const fix = 'Write `subnets`, `security-groups` or `assign-public-ip`, or remove it.';
    return [{ path, at: 'key', fault: { code: 'E_REQUIRED', message, fix } }];
  });
}
