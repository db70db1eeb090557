/**
 * One description of a record says how it is read and how it is written. What is read was written by anybody who can
 * push: it is checked to the last key. What is written is canonical: equal values give equal bytes.
 */
export type Codec<T> = {
  /** Throws `Mismatch`. */
  readonly read: (value: unknown) => T;
  readonly write: (value: T) => string;
};

/** A value that is not what its codec describes. */
export class Mismatch extends Error {
  override readonly name = 'Mismatch';
  /** Where in the document, such as `runs[daily-20261124-2105].phase`. */
  readonly field: string;
  readonly reason: string;
  /** Keys that no such record has. */
  readonly unknownKeys: readonly string[];
  constructor(reason: string, field = '', unknownKeys: readonly string[] = []) {
    super(`${field}: ${reason}`);
    this.reason = reason;
    this.field = field;
    this.unknownKeys = unknownKeys;
  }
}

function inside(error: unknown, step: string): unknown {
  if (!(error instanceof Mismatch)) return error;
  return new Mismatch(error.reason, `${step}${error.field}`, error.unknownKeys);
}

export const shown = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 80);

type Optional<T> = { readonly optional: Codec<T> };

export function optional<T>(codec: Codec<T>): Optional<T> {
  return { optional: codec };
}

type OptionalKeys<T> = { [K in keyof T]-?: object extends Pick<T, K> ? K : never }[keyof T];

/** A codec for every key of the type: a key that is added to the type and not to its table does not compile. */
export type FieldsOf<T> = {
  readonly [K in keyof T]-?: K extends OptionalKeys<T> ? Optional<Exclude<T[K], undefined>> : Codec<T[K]>;
};

type Field = {
  readonly name: string;
  readonly label: string;
  readonly codec: Codec<unknown>;
  readonly isOptional: boolean;
};

/** An object with these keys and no others. */
export function record<T extends object>(fields: FieldsOf<T>): Codec<T> {
  const table = tableOf(fields as { readonly [name: string]: Codec<unknown> | Optional<unknown> });
  return {
    read: (value) => readRecord(table, value) as T,
    write: (value) => writeRecord(table, value as { readonly [name: string]: unknown }),
  };
}

function tableOf(fields: { readonly [name: string]: Codec<unknown> | Optional<unknown> }): readonly Field[] {
  const names = Object.keys(fields).sort();
  return names.map((name) => {
    const field = fields[name] as Codec<unknown> | Optional<unknown>;
    const isOptional = 'optional' in field;
    return {
      name,
      label: `${JSON.stringify(name)}:`,
      codec: isOptional ? field.optional : field,
      isOptional,
    };
  });
}

function readRecord(table: readonly Field[], value: unknown): object {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Mismatch(`${shown(value)} is not an object`);
  const source = value as { readonly [name: string]: unknown };
  const made: { [name: string]: unknown } = {};
  let found = 0;
  for (const { name, codec, isOptional } of table) {
    const item = source[name];
    if (item === undefined) {
      if (isOptional) continue;
      throw new Mismatch('it is missing', `.${name}`);
    }
    found += 1;
    try {
      made[name] = codec.read(item);
    } catch (error) {
      throw inside(error, `.${name}`);
    }
  }
  const keys = Object.keys(source);
  if (keys.length === found) return made;
  const unknownKeys = keys.filter((key) => !table.some(({ name }) => name === key));
  throw new Mismatch('it has keys that no such record has', '', unknownKeys);
}

function writeRecord(table: readonly Field[], value: { readonly [name: string]: unknown }): string {
  let text = '';
  for (const { name, label, codec } of table) {
    const item = value[name];
    if (item !== undefined) text += `${text === '' ? '' : ','}${label}${codec.write(item)}`;
  }
  return `{${text}}`;
}

