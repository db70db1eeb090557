import { packageFile } from './templates.ts';

/** The workflows of a repository of flows, as `init` writes them. */
export const workflowNames = ['plan', 'deploy', 'tick', 'run', 'control', 'setup', 'teardown'] as const;
export type WorkflowName = (typeof workflowNames)[number];

export type Surroundings = {
  /** `owner/name@commit` of the action. */
  readonly action: string;
  /** The branch that is deployed. */
  readonly branch: string;
};

/** In Headgate's own repository the action and its user are one, and its pages are at hand. */
export async function workflowFor(name: WorkflowName, { action, branch }: Surroundings): Promise<string> {
  const [repository, commit] = action.split('@');
  return (await packageFile(`.github/workflows/${name}.yml`))
    .replaceAll('uses: ./\n', `uses: ${action}\n`)
    .replaceAll('uses: ./infrastructure\n', `uses: ${repository}/infrastructure@${commit}\n`)
    .replaceAll('docs/adopt.md', `https://github.com/${repository}/blob/${commit}/docs/adopt.md`)
    .replaceAll('branches: [main]\n', `branches: [${branch}]\n`);
}
