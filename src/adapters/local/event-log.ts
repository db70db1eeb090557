import path from 'node:path';
import type { Found } from '../../core/sighting.ts';
import type { EventLog } from '../../ports.ts';
import { isThere } from './atomic-files.ts';
import { findStartedBy } from './observe.ts';

/**
 * The files of the runs are their own durable memory. Trustworthy as long as they are there: a person may have removed
 * the directory, and then finding nothing says nothing.
 */
export function localEventLog({ directory }: { readonly directory: string }): EventLog {
  return {
    async find(startedBy) {
      const found = new Map<string, readonly Found[]>();
      for (const name of startedBy) {
        const all = await findStartedBy(directory, name);
        found.set(
          name,
          all.filter(({ sighting }) => sighting.kind === 'ended'),
        );
      }
      return { isTrustworthy: await isThere(path.join(directory, 'runs')), found };
    },
  };
}
