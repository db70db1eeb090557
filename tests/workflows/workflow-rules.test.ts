import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { pageFindings, workflowFindings } from '../../scripts/workflow-rules.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const tick = readFileSync(join(root, '.github/workflows/tick.yml'), 'utf8');
const release = readFileSync(join(root, '.github/workflows/release.yml'), 'utf8');
const deploy = readFileSync(join(root, '.github/workflows/deploy.yml'), 'utf8');
const rulesIn = (text: string) => [
  ...new Set(workflowFindings(text, { file: 'seeded.yml' }).map(({ rule }) => rule)),
];

const expression = (text: string) => `\${{ ${text} }}`;

/** The workflow with one thing changed in it; the change must be one. */
function seeded(text: string, from: string | RegExp, to: string): string {
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  return changed;
}

describe('the workflows of this repository, and those in its pages', () => {
  it('have no finding', () => {
    const output = execFileSync(process.execPath, [join(root, 'scripts/lint-workflows.mjs')], {
      encoding: 'utf8',
    });
    expect(output).toMatch(/^\d+ workflows and \d+ pages: 0 findings\n$/);
  });
});

it('The plan runs for pull requests and in a merge queue, which waits for its check', () => {
  const plan = readFileSync(join(root, '.github/workflows/plan.yml'), 'utf8');
  const { on } = parse(plan) as { readonly on: object };
  expect(Object.keys(on).sort()).toEqual(['merge_group', 'pull_request']);
});

