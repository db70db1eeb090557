import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Entry, Rendered } from './render.ts';

/** A folder in which one repository after another is laid out; what stays the same is not written again. */
export type Workplace = {
  readonly root: string;
  /** An empty folder beside it, for what a build makes. */
  readonly out: string;
  put(rendered: Rendered): void;
  remove(): void;
};

export function openWorkplace(): Workplace {
  const memory = '/dev/shm';
  const folder = mkdtempSync(path.join(existsSync(memory) ? memory : tmpdir(), 'headgate-changes-'));
  const root = path.join(folder, 'repository');
  const out = path.join(folder, 'out');
  mkdirSync(root);
  let laid = new Map<string, Entry>();
  return {
    root,
    out,
    put({ tracked, installed }) {
      const wanted = new Map([...tracked, ...installed]);
      for (const [name, entry] of laid) {
        const now = wanted.get(name);
        if (now === undefined || !isSame(entry, now)) removeFile(root, name);
      }
      for (const [name, entry] of wanted) {
        const then = laid.get(name);
        if (then === undefined || !isSame(then, entry)) write(path.join(root, name), entry);
      }
      laid = wanted;
      rmSync(out, { recursive: true, force: true });
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function isSame(a: Entry, b: Entry): boolean {
  if (a.kind === 'symlink' || b.kind === 'symlink')
    return a.kind === b.kind && a.kind === 'symlink' && b.kind === 'symlink' && a.target === b.target;
  return a.kind === b.kind && a.text === b.text;
}

/** git knows no empty folders. */
function removeFile(root: string, name: string): void {
  rmSync(path.join(root, name), { force: true });
  for (let folder = path.dirname(name); folder !== '.'; folder = path.dirname(folder)) {
    if (readdirSync(path.join(root, folder)).length > 0) return;
    rmdirSync(path.join(root, folder));
  }
}

function write(file: string, entry: Entry): void {
  mkdirSync(path.dirname(file), { recursive: true });
  if (entry.kind === 'symlink') symlinkSync(entry.target, file);
  else writeFileSync(file, entry.text, { mode: entry.kind === 'executable' ? 0o755 : 0o644 });
}

/** Path → bytes of all files under a folder, with their right to be executed. */
export function filesUnder(folder: string): Map<string, string> {
  const files = new Map<string, string>();
  if (!existsSync(folder)) return files;
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const name of names.sort()) {
    const status = lstatSync(path.join(folder, name));
    if (!status.isFile()) continue;
    const mark = (status.mode & 0o111) === 0 ? '' : ' (executable)';
    files.set(name + mark, readFileSync(path.join(folder, name), 'latin1'));
  }
  return files;
}
