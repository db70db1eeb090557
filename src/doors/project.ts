import { InputError, type Problem } from '../core/problem.ts';
import type { Project } from '../core/project.ts';
import { localProject, parseProject } from '../flow/project.ts';
import type { SourceTree } from '../ports.ts';

const limitBytes = 64 * 1024;

export type ProjectRequest = {
  readonly source: SourceTree;
  /** Path of the configuration in the repository. */
  readonly config: string;
  /** Name of the project when the repository has no configuration. */
  readonly fallbackName: string;
  /** Run everything on this machine, whatever the configuration says of AWS. */
  readonly isLocal: boolean;
};

/** The project as the commit configures it. */
export async function loadProject(request: ProjectRequest): Promise<Project> {
  const project = await readProject(request);
  if (!request.isLocal || project.aws === undefined) return project;
  const { aws: _, ...local } = project;
  return local;
}

async function readProject({ source, config, fallbackName }: ProjectRequest): Promise<Project> {
  const entry = (await source.list()).find(({ path }) => path === config);
  if (entry === undefined && config === 'headgate.yml') return localProject(fallbackName);
  if (entry === undefined)
    throw wrong(config, 'E_CONFIG', 'There is no such file.', 'Write it, or give another path as `config`.');
  if (entry.kind !== 'file' && entry.kind !== 'executable') {
    throw wrong(
      config,
      'E_SYMLINK',
      `It is a ${entry.kind}, not a regular file.`,
      'Put the file itself there.',
    );
  }
  const [bytes] = await source.read([config], limitBytes);
  if (bytes === 'too-large' || bytes === undefined)
    throw wrong(config, 'E_YAML_TOO_LARGE', 'It is over 64 KiB.', 'Make it smaller.');
  const parsed = parseProject({ file: config, bytes });
  if (parsed.project === undefined) throw new InputError(parsed.problems);
  return parsed.project;
}

function wrong(file: string, code: Problem['code'], message: string, fix: string): InputError {
  return new InputError([{ code, place: { file }, message, fix }]);
}
