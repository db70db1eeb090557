import type { FlowName } from '../../core/flow.ts';
import { parseRunId, type RunId } from '../../core/run.ts';
import { flowPage } from './flow-page.ts';
import { flowListPage, pageCount, runListPage } from './lists.ts';
import { overviewPage } from './overview.ts';
import type { Overview } from './page.ts';
import { flowPath, runPath } from './parts.ts';

/** What a path of the site shows; the same paths in a browser and in a folder of files. */
export type Place =
  | { readonly kind: 'overview' }
  | { readonly kind: 'runs' | 'flows'; readonly page: number }
  | { readonly kind: 'flow'; readonly flow: FlowName }
  | { readonly kind: 'run'; readonly run: RunId }
  | { readonly kind: 'log'; readonly run: RunId };

/** A path without its leading slash; undefined: it cannot be one of ours. */
export function placeOf(path: string): Place | undefined {
  if (path === '' || path === 'index.html') return { kind: 'overview' };
  const [, folder, name = '', end] = /^([a-z-]+)\/([a-z0-9-]{1,80})\.(html|log)$/.exec(path) ?? [];
  if (folder === 'runs') {
    const run = parseRunId(name);
    if (run === undefined) return undefined;
    return end === 'log' ? { kind: 'log', run } : { kind: 'run', run };
  }
  if (end !== 'html') return undefined;
  if (folder === 'flows') return { kind: 'flow', flow: name as FlowName };
  const page = /^[1-9]\d{0,5}$/.test(name) ? Number(name) : undefined;
  if (page === undefined) return undefined;
  if (folder === 'all-runs') return { kind: 'runs', page };
  return folder === 'all-flows' ? { kind: 'flows', page } : undefined;
}

export type PlainPlace = Exclude<Place, { kind: 'run' | 'log' }>;

/** The pages that need no log; undefined: there is nothing of that name. */
export function plainPage(overview: Overview, place: PlainPlace): string | undefined {
  switch (place.kind) {
    case 'overview':
      return overviewPage(overview);
    case 'runs':
      return runListPage(overview, place.page);
    case 'flows':
      return flowListPage(overview, place.page);
    case 'flow': {
      const deployment = overview.registry.deployments.get(place.flow);
      return deployment === undefined ? undefined : flowPage(overview, deployment);
    }
  }
}

/** The paths of all pages but those of the runs. */
export function plainPaths({ state, registry }: Overview): string[] {
  const numbered = (folder: string, entries: number) =>
    Array.from({ length: pageCount(entries) }, (_, index) => `${folder}/${index + 1}.html`);
  return [
    'index.html',
    ...numbered('all-runs', state.runs.size),
    ...numbered('all-flows', registry.deployments.size),
    ...[...registry.deployments.keys()].map(flowPath),
  ];
}

export function runPaths({ state }: Overview): ReadonlyMap<RunId, string> {
  return new Map([...state.runs.values()].map((run) => [run.id, runPath(run)]));
}
