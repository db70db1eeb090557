const durationPattern = /^(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/;
const unitSeconds = [86_400, 3_600, 60, 1] as const;
const unitNames = ['d', 'h', 'm', 's'] as const;

/** For editors: the same rule as `parseDuration`, and never the empty text. */
export const durationSource = '^(?=.)(?:\\d+d)?(?:\\d+h)?(?:\\d+m)?(?:\\d+s)?$';

/** `30s`, `15m`, `6h`, `2d`, `1h30m` in seconds; undefined for anything else. */
export function parseDuration(text: string): number | undefined {
  const match = durationPattern.exec(text);
  if (match === null || text === '') return undefined;
  return unitSeconds.reduce((total, seconds, index) => total + seconds * Number(match[index + 1] ?? 0), 0);
}

/** Seconds as people write them: `1h30m`. */
export function writeDuration(seconds: number): string {
  let rest = seconds;
  const parts = unitSeconds.map((unit, index) => {
    const count = Math.floor(rest / unit);
    rest -= count * unit;
    return count === 0 ? '' : `${count}${unitNames[index]}`;
  });
  return parts.join('') || '0s';
}
