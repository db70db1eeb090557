import type { Stage } from '../../src/adapters/memory/world.ts';
import type { Checker } from './checker.ts';

type Saved = Stage['branches']['history'][number];

/** How many states back a history can still matter: an old answer of git, a rolled back branch. */
const keptStates = 8;
const idsOfTexts = new Map<string, number>();
let idsOfValues = new WeakMap<object, number>();
let idsOfSaved = new WeakMap<Saved, number>();

/** Worlds of before and after are never compared. */
export function forgetWorlds(): void {
  idsOfTexts.clear();
  idsOfValues = new WeakMap();
  idsOfSaved = new WeakMap();
}

/** A number that stands for a text, in this process. */
function idOfText(text: string): number {
  const known = idsOfTexts.get(text);
  if (known !== undefined) return known;
  idsOfTexts.set(text, idsOfTexts.size);
  return idsOfTexts.size - 1;
}

/** The same for equal values. They are never changed in place, so each is looked at once. */
export function idOf(value: object): number {
  const known = idsOfValues.get(value);
  if (known !== undefined) return known;
  const text = JSON.stringify(value, (_, inner: unknown) =>
    inner instanceof Map || inner instanceof Set ? [...inner] : inner,
  );
  const id = idOfText(text);
  idsOfValues.set(value, id);
  return id;
}

/** The same for equal registries and states, whatever their version is. */
function idOfSaved(saved: Saved): number {
  const known = idsOfSaved.get(saved);
  if (known !== undefined) return known;
  const { runs, ...others } = saved.state;
  const parts: (string | number)[] = [idOf(saved.registry), 'state'];
  for (const value of Object.values(others)) parts.push(typeof value === 'object' ? idOf(value) : value);
  parts.push('runs');
  for (const run of runs.values()) parts.push(idOf(run));
  const id = idOfText(parts.join(' '));
  idsOfSaved.set(saved, id);
  return id;
}

/**
 * Everything that the rest of a history can depend on, and everything that the checker remembers of its past: from two
 * equal ones on, the same choices lead to the same judgements, so one of them is enough.
 */
export function fingerprintOf(stage: Stage, checker: Checker, hidden: readonly string[]): string {
  const { history } = stage.branches;
  const current = stage.branches.current();
  const index = current === undefined ? -1 : history.indexOf(current);
  const parts: (string | number)[] = [stage.time.now(), index < 0 ? 'no state' : ''];
  for (const saved of history.slice(Math.max(index - keptStates, 0), index + 1)) parts.push(idOfSaved(saved));
  parts.push('tasks');
  for (const task of stage.tasks.all()) parts.push(idOf(task));
  parts.push('checks');
  for (const { checkId, check } of stage.checks.shown())
    parts.push(
      checkId,
      idOfText(`${check.externalId} ${check.title} ${check.summary.length}`),
      idOf(check.status),
    );
  const { isTrustworthy, delayMs, lost } = stage.eventLog;
  parts.push(`${isTrustworthy} ${delayMs} ${[...lost].join()}`);
  parts.push(stage.alarm.at ?? 'no alarm', ...stage.issues.shown().map(idOf), stage.chat.texts.length);
  for (const text of hidden) parts.push(idOfText(text));
  parts.push(
    'remembered',
    ...checker.remembered().map((one) => (typeof one === 'string' ? idOfText(one) : one)),
  );
  return parts.join(' ');
}
