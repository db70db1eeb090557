import { type Instant, isoOf, secondMs } from '../../core/instant.ts';
import { InvariantError } from '../../core/problem.ts';
import type { Scratch } from './scratch.ts';

export type Author = { readonly name: string; readonly email: string };

/** A file of a commit: its text, or the blob that it has already; undefined: it goes. */
export type FileChange = {
  readonly path: string;
  readonly content: string | { readonly oid: string } | undefined;
};

/** One commit to make: on `parent`, or without one. */
export type Draft = {
  readonly parent: string | undefined;
  readonly message: string;
  readonly at: Instant;
  readonly author: Author;
  /** A tree whose files stay without a parent: the history of a branch is left, its content is not. */
  readonly tree?: string;
  /** Beside the files of the parent, or of the tree. */
  readonly files: readonly FileChange[];
};

/**
 * Makes commits in one process. `--depth=0`: by itself, fast-import packs each file as a difference to the one before
 * it, and a push sends those on: 20 to 55 times the bytes, measured.
 */
export async function makeCommits(scratch: Scratch, drafts: readonly Draft[]): Promise<readonly string[]> {
  const args = ['fast-import', '--quiet', '--force', '--depth=0', '--date-format=raw'];
  const answer = await scratch.run(args, { input: Buffer.concat(drafts.flatMap(streamOf)) });
  const oids = answer.stdout.toString('utf8').trim().split('\n');
  if (answer.code === 0 && oids.length === drafts.length) return oids;
  throw new InvariantError(`git fast-import ended with code ${answer.code}: ${answer.stderr.slice(0, 500)}`);
}

function streamOf(draft: Draft, index: number): Buffer[] {
  const { name, email } = draft.author;
  const seconds = Math.floor(draft.at / secondMs);
  const head = [
    `commit refs/headgate/made/${index}`,
    `mark :${index + 1}`,
    `committer ${plain(name)} <${plain(email)}> ${seconds} +0000`,
  ].join('\n');
  return [
    Buffer.from(`${head}\n${data(draft.message)}`),
    Buffer.from(draft.parent === undefined ? '' : `from ${draft.parent}\n`),
    Buffer.from(draft.tree === undefined ? '' : `M 040000 ${draft.tree} ""\n`),
    ...draft.files.map(fileOf),
    Buffer.from(`\nget-mark :${index + 1}\n`),
  ];
}

function fileOf({ path, content }: FileChange): Buffer {
  if (content === undefined) return Buffer.from(`D ${quoted(path)}\n`);
  if (typeof content !== 'string') return Buffer.from(`M 100644 ${content.oid} ${path}\n`);
  return Buffer.from(`M 100644 inline ${path}\n${data(content)}`);
}

/** A file that somebody else left there may be called anything. */
function quoted(path: string): string {
  const escaped = path.replaceAll(/["\\]/g, '\\$&').replaceAll('\n', '\\n');
  return `"${escaped}"`;
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}

/** What git's format for a person cannot hold. */
function plain(text: string): string {
  return text.replaceAll(/[<>\p{Cc}]/gu, '').trim();
}

/** The day on which a moment falls, in UTC. */
export function dayOf(at: Instant): string {
  return isoOf(at).slice(0, 10);
}
