import { type BuildRecord, type BuiltFile, type FlowBuild, isUnbuilt, type Unbuilt } from './build-record.ts';
import { type FlowName, judgeFlowName } from './flow.ts';
import type { Problem } from './problem.ts';

/** A record as text. Flows share most of what they are made of, so that each name is written once. */

const format = 1;

/** What is longer was not written by a build of Headgate. */
export const recordLimitBytes = 64 * 1_024 * 1_024;
const mostFlows = 20_000;
const mostNames = 500_000;
const longestName = 4_096;
const mostProblems = 20;
const longestText = 2_000;

export function buildRecordText(record: BuildRecord): string {
  const files = new Table<string>();
  const packages = new Table<string>();
  const absent = new Table<string>();
  const flows = [...record].map(([flow, build]) => [
    flow,
    isUnbuilt(build)
      ? { unbuilt: build.unbuilt.slice(0, mostProblems).map(problemFields) }
      : {
          bundle: build.bundle,
          files: build.files.map(({ path, blob }) => files.indexOf(`${path}\0${blob}`)),
          packages: build.packages.map((name) => packages.indexOf(name)),
          absent: build.absent.map((name) => absent.indexOf(name)),
        },
  ]);
  const document = {
    format,
    files: files.items.map((item) => item.split('\0')),
    packages: packages.items,
    absent: absent.items,
    flows: Object.fromEntries(flows),
  };
  return `${JSON.stringify(document)}\n`;
}

class Table<T> {
  readonly items: T[] = [];
  readonly #indices = new Map<T, number>();

  indexOf(item: T): number {
    const known = this.#indices.get(item);
    if (known !== undefined) return known;
    this.#indices.set(item, this.items.length);
    return this.items.push(item) - 1;
  }
}

/** Undefined for whatever no build of Headgate has written: to the last key. */
export function parseBuildRecord(text: string): BuildRecord | undefined {
  if (text.length > recordLimitBytes) return undefined;
  const document = objectWith(parseJson(text), ['format', 'files', 'packages', 'absent', 'flows']);
  if (document?.['format'] !== format) return undefined;
  const files = listOf(document['files'], fileOf);
  const packages = listOf(document['packages'], nameOf);
  const absent = listOf(document['absent'], nameOf);
  const flows = document['flows'];
  if (files === undefined || packages === undefined || absent === undefined || !isObject(flows))
    return undefined;
  const entries = Object.entries(flows);
  if (entries.length > mostFlows) return undefined;
  const record = new Map<FlowName, FlowBuild | Unbuilt>();
  for (const [name, value] of entries) {
    const verdict = judgeFlowName(name);
    const build = unbuiltOf(value) ?? flowOf(value, { files, packages, absent });
    if (verdict.kind !== 'ok' || build === undefined) return undefined;
    record.set(verdict.name, build);
  }
  return record;
}

type Tables = {
  readonly files: readonly BuiltFile[];
  readonly packages: readonly string[];
  readonly absent: readonly string[];
};

function flowOf(value: unknown, tables: Tables): FlowBuild | undefined {
  const flow = objectWith(value, ['bundle', 'files', 'packages', 'absent']);
  const bundle = flow?.['bundle'];
  if (flow === undefined || typeof bundle !== 'string' || !/^[0-9a-f]{64}$/.test(bundle)) return undefined;
  const files = itemsAt(flow['files'], tables.files);
  const packages = itemsAt(flow['packages'], tables.packages);
  const absent = itemsAt(flow['absent'], tables.absent);
  if (files === undefined || packages === undefined || absent === undefined) return undefined;
  return { bundle, files, packages, absent };
}

function unbuiltOf(value: unknown): Unbuilt | undefined {
  const problems = listOf(objectWith(value, ['unbuilt'])?.['unbuilt'], problemOf);
  return problems === undefined || problems.length === 0 || problems.length > mostProblems
    ? undefined
    : { unbuilt: problems };
}

/** Flat, so that what is read can be held to its shape in a line each. */
function problemFields({ code, message, place, fix }: Problem): ProblemFields {
  const short = (text: string): string => text.slice(0, longestText);
  return [
    code,
    short(message),
    short(fix ?? ''),
    short(place?.file ?? ''),
    place?.line ?? 0,
    place?.column ?? 0,
  ];
}

type ProblemFields = readonly [string, string, string, string, number, number];

function problemOf(value: unknown): Problem | undefined {
  if (!Array.isArray(value) || value.length !== 6) return undefined;
  const [code, message, fix, file] = value.slice(0, 4).map(textOf);
  const [line, column] = value.slice(4).map(countOf);
  if (code === undefined || !/^E_[A-Z_]{1,60}$/.test(code)) return undefined;
  if (message === undefined || fix === undefined || file === undefined) return undefined;
  if (line === undefined || column === undefined) return undefined;
  const at = { ...(line === 0 ? {} : { line }), ...(column === 0 ? {} : { column }) };
  return {
    code,
    message,
    ...(fix === '' ? {} : { fix }),
    ...(file === '' ? {} : { place: { file, ...at } }),
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.length <= longestText ? value : undefined;
}

function countOf(value: unknown): number | undefined {
  return Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : undefined;
}

function itemsAt<T>(indices: unknown, table: readonly T[]): readonly T[] | undefined {
  return listOf(indices, (index) => (typeof index === 'number' ? table[index] : undefined));
}

function fileOf(value: unknown): BuiltFile | undefined {
  if (!Array.isArray(value) || value.length !== 2) return undefined;
  const path = nameOf(value[0]);
  const blob: unknown = value[1];
  if (path === undefined || typeof blob !== 'string' || !/^[0-9a-f]{40,64}$/.test(blob)) return undefined;
  return { path, blob };
}

function nameOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || value === '' || value.length > longestName) return undefined;
  return value.includes('\0') ? undefined : value;
}

/** Undefined if one of them is not what it should be. */
function listOf<T>(value: unknown, read: (item: unknown) => T | undefined): readonly T[] | undefined {
  if (!Array.isArray(value) || value.length > mostNames) return undefined;
  const items: T[] = [];
  for (const item of value) {
    const made = read(item);
    if (made === undefined) return undefined;
    items.push(made);
  }
  return items;
}

type Fields = { readonly [key: string]: unknown };

function objectWith(value: unknown, keys: readonly string[]): Fields | undefined {
  if (!isObject(value)) return undefined;
  const isExact = Object.keys(value).length === keys.length && keys.every((key) => Object.hasOwn(value, key));
  return isExact ? value : undefined;
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
