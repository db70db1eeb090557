import type { Problem } from '../core/problem.ts';

/** The image of every flow, or one image per name of the plan's image matrix. */
export type Images = string | { readonly [name: string]: string };

type Parsed =
  | { readonly kind: 'ok'; readonly value: Images }
  | { readonly kind: 'bad'; readonly problem: Problem };

/** Reads `repository@sha256:…`, or a JSON object of such references by image name. Which of them are pinned is judged by deploy. */
export function parseImages(text: string): Parsed {
  if (!text.startsWith('{')) return { kind: 'ok', value: text };
  const value = readJson(text);
  const isMap =
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((item) => typeof item === 'string');
  if (isMap) return { kind: 'ok', value: Object.assign(Object.create(null), value) };
  const message = 'It starts as a JSON object, but is not one of image references by name.';
  const fix = 'Write one reference, or {"default": "repository@sha256:…"}.';
  return { kind: 'bad', problem: { code: 'E_IMAGE', field: 'image', message, fix } };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
