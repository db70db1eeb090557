import { describe, expect, it } from '@jest/globals';
import type { FlowName } from '../../src/core/flow.ts';
import { instantFromMs } from '../../src/core/instant.ts';
import type { PlannedFlow } from '../../src/core/plan.ts';
import { type DeployReport, deployCheck } from '../../src/report/deploy-check.ts';
import { createOutgoing } from '../../src/report/outgoing.ts';
import { createRedactor } from '../../src/report/redact.ts';
import { noon } from '../core/builders.ts';
import { expectGolden } from './golden.ts';
import { dangersIn } from './markdown.ts';

const outgoing = createOutgoing(createRedactor(['hunter2hunter2']));

function planned(flow: string, action: PlannedFlow['action'], reasons: readonly string[] = []): PlannedFlow {
  const nothing = { parts: [], policyKeys: [], files: [], image: { kind: 'none' } } as const;
  return { flow: flow as FlowName, action, reasons, ...nothing };
}

function report(changes: Partial<DeployReport> = {}): DeployReport {
  return {
    commit: 'a'.repeat(40),
    plan: {
      flows: [planned('one', 'changed', ['`lib/x.ts` changed']), planned('two', 'unchanged')],
      images: [],
    },
    warnings: [],
    deployed: new Map([
      [
        'one' as FlowName,
        { how: 'registered', version: { revision: 'arn:x:task-definition/headgate-acme-one:3' } },
      ],
    ]),
    failed: new Map(),
    waiting: [],
    retired: [],
    links: { serverUrl: 'https://github.com', repository: 'acme/flows' },
    startedAt: noon,
    endedAt: instantFromMs(noon + 3_000),
    ...changes,
  };
}

describe('the check of a deploy', () => {
  it('says what changed, why, and as which revision', () => {
    const check = deployCheck(report(), outgoing);
    expect(check).toMatchObject({
      name: 'headgate / deploy',
      title: '1 flow deployed; 1 unchanged',
      commit: 'a'.repeat(40),
    });
    expect(check.summary).toBe(
      [
        '1 flow deployed; 1 unchanged, in 3 s.',
        '',
        '| Flow | What | Why | Revision |',
        '| --- | --- | --- | --- |',
        '| `one` | changed | lib/x.ts changed | `headgate-acme-one:3` registered |',
        '',
      ].join('\n'),
    );
  });

  it('says which image runs, and which run built it from which commit', () => {
    const image = (digit: string) => `acme/flows@sha256:${digit.repeat(64)}`;
    const built = { run: '123456', commit: 'c'.repeat(40) };
    const entry = (flow: string, digit: string, origin = {}) =>
      [
        flow as FlowName,
        { how: 'registered', version: { revision: 'r:1', image: image(digit), ...origin } },
      ] as const;
    const deployed = new Map([
      entry('one', 'a', { built }),
      entry('two', 'a', { built }),
      entry('three', 'b'),
    ]);
    expect(deployCheck(report({ deployed }), outgoing).summary).toContain(
      [
        '### Images',
        '',
        `- \`${image('a')}\`, built by run [\`123456\`](https://github.com/acme/flows/actions/runs/123456) from commit [\`ccccccc\`](https://github.com/acme/flows/commit/${'c'.repeat(40)}): \`one\`, \`two\``,
        `- \`${image('b')}\`, of unknown origin: \`three\``,
      ].join('\n'),
    );
  });

  it('shows all that a deploy can come to', () => {
    const revision = (number: number) => `arn:aws:ecs:us-east-1:1:task-definition/headgate-acme-x:${number}`;
    const check = deployCheck(
      report({
        plan: {
          flows: [
            planned('api-calls', 'changed', ['`lib/money.ts` changed, imported by `lib/prices.ts`']),
            planned('daily-report', 'added', ['it is new']),
            planned('mail', 'restored', ['an earlier version is wanted again']),
            planned('old-flow', 'removed', ['its folder is gone']),
            planned('warehouse', 'changed', ['its manifest changed in what ends in the task definition']),
            planned('weekly', 'unchanged'),
          ],
          images: [],
        },
        deployed: new Map([
          ['api-calls' as FlowName, { how: 'registered', version: { revision: revision(12) } }],
          ['daily-report' as FlowName, { how: 'found', version: { revision: revision(1) } }],
          ['mail' as FlowName, { how: 'reused', version: { revision: revision(7) } }],
        ]),
        failed: new Map([
          [
            'warehouse' as FlowName,
            [
              {
                code: 'E_REGISTER',
                message: 'AWS refused the task definition: no such role.',
                fix: 'Check `task-role`.',
              },
            ],
          ],
        ]),
        retired: ['old-flow' as FlowName],
        warnings: [
          {
            code: 'W_INPUTS_EMPTY',
            place: { file: 'flows/mail/flow.yml', line: 7 },
            message: 'Nothing matches "*.sql".',
          },
        ],
      }),
      outgoing,
    );
    expectGolden('deploy.md', `**${check.title}** (failure)\n\n${check.summary}`);
    expect(dangersIn(check.summary.replaceAll('<br>', ' '))).toEqual([]);
  });

  it('fails, and names what was not deployed and why', () => {
    const check = deployCheck(
      report({
        deployed: new Map(),
        failed: new Map([['one' as FlowName, [{ code: 'E_REGISTER', message: 'No.' }]]]),
      }),
      outgoing,
    );
    expect(check.status).toMatchObject({ conclusion: 'failure' });
    expect(check.title).toBe('1 failed; 1 unchanged');
    expect(check.summary).toContain('**not deployed** (changed)');
    expect(check.summary).toContain('E_REGISTER');
  });

  it('lets nothing hostile and no secret out of names, reasons and messages', () => {
    const hostile = '`@org` <img src=x> [a](https://evil.example) hunter2hunter2 | x\n# y';
    const check = deployCheck(
      report({
        plan: { flows: [planned('one', 'changed', [hostile])], images: [] },
        warnings: [{ code: 'W_X', message: hostile, place: { file: hostile } }],
        failed: new Map([['one' as FlowName, [{ code: 'E_X', message: hostile }]]]),
      }),
      outgoing,
    );
    const outsideCode = check.summary.replaceAll(/(`+)(?!`)[^`]*?(?:(?!\1)`+[^`]*?)*\1/g, '');
    expect(check.summary).not.toContain('hunter2');
    expect(outsideCode).not.toMatch(/@org|<img|\]\(|^# y/m);
  });

  it('stays within what GitHub takes, however much there is to say', () => {
    const flows = Array.from({ length: 1_000 }, (_, index) =>
      planned(
        `flow-${index}`,
        'added',
        Array.from({ length: 20 }, () => 'x '.repeat(200)),
      ),
    );
    const check = deployCheck(report({ plan: { flows, images: [] }, deployed: new Map() }), outgoing);
    expect(Buffer.byteLength(check.summary)).toBeLessThanOrEqual(65_535);
  });
});
