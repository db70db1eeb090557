import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { type FailureRule, failureRules, ruleOf } from '../../../../src/adapters/ecs/failure-rules.ts';
import { sightingOf } from '../../../../src/adapters/ecs/failures.ts';
import { type EndingClass, factsOf } from '../../../../src/core/ending.ts';
import { instantFromMs } from '../../../../src/core/instant.ts';
import { adviceOn } from '../../../../src/report/advice.ts';
import { createOutgoing } from '../../../../src/report/outgoing.ts';
import { createRedactor } from '../../../../src/report/redact.ts';

/**
 * What ECS was seen to say, one text a line, with names and ids replaced. `source`: a public issue, a page of AWS, notes in
 * a public repository; `composed` says that an error which is documented stands in a frame that was seen.
 */
type Row = {
  readonly id: string;
  readonly source: string;
  readonly stopCode: string;
  readonly stoppedReason: string;
  readonly reason?: string;
  readonly exitCode?: number;
  readonly class: EndingClass;
  readonly budget: string;
  /** The first words. */
  readonly advice: string;
};

const rows = readFileSync(new URL('./texts.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row);

const outgoing = createOutgoing(createRedactor([]));

function endingOf({ stopCode, stoppedReason, reason = '', exitCode }: Row) {
  const code = exitCode === undefined ? {} : { exitCode };
  const sighting = sightingOf(
    {
      taskArn: 'arn',
      family: 'headgate-acme-load',
      startedBy: 'hg-1',
      lastStatus: 'STOPPED',
      stopCode,
      stoppedReason,
      stoppedAt: 900_000,
      ...(exitCode === undefined ? {} : { startedAt: 500_000 }),
      containers: [{ name: 'flow', reason, ...code }],
    },
    instantFromMs(1_000_000),
  );
  if (sighting.kind !== 'ended') throw new Error(`${stoppedReason} is no end`);
  return sighting.ending;
}

const textOf = ({ stoppedReason, reason = '' }: Row) => `${stoppedReason}. ${reason}`;
/** Those whose end is decided by their text. */
const told = rows.filter((row) => ruleOf(textOf(row)) !== undefined);
const classIn = (text: string, rules?: readonly FailureRule[]) => ruleOf(text, rules)?.class;

describe('a text of ECS', () => {
  it.each(rows.map((row) => [row.id, row] as const))(
    '%s has its class, its budget and its advice',
    (_, row) => {
      const ending = endingOf(row);
      const advice = adviceOn(ending, {}, outgoing) ?? '';
      expect({ class: ending.class, budget: factsOf(ending.class).budget }).toEqual({
        class: row.class,
        budget: row.budget,
      });
      expect(advice.split(' ').slice(0, 6).join(' ')).toBe(row.advice);
    },
  );

  it('means the same among other words, in another case, and on several lines', () => {
    const around = (text: string) => [
      `TaskFailedToStart: ${text}`,
      `Task failed to start. ${text}`,
      `(service acme-timeout) was unable to place a task. Reason: ${text}`,
      `EssentialContainerExited: Essential container in task exited: ${text}`,
      `${text} : exit status 1`,
      `${text}: unknown`,
      `${text}. See the Amazon ECS Developer Guide.`,
      `${text} (instance i-0123)`,
      text.toUpperCase(),
      text.toLowerCase(),
      text.replaceAll(': ', ':\n'),
    ];
    for (const row of told)
      for (const text of around(textOf(row)))
        expect([row.id, text, classIn(text)]).toEqual([row.id, text, classIn(textOf(row))]);
  });

  it('is never final because its end is cut off, where the whole of it is not', () => {
    for (const row of told) {
      if (row.budget === 'none') continue;
      const text = textOf(row);
      for (const { index: length } of text.matchAll(/\W/g)) {
        const found = classIn(text.slice(0, length));
        const budget = found === undefined ? 'infra' : factsOf(found).budget;
        expect([row.id, text.slice(0, length), budget]).not.toEqual([row.id, text.slice(0, length), 'none']);
      }
    }
  });

  it('says nothing by the names that people gave to their things', () => {
    const named = (name: string) => [
      [
        `CannotPullContainerError: failed to resolve ref 1.dkr.ecr.eu-west-1.amazonaws.com/${name}:1: not found`,
        'image-missing',
      ],
      [
        `CannotPullContainerError: failed to do request: Head "https://ghcr.io/v2/${name}/manifests/1": EOF`,
        'image-pull',
      ],
      [
        `ResourceInitializationError: unable to pull secrets or registry auth: failed to fetch secret arn:aws:secretsmanager:eu-west-1:1:secret:${name} from secrets manager: RequestCanceled: request context canceled`,
        'secrets-timeout',
      ],
      [
        `ResourceInitializationError: unable to pull secrets or registry auth: AccessDeniedException: User: arn:aws:sts::1:assumed-role/${name}/1 is not authorized to perform: ssm:GetParameters on resource: arn:aws:ssm:eu-west-1:1:parameter/${name}`,
        'secrets',
      ],
    ];
    for (const name of [
      'not-found',
      'access-denied',
      'timeout',
      'resource:memory',
      'i/o',
      'outofmemory',
      'spot',
      '404',
      '503',
      'exec',
    ])
      for (const [text = '', expected] of named(name))
        expect([text, classIn(text)]).toEqual([text, expected]);
  });
});

describe('the rules for the texts of ECS', () => {
  it('say for each where it was seen, and write words as texts are compared: in lower case', () => {
    for (const { about, because, source } of failureRules) {
      expect(source).not.toBe('');
      for (const sign of [about, because ?? {}])
        for (const words of [...(sign.names ?? []), ...(sign.says ?? [])])
          expect(words).toBe(words.toLowerCase());
    }
  });

  it('have three texts for each class at least', () => {
    const classes = new Map<string, number>();
    for (const row of told) classes.set(row.class, (classes.get(row.class) ?? 0) + 1);
    for (const { class: name } of failureRules)
      expect([name, (classes.get(name) ?? 0) >= 3]).toEqual([name, true]);
  });

  it.each(failureRules.map((rule) => [rule.name, rule] as const))('need the one of %s', (_, rule) => {
    const others = failureRules.filter((other) => other !== rule);
    const changed = told.filter((row) => classIn(textOf(row), others) !== classIn(textOf(row)));
    expect(changed.length).toBeGreaterThan(0);
  });

  /** ECS has a reason for the task and one for each container: both texts of two neighbours can stand in one end. */
  it.each(
    failureRules.slice(1).map((rule, index) => [failureRules[index]?.name ?? '', rule.name, index] as const),
  )('have %s before %s for a reason, or for none that matters', (_, __, index) => {
    const [first, second] = failureRules.slice(index, index + 2) as [FailureRule, FailureRule];
    const swapped = [...failureRules.slice(0, index), second, first, ...failureRules.slice(index + 2)];
    const of = (rule: FailureRule) => told.filter((row) => ruleOf(textOf(row)) === rule).map(textOf);
    const both = of(second).flatMap((b) => of(first).map((a) => `${b} ${a}`));
    const texts = [...told.map(textOf), ...both];
    const isRed = texts.some((text) => classIn(text, swapped) !== classIn(text));
    expect(isRed).toBe(first.class !== second.class);
  });
});
