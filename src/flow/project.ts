import type { FlowName } from '../core/flow.ts';
import type { JsonObject } from '../core/json.ts';
import type { Problem } from '../core/problem.ts';
import type { Network, Placement, Project } from '../core/project.ts';
import { partitionOf } from './arn.ts';
import { type Found, judgeDocument, problemsOf, valueAt } from './judge.ts';
import { inOrder } from './manifest.ts';
import { networkFaults, networksOf } from './networks.ts';
import { ruleFaults } from './rules.ts';
import type { WrittenDefaults } from './schema.ts';
import { alertRulesFrom } from './schema-alerts.ts';
import { projectSchema, type WrittenProject } from './schema-project.ts';
import { settle } from './settle.ts';
import { textFaults } from './texts.ts';
import { readYaml, type YamlFile } from './yaml.ts';
import { jsonOf } from './yaml-node.ts';

export type ParsedProject = {
  /** Present if there are no problems. */
  readonly project?: Project;
  readonly problems: readonly Problem[];
};

const defaultStateBranch = 'headgate-state';

/** From the bytes of `headgate.yml` to the project, or to everything that is wrong with it. */
export function parseProject(source: YamlFile): ParsedProject {
  const { document, problems } = readYaml(source);
  if (document === undefined) return { problems };
  const judged = judgeDocument<WrittenProject>(projectSchema, jsonOf(document.root));
  const found = [...judged.found, ...textFaults(document.root)];
  if (judged.value !== undefined) {
    const raw = jsonOf(document.root);
    const project = projectOf(judged.value, (valueAt(raw, ['defaults']) ?? {}) as JsonObject);
    found.push(
      ...regionFaults(judged.value),
      ...networkFaults(judged.value, raw),
      ...defaultFaults(judged.value.defaults ?? {}, project),
    );
    if (found.length === 0 && problems.length === 0) return { project, problems: [] };
  }
  return { problems: inOrder([...problems, ...problemsOf(found, document)]) };
}

/** The project of a repository without `headgate.yml`: everything runs locally. */
export function localProject(name: string): Project {
  const plain = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 32)
    .replace(/-+$/, '');
  return projectOf({ project: plain === '' ? 'local' : plain }, {});
}

function projectOf(written: WrittenProject, defaults: JsonObject): Project {
  const { aws, limits, report, alerts, allow } = written;
  const logTail = report?.['log-tail'];
  return {
    name: written.project,
    ...(aws === undefined ? {} : { aws: placementOf(aws, written.project) }),
    stateBranch: written['state-branch'] ?? defaultStateBranch,
    ...(allow?.['task-roles'] === undefined ? {} : { allowedTaskRoles: allow['task-roles'] }),
    defaults,
    limits: { launchesPerTick: limits?.['launches-per-tick'] ?? 100, running: limits?.running ?? 200 },
    report: { ...(logTail === undefined ? {} : { logTail }), on: report?.on ?? 'deployed' },
    ...(alerts === undefined ? {} : { alerts: alertRulesFrom(alerts) }),
  };
}

function placementOf(aws: NonNullable<WrittenProject['aws']>, project: string): Placement {
  const taskRole = aws['task-role'];
  const eventLogGroup = aws['event-log-group'];
  const own: Network = {
    subnets: aws.subnets,
    securityGroups: aws['security-groups'] ?? [],
    assignPublicIp: aws['assign-public-ip'] ?? false,
  };
  return {
    ...own,
    region: aws.region,
    cluster: aws.cluster,
    executionRole: aws['execution-role'],
    ...(taskRole === undefined ? {} : { taskRole }),
    logGroup: aws['log-group'] ?? `/headgate/${project}`,
    ...(eventLogGroup === undefined ? {} : { eventLogGroup }),
    ...(aws.clock === undefined ? {} : { clock: aws.clock }),
    ...(aws.networks === undefined ? {} : { networks: networksOf(aws.networks, own) }),
  };
}

function regionFaults({ aws }: WrittenProject): readonly Found[] {
  if (aws === undefined) return [];
  const [, partition, , clusterRegion] = aws.cluster.split(':');
  const found: Found[] = [];
  if (clusterRegion !== undefined && clusterRegion !== aws.region) {
    const message = `The cluster is in ${clusterRegion}, \`region\` says ${aws.region}.`;
    const fault = { code: 'E_REGION_MISMATCH', message, fix: 'Make them agree.' };
    found.push({ path: ['aws', 'cluster'], at: 'value', fault });
  }
  const expected = partitionOf(aws.region);
  const arns = {
    cluster: partition,
    'execution-role': aws['execution-role'].split(':')[1],
    'task-role': aws['task-role']?.split(':')[1],
  };
  for (const [key, seen] of Object.entries(arns)) {
    if (seen === undefined || seen === expected) continue;
    const message = `The ARN is of the partition ${seen}; the region ${aws.region} is in ${expected}.`;
    found.push({
      path: ['aws', key],
      at: 'value',
      fault: { code: 'E_ARN', message, fix: `Write arn:${expected}:….` },
    });
  }
  return found;
}

/** What would be wrong in every flow is said once, here: the defaults are judged as the manifest of a flow that adds nothing. */
function defaultFaults(defaults: WrittenDefaults, project: Project): readonly Found[] {
  const manifest = settle({ name: 'defaults' as FlowName, file: 'headgate.yml', written: {}, defaults });
  const { timezone: _timezone, ...written } = defaults;
  return ruleFaults({ manifest, written, raw: project.defaults, project })
    .filter(({ path }) => valueAt(project.defaults, path.slice(0, 1)) !== undefined)
    .map((found) => ({ ...found, path: ['defaults', ...found.path] }));
}
