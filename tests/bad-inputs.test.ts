import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { ParameterSchemas } from '../src/core/flow.ts';
import { parseParametersText, resolveParameters } from '../src/core/parameters.ts';
import { describeProblem, type Problem } from '../src/core/problem.ts';
import type { Project } from '../src/core/project.ts';
import { loadFlows } from '../src/flow/discover.ts';
import { parseManifest } from '../src/flow/manifest.ts';
import { localProject } from '../src/flow/project.ts';
import { bytesOf, fileTree, flowTree } from './bad-inputs-generators.ts';
import { cpuTimeMs } from './cpu-time.ts';
import { treeOf } from './flow/tree.ts';

/**
 * tests/bad-inputs.json is a catalogue of inputs and what each must get, in words that belong to no product. Every
 * case of the areas below has a line in `verdicts`; a code that differs from the catalogue's stands there with its reason.
 */

type Case = { readonly id: string; readonly area: string; readonly input: string; readonly expect: string };

const catalogue = JSON.parse(readFileSync(new URL('./bad-inputs.json', import.meta.url), 'utf8')) as Case[];
const areas = ['yaml', 'name', 'schedule', 'resources', 'env', 'params', 'deps', 'fs'];
const cases = catalogue.filter(({ area }) => areas.includes(area));

/** The catalogue's word → ours. Applied in order to the text of field snippets. */
const vocabulary: readonly (readonly [RegExp, string])[] = [
  [/^env:/m, 'environment:'],
  [/AIRLOCK_/g, 'HEADGATE_'],
  [/^params:/m, 'parameters:'],
  [/^cron: (.*)\ntimezone: (.*)$/m, 'schedules: [{ cron: $1, timezone: $2 }]'],
  [/^cron: (.*)$/m, 'schedules: [{ cron: $1 }]'],
  [/^timezone: (.*)$/m, 'schedules: [{ cron: "0 0 * * *", timezone: $1 }]'],
  [/^when: (.*)$/m, 'schedules: [{ every: 1h, anchor: $1 }]'],
  [/^catchup: (.*)$/m, 'catch-up: { policy: all, max: $1 }'],
  [/^startingDeadline: (.*)$/m, 'catch-up: { window: $1 }'],
  [/^cpu: (.*)\nmemory: (.*)$/m, 'resources: { cpu: $1, memory: $2 }'],
  [/^ephemeralStorage: (.*)$/m, 'resources: { storage: $1 }'],
  [/^retryDelay: (.*)$/m, 'retries: { limit: 1, delay: $1 }'],
  [/^taskRoleArn:/m, 'task-role:'],
  [/^enabled: (.*)$/m, 'resources: { spot: $1 }'],
  [/\nimage: b$/m, '\ndescription: b'],
  [/\r\nimage: b\r$/m, '\r\ndescription: b\r'],
];

type Verdict =
  | { readonly kind: 'accept' }
  | { readonly kind: 'reject'; readonly codes: readonly string[]; readonly because?: string }
  /** Says what happens between commits or runs; the file holds the test of this title. */
  | { readonly kind: 'elsewhere'; readonly file: string; readonly title: string };

const accept: Verdict = { kind: 'accept' };
const reject = (...codes: string[]): Verdict => ({ kind: 'reject', codes });
const instead = (code: string, because: string): Verdict => ({ kind: 'reject', codes: [code], because });
const elsewhere = (file: string, title: string): Verdict => ({ kind: 'elsewhere', file, title });

