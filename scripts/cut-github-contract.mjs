// Cuts GitHub's own description of its REST API down to the operations that Headgate calls, for the contract tests.
// Usage: node scripts/cut-github-contract.mjs [--check]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const source = '@octokit/openapi@23.0.2';
const target = new URL('../tests/contract/models/github-rest.json', import.meta.url);
const operations = {
  '/repos/{owner}/{repo}': ['get'],
  '/repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs': ['get'],
  '/repos/{owner}/{repo}/rules/branches/{branch}': ['get'],
  '/repos/{owner}/{repo}/issues': ['get', 'post'],
  '/repos/{owner}/{repo}/issues/{issue_number}': ['get', 'patch'],
  '/repos/{owner}/{repo}/issues/{issue_number}/comments': ['get', 'post'],
  '/repos/{owner}/{repo}/check-runs': ['post'],
  '/repos/{owner}/{repo}/check-runs/{check_run_id}': ['get', 'patch'],
  '/repos/{owner}/{repo}/check-runs/{check_run_id}/annotations': ['get'],
  '/repos/{owner}/{repo}/commits/{ref}/check-runs': ['get'],
};

const prose = new Set([
  'description',
  'summary',
  'example',
  'examples',
  'externalDocs',
  'tags',
  'deprecated',
]);

/** Without prose. Below `properties` every key is a name, so `description` and the like are kept there. */
function bare(value, isNames = false) {
  if (Array.isArray(value)) return value.map((item) => bare(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => isNames || !(prose.has(key) || key.startsWith('x-')))
      .map(([key, item]) => [key, bare(item, key === 'properties' && !isNames)]),
  );
}

function referencesIn(value, found = new Set()) {
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, item] of Object.entries(value)) {
    if (key === '$ref' && typeof item === 'string') found.add(item);
    else referencesIn(item, found);
  }
  return found;
}

function cut(description) {
  const paths = {};
  for (const [path, methods] of Object.entries(operations)) {
    paths[path] = Object.fromEntries(
      methods.map((method) => [method, bare(description.paths[path][method])]),
    );
  }
  const components = {};
  const open = [...referencesIn(paths)];
  const done = new Set();
  while (open.length > 0) {
    const reference = open.pop();
    if (done.has(reference)) continue;
    done.add(reference);
    const [, , kind, name] = reference.split('/');
    components[kind] ??= {};
    components[kind][name] = bare(description.components[kind][name]);
    open.push(...referencesIn(components[kind][name]));
  }
  return { source, openapi: description.openapi, paths, components };
}

const directory = mkdtempSync(join(tmpdir(), 'headgate-contract-'));
try {
  const [archive] = execFileSync('npm', ['pack', '--silent', source], {
    cwd: directory,
    encoding: 'utf8',
  }).split('\n');
  execFileSync('tar', ['xzf', archive, 'package/generated/api.github.com.json'], { cwd: directory });
  const file = join(directory, 'package/generated/api.github.com.json');
  const text = `${JSON.stringify(cut(JSON.parse(readFileSync(file, 'utf8'))), null, 1)}\n`;
  if (!process.argv.includes('--check')) writeFileSync(target, text);
  else if (readFileSync(target, 'utf8') !== text) {
    console.error(
      'tests/contract/models/github-rest.json is not what GitHub publishes. Run this without --check.',
    );
    process.exitCode = 1;
  }
} finally {
  rmSync(directory, { recursive: true });
}
