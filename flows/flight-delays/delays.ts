export type Flight = { readonly date: string; readonly delay: number; readonly origin: string };

export type Delay = {
  readonly flights: number;
  /** Share of the flights that were more than a quarter of an hour late, as airlines count it. */
  readonly lateShare: number;
  readonly meanMinutes: number;
  readonly worstMinutes: number;
};

const lateMinutes = 15;

/** Flights that the data set describes completely; the others, counted. */
export function usable(flights: readonly Flight[]): {
  readonly good: readonly Flight[];
  readonly bad: number;
} {
  const good = flights.filter(
    ({ date, delay, origin }) =>
      /^\d{4}\/\d{2}\/\d{2} /.test(date) && Number.isFinite(delay) && /^[A-Z]{3}$/.test(origin),
  );
  return { good, bad: flights.length - good.length };
}

/** Delays of the flights of each group, sorted by the name of the group. */
export function delaysBy(
  flights: readonly Flight[],
  groupOf: (flight: Flight) => string,
): readonly (Delay & { readonly group: string })[] {
  const groups = new Map<string, number[]>();
  for (const flight of flights) {
    const delays = groups.get(groupOf(flight));
    if (delays === undefined) groups.set(groupOf(flight), [flight.delay]);
    else delays.push(flight.delay);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([group, delays]) => ({ group, ...delayOf(delays) }));
}

function delayOf(delays: readonly number[]): Delay {
  return {
    flights: delays.length,
    lateShare: delays.filter((delay) => delay > lateMinutes).length / delays.length,
    meanMinutes: delays.reduce((sum, delay) => sum + delay, 0) / delays.length,
    worstMinutes: delays.reduce((worst, delay) => Math.max(worst, delay), Number.NEGATIVE_INFINITY),
  };
}

/** `2001-01-10` */
export function dayOf({ date }: Flight): string {
  return date.slice(0, 10).replaceAll('/', '-');
}

/** The Monday of the week. */
export function weekOf(flight: Flight): string {
  const day = new Date(`${dayOf(flight)}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return day.toISOString().slice(0, 10);
}

export function csvOf(flights: readonly Flight[]): string {
  const rows = delaysBy(flights, (flight) => `${dayOf(flight)},${flight.origin}`).map(
    ({ group, flights: count, lateShare, meanMinutes, worstMinutes }) =>
      [group, count, lateShare.toFixed(3), meanMinutes.toFixed(1), worstMinutes].join(','),
  );
  return `${['day,origin,flights,late_share,mean_delay_minutes,worst_delay_minutes', ...rows].join('\n')}\n`;
}

/** A bar of a chart, in eighths of a character. */
export function barOf(value: number, most: number, characters = 20): string {
  const eighths = most <= 0 ? 0 : Math.round((Math.max(value, 0) / most) * characters * 8);
  return '█'.repeat(Math.floor(eighths / 8)) + (['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'][eighths % 8] ?? '');
}
