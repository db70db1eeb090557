import { type FlowName, judgeFlowName, type Manifest } from '../core/flow.ts';
import type { Problem } from '../core/problem.ts';
import type { Project } from '../core/project.ts';
import { quote } from '../core/quote.ts';
import { type Found, judgeDocument, problemsOf } from './judge.ts';
import { ruleFaults } from './rules.ts';
import { defaultsSchema, manifestSchema, type WrittenDefaults, type WrittenManifest } from './schema.ts';
import { settle } from './settle.ts';
import { textFaults } from './texts.ts';
import { readYaml } from './yaml.ts';
import { jsonOf, type YamlDocument } from './yaml-node.ts';

export type ManifestSource = {
  /** The flow's folder under `flows/`, which is its name. */
  readonly folder: string;
  /** Path of the file in the repository. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly project: Project;
  /** Every folder under `flows/`, to tell a wrong name from one that another flow has. */
  readonly folders?: ReadonlySet<string>;
};

export type ParsedManifest = {
  /** Present if there are no problems. */
  readonly manifest?: Manifest;
  readonly problems: readonly Problem[];
  /** The file as read, for rules over several flows. */
  readonly document?: YamlDocument;
};

/** From the bytes of a `flow.yml` to a manifest, or to everything that is wrong with it. */
export function parseManifest(source: ManifestSource): ParsedManifest {
  const folderVerdict = judgeFlowName(source.folder);
  if (folderVerdict.kind !== 'ok') return { problems: [folderProblem(source.folder, source.file)] };
  const read = readYaml({ file: source.file, bytes: source.bytes });
  const { document } = read;
  if (document === undefined) return { problems: read.problems };
  const { manifest, found } = judgeManifest(document, folderVerdict.name, source);
  const problems = inOrder([...read.problems, ...unplaced(problemsOf(found, document), read.problems)]);
  return manifest === undefined || problems.length > 0
    ? { problems, document }
    : { manifest, problems, document };
}

function judgeManifest(document: YamlDocument, name: FlowName, source: ManifestSource) {
  const judged = judgeDocument<WrittenManifest>(manifestSchema, jsonOf(document.root));
  const found = [...judged.found, ...textFaults(document.root)];
  if (judged.value === undefined) return { manifest: undefined, found };
  const written = judged.value;
  const { file, project } = source;
  const manifest = settle({ name, file, written, defaults: defaultsOf(project) });
  const raw = jsonOf(document.root);
  found.push(...nameFaults(written.name, source), ...ruleFaults({ manifest, written, raw, project }));
  return { manifest, found };
}

const readDefaults = new WeakMap<Project, WrittenDefaults>();

/** The project's defaults, judged once: `parseProject` has refused the faulty ones. */
function defaultsOf(project: Project): WrittenDefaults {
  const known = readDefaults.get(project);
  if (known !== undefined) return known;
  const defaults = defaultsSchema.parse(project.defaults) as WrittenDefaults;
  readDefaults.set(project, defaults);
  return defaults;
}

function nameFaults(name: string | undefined, { folder, folders, file }: ManifestSource): readonly Found[] {
  if (name === undefined || name === folder) return [];
  const isTaken = folders?.has(name) === true;
  const message = isTaken
    ? `${quote(name)} is the name of the flow in flows/${name}; this one is in flows/${folder}.`
    : `The flow is called ${quote(name)}, its folder ${quote(folder)}.`;
  const code = isTaken ? 'E_NAME_COLLISION' : 'E_NAME_DIR_MISMATCH';
  const fix = `Remove \`name\` from ${file}: the folder's name is the flow's name.`;
  return [{ path: ['name'], at: 'value', fault: { code, message, fix } }];
}

/** A folder whose name cannot be the name of a flow. */
export function folderProblem(folder: string, file: string): Problem {
  const isReserved = judgeFlowName(folder).kind === 'reserved';
  const message = isReserved
    ? `The folder ${quote(folder)} is called like a device on Windows.`
    : `The folder ${quote(folder)} cannot be the name of a flow.`;
  const fix = 'Rename it: a-z, 0-9 and single dashes, starting with a letter, at most 48 characters.';
  return { code: isReserved ? 'E_NAME_RESERVED' : 'E_FLOW_DIR_NAME', place: { file }, message, fix };
}

const keyOf = ({ place }: Problem): string => `${place?.line}:${place?.column}`;

/** A value that cannot be read for sure is not judged any further: one problem a place. */
function unplaced(problems: readonly Problem[], earlier: readonly Problem[]): readonly Problem[] {
  const taken = new Set(earlier.map(keyOf));
  return problems.filter((problem) => !taken.has(keyOf(problem)));
}

export function inOrder(problems: readonly Problem[]): readonly Problem[] {
  const line = (problem: Problem): number => problem.place?.line ?? 0;
  const column = (problem: Problem): number => problem.place?.column ?? 0;
  return [...problems].sort((a, b) => line(a) - line(b) || column(a) - column(b));
}
