import { hash } from 'node:crypto';
import type { Stage } from '../../src/adapters/memory/world.ts';
import type { Checker } from './checker.ts';

/** How many states back a history can still matter: an old answer of git, a rolled back branch. */
const keptStates = 8;
const texts = new WeakMap<object, string>();

/** Values are never changed in place, so the text of each is made once. */
export function textOf(value: object): string {
  const known = texts.get(value);
  if (known !== undefined) return known;
  const text = JSON.stringify(value, (_, inner: unknown) =>
    inner instanceof Map || inner instanceof Set ? [...inner] : inner,
  );
  texts.set(value, text);
  return text;
}

/**
 * Everything that the rest of a history can depend on, and everything that the checker remembers of its past: from two
 * equal ones on, the same choices lead to the same judgements, so one of them is enough.
 */
export function fingerprintOf(stage: Stage, checker: Checker, hidden: readonly string[]): string {
  const parts: string[] = [];
  const add = (text: string): void => void parts.push(text);
  const { history } = stage.branches;
  const current = stage.branches.current();
  const index = current === undefined ? -1 : history.indexOf(current);
  add(`${stage.time.now()} ${index < 0 ? 'no state' : ''}`);
  for (const saved of history.slice(Math.max(index - keptStates, 0), index + 1)) {
    add(textOf(saved.registry));
    const { runs, ...others } = saved.state;
    for (const [name, value] of Object.entries(others))
      add(`${name} ${typeof value === 'object' ? textOf(value) : value}`);
    for (const run of runs.values()) add(textOf(run));
  }
  for (const task of stage.tasks.all()) add(textOf(task));
  for (const { checkId, check } of stage.checks.shown())
    add(`${checkId} ${check.externalId} ${textOf(check.status)} ${check.title} ${check.summary.length}`);
  const { isTrustworthy, delayMs, lost } = stage.eventLog;
  add(`${isTrustworthy} ${delayMs} ${[...lost].join()}`);
  for (const text of hidden) add(text);
  for (const text of checker.remembered()) add(text);
  return hash('sha1', parts.join('\n'), 'base64');
}
