/**
 * What looks like a secret without being known as one. Group 1 is shown before the mark, the rest of the match is not.
 * Every repetition is bounded or excludes what could start the match again, so that hostile text costs linear time.
 */
export const secretPatterns: readonly RegExp[] = [
  // AWS: key ids, session tokens, and the query of presigned addresses, which Fargate's pull errors can contain.
  /(?<![A-Za-z0-9])()(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])/g,
  /(?<![A-Za-z0-9])()(?:IQoJ|FwoG|FQoG)[A-Za-z0-9/+=]{40,4000}/g,
  /(X-Amz-(?:Signature|Credential|Security-Token)(?:=|%3D))[^&\s"'<>]{1,4000}/gi,
  /([?&](?:Signature|AWSAccessKeyId|sig|sv)=)[^&\s"'<>]{4,4000}/gi,
  // Tokens with a prefix of their issuer.
  /(?<![A-Za-z0-9])()(?:gh[opsur]_|github_pat_)[A-Za-z0-9_.-]{16,2000}/g,
  /(?<![A-Za-z0-9])()glpat-[A-Za-z0-9_.-]{16,300}/g,
  /(?<![A-Za-z0-9])()xox[abeoprs]-[A-Za-z0-9-]{8,500}/g,
  /(hooks\.slack\.com\/(?:services|workflows|triggers)\/)[A-Za-z0-9/_-]{8,300}/gi,
  /(discord(?:app)?\.com\/api\/webhooks\/)[A-Za-z0-9/_-]{8,300}/gi,
  /(?<![A-Za-z0-9])()(?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9]{12,300}/g,
  /(?<![A-Za-z0-9])()sk-[A-Za-z0-9_-]{20,300}/g,
  /(?<![A-Za-z0-9])()(?:npm_|hf_|whsec_|dop_v1_|pypi-)[A-Za-z0-9_-]{20,500}/g,
  /(?<![A-Za-z0-9])()AIza[A-Za-z0-9_-]{30,100}/g,
  /(?<![A-Za-z0-9])()SG\.[A-Za-z0-9_-]{16,100}\.[A-Za-z0-9_-]{16,100}/g,
  /(?<![A-Za-z0-9_-])()eyJ[A-Za-z0-9_-]{8,8000}\.[A-Za-z0-9_-]{4,8000}\.[A-Za-z0-9_-]{0,2000}/g,
  /()-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----[^-]{0,20000}(?:-----END [A-Z0-9 ]{0,40}-----)?/g,
  // `user:password@` of an address, the password with `@` or `/` in it or not, but not a port.
  /(:\/\/)[^\s/?#@"'<>]{1,500}(?=@)/g,
  /(:\/\/)[^\s/:@"'<>]{0,200}:(?!\d{1,5}(?:[/?#]|$))[^\s"'<>]{1,300}(?=@)/g,
  /((?:authorization|proxy-authorization)["']?\s{0,3}[:=]\s{0,3}["']?(?:basic|bearer|token|aws4-hmac-sha256)\s{1,3})[^\s"',]{4,8000}/gi,
  /((?<![A-Za-z0-9])bearer\s{1,3})[A-Za-z0-9._~+/=-]{12,8000}/gi,
  // A name that says so, and a value. ARNs have `:secret:` in them and are none.
  new RegExp(
    `(${nameWithSecret()}\\\\?["']?\\s{0,3}(?:=>|[=:])\\s{0,3}\\\\?)(?:"[^"\\n]{4,2000}"|'[^'\\n]{4,2000}'|(?!["']?arn:)[^\\s"',;&)\\]}]{6,4000})`,
    'gi',
  ),
  /((?<![A-Za-z0-9])--?(?:password|passwd|token|secret|api-?key)[ =]\s{0,2})[^\s"'-][^\s]{3,2000}/gi,
];

function nameWithSecret(): string {
  const words = 'password|passwd|passphrase|pwd|secret(?!smanager)|token|signature|cookie';
  const keys = '(?:api|access|private|secret|signing|encryption|auth|account|client|license)[-_ ]?key';
  return `(?<!:\\d{12}:)(?:${words}|${keys})[A-Za-z0-9_-]{0,30}`;
}
