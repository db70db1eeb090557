import { type Artifact, type Cell, encodeEvent, type ImageMediaType } from '../core/event-format.ts';
import { jsonOf } from './json-value.ts';
import { currentFrame, emit } from './scope.ts';

export type Row = { readonly [column: string]: unknown } | readonly unknown[];
export type Image =
  | { readonly url: string }
  | { readonly svg: string }
  | { readonly mediaType: ImageMediaType; readonly bytes: Uint8Array };

/** What the report of the run shows. The same name again replaces what was there. */
export const artifact = {
  markdown: (name: string, text: string): void => publish({ kind: 'markdown', name, text }),
  /** Rows as objects, or as lists together with `columns`. */
  table: (name: string, rows: readonly Row[], columns?: readonly string[]): void =>
    publish(tableOf(name, rows, columns)),
  link: (name: string, url: string, text?: string): void =>
    publish({ kind: 'link', name, url: checkedUrl(url), ...(text === undefined ? {} : { text }) }),
  image: (name: string, image: Image, alt = name): void =>
    publish({ kind: 'image', name, alt, source: sourceOf(image) }),
};

function publish(what: Artifact): void {
  if (typeof what.name !== 'string' || what.name.trim() === '' || what.name.length > 200)
    throw new TypeError(`An artifact needs a name of 1 to 200 characters, not ${JSON.stringify(what.name)}.`);
  const event = { event: 'artifact', artifact: what } as const;
  // Too large is refused here, also in a test, where nothing is ever encoded.
  encodeEvent(event, 0);
  emit(currentFrame().run, event);
}

function tableOf(name: string, rows: readonly Row[], columns?: readonly string[]): Artifact {
  const names = columns ?? [...new Set(rows.flatMap((row) => (Array.isArray(row) ? [] : Object.keys(row))))];
  if (names.length === 0 && rows.length > 0)
    throw new TypeError(
      `Table ${JSON.stringify(name)} has rows that are lists: give the names of its columns.`,
    );
  const cells = rows.map((row) =>
    names.map((column, index) => cellOf(Array.isArray(row) ? row[index] : Reflect.get(row, column))),
  );
  return { kind: 'table', name, columns: names, rows: cells };
}

function cellOf(value: unknown): Cell {
  const json = value === undefined ? null : jsonOf(value);
  return typeof json === 'object' && json !== null ? JSON.stringify(json) : json;
}

function checkedUrl(url: string): string {
  if (URL.canParse(url) && /^(?:https?|s3):\/\//i.test(url)) return url;
  throw new TypeError(
    `${JSON.stringify(url)} is no address that people can open. Write one that starts with https://.`,
  );
}

function sourceOf(image: Image) {
  if ('url' in image) return { kind: 'url', url: checkedUrl(image.url) } as const;
  const [mediaType, bytes] =
    'svg' in image
      ? (['image/svg+xml', Buffer.from(image.svg)] as const)
      : [image.mediaType, Buffer.from(image.bytes)];
  return { kind: 'data', mediaType, base64: bytes.toString('base64') } as const;
}
