import { artifact, doNotRetry, type FlowContext, flow, log } from 'headgate';
import { load } from './load.ts';

type Parameters = { readonly source: string; readonly table: string; readonly role: string };

export default flow(async ({ parameters: { source, table, role }, slot }: FlowContext<Parameters>) => {
  // The slot is what makes the load repeatable; a run by hand is for the day on which it is started.
  const day = slot ?? new Date(new Date().toISOString().slice(0, 10));
  if (source.trim() === '') throw doNotRetry(new Error('The parameter source is empty.'));
  const loaded = await load({ source, table, role, slot: day });
  log.info('loaded', { table, slot: day, ...loaded });
  artifact.table('Rows', [{ table, 'loaded for': day, rows: loaded.rows, 'replaced rows': loaded.replaced }]);
  return loaded;
});
