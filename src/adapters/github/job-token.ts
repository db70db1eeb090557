import type { Claims } from '../../setup-ports.ts';

/** Where GitHub hands a job with `id-token: write` the token by which it signs in elsewhere. */
export type TokenPlace = { readonly url: string; readonly token: string };

const audience = 'sts.amazonaws.com';
const timeoutMs = 10_000;
const limitBytes = 64 * 1024;

/** What trust policies can ask for. Nothing else of the token is read, and the token itself goes nowhere. */
const known = [
  'sub',
  'aud',
  'iss',
  'repository',
  'repository_id',
  'repository_owner',
  'repository_owner_id',
  'repository_visibility',
  'ref',
  'ref_type',
  'environment',
  'job_workflow_ref',
  'workflow',
  'workflow_ref',
  'event_name',
  'actor',
  'actor_id',
  'runner_environment',
];

/** The claims of this job's token. Its signature is AWS's matter: this only reads what it says. */
export async function claimsOf({ url, token }: TokenPlace): Promise<Claims> {
  const place = new URL(url);
  place.searchParams.set('audience', audience);
  const response = await fetch(place, {
    headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!response.ok) throw new Error(`GitHub gave this job no token: it answered ${response.status}.`);
  const text = await response.text();
  if (text.length > limitBytes) throw new Error('GitHub gave this job no token, but something longer.');
  return claimsIn(valueIn(text));
}

/** Anything that is quoted here could be the token: so nothing is. */
function valueIn(text: string): string {
  const answer = parsed(text);
  return typeof answer?.['value'] === 'string' ? answer['value'] : '';
}

function claimsIn(jwt: string): Claims {
  const payload = parsed(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString('utf8'));
  if (payload === undefined) throw new Error('GitHub gave this job something else than a token.');
  return Object.fromEntries(
    known.flatMap((name) => (typeof payload[name] === 'string' ? [[name, payload[name]]] : [])),
  );
}

function parsed(text: string): { readonly [key: string]: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as { [key: string]: unknown }) : undefined;
  } catch {
    return undefined;
  }
}
