import { type Deployment, emptyRegistry } from '../../../core/deployment.ts';
import { RefusedError } from '../../../core/problem.ts';
import type { FlowRecords } from './flow-records.ts';
import { type FlowFile, flowFileAt, isFlowFolder, registryFile, stateFile } from './layout.ts';
import { assembleRegistry, assembleState } from './records/assemble.ts';
import { decodeDeployment, decodeRuns } from './records/decode.ts';
import { corrupt, parseDocument, type ReadContext, readAs, schemaOf } from './records/document.ts';
import type { Records } from './records/encode.ts';
import { longestFirstBytes, readFirstRegistry, readFirstState } from './records/first-layout.ts';
import { registryDocument, stateDocument } from './records/roots.ts';
import type { CommitTree, TreeFile } from './tree.ts';

/** What the file of a flow holds. */
type Held =
  | { readonly kind: 'deployment'; readonly deployment: Deployment }
  | { readonly kind: 'runs'; readonly records: FlowRecords };

/** What files were found to hold, by blob and path: a blob never changes, so it is read once. */
export type ReadFiles = Map<string, Held & { readonly bytes: number }>;

export type Reading = {
  readonly tree: Pick<CommitTree, 'files' | 'contentOf'>;
  readonly contextOf: ContextOf;
  readonly known: ReadFiles;
};

type ContextOf = (file: string) => ReadContext;

/** A symbolic link, an executable or a submodule in the place of a file is no accident. */
function checkFiles(files: readonly TreeFile[], contextOf: ContextOf): void {
  const modes = new Map(files.map(({ path, mode }) => [path, mode]));
  for (const file of [registryFile, stateFile])
    if (!modes.has(file) && !files.some(({ path }) => path.startsWith(`${file}/`)))
      throw corrupt(contextOf(file), 'the branch does not have this file; it may belong to something else');
  for (const file of files) {
    const isRecord = isFlowFolder(file.path);
    const root = [registryFile, stateFile].find(
      (name) => file.path === name || file.path.startsWith(`${name}/`),
    );
    if (root !== undefined && file.path !== root) throw wrongMode(root, '040000', contextOf);
    if ((isRecord || root !== undefined) && file.mode !== '100644')
      throw wrongMode(file.path, file.mode, contextOf);
    if (isRecord && flowFileAt(file.path) === undefined)
      throw corrupt(contextOf(file.path), 'no file of a flow lies there');
  }
}

function wrongMode(path: string, mode: string, contextOf: ContextOf): RefusedError {
  const { file, restore } = contextOf(path);
  return new RefusedError({
    code: 'E_STATE_MODE',
    place: { file },
    message: `It is not a plain file: git has it with mode ${mode}. Nothing was launched or written.`,
    fix: restore,
  });
}

/** All records of a tree, in the layout of today or in the one before. */
export function readRecords(reading: Reading): Records & { readonly isFirstLayout: boolean } {
  const { contextOf, tree } = reading;
  checkFiles(tree.files, contextOf);
  const [ofRegistry, ofState] = [contextOf(registryFile), contextOf(stateFile)];
  const registryRoot = parseDocument(
    contentAt(reading, registryFile),
    ofRegistry,
    longestFirstBytes.registry,
  );
  const stateRoot = parseDocument(contentAt(reading, stateFile), ofState, longestFirstBytes.state);
  const schemas = [schemaOf(registryRoot, ofRegistry), schemaOf(stateRoot, ofState)];
  if (schemas.includes(1)) {
    const registry = readFirstRegistry(registryRoot, ofRegistry);
    return { registry, state: readFirstState(stateRoot, ofState), isFirstLayout: true };
  }
  const { commit } = readAs(registryDocument, registryRoot, ofRegistry);
  const root = readAs(stateDocument, stateRoot, ofState);
  const { deployments, records } = readFlows(reading);
  const { ticks = [], alerts = [], ...rest } = root;
  const parts = {
    ...rest,
    ticks,
    alerts: [...alerts, ...records.flatMap((record) => record.alerts)],
    runs: records.flatMap(({ runs }) => runs),
    gaps: records.flatMap(({ gaps }) => gaps),
    pauses: records.flatMap(({ pause }) => pause ?? []),
    pastPauses: records.map(({ pastPauses }) => pastPauses),
    troubles: records.flatMap(({ trouble }) => trouble ?? []),
  };
  const registry =
    deployments.length === 0 && commit === undefined
      ? emptyRegistry
      : assembleRegistry({ commit, deployments }, ofRegistry);
  return { registry, state: assembleState(parts, ofState), isFirstLayout: false };
}

function readFlows(reading: Reading): {
  readonly deployments: readonly Deployment[];
  readonly records: readonly FlowRecords[];
} {
  const deployments: Deployment[] = [];
  const records: FlowRecords[] = [];
  for (const { path, oid } of reading.tree.files) {
    const file = flowFileAt(path);
    if (file === undefined) continue;
    const held = reading.known.get(keyOf(oid, path)) ?? readFile(reading, { path, oid }, file);
    if (held.kind === 'deployment') deployments.push(held.deployment);
    else records.push(held.records);
  }
  return { deployments, records };
}

type Blob = { readonly path: string; readonly oid: string };

function readFile({ tree, contextOf, known }: Reading, { path, oid }: Blob, { kind, flow }: FlowFile): Held {
  const context = contextOf(path);
  const content = contentOf(tree, { path, oid }, contextOf);
  const held: Held =
    kind === 'deployment'
      ? { kind, deployment: decodeDeployment(content, flow, context) }
      : { kind, records: decodeRuns(content, flow, context) };
  known.set(keyOf(oid, path), { ...held, bytes: content.length });
  return held;
}

export function keyOf(oid: string, path: string): string {
  return `${oid} ${path}`;
}

function contentAt({ tree, contextOf }: Reading, path: string): Buffer {
  const file = tree.files.find((one) => one.path === path);
  return contentOf(tree, { path, oid: file?.oid ?? '' }, contextOf);
}

function contentOf(tree: Reading['tree'], { path, oid }: Blob, contextOf: ContextOf): Buffer {
  const content = tree.contentOf(oid);
  if (content !== undefined) return content;
  throw corrupt(contextOf(path), 'git has no content for it');
}
