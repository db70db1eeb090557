// What a tag releases: `node scripts/release.mjs v1.2.3 notes.md` checks it against package.json and CHANGELOG.md, writes the notes
// into the file, and prints outputs for the job that publishes.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const form = /^v(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z.-]+)?$/;

export function releaseOf(tag, { version, changelog }) {
  const [, major, , , candidate] = form.exec(tag) ?? [];
  if (major === undefined) throw new Error(`${JSON.stringify(tag)} is no tag such as v1.2.3.`);
  if (tag !== `v${version}`) throw new Error(`${tag} is not what package.json says: ${version}.`);
  const isCandidate = candidate !== undefined;
  return {
    notes: notesOf(changelog, version),
    isCandidate,
    // Below 1.0.0 any release may break what uses it: there is no tag to follow.
    movingTag: isCandidate || major === '0' ? '' : `v${major}`,
  };
}

/** The section `## 1.2.3` or `## 1.2.3 (2026-12-01)`, which a release needs. */
export function notesOf(changelog, version) {
  const lines = changelog.split('\n');
  const start = lines.findIndex((line) => line === `## ${version}` || line.startsWith(`## ${version} (`));
  if (start < 0) throw new Error(`CHANGELOG.md has no section ${version}: rename Unreleased.`);
  const length = lines.slice(start + 1).findIndex((line) => line.startsWith('## '));
  const notes = lines
    .slice(start + 1, length < 0 ? undefined : start + 1 + length)
    .join('\n')
    .trim();
  if (notes === '') throw new Error(`CHANGELOG.md says nothing of ${version}.`);
  return notes;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [tag = '', notesFile = ''] = process.argv.slice(2);
  const file = (name) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
  try {
    const { version } = JSON.parse(file('package.json'));
    const { notes, isCandidate, movingTag } = releaseOf(tag, { version, changelog: file('CHANGELOG.md') });
    writeFileSync(notesFile, `${notes}\n`);
    const flag = isCandidate ? '--prerelease' : '--latest';
    process.stdout.write(`flag=${flag}\nmoving-tag=${movingTag}\n`);
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
