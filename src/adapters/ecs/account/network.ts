import type { Account, WayOut } from '../../../setup-ports.ts';
import { throwFault } from '../faults.ts';
import { at, ec2Query, listAt, textAt, type Xml } from './ec2-query.ts';
import type { Place } from './settings.ts';

/** By filter and not by name: what does not exist is then left out instead of failing the rest. */
export async function subnets(place: Place, ids: readonly string[]): ReturnType<Account['subnets']> {
  const found = await itemsOf(place, {
    action: 'DescribeSubnets',
    set: 'subnetSet',
    filter: ['subnet-id', ids],
  });
  const networks = new Map(
    found.map((subnet) => [textAt(subnet, 'subnetId') ?? '', textAt(subnet, 'vpcId') ?? '']),
  );
  if (networks.size === 0) return new Map();
  const tables = await itemsOf(place, {
    action: 'DescribeRouteTables',
    set: 'routeTableSet',
    filter: ['vpc-id', [...new Set(networks.values())]],
  });
  return new Map(
    [...networks].map(([subnet, network]) => [
      subnet,
      { network, wayOut: wayOutOf(tableOf(tables, { subnet, network })) },
    ]),
  );
}

export async function securityGroups(
  place: Place,
  ids: readonly string[],
): ReturnType<Account['securityGroups']> {
  if (ids.length === 0) return new Map();
  const found = await itemsOf(place, {
    action: 'DescribeSecurityGroups',
    set: 'securityGroupInfo',
    filter: ['group-id', ids],
  });
  return new Map(found.map((group) => [textAt(group, 'groupId') ?? '', textAt(group, 'vpcId') ?? '']));
}

/** A subnet that is in no table of its own has the main table of its network. */
function tableOf(
  tables: readonly Xml[],
  { subnet, network }: { readonly subnet: string; readonly network: string },
): Xml | undefined {
  const associations = (table: Xml) => listAt(at(table, 'associationSet'), 'item');
  const own = tables.find((table) =>
    associations(table).some((association) => textAt(association, 'subnetId') === subnet),
  );
  const isMain = (association: Xml) => textAt(association, 'main') === 'true';
  return (
    own ?? tables.find((table) => textAt(table, 'vpcId') === network && associations(table).some(isMain))
  );
}

function wayOutOf(table: Xml | undefined): WayOut {
  const route = listAt(at(table, 'routeSet'), 'item').find(
    (candidate) =>
      textAt(candidate, 'destinationCidrBlock') === '0.0.0.0/0' && textAt(candidate, 'state') !== 'blackhole',
  );
  if (route === undefined) return 'none';
  return textAt(route, 'gatewayId')?.startsWith('igw-') === true ? 'internet-gateway' : 'other';
}

type Listing = {
  readonly action: string;
  readonly set: string;
  readonly filter: readonly [name: string, values: readonly string[]];
};

const mostPages = 10;

async function itemsOf(place: Place, { action, set, filter }: Listing): Promise<readonly Xml[]> {
  const [name, values] = filter;
  const parameters = Object.fromEntries([
    ['Filter.1.Name', name],
    ...values.map((value, index) => [`Filter.1.Value.${index + 1}`, value]),
  ]);
  const items: Xml[] = [];
  let token: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const more = token === undefined ? {} : { NextToken: token };
    const answer = await ec2Query(place, action, { ...parameters, ...more }).catch((error: unknown) =>
      throwFault(error, action),
    );
    const body = at(answer, `${action}Response`);
    if (body === undefined) throw new Error(`EC2 answered ${action} with something else.`);
    items.push(...listAt(at(body, set), 'item'));
    token = textAt(body, 'nextToken');
    if (token === undefined) break;
  }
  return items;
}
