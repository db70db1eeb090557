import { createHash } from 'node:crypto';

/** SHA-256 of a text, as 64 hexadecimal digits. The one place of the core that uses `node:crypto`, for a pure function of it. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
