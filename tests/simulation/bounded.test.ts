import { expect, it } from '@jest/globals';
import { bounds } from './bounded.ts';

/** A thousand flows are tried by `npm run simulate`, where they take a tenth of the time. */
const here = Object.keys(bounds).filter((title) => !title.includes('flows'));

it.each(here)('a tick stays within its bounds, and the next ones finish, %s', async (title) => {
  await expect(bounds[title]?.()).resolves.toBeUndefined();
});
