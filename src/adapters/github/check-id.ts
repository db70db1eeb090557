/**
 * What GitHub calls a check run: REST by a number, GraphQL by a node id. State keeps both as `30000000001/CR_kwDO…`;
 * an older state has the number alone.
 */
export type CheckId = { readonly number: number; readonly node?: string };

const pattern = /^(\d{1,15})(?:\/([A-Za-z0-9_+/-]{1,150}={0,2}))?$/;

export function parseCheckId(text: string): CheckId | undefined {
  const [, number, node] = pattern.exec(text) ?? [];
  return number === undefined ? undefined : idOf(Number(number), node);
}

export function formatCheckId({ number, node }: CheckId): string {
  return node === undefined ? String(number) : `${number}/${node}`;
}

/** As an answer of REST has it. */
export function restId(run: { readonly id: number | bigint; readonly node_id?: string }): CheckId {
  return idOf(Number(run.id), run.node_id);
}

/** `permalink` is the address of the page, which ends in the number: the `databaseId` of GraphQL has 32 bits, too few. */
export function graphqlId(run: { readonly id: unknown; readonly permalink?: unknown }): CheckId | undefined {
  const number = /\/runs\/(\d{1,15})$/.exec(String(run.permalink ?? ''))?.[1];
  return number === undefined || typeof run.id !== 'string' ? undefined : idOf(Number(number), run.id);
}

function idOf(number: number, node: string | undefined): CheckId {
  return node === undefined ? { number } : { number, node };
}
