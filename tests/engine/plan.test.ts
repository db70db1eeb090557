import { describe, expect, it } from '@jest/globals';
import { fieldChanges } from '../../src/core/task-fields.ts';
import { deploy } from '../../src/engine/deploy.ts';
import { plan } from '../../src/engine/plan.ts';
import { planSummary } from '../../src/report/plan-summary.ts';
import { noon } from '../core/builders.ts';
import { lockProject } from '../flow/packages/lock-project.ts';
import { outgoing } from '../report/examples.ts';
import { sourceOf } from '../source.ts';
import { awsProject, deployWorld, localProject, presentation } from './deploy-world.ts';

const image = `acme/flows@sha256:${'a'.repeat(64)}`;
const manifest = (more: string) => ({
  'flows/one/flow.yml': `entrypoint: index.ts\n${more}`,
  'flows/one/index.ts': '',
});
const before = manifest('environment: { LOG_LEVEL: info }\nschedules: [{ cron: "0 5 * * *" }]\n');
const after = manifest(
  'environment: { LOG_LEVEL: chatty }\nresources: { cpu: 512, memory: 1024 }\nschedules: [{ cron: "0 6 * * *" }]\ncatch-up: { policy: latest, window: 5m }\n',
);

describe('a plan after a deploy', () => {
  it('says which fields of the task definition differ from those that were deployed', async () => {
    const own = deployWorld(sourceOf(before), { kind: 'ecs' });
    const request = { isMassDeleteAllowed: false, isDryRun: false, by: 'octocat', presentation, image };
    await deploy(own.world, { ...request, project: awsProject });
    const later = deployWorld(sourceOf(after, { commit: 'c'.repeat(40) }), { kind: 'ecs', shared: own });
    const result = await plan(later.world, { project: awsProject });
    const [one] = result.plan.flows;
    const changes = fieldChanges(one?.deployed?.taskFields ?? {}, one?.desired?.fields ?? {});
    expect(changes.map(({ field }) => field)).toEqual([
      'environment.LOG_LEVEL',
      'resources.cpu',
      'resources.memory',
    ]);
    expect(JSON.stringify([...own.snapshot().registry.deployments])).not.toMatch(/"info"|chatty/);
    const text = planSummary({ ...result, state: result.snapshot.state, now: noon }, outgoing);
    expect(text).toContain('| `one` | `resources.memory` | `512 MiB` | `1024 MiB` |');
    expect(text).toContain('In the next 24 hours 1 slot instead of 1: 1 new, 1 no more.');
    expect(result.warnings.map(({ code }) => code)).toEqual(['W_WINDOW_SHORT']);
  });

  it('warns of no clock but that of GitHub', async () => {
    const own = deployWorld(sourceOf(after));
    expect((await plan(own.world, { project: localProject })).warnings).toEqual([]);
    const onAws = deployWorld(sourceOf(after), { kind: 'ecs' });
    const { aws } = awsProject;
    if (aws === undefined) throw new Error('It is on AWS.');
    const project = { ...awsProject, aws: { ...aws, clock: 'headgate-acme/wake-up' } };
    expect((await plan(onAws.world, { project })).warnings).toEqual([]);
  });

  it('names the packages that changed, and how the flow comes to them', async () => {
    const commit = 'b'.repeat(40);
    const files = (name: string) => ({
      ...lockProject(name, 'npm-3'),
      'flows/one/flow.yml': 'entrypoint: index.ts\n',
      'flows/one/index.ts': "import '../../lib/http.ts'",
      'flows/two/flow.yml': 'entrypoint: index.ts\n',
      'flows/two/index.ts': "import 'jsonfile'",
      'lib/http.ts': "import 'debug'; import 'ms'",
    });
    const own = deployWorld(sourceOf(files('hoisted'), { commit }));
    const request = { isMassDeleteAllowed: false, isDryRun: false, by: 'octocat', presentation };
    await deploy(own.world, { ...request, project: localProject });
    const later = sourceOf(files('hoisted-bumped'), {
      commit: 'c'.repeat(40),
      others: { [commit]: files('hoisted') },
    });
    const result = await plan(deployWorld(later, { shared: own }).world, { project: localProject });
    expect(result.plan.flows.map(({ flow, reasons }) => [flow, reasons])).toEqual([
      ['one', ['`ms` 2.1.3 is new, imported by `lib/http.ts`']],
      ['two', []],
    ]);
  });
});
