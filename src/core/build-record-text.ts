import type { BuildRecord, BuiltFile, FlowBuild } from './build-record.ts';
import { type FlowName, judgeFlowName } from './flow.ts';

/** A record as text. Flows share most of what they are made of, so that each name is written once. */

const format = 1;

/** What is longer was not written by a build of Headgate. */
export const recordLimitBytes = 64 * 1_024 * 1_024;
const mostFlows = 20_000;
const mostNames = 500_000;
const longestName = 4_096;

export function buildRecordText(record: BuildRecord): string {
  const files = new Table<string>();
  const packages = new Table<string>();
  const absent = new Table<string>();
  const flows = [...record].map(([flow, build]) => [
    flow,
    {
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
  const record = new Map<FlowName, FlowBuild>();
  for (const [name, value] of entries) {
    const verdict = judgeFlowName(name);
    const build = flowOf(value, { files, packages, absent });
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
