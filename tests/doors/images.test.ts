import { expect, it } from '@jest/globals';
import { parseImages } from '../../src/doors/images.ts';

const image = `acme/flows@sha256:${'a'.repeat(64)}`;
const whole = { image, run: '12', commit: 'c'.repeat(40) };

it.each<[string, unknown]>([
  [image, image],
  [JSON.stringify({ default: image }), { default: image }],
  [JSON.stringify({ default: whole, own: { image } }), { default: whole, own: { image } }],
])('images are read from %s', (text, value) => {
  const parsed = parseImages(text);
  expect(parsed).toEqual({ kind: 'ok', value: typeof value === 'string' ? value : { ...(value as object) } });
});

it.each([
  '{',
  '{"default": 1}',
  '{"default": []}',
  '{"default": {"run": "1"}}',
  '{"default": {"image": "a", "run": 1}}',
  '{"default": {"image": "a", "tag": "b"}}',
  '{"default": null}',
])('an object that is none of images is refused: %s', (text) => {
  expect(parseImages(text)).toMatchObject({ kind: 'bad', problem: { code: 'E_IMAGE', field: 'image' } });
});