const verdicts: { readonly [id: string]: Verdict } = {
  'yaml-03': reject('E_YAML_DUP_KEY'),
  'yaml-06': reject('E_YAML_MULTI_DOC'),
  'yaml-09': accept,
  'yaml-10': reject('E_TYPE'),
  'yaml-11': reject('E_TYPE'),
  'yaml-13': reject('E_NUM_STYLE'),
  'yaml-14': reject('E_NUM_STYLE'),
  'yaml-15': reject('E_TYPE'),
  'yaml-16': reject('E_TYPE'),
  'yaml-17': reject('E_TYPE'),
  'yaml-18': accept,
  'yaml-21': reject('E_YAML_ALIAS'),
  'yaml-23': reject('E_YAML_ALIAS'),
  'yaml-24': reject('E_YAML_MERGE'),
  'yaml-25': reject('E_YAML_TOO_LARGE'),
  'yaml-29': instead('E_TIME', 'the catalogue names no code: an instant is expected'),
  'yaml-30': reject('E_YAML_KEY_TYPE'),
  'yaml-31': reject('E_YAML_KEY_TYPE'),
  'yaml-32': reject('E_YAML_KEY_TYPE'),
  'yaml-34': accept,
  'yaml-35': accept,
  'yaml-36': reject('E_YAML_CONTROL_CHAR'),
  'yaml-38': reject('E_CONTROL_CHAR'),
  'yaml-39': reject('E_UNICODE_ILL_FORMED'),
  'yaml-40': reject('E_ENCODING'),
  'yaml-41': reject('E_ENCODING'),
  'yaml-43': reject('E_YAML_TOO_LARGE'),
  'yaml-45': reject('E_TYPE'),
  'yaml-46': reject('E_UNKNOWN_KEY'),
  'yaml-48': reject('E_YAML_SYNTAX'),
  'yaml-49': reject('E_LFS_POINTER'),
  'name-01': reject('E_NAME'),
  'name-02': reject('E_NAME'),
  'name-03': reject('E_TYPE'),
  'name-04': reject('E_TYPE'),
  'name-05': reject('E_TYPE'),
  'name-07': reject('E_NAME'),
  'name-08': reject('E_NAME'),
  'name-09': reject('E_NAME'),
  'name-11': reject('E_NAME'),
  'name-12': reject('E_NAME'),
  'name-13': reject('E_NAME'),
  'name-14': reject('E_NAME'),
  'name-15': reject('E_NAME'),
  'name-16': reject('E_NAME'),
  'name-19': reject('E_NAME'),
  'name-20': reject('E_NAME'),
  'name-22': accept,
  'name-23': reject('E_NAME_RESERVED'),
  'name-26': reject('E_NAME'),
  'name-28': reject('E_NAME_COLLISION'),
  'name-29': elsewhere(
    'tests/core/plan.test.ts',
    'adds what is not deployed, keeps what is equal, and removes what is gone',
  ),
  'schedule-01': reject('E_CRON'),
  'schedule-02': reject('E_CRON'),
  'schedule-03': reject('E_CRON'),
  'schedule-05': reject('E_CRON_NEVER'),
  'schedule-06': reject('E_CRON_NEVER'),
  'schedule-08': reject('E_CRON'),
  'schedule-09': reject('E_CRON'),
  'schedule-10': reject('E_CRON'),
  'schedule-13': accept,
  'schedule-15': reject('E_CRON'),
  'schedule-16': reject('E_CRON'),
  'schedule-17': reject('E_CRON'),
  'schedule-21': reject('E_CRON'),
  'schedule-23': reject('E_CRON'),
  'schedule-24': reject('E_CRON'),
  'schedule-28': reject('E_CRON'),
  'schedule-30': reject('E_TYPE'),
  'schedule-32': accept,
  'schedule-33': accept,
  'schedule-34': accept,
  'schedule-38': reject('E_TZ'),
  'schedule-40': reject('E_TZ'),
  'schedule-41': reject('E_TZ'),
  'schedule-44': accept,
  'schedule-47': reject('E_RANGE'),
  'schedule-48': reject('E_RANGE'),
  'schedule-49': reject('E_RANGE'),
  'schedule-51': reject('E_ENUM'),
  'resources-01': reject('E_FARGATE_SIZE'),
  'resources-02': reject('E_FARGATE_SIZE'),
  'resources-03': reject('E_FARGATE_SIZE'),
  'resources-07': reject('E_FARGATE_SIZE'),
  'resources-12': reject('E_NUM_STYLE'),
  'resources-14': reject('E_RANGE'),
  'resources-15': reject('E_RANGE'),
  'resources-16': reject('E_RANGE'),
  'resources-17': reject('E_RANGE'),
  'resources-19': reject('E_RANGE'),
  'resources-21': reject('E_RANGE'),
  'resources-22': reject('E_DURATION'),
  'resources-24': reject('E_DURATION'),
  'resources-25': reject('E_RANGE'),
  'resources-26': instead('E_UNKNOWN_KEY', 'manifests choose no platform version: it is always the newest'),
  'resources-27': reject('E_IMAGE_MUTABLE'),
  'resources-28': reject('E_IMAGE_DIGEST'),
  'resources-30': reject('E_UNKNOWN_KEY'),
  'resources-31': reject('E_ROLE_NOT_ALLOWED'),
  'resources-32': reject('E_ARN'),
  'resources-35': reject('E_TYPE'),
  'deps-02': reject('E_DEP_SELF'),
  'deps-03': reject('E_DEP_CYCLE'),
  'deps-04': reject('E_DEP_UNKNOWN'),
  'deps-08': accept,
  'deps-11': reject('E_TRIGGER_LOOP'),
  'deps-12': reject('E_TRIGGER_AMBIGUOUS'),
  'deps-13': reject('E_DEP_UNKNOWN'),
  'env-01': reject('E_ENV_NAME'),
  'env-02': reject('E_ENV_NAME'),
  'env-03': reject('E_ENV_NAME'),
  'env-05': reject('E_ENV_NAME'),
  'env-06': reject('E_TYPE'),
  'env-09': reject('E_ENV_RESERVED', 'E_SECRET_LIKE'),
  'env-12': reject('E_ENV_RESERVED'),
  'env-13': reject('E_ENV_RESERVED'),
  'env-14': reject('E_SECRET_LIKE'),
  'env-16': reject('E_SECRET_LIKE'),
  'env-17': reject('E_EXPR_NOT_EXPANDED'),
  'env-18': instead('E_YAML_TOO_LARGE', 'the file is over 64 KiB before the environment is looked at'),
  'env-20': reject('E_SECRET_ARN'),
  'env-22': reject('E_SECRET_ARN'),
  'env-23': reject('E_SECRET_ARN'),
  'env-24': reject('E_SECRET_REGION'),
  'env-26': accept,
  'env-28': reject('E_SECRET_ARN'),
  'env-29': reject('E_SECRET_ARN'),
  'params-03': reject('E_PARAM_TYPE'),
  'params-04': reject('E_PARAM_TYPE'),
  'params-09': reject('E_PARAM_UNKNOWN'),
  'params-10': reject('E_PARAM_UNKNOWN'),
  'params-11': reject('E_PARAM_DEPTH'),
  'params-16': reject('E_PARAM_RANGE'),
  'params-17': reject('E_PARAM_JSON'),
  'params-18': reject('E_PARAM_TYPE'),
  'params-19': accept,
  'params-20': reject('E_PARAM_FORMAT'),
  'params-21': reject('E_PARAM_CONTROL_CHAR'),
  'params-22': accept,
  'params-26': accept,
  'params-27': reject('E_UNICODE_ILL_FORMED'),
  'params-29': reject('E_PARAM_REQUIRED'),
  'params-30': reject('E_PARAM_ENUM'),
  'params-31': reject('E_ENV_RESERVED'),
  'params-33': accept,
  'params-34': reject('E_PARAM_DEFAULT'),
  'params-35': reject('E_ENUM'),
  'params-36': instead('E_UNKNOWN_KEY', 'the catalogue names no code: there are no user regexes'),
  'params-37': reject('E_ENV_NAME'),
  'params-38': reject('E_PARAM_COLLISION'),
  'fs-01': reject('E_SYMLINK'),
  'fs-02': reject('E_SYMLINK'),
  'fs-03': reject('E_SYMLINK'),
  'fs-04': reject('E_SYMLINK'),
  'fs-05': reject('E_NOT_REGULAR_FILE'),
  'fs-06': reject('E_FLOW_DIR_NAME'),
  'fs-09': reject('E_FLOW_DIR_NAME'),
  'fs-10': reject('E_FLOW_DIR_NAME'),
  'fs-11': reject('E_FLOW_DIR_NAME'),
  'fs-12': reject('E_FLOW_DIR_NAME'),
  'fs-13': reject('E_NAME_COLLISION'),
  'fs-14': reject('E_MANIFEST_AMBIGUOUS'),
  'fs-16': reject('E_NAME_DIR_MISMATCH'),
  'fs-21': elsewhere('tests/engine/deploy.test.ts', 'are dropped, or followed to the end of their open runs'),
  'fs-22': elsewhere('tests/core/plan.test.ts', 'has to be confirmed above a third of them'),
  'fs-23': elsewhere(
    'tests/adapters/git/commit-source.test.ts',
    'fetches what a shallow checkout lacks, and leaves the checkout as it was',
  ),
};

