import { parseStrictJson } from '../adapters/git/state/records/strict-json.ts';
import type { Problem } from '../core/problem.ts';

/** The image of every flow, or one image per name of the plan's image matrix. */
export type Images = string | { readonly [name: string]: Image };
type Image =
  | string
  | {
      readonly image: string;
      readonly run?: string;
      readonly commit?: string;
      /** Path of the record of its build. */
      readonly record?: string;
    };

type Parsed =
  | { readonly kind: 'ok'; readonly value: Images }
  | { readonly kind: 'bad'; readonly problem: Problem };

/** Reads `repository@sha256:…`, or a JSON object of such references by image name, each with where it was built and the record of that, or without. Which of them are pinned is judged by deploy. */
export function parseImages(text: string): Parsed {
  if (!text.startsWith('{')) return { kind: 'ok', value: text };
  const read = parseStrictJson(text);
  const value = read.kind === 'ok' ? read.value : undefined;
  const isMap =
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every(isImage);
  if (isMap) return { kind: 'ok', value: Object.assign(Object.create(null), value) };
  const reason = read.kind === 'bad' ? `: ${read.reason}` : '';
  const message = `It starts as a JSON object, but is not one of image references by name${reason}.`;
  const fix =
    'Write one reference, or {"default": "repository@sha256:…"}, or {"default": {"image": "…", "run": "…", "commit": "…", "record": "…"}}.';
  return { kind: 'bad', problem: { code: 'E_IMAGE', field: 'image', message, fix } };
}

function isImage(item: unknown): boolean {
  if (typeof item === 'string') return true;
  if (typeof item !== 'object' || item === null || !Object.hasOwn(item, 'image')) return false;
  return Object.entries(item).every(
    ([key, value]) => ['image', 'run', 'commit', 'record'].includes(key) && typeof value === 'string',
  );
}
