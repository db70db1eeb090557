import type { Problem } from '../../../core/problem.ts';
import type { Network, Placement } from '../../../core/project.ts';
import type { WayOut } from '../../../setup-ports.ts';
import type { Examination, Site } from '../../performed.ts';
import { type Placed, placedOf } from './placed.ts';
import { asking } from './unexamined.ts';

export function networkExaminations(site: Site): readonly Examination[] {
  const placed = placedOf(site);
  if (placed === undefined) return [];
  const networks = networksOf(placed.aws);
  return [
    {
      name: 'subnets have a way out',
      look: () =>
        asking(async () => (await Promise.all(networks.map((one) => subnetProblems(placed, one)))).flat()),
    },
    {
      name: 'security groups are there',
      look: () =>
        asking(async () => (await Promise.all(networks.map((one) => groupProblems(placed, one)))).flat()),
    },
  ];
}

/** A network, and the key of headgate.yml that says it. */
type Named = { readonly field: string; readonly network: Network };

function networksOf(aws: Placement): readonly Named[] {
  const further = Object.entries(aws.networks ?? {});
  return [
    { field: 'aws', network: aws },
    ...further.map(([name, network]) => ({ field: `aws.networks.${name}`, network })),
  ];
}

async function subnetProblems({ account }: Placed, { field, network }: Named): Promise<Problem[]> {
  const found = await account.subnets(network.subnets);
  const problems = network.subnets.flatMap((subnet): Problem[] => {
    const facts = found.get(subnet);
    if (facts === undefined) return [missing(`${field}.subnets`, `subnet ${subnet}`)];
    const problem = wayOutProblem(subnet, facts.wayOut, network.assignPublicIp);
    return problem === undefined ? [] : [{ field: `${field}.subnets`, ...problem }];
  });
  const networks = new Set([...found.values()].map((facts) => facts.network));
  if (networks.size <= 1) return problems;
  const message = `The subnets are of different networks: ${[...networks].join(', ')}.`;
  return [
    ...problems,
    { code: 'E_AWS_NETWORK', field: `${field}.subnets`, message, fix: 'Name subnets of one.' },
  ];
}

function wayOutProblem(subnet: string, wayOut: WayOut, isPublic: boolean): Problem | undefined {
  if (wayOut === 'other' || (wayOut === 'internet-gateway' && isPublic)) return undefined;
  if (wayOut === 'internet-gateway')
    return {
      code: 'E_AWS_NETWORK',
      message: `${subnet} leads to the internet only for who has a public address, and ECS tasks get none.`,
      fix: 'Set `assign-public-ip: true`, or name subnets behind a NAT.',
    };
  return {
    code: 'W_NO_WAY_OUT',
    message: `${subnet} has no route to the internet, by which images, logs and secrets are reached.`,
    fix: 'Give it a route through a NAT. Endpoints for ECR, S3, CloudWatch Logs and Secrets Manager in the network do as well.',
  };
}

async function groupProblems({ account }: Placed, { field, network }: Named): Promise<Problem[]> {
  const found = await account.securityGroups(network.securityGroups);
  const subnets = await account.subnets(network.subnets);
  const home = [...subnets.values()][0]?.network;
  return network.securityGroups.flatMap((group): Problem[] => {
    const at = found.get(group);
    const key = `${field}.security-groups`;
    if (at === undefined) return [missing(key, `security group ${group}`)];
    if (home === undefined || at === home) return [];
    const message = `The security group ${group} is of the network ${at}, the subnets are of ${home}.`;
    return [
      {
        code: 'E_AWS_NETWORK',
        field: key,
        message,
        fix: 'Name security groups of the network of the subnets.',
      },
    ];
  });
}

function missing(field: string, what: string): Problem {
  return {
    code: 'E_AWS_NETWORK',
    field,
    message: `There is no ${what} in this account and region.`,
    fix: 'Name one that exists, or run `headgate setup`.',
  };
}
