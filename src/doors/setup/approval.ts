import { sha256 } from '../../core/digest.ts';
import { canonicalJson, type Json } from '../../core/json.ts';
import { RefusedError } from '../../core/problem.ts';

/** One name for what was shown, so that what is carried out later can be held against it. */
export function digestOf(shown: Json): string {
  return sha256(canonicalJson(shown));
}

/** Whoever approved has seen the one digest; if the world has changed since, that was not what they approved. */
export function assertApproved(digest: string, approved: string | undefined): void {
  if (approved === undefined || approved === digest) return;
  const message = `What would be done now (${digest.slice(0, 12)}) is not what was approved (${approved.slice(0, 12)}).`;
  const fix = 'Look at it again, without --yes, and approve that.';
  throw new RefusedError({ code: 'E_NOT_APPROVED', field: 'approved', message, fix });
}