/** At most `most` items, one after the other on a line each if `isLong`, so that git shows which one changed. */
export function list<T>(
  item: Codec<T>,
  { most, isLong = false }: { readonly most: number; readonly isLong?: boolean },
): Codec<readonly T[]> {
  const between = isLong ? ',\n' : ',';
  const around = isLong ? '\n' : '';
  return {
    read(value) {
      if (!Array.isArray(value)) throw new Mismatch(`${shown(value)} is not a list`);
      if (value.length > most) throw new Mismatch(`it has ${value.length} items; at most ${most} are read`);
      return value.map((one, index) => {
        try {
          return item.read(one);
        } catch (error) {
          throw inside(error, `[${nameOf(one) ?? index}]`);
        }
      });
    },
    write: (value) =>
      value.length === 0 ? '[]' : `[${around}${value.map(item.write).join(between)}${around}]`,
  };
}

/** A record is found by its name, not by counting. */
function nameOf(value: unknown): string | undefined {
  const { id, flow, trigger } = (value ?? {}) as { id?: unknown; flow?: unknown; trigger?: unknown };
  const name = id ?? flow ?? trigger;
  return typeof name === 'string' ? name.slice(0, 80) : undefined;
}

/** An object whose keys are the users', such as the names of parameters. */
export function dictionary<T>(
  item: Codec<T>,
  { most, longestKey, isLong = false }: { most: number; longestKey: number; isLong?: boolean },
): Codec<{ readonly [key: string]: T }> {
  const between = isLong ? ',\n' : ',';
  const around = isLong ? '\n' : '';
  return {
    read(value) {
      if (typeof value !== 'object' || value === null || Array.isArray(value))
        throw new Mismatch(`${shown(value)} is not an object`);
      const entries = Object.entries(value);
      if (entries.length > most)
        throw new Mismatch(`it has ${entries.length} keys; at most ${most} are read`);
      return Object.fromEntries(
        entries.map(([key, one]) => {
          if (key.length > longestKey) throw new Mismatch(`the key ${shown(key)} is too long`);
          try {
            return [key, item.read(one)];
          } catch (error) {
            throw inside(error, `[${key.slice(0, 80)}]`);
          }
        }),
      );
    },
    write(value) {
      const keys = Object.keys(value).sort();
      const members = keys.map((key) => `${JSON.stringify(key)}:${item.write(value[key] as T)}`);
      return members.length === 0 ? '{}' : `{${around}${members.join(between)}${around}}`;
    },
  };
}

/** One of several records, told apart by the value of one key. */
export function variants<T extends object, Tag extends keyof T & string>(
  tag: Tag,
  choose: (name: unknown) => Codec<T> | undefined,
): Codec<T> {
  const codecFor = (value: unknown): Codec<T> => {
    const name = (value as { readonly [key: string]: unknown } | null)?.[tag];
    const codec = choose(name);
    if (codec === undefined) throw new Mismatch(`${shown(name)} is none that is known`, `.${tag}`);
    return codec;
  };
  return {
    read: (value) => codecFor(value).read(value),
    write: (value) => codecFor(value).write(value),
  };
}

/** A codec of one of several kinds of record, for `variants`. */
export function variant<T extends object, V extends T>(codec: Codec<V>): Codec<T> {
  return codec as unknown as Codec<T>;
}

/** The same values, of which `faultOf` finds nothing to say. */
export function checked<T>(codec: Codec<T>, faultOf: (value: T) => string | undefined): Codec<T> {
  return {
    read(value) {
      const made = codec.read(value);
      const fault = faultOf(made);
      if (fault !== undefined) throw new Mismatch(fault);
      return made;
    },
    write: codec.write,
  };
}

/** For a description that contains itself. */
export function lazy<T>(codecOf: () => Codec<T>): Codec<T> {
  return { read: (value) => codecOf().read(value), write: (value) => codecOf().write(value) };
}

/** Writes each value once: a tick writes up to twice, and most records are the same values both times. */
export function remembered<T extends object>(codec: Codec<T>): Codec<T> {
  const texts = new WeakMap<T, string>();
  return {
    read: codec.read,
    write(value) {
      const known = texts.get(value) ?? codec.write(value);
      texts.set(value, known);
      return known;
    },
  };
}
