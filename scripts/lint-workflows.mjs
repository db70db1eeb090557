// The workflows, action.yml and the YAML of the documentation, held against the rules of workflow-rules.mjs.
//   node scripts/lint-workflows.mjs [ROOT]
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { pageFindings, workflowFindings } from './workflow-rules.mjs';

const root = path.resolve(process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url)));
const workflows = [...filesIn('.github/workflows', /\.ya?ml$/), 'action.yml', 'infrastructure/action.yml'];
const pages = [...filesIn('.', /\.md$/, false), ...filesIn('docs', /\.md$/), ...filesIn('flows', /\.md$/)];

const findings = [
  ...workflows.flatMap((file) => workflowFindings(read(file), { file })),
  ...pages.flatMap((file) => pageFindings(read(file), { file })),
];
for (const { rule, file, line, message } of findings) console.error(`${file}:${line}: ${message} [${rule}]`);
console.log(`${workflows.length} workflows and ${pages.length} pages: ${findings.length} findings`);
process.exitCode = findings.length > 0 || workflows.length < 2 ? 1 : 0;

function filesIn(folder, pattern, recursive = true) {
  const directory = path.join(root, folder);
  if (!existsSync(directory)) return [];
  const names = readdirSync(directory, { recursive, encoding: 'utf8' }).filter((name) => pattern.test(name));
  return names.map((name) => path.posix.join(folder, name.replaceAll(path.sep, '/'))).sort();
}

function read(file) {
  return readFileSync(path.join(root, file), 'utf8');
}
