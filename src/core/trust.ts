/** Whom a role trusts: IAM's evaluation of a trust policy, as far as the tokens of GitHub's jobs need it. */

const issuer = 'token.actions.githubusercontent.com';
const action = 'sts:AssumeRoleWithWebIdentity';

type Claims = { readonly [claim: string]: string };
type Json = { readonly [key: string]: unknown };

export type TrustAnswer =
  | { readonly kind: 'trusted' }
  /** A statement that says so by what it asks for, or by an operator that is not known here. */
  | { readonly kind: 'refused'; readonly reason: string };

/** A trust policy's answer to a job's claims. What is not understood does not count as trust. */
export function judgeTrustPolicy(document: unknown, claims: Claims): TrustAnswer {
  const statements = listOf(objectOf(document)?.['Statement']).map(objectOf).filter(isThere);
  const concerned = statements.filter(isForGitHub);
  if (
    concerned.some((statement) => statement['Effect'] === 'Deny' && refusal(statement, claims) === undefined)
  )
    return { kind: 'refused', reason: 'a statement denies it' };
  const reasons = concerned
    .filter(({ Effect }) => Effect === 'Allow')
    .map((statement) => refusal(statement, claims));
  if (reasons.includes(undefined)) return { kind: 'trusted' };
  return { kind: 'refused', reason: reasons[0] ?? `no statement lets ${issuer} assume it` };
}

function isForGitHub(statement: Json): boolean {
  const actions = textsOf(statement['Action']);
  const federated = textsOf(objectOf(statement['Principal'])?.['Federated']);
  return (
    actions.some((pattern) => isLike(action, pattern)) &&
    federated.some((provider) => provider.endsWith(`:oidc-provider/${issuer}`))
  );
}

/** Undefined: all of its conditions hold. */
function refusal(statement: Json, claims: Claims): string | undefined {
  for (const [operator, keys] of Object.entries(objectOf(statement['Condition']) ?? {})) {
    for (const [key, wanted] of Object.entries(objectOf(keys) ?? {})) {
      const reason = conditionRefusal({ operator, key, wanted: textsOf(wanted) }, claims);
      if (reason !== undefined) return reason;
    }
  }
  return undefined;
}

type Condition = { readonly operator: string; readonly key: string; readonly wanted: readonly string[] };

function conditionRefusal({ operator, key, wanted }: Condition, claims: Claims): string | undefined {
  if (!key.startsWith(`${issuer}:`)) return `it asks for ${key}, which is not known here`;
  const claim = key.slice(issuer.length + 1);
  const seen = claims[claim];
  const matches = matchers[operator.replace(/^ForAnyValue:/, '')];
  if (matches === undefined) return `it asks by ${operator}, which is not known here`;
  if (seen === undefined) return `the token has no ${claim}`;
  if (wanted.some((pattern) => matches(seen, pattern))) return undefined;
  return `${claim} is ${JSON.stringify(seen)}, and it wants ${wanted.map((text) => JSON.stringify(text)).join(' or ')}`;
}

const matchers: { readonly [operator: string]: (seen: string, wanted: string) => boolean } = {
  StringEquals: (seen, wanted) => seen === wanted,
  StringEqualsIgnoreCase: (seen, wanted) => seen.toLowerCase() === wanted.toLowerCase(),
  StringLike: isLike,
};

/** `*` is any text and `?` any one character, without a regular expression: the pattern is somebody else's. */
function isLike(text: string, pattern: string): boolean {
  let [position, at] = [0, 0];
  let [star, retry] = [-1, 0];
  while (position < text.length) {
    const wanted = pattern[at];
    if (wanted === '*') {
      star = at;
      retry = position;
      at += 1;
    } else if (wanted === '?' || wanted === text[position]) {
      position += 1;
      at += 1;
    } else if (star >= 0) {
      at = star + 1;
      retry += 1;
      position = retry;
    } else return false;
  }
  return [...pattern.slice(at)].every((rest) => rest === '*');
}

function objectOf(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
}

function isThere<T>(value: T | undefined): value is T {
  return value !== undefined;
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function textsOf(value: unknown): readonly string[] {
  return listOf(value).filter((item): item is string => typeof item === 'string');
}
