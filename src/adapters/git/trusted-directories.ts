import { execFile } from 'node:child_process';

/**
 * Repositories of other users, whose settings git reads all the same. On a runner it is the workspace, which a job
 * container sees as somebody else's; on a laptop what the person has told git, which is asked only where it matters.
 */
export function trustedDirectories(): readonly string[] {
  const workspace = process.env['GITHUB_ACTIONS'] === 'true' ? process.env['GITHUB_WORKSPACE'] : undefined;
  return [...(workspace === undefined || workspace === '' ? [] : [workspace, `${workspace}/*`]), ...learned];
}

let learned: readonly string[] = [];
let isLearned = false;

/** Whether there is anything new to know. */
export async function learnTrusted(): Promise<boolean> {
  if (isLearned) return false;
  isLearned = true;
  const said = await Promise.all([ask('--system'), ask('--global')]);
  learned = said.flat();
  return learned.length > 0;
}

/** Only these two files: what a repository says of itself counts for nothing. */
function ask(scope: '--system' | '--global'): Promise<readonly string[]> {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  const options = { env: Object.fromEntries(own), timeout: 10_000, cwd: '/' };
  return new Promise((resolve) => {
    execFile('git', ['config', scope, '-z', '--get-all', 'safe.directory'], options, (error, stdout) => {
      resolve(error === null ? stdout.split('\0').filter((text) => text !== '') : []);
    });
  });
}
