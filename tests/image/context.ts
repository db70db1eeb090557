import { execFileSync } from 'node:child_process';
import { copyFileSync, lstatSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import picomatch from 'picomatch';

/** Whether `.dockerignore` keeps a path out: a pattern names a file or a whole folder, from the top. */
export function ignoredBy(text: string): (file: string) => boolean {
  const patterns = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const matchers = patterns.flatMap((pattern) => [
    picomatch(pattern, { dot: true }),
    picomatch(`${pattern}/**`, { dot: true }),
  ]);
  return (file) => matchers.some((matches) => matches(file));
}

/** Lays out what an image build gets: the context without git, and the packages that `npm ci` would install. */
export function layOutContext(root: string, target: string): readonly string[] {
  const argv = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'];
  const listed = execFileSync('git', argv, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  const isIgnored = ignoredBy(readFileSync(path.join(root, '.dockerignore'), 'utf8'));
  const files = listed.split('\0').filter((file) => file !== '' && !isIgnored(file));
  const there = files.filter(
    (file) => lstatSync(path.join(root, file), { throwIfNoEntry: false })?.isFile() === true,
  );
  for (const file of there) {
    mkdirSync(path.dirname(path.join(target, file)), { recursive: true });
    copyFileSync(path.join(root, file), path.join(target, file));
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(target, 'node_modules'));
  return there;
}
