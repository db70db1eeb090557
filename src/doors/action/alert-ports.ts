import type { GithubOptions } from '../../adapters/github/client.ts';
import type { Log, World } from '../../ports.ts';
import type { Inputs } from './inputs.ts';

const webhookName = 'HEADGATE_WEBHOOK_URL';

/** What must never be shown: whoever knows the address of the webhook can write into the chat. */
export function secretsOf({ token }: Pick<Inputs, 'token'>): readonly string[] {
  return [token, process.env[webhookName] ?? ''].filter((secret) => secret !== '');
}

/** Only a tick tells people: the jobs of other commands may write no issues. */
export async function alertPorts(
  { command, isDryRun }: Inputs,
  { github, log }: { readonly github: GithubOptions; readonly log: Log },
): Promise<Pick<World, 'issues' | 'messages'>> {
  if (command !== 'tick' || isDryRun) return {};
  const { githubIssues } = await import('../../adapters/github/issues.ts');
  const messages = await messagesOf(log);
  return { issues: githubIssues(github), ...(messages === undefined ? {} : { messages }) };
}

async function messagesOf(log: Log): Promise<World['messages']> {
  const address = process.env[webhookName] ?? '';
  if (address === '') return undefined;
  const { judgeWebhook, webhookMessages } = await import('../../adapters/webhook/messages.ts');
  const url = judgeWebhook(address);
  if (url !== undefined) return webhookMessages(url);
  log.warn(
    `W_WEBHOOK_ADDRESS The variable ${webhookName} holds no address of https without a user and a password, so no message is sent. Mend the secret that it comes from.`,
  );
  return undefined;
}
