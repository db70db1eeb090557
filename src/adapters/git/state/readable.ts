import { InvariantError, RefusedError } from '../../../core/problem.ts';
import type { StateCommit } from '../../../ports.ts';
import type { ExpectedPlace } from '../expected-place.ts';
import { flowFileAt, registryFile } from './layout.ts';
import { decodeDeployment, decodeRuns } from './records/decode.ts';
import { parseDocument, type ReadContext, readAs } from './records/document.ts';
import type { ChangedFiles } from './records/encode.ts';
import { registryDocument, stateDocument } from './records/roots.ts';

/**
 * What is written must be readable: a state that every later tick refuses would stop all flows. The files that change
 * are read as a later tick will read them.
 */
export function checkReadable(records: ChangedFiles, change: StateCommit, place: ExpectedPlace): void {
  try {
    for (const [path, text] of records)
      if (text !== undefined) readBack(path, text, { place, now: change.at, file: path, restore: '' });
  } catch (error) {
    if (error instanceof RefusedError)
      throw new InvariantError(`a state was to be written that cannot be read: ${error.message}`);
    throw error;
  }
}

function readBack(path: string, text: string, context: ReadContext): void {
  const bytes = Buffer.from(text);
  const file = flowFileAt(path);
  if (file === undefined) {
    const codec: { readonly read: (value: unknown) => unknown } =
      path === registryFile ? registryDocument : stateDocument;
    readAs(codec, parseDocument(bytes, context), context);
  } else if (file.kind === 'deployment') decodeDeployment(bytes, file.flow, context);
  else decodeRuns(bytes, file.flow, context);
}
