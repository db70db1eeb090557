const real = Intl.DateTimeFormat;
/** A country that changes its mind: the zone that it had, and one with what it has from now on. */
const changed = { from: 'Africa/Cairo', to: 'Asia/Dubai' };

declare global {
  /** Of the simulator's copy of the product: makes it read the rules of all zones again, as a new process does. */
  var forgetZones: (() => void) | undefined;
}

function withNewData(
  locale?: string | string[],
  options: Intl.DateTimeFormatOptions = {},
): Intl.DateTimeFormat {
  const { timeZone } = options;
  return new real(locale, timeZone === changed.from ? { ...options, timeZone: changed.to } : options);
}

/** A runner with other time zone data than the one before (F35). False: this copy of the product cannot do that. */
export function useZoneData(which: 'old' | 'new'): boolean {
  if (globalThis.forgetZones === undefined) return false;
  const isNew = Intl.DateTimeFormat !== real;
  if (isNew === (which === 'new')) return true;
  Object.assign(Intl, { DateTimeFormat: which === 'new' ? withNewData : real });
  globalThis.forgetZones();
  return true;
}

export function hasNewZoneData(): boolean {
  return Intl.DateTimeFormat !== real;
}
