import { git, runGit } from './git-command.ts';

/** The top folder of the checkout that holds a directory. */
export async function topLevelOf(directory: string): Promise<string> {
  const output = await git(['rev-parse', '--show-toplevel'], { directory });
  return output.toString('utf8').trimEnd();
}

/** The branch that a repository goes by, as far as a clone knows: that of `origin`, or the usual one that is checked out. */
export async function mainBranchOf(directory: string): Promise<string> {
  const remote = await runGit(['symbolic-ref', '--short', 'refs/remotes/origin/HEAD'], { directory });
  if (remote.code === 0)
    return remote.stdout
      .toString('utf8')
      .trim()
      .replace(/^origin\//, '');
  const local = await runGit(['symbolic-ref', '--short', 'HEAD'], { directory });
  return local.stdout.toString('utf8').trim() === 'master' ? 'master' : 'main';
}

export type Origin = {
  /** Where to fetch and push: credentials that the address holds are part of it. */
  readonly remote: string;
  /** `owner/name`: the last two parts of the address's path. */
  readonly repository: string;
  /** `https://github.com`, or where else the repository lives. */
  readonly serverUrl: string;
};

/** The remote `origin`; undefined if there is none. */
export async function originOf(directory: string): Promise<Origin | undefined> {
  const answer = await runGit(['config', '--get', 'remote.origin.url'], { directory });
  const remote = answer.stdout.toString('utf8').trim();
  if (answer.code !== 0 || remote === '') return undefined;
  const [, server = '', path = ''] =
    /^(?:[a-z+]+:\/\/)?(?:[^@/]*@)?([^/:]*(?::\d+)?)[:/](.*)$/.exec(remote) ?? [];
  const parts = path
    .replace(/\.git\/?$/, '')
    .split('/')
    .filter((part) => part !== '');
  return { remote, repository: parts.slice(-2).join('/'), serverUrl: `https://${server || 'github.com'}` };
}