describe('a workflow is refused', () => {
  const cases: readonly (readonly [title: string, rule: string, text: string])[] = [
    [
      'with an expression in a script',
      'expression-in-script',
      seeded(tick, '## No tick', `echo ${expression('github.ref')}`),
    ],
    [
      'with an expression in the script of an action',
      'expression-in-script',
      seeded(tick, '          command: tick', `          script: core.info("${expression('github.ref')}")`),
    ],
    [
      'with an expression as its shell',
      'expression-in-script',
      seeded(tick, '        run: |', `        shell: ${expression('vars.SHELL')}\n        run: |`),
    ],
    [
      'with an expression as its working directory',
      'expression-in-script',
      seeded(
        tick,
        '        run: |',
        `        working-directory: ${expression('matrix.flow')}\n        run: |`,
      ),
    ],
    ['with an action by its tag', 'unpinned', seeded(tick, /checkout@[0-9a-f]{40}/, 'checkout@v7')],
    ['with an action by a short commit', 'unpinned', seeded(tick, /(checkout@[0-9a-f]{12})[0-9a-f]+/, '$1')],
    ['with a placeholder for an action', 'unpinned', seeded(tick, 'uses: ./', 'uses: OWNER/headgate@SHA')],
    ['with a container image by its tag', 'unpinned', seeded(tick, 'uses: ./', 'uses: docker://node:24')],
    ['that hides which version a commit is', 'version', seeded(tick, ' # v7.0.1', '')],
    [
      'that stores the token',
      'stored-credentials',
      seeded(tick, 'persist-credentials: false', 'fetch-depth: 1'),
    ],
    [
      'that stores the token in so many words',
      'stored-credentials',
      seeded(tick, 'persist-credentials: false', 'persist-credentials: true'),
    ],
    ['without permissions of its own', 'permissions', seeded(tick, '\npermissions: {}\n', '\n')],
    [
      'with a right too many',
      'permissions',
      seeded(tick, '      checks: write', '      checks: write\n      actions: write'),
    ],
    ['with a right too few', 'permissions', seeded(tick, /\n {6}id-token: write.*/, '')],
    ['with a job that nobody thought of', 'permissions', seeded(tick, '  not-configured:', '  another:')],
    ['whose tags may be any', 'branches', seeded(release, "['v*.*.*']", "['**']")],
    [
      'on tags and on branches',
      'branches',
      seeded(release, "    tags: ['v*.*.*']", "    tags: ['v*.*.*']\n    branches: ['**']"),
    ],
    ['whose releases overlap', 'concurrency', seeded(release, 'group: release', 'group: other')],
    ['on a push to any branch', 'branches', seeded(deploy, '    branches: [main]\n', '    paths: [flows]\n')],
    ['on a push to a pattern of branches', 'branches', seeded(deploy, '[main]', "['**']")],
    ['on a push to the state branch', 'branches', seeded(deploy, '[main]', '[main, headgate-state]')],
    ...['pull_request_target', 'workflow_run', 'issue_comment'].map(
      (trigger) =>
        [`on ${trigger}`, 'trigger', seeded(tick, '  workflow_dispatch:', `  ${trigger}:`)] as const,
    ),
    [
      'that gives a script a secret',
      'secret-in-script',
      seeded(tick, '        run: |', `        env: { KEY: "${expression('secrets.KEY')}" }\n        run: |`),
    ],
    ['that runs without end', 'timeout', seeded(tick, /\n {4}timeout-minutes: 15/, '')],
    ['that runs for hours', 'timeout', seeded(tick, 'timeout-minutes: 15', 'timeout-minutes: 360')],
    [
      'whose ticks replace what people asked for',
      'concurrency',
      seeded(tick, 'group: headgate-tick', 'group: headgate-state'),
    ],
    ['whose deploys displace one another', 'concurrency', seeded(deploy, '      queue: max\n', '')],
    [
      'whose deploy keeps everybody waiting while it waits for an approval',
      'concurrency',
      seeded(deploy, 'group: headgate-deploy', 'group: headgate-state'),
    ],
    [
      'that is stopped in the middle of a write',
      'concurrency',
      seeded(tick, 'in-progress: false', 'in-progress: true'),
    ],
    [
      'that builds from a shared cache',
      'cache',
      seeded(deploy, 'provenance: mode=max', 'cache: { cache-from: type=gha }'),
    ],
    [
      'that builds from what another registry holds',
      'cache',
      seeded(deploy, /type=registry,ref=\S+ \S+ \S+-cache:/, 'type=registry,ref=ghcr.io/acme/flows-cache:'),
    ],
    [
      'that installs from a shared cache',
      'cache',
      seeded(tick, /uses: aws-actions\/configure-aws-credentials@/, 'uses: actions/setup-node@'),
    ],
    ['that is no YAML', 'yaml', seeded(tick, 'jobs:', 'jobs: [')],
  ];

  it.each(cases)('%s', (_, rule, text) => {
    expect(rulesIn(text)).toContain(rule);
  });

  it('and nothing of it where nothing is wrong', () => {
    expect([rulesIn(tick), rulesIn(deploy), rulesIn(release)]).toEqual([[], [], []]);
  });

  it('at the line of the fault', () => {
    const text = seeded(tick, /checkout@[0-9a-f]{40}/, 'checkout@v7');
    const line = text.split('\n').findIndex((each) => each.includes('checkout@v7')) + 1;
    expect(workflowFindings(text, { file: 'seeded.yml' })).toEqual([
      {
        rule: 'unpinned',
        file: 'seeded.yml',
        line,
        message: '"actions/checkout@v7" is not pinned by a full commit.',
      },
    ]);
  });
});

describe('a page is refused', () => {
  const page = (step: string) =>
    `# Page\n\n1. Write\n\n   \`\`\`yaml\n   steps:\n     - ${step}\n   \`\`\`\n`;
  it('for an action by its tag, at its line, also in an indented fence', () => {
    const findings = pageFindings(page('uses: acme/deploy@v1'), { file: 'page.md' });
    expect(findings.map(({ rule, line }) => [rule, line])).toEqual([['unpinned', 7]]);
  });

  it('for an expression in a script', () => {
    const findings = pageFindings(page(`run: echo ${expression('inputs.flow')}`), { file: 'page.md' });
    expect(findings.map(({ rule }) => rule)).toEqual(['expression-in-script']);
  });

  it('but not for the name of the action, which readers fill in, nor for what is no YAML', () => {
    expect(pageFindings(page('uses: OWNER/headgate@SHA'), { file: 'page.md' })).toEqual([]);
    expect(pageFindings('```sh\nuses: acme/deploy@v1\n```\n', { file: 'page.md' })).toEqual([]);
  });
});
