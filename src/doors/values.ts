import type { Problem } from '../core/problem.ts';

type Parsed<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'bad'; readonly problem: Problem };

/** A job on a hosted runner ends after six hours; a tick stops watching before. */
const longestWatchSeconds = 5.5 * 60 * 60;

/** Seconds, or a duration such as `90s`, `5m` or `1h30m`. */
export function parseWatchSeconds(text: string): Parsed<number> {
  const match = /^(?:(\d{1,6})|(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s)?)$/.exec(text);
  const [, bare, hours, minutes, seconds] = match ?? [];
  if (match === null || text === '') {
    const message = `${JSON.stringify(text)} is not a duration.`;
    return {
      kind: 'bad',
      problem: { code: 'E_DURATION', field: 'watch', message, fix: 'Write 90s, 5m or 1h30m.' },
    };
  }
  const value =
    Number(bare ?? 0) + Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
  if (value <= longestWatchSeconds) return { kind: 'ok', value };
  const message = `${text} is longer than a job on a hosted runner may take.`;
  return {
    kind: 'bad',
    problem: { code: 'E_RANGE', field: 'watch', message, fix: 'Watch for at most 5h30m.' },
  };
}

/** A path inside the repository, with `/`. */
export function parseConfigPath(text: string): Parsed<string> {
  const path = text.replace(/^\.\//, '');
  const isInside =
    path !== '' &&
    !path.startsWith('/') &&
    !/^[A-Za-z]:|\\|\p{Cc}/u.test(path) &&
    !path.split('/').includes('..');
  if (isInside) return { kind: 'ok', value: path };
  const message = `${JSON.stringify(text)} is not a path inside the repository.`;
  return {
    kind: 'bad',
    problem: { code: 'E_PATH_ESCAPE', field: 'config', message, fix: 'Give a relative path without "..".' },
  };
}
