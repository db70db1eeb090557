import { cutLength } from './visible.ts';

/**
 * ECS gives 1,024 characters, and what a person needs of them, the right that is missing and on what, stands at their end
 * (aws/containers-roadmap#1133, #1332). So what says nothing goes first, then what stands in between.
 */
const fillers: readonly RegExp[] = [
  /execution resource retrieval failed: /gi,
  /(?:service call|create stream|pull image manifest|ref pull|inspect image) has been retried \d+ times?(?:\(s\))?: /gi,
  /https response error StatusCode: \d+, RequestID: [\w-]*, (?:api error )?/gi,
  /,? request id: [\w-]+/gi,
  / because no [\w-]+ policy allows the [\w:*-]+ action/gi,
];

/** Enough to see what failed. */
const leastHead = 60;
/** The verb and the resource of a refusal by IAM. */
const refusal = /is not authorized to perform: \S+(?: on resource: \S+)?/i;

export function cutReason(text: string, limit: number): string {
  let left = text;
  for (const filler of fillers) {
    if (left.length <= limit) return left;
    left = left.replaceAll(filler, '');
  }
  if (left.length <= limit) return left;
  const found = refusal.exec(left)?.[0] ?? '';
  const end =
    found !== '' && found.length < limit - leastHead ? found : lastCharacters(left, Math.floor(limit / 3));
  return `${cutLength(left, limit - end.length - 1)} ${end}`;
}

/** Never half a character. */
function lastCharacters(text: string, count: number): string {
  return text.slice(-count).replace(/^[\udc00-\udfff]/, '');
}