const project: Project = {
  ...localProject('catalogue'),
  aws: {
    region: 'us-east-1',
    cluster: 'c',
    subnets: ['subnet-0aaa'],
    securityGroups: [],
    assignPublicIp: false,
    executionRole: 'arn:aws:iam::123456789012:role/headgate-execution',
    logGroup: '/headgate/c',
  },
};

/** Parameters that the `params` cases are held against. */
const schemas: ParameterSchemas = {
  n: { type: 'integer', default: 1 },
  s: { type: 'string', default: '' },
  date: { type: 'string', format: 'date', default: '2026-01-01' },
  mode: { type: 'string', enum: ['full', 'delta'], default: 'full' },
};

const schemasOf: { readonly [id: string]: ParameterSchemas } = {
  'params-29': { region: { type: 'string' } },
  'params-33': Object.fromEntries(
    Array.from({ length: 26 }, (_, index) => [`p${index}`, { type: 'integer' }]),
  ),
};

/** Inputs that mean a manifest where the catalogue shows something else. */
const manifestOf: { readonly [id: string]: string } = {
  'params-31': 'parameters: { AWS_REGION: { type: string } }',
};

function ours(text: string): string {
  return vocabulary.reduce((result, [theirs, word]) => result.replace(theirs, word), text);
}

