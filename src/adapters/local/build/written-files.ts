import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { FlowBuild } from '../../../core/build-record.ts';
import type { BundleInputs } from './bundle-inputs.ts';

const noInputs: BundleInputs = { files: [], packages: [], absent: [] };

/** Hashes what is written of a flow, in whatever order that is done: every file by its name, mode and bytes. */
export class WrittenFiles {
  readonly #lines: string[] = [];

  add(name: string, bytes: Uint8Array): void {
    this.#note(name, createHash('sha256').update(bytes), false);
  }

  async addFile(
    name: string,
    { file, isExecutable }: { readonly file: string; readonly isExecutable: boolean },
  ): Promise<void> {
    const hash = createHash('sha256');
    await pipeline(createReadStream(file), hash);
    this.#note(name, hash, isExecutable);
  }

  #note(name: string, hash: Hash, isExecutable: boolean): void {
    this.#lines.push(`${name}\0${isExecutable ? 'x' : ''}\0${hash.digest('hex')}`);
  }

  build(inputs: BundleInputs = noInputs): FlowBuild {
    return { bundle: digestOf([...this.#lines].sort()), ...inputs };
  }
}

/** With what the flow loads by name when it runs, and what that is a package of. */
export function beside(
  build: FlowBuild,
  { code, name }: { readonly code: Uint8Array; readonly name: string },
): FlowBuild {
  const hash = createHash('sha256').update(code).digest('hex');
  const packages = [...new Set([...build.packages, name])].sort();
  return { ...build, bundle: digestOf([build.bundle, `${name}\0${hash}`]), packages };
}

function digestOf(lines: readonly string[]): string {
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}
