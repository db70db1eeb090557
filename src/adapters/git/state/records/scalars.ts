import { type Codec, Mismatch, shown } from './codec.ts';

/** Codecs of single values. */

/** One of these texts. */
export function oneOf<const T extends string>(texts: readonly T[]): Codec<T> {
  const known = new Set<unknown>(texts);
  return {
    read(value) {
      if (known.has(value)) return value as T;
      throw new Mismatch(`${shown(value)} is none of ${texts.join(', ')}`);
    },
    write: (value) => JSON.stringify(value),
  };
}

/** A text that `parse` understands. */
export function parsed<T extends string>(parse: (text: string) => T | undefined, what: string): Codec<T> {
  return {
    read(value) {
      const made = typeof value === 'string' ? parse(value) : undefined;
      if (made === undefined) throw new Mismatch(`${shown(value)} is not ${what}`);
      return made;
    },
    write: (value) => JSON.stringify(value),
  };
}

export function text(longest: number): Codec<string> {
  return {
    read(value) {
      if (typeof value === 'string' && value.length <= longest) return value;
      throw new Mismatch(`${shown(value)} is not a text of at most ${longest} characters`);
    },
    write: (value) => JSON.stringify(value),
  };
}

export function matching(pattern: RegExp, what: string): Codec<string> {
  return parsed((value) => (pattern.test(value) ? value : undefined), what);
}

type Range = { readonly least: number; readonly most?: number };

export function whole({ least, most = Number.MAX_SAFE_INTEGER }: Range): Codec<number> {
  return {
    read(value) {
      if (Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most)
        return value as number;
      throw new Mismatch(`${shown(value)} is not a whole number from ${least} to ${most}`);
    },
    write: String,
  };
}

export function number({ least, most = Number.MAX_VALUE }: Range): Codec<number> {
  return {
    read(value) {
      if (typeof value === 'number' && value >= least && value <= most) return value;
      throw new Mismatch(`${shown(value)} is not a number from ${least} to ${most}`);
    },
    write: (value) => JSON.stringify(value),
  };
}

export const flag: Codec<boolean> = {
  read(value) {
    if (typeof value === 'boolean') return value;
    throw new Mismatch(`${shown(value)} is neither true nor false`);
  },
  write: String,
};