function manifestBytes({ id, input }: Case): Uint8Array {
  const bytes = bytesOf(manifestOf[id] ?? input);
  // Bytes that are not text, and inputs as large as their bytes, are taken as they are.
  const isText = !input.startsWith('@gen:bytes');
  return isText
    ? new TextEncoder().encode(ours(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)))
    : bytes;
}

function judgeManifest(one: Case): readonly Problem[] {
  const bytes = manifestBytes(one);
  // A flow's folder is its name: the cases about accepted names stand in a folder of that name.
  const text = new TextDecoder().decode(bytes);
  const name = verdicts[one.id]?.kind === 'accept' ? /^name: ([a-z]+)\r?$/m.exec(text)?.[1] : undefined;
  const folder = name ?? 'daily';
  return parseManifest({ folder, file: `flows/${folder}/flow.yml`, bytes, project }).problems;
}

function judgeParameters({ id, input }: Case): readonly Problem[] {
  const text = parseParametersText(new TextDecoder().decode(bytesOf(input)));
  if (text.kind === 'bad') return text.problems;
  const resolved = resolveParameters(schemasOf[id] ?? schemas, text.value);
  return resolved.kind === 'bad' ? resolved.problems : [];
}

async function judge(one: Case): Promise<readonly Problem[]> {
  const { id, area, input } = one;
  if (area === 'fs' || id === 'name-28') return (await loadFlows(treeOf(fileTree(input)), project)).problems;
  if (id === 'deps-13') {
    const { 'flows/b/flow.yml': _manifest, ...rest } = flowTree("@gen:flows({a:['b'],b:[]})");
    return (await loadFlows(treeOf(rest), project)).problems;
  }
  if (area === 'deps') return (await loadFlows(treeOf(flowTree(input)), project)).problems;
  if (area === 'params' && !input.startsWith('params:') && manifestOf[id] === undefined)
    return judgeParameters(one);
  return judgeManifest(one);
}

describe('The catalogue of bad inputs', () => {
  it('has a verdict for every case of its areas, and no other', () => {
    expect(Object.keys(verdicts).sort()).toEqual(cases.map(({ id }) => id).sort());
  });

  it('gets the code that it names, or another with a reason', () => {
    const unexplained = cases.filter(({ id, expect: expected }) => {
      const verdict = verdicts[id];
      if (verdict?.kind === 'accept') return !/^(?:accept|treated)/.test(expected);
      if (verdict?.kind !== 'reject' || verdict.because !== undefined) return false;
      return verdict.codes.some((code) => !expected.includes(code));
    });
    expect(unexplained).toEqual([]);
  });

  for (const one of cases) {
    const verdict = verdicts[one.id];
    if (verdict === undefined || verdict.kind === 'elsewhere') continue;
    const outcome = verdict.kind === 'accept' ? 'accepted' : `refused with ${verdict.codes.join(' and ')}`;
    it(`${one.id}: ${JSON.stringify(one.input).slice(0, 60)} is ${outcome}`, async () => {
      const inherited = Object.getOwnPropertyNames(Object.prototype);
      const started = cpuTimeMs();
      const problems = await judge(one);
      expect(cpuTimeMs() - started).toBeLessThan(1_500);
      const codes = problems.map(({ code }) => code);
      if (verdict.kind === 'accept') expect(problems.map(describeProblem)).toEqual([]);
      else expect(codes).toEqual(expect.arrayContaining([...verdict.codes]));
      expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(inherited);
      for (const problem of problems) {
        expect(problem.message).not.toMatch(/AKIA|hunter2|BEGIN PRIVATE|root:/);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be in a message.
        expect(describeProblem(problem)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
      }
    });
  }

  it('has its other cases tested where they happen', () => {
    for (const verdict of Object.values(verdicts)) {
      if (verdict.kind !== 'elsewhere') continue;
      const text = readFileSync(new URL(`../${verdict.file}`, import.meta.url), 'utf8');
      expect(text).toContain(verdict.title);
    }
  });
});
