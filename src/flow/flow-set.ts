import type { FlowName, Manifest } from '../core/flow.ts';
import { nearest } from '../core/nearest.ts';
import type { Problem } from '../core/problem.ts';
import { quote } from '../core/quote.ts';
import { type Fault, type Path, placeOfPath, type YamlDocument } from './yaml-node.ts';

export type LoadedFlow = { readonly manifest: Manifest; readonly document: YamlDocument };

/** Rules over all flows together. `folders` are all flows that exist, those with problems of their own included. */
export function flowSetProblems(
  flows: readonly LoadedFlow[],
  folders: ReadonlySet<string>,
): readonly Problem[] {
  return [...upstreamProblems(flows, folders), ...cycleProblems(flows), ...groupProblems(flows)];
}

function problemAt({ document }: LoadedFlow, path: Path, fault: Fault): Problem {
  return { ...fault, place: placeOfPath(document, path, 'value') };
}

function upstreamProblems(flows: readonly LoadedFlow[], folders: ReadonlySet<string>): readonly Problem[] {
  return flows.flatMap((flow) =>
    (flow.manifest.policy.after?.flows ?? []).flatMap((upstream, index) => {
      const path = ['after', 'flows', index];
      const field = `after.flows[${index}]`;
      if (upstream === flow.manifest.name) {
        const message = 'A flow cannot run after itself.';
        return [problemAt(flow, path, { code: 'E_DEP_SELF', field, message, fix: 'Remove it.' })];
      }
      if (folders.has(upstream)) return [];
      const close = nearest(upstream, folders);
      const message = `There is no flow ${quote(upstream)}.`;
      const fix = close === undefined ? 'Name a folder under flows/.' : `Did you mean ${quote(close)}?`;
      return [problemAt(flow, path, { code: 'E_DEP_UNKNOWN', field, message, fix })];
    }),
  );
}

/** One problem for each cycle of `after`, at its first flow by name. Iterative: chains may be long. */
function cycleProblems(flows: readonly LoadedFlow[]): readonly Problem[] {
  const byName = new Map(flows.map((flow) => [flow.manifest.name, flow]));
  const waiting = flowsThatWaitForEver(byName);
  const seen = new Set<FlowName>();
  return [...waiting].sort().flatMap((start) => {
    const cycle = walkToCycle(start, seen, (name) =>
      upstreamsOf(byName.get(name)).find((upstream) => waiting.has(upstream)),
    );
    const first = byName.get(cycle[0] as FlowName);
    return first === undefined ? [] : [cycleProblem(first, cycle, byName)];
  });
}

function upstreamsOf(flow: LoadedFlow | undefined): readonly FlowName[] {
  const own = flow?.manifest.name;
  return (flow?.manifest.policy.after?.flows ?? []).filter((name) => name !== own);
}

/** What is left once flows that wait for nothing are taken away again and again: cycles, and what hangs on them. */
function flowsThatWaitForEver(byName: ReadonlyMap<FlowName, LoadedFlow>): ReadonlySet<FlowName> {
  const downstreams = new Map<FlowName, FlowName[]>([...byName.keys()].map((name) => [name, []]));
  const counts = new Map<FlowName, number>();
  for (const [name, flow] of byName) {
    const known = [...new Set(upstreamsOf(flow))].filter((upstream) => byName.has(upstream));
    counts.set(name, known.length);
    for (const upstream of known) downstreams.get(upstream)?.push(name);
  }
  const left = new Set(byName.keys());
  const free = [...left].filter((name) => counts.get(name) === 0);
  for (let name = free.pop(); name !== undefined; name = free.pop()) {
    left.delete(name);
    for (const next of downstreams.get(name) ?? []) {
      const count = (counts.get(next) ?? 0) - 1;
      counts.set(next, count);
      if (count === 0) free.push(next);
    }
  }
  return left;
}

/** The cycle that a walk upstream from `start` ends in, from its first name on; empty if an earlier walk was there. */
function walkToCycle(
  start: FlowName,
  seen: Set<FlowName>,
  upstreamOf: (name: FlowName) => FlowName | undefined,
): readonly FlowName[] {
  const walked = new Map<FlowName, number>();
  let name: FlowName | undefined = start;
  while (name !== undefined && !seen.has(name)) {
    seen.add(name);
    walked.set(name, walked.size);
    name = upstreamOf(name);
  }
  const from = name === undefined ? undefined : walked.get(name);
  if (from === undefined) return [];
  const cycle = [...walked.keys()].slice(from);
  const first = cycle.indexOf([...cycle].sort()[0] as FlowName);
  return [...cycle.slice(first), ...cycle.slice(0, first)];
}

const shownOfCycle = 20;

function cycleProblem(
  first: LoadedFlow,
  cycle: readonly FlowName[],
  byName: ReadonlyMap<FlowName, LoadedFlow>,
): Problem {
  const shown =
    cycle.length <= shownOfCycle ? [...cycle, cycle[0]] : [...cycle.slice(0, shownOfCycle), '…', cycle[0]];
  const path = shown.join(' → ');
  const isLoop = cycle.some((name) => byName.get(name)?.manifest.policy.after?.when !== 'succeeded');
  const fault = isLoop
    ? { code: 'E_TRIGGER_LOOP', message: `These flows would start each other for ever: ${path}.` }
    : { code: 'E_DEP_CYCLE', message: `These flows wait for each other: ${path}.` };
  return problemAt(first, ['after', 'flows'], {
    ...fault,
    field: 'after.flows',
    fix: 'Remove one of the steps.',
  });
}

function groupProblems(flows: readonly LoadedFlow[]): readonly Problem[] {
  const firsts = new Map<string, { readonly name: FlowName; readonly limit: number }>();
  return flows.flatMap((flow) => {
    const { concurrency } = flow.manifest.policy;
    if (concurrency === undefined) return [];
    const { group, limit } = concurrency;
    const first = firsts.get(group);
    if (first === undefined) firsts.set(group, { name: flow.manifest.name, limit });
    if (first === undefined || first.limit === limit) return [];
    const message = `The group ${quote(group)} has limit ${limit} here and ${first.limit} in the flow ${first.name}.`;
    const fault = {
      code: 'E_CONCURRENCY_LIMIT',
      field: 'concurrency.limit',
      message,
      fix: 'Write the same limit.',
    };
    return [problemAt(flow, ['concurrency', 'limit'], fault)];
  });
}
