// `headgate setup` and `teardown`, by the command itself, against moto's CloudFormation: from nothing to four stacks and back.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { cache, root, run } from './infrastructure-environment.mjs';
import { account } from './moto-account.mjs';
import { startMotoStacks } from './moto-stacks.mjs';

/** What the clock signs in to GitHub with. */
const dispatchSecret = 'headgate/acme/github';
const numbers = ['OwnerId=4711', 'RepositoryId=815', `DispatchSecret=${dispatchSecret}`];
/** AWS says of a parameter that SSM resolves what was written; moto says what it was resolved to. */
const natImage = 'NatImage=/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64';
const set = (...values) => values.flatMap((value) => ['--set', value]);

export async function trySetup() {
  const program = await bundle();
  const { url, stop } = await startMotoStacks();
  const directory = mkdtempSync(path.join(tmpdir(), 'headgate-setup-'));
  const aws = account(url);
  const place = { directory, aws, headgate: commandIn(directory, program, url) };
  try {
    await aws.keepSecret(dispatchSecret, 'a-token');
    for (const egress of ['nat-gateway', 'nat-instance', 'public']) await wholeLife(place, egress);
    await halfWay(place);
    await approved(place);
    await whileSomethingRuns(place);
    await withinTheBoundary(place);
  } finally {
    stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function wholeLife(place, egress) {
  const { aws, directory, headgate } = place;
  begin(place);
  const asked = set(...numbers, `Egress=${egress}`);
  const shown = headgate('setup', ...asked);
  check(shown.isCarriedOut === false && shown.stacks.length === 4, 'setup shows four stacks', shown);
  check(headgate('teardown').stacks.length === 0, 'setup without --yes makes nothing', shown);
  const made = headgate('setup', ...asked, '--yes');
  check(made.variables.AWS_TICK_ROLE.endsWith('role/headgate-acme-tick'), 'setup makes them', made);
  const written = readFileSync(path.join(directory, 'headgate.yml'), 'utf8');
  check(written.includes('clock: headgate-acme/wake-up\n'), 'headgate.yml names the clock', written);
  // The first life makes the identity provider, and those after it find it.
  const provider = await aws.parameterOf('headgate-acme-access', 'OidcProvider');
  check(
    Boolean(provider) === (egress !== 'nat-gateway'),
    'setup uses the identity provider that is there',
    provider,
  );
  check((made.outgoingAddress === null) === (egress === 'public'), `${egress} has its address`, made);
  const again = headgate('setup', ...set(natImage), '--yes');
  check(changesOf(again).length === 0, 'setup has nothing to do again', again);
  check(again.differences.length === 0, 'headgate.yml has the values of the stacks', again);
  examined(place);
  removeAll(place);
}

/** What moto cannot be asked is left out: simulations, quotas, and which subnet has which routes. */
const wellAfterSetup = [
  'state can be read',
  'AWS accepts the credentials',
  'the cluster takes what the flows need',
  'security groups are there',
  'log groups are there, and keep what they have for a time',
  'the event log is fed',
  'the clock is set',
  'state can be pushed',
];

function examined({ headgate }) {
  const { findings } = headgate.atOrigin('doctor');
  const states = new Map(findings.map(({ name, state }) => [name, state]));
  check(
    wellAfterSetup.every((name) => states.get(name) === 'ok') && ![...states.values()].includes('wrong'),
    'the doctor finds well what setup has made',
    findings,
  );
}

/** The next life finds what this one leaves: logs, and the identity provider. */
function removeAll({ headgate }) {
  const gone = headgate('teardown', '--yes');
  check(gone.isCarriedOut && gone.stacks.length === 4, 'teardown removes them', gone);
  const again = headgate('teardown', '--yes');
  check(again.stacks.length === 0, 'teardown has nothing to do again', again);
}

/** A role of that name is in the way: CloudFormation takes the third of four stacks back. */
async function halfWay(place) {
  const { aws, headgate } = place;
  begin(place);
  await aws.makeRole('headgate-acme-deploy');
  const failed = headgate.refused('setup', ...set(...numbers), '--yes');
  check(/headgate-acme-deploy already exists/.test(failed.message), 'setup says what failed', failed);
  const stuck = headgate.refused('setup', ...set(natImage), '--yes');
  check(
    /ROLLBACK_COMPLETE.*already exists/.test(stuck.message) && /delete-stack/.test(stuck.fix),
    'setup names what was rolled back, and says what to do',
    stuck,
  );
  await aws.removeRole('headgate-acme-deploy');
  await aws.removeStack(stuck.field);
  const made = headgate('setup', ...set(...numbers, natImage), '--yes');
  check(
    made.stacks.map(({ changes }) => changes.length > 0).join() === 'false,false,true,true',
    'setup goes on where it stood',
    made,
  );
  removeAll(place);
}

async function approved(place) {
  const { headgate } = place;
  begin(place);
  const { digest } = headgate('setup', ...set(...numbers));
  const other = headgate.refused(
    'setup',
    ...set(...numbers, 'Egress=nat-gateway'),
    '--yes',
    '--approved',
    digest,
  );
  check(other.code === 'E_NOT_APPROVED', 'setup does what was approved alone', other);
  check(headgate('teardown').stacks.length === 0, 'and makes nothing else', other);
  headgate('setup', ...set(...numbers), '--yes', '--approved', digest);
  const going = headgate('teardown');
  headgate('teardown', '--yes', '--approved', going.digest);
}

async function whileSomethingRuns(place) {
  const { aws, headgate } = place;
  begin(place);
  headgate('setup', ...set(...numbers), '--yes');
  const end = await aws.runTask('headgate-acme');
  const refused = headgate.refused('teardown', '--yes');
  check(refused.code === 'E_ACTIVE', 'teardown refuses while something runs', refused);
  await end();
  removeAll(place);
}

/** What a person makes once from admin.yml bounds every role, and stays when the rest goes. */
async function withinTheBoundary(place) {
  const { aws, headgate } = place;
  begin(place);
  await aws.makeStack(
    'headgate-acme-admin',
    readFileSync(path.join(root, 'infrastructure/admin.yml'), 'utf8'),
  );
  headgate('setup', ...set(...numbers), '--yes');
  const roles = ['execution', 'task', 'deploy', 'tick', 'clock', 'wake-up'];
  const bounds = await Promise.all(roles.map((role) => aws.boundaryOf(`headgate-acme-${role}`)));
  check(
    bounds.every((arn) => arn?.endsWith(':policy/headgate-acme-boundary')),
    'every role has the boundary',
    bounds,
  );
  removeAll(place);
  check(await aws.hasStack('headgate-acme-admin'), 'teardown leaves what a person made', bounds);
}

function begin({ directory }) {
  const flow = path.join(directory, 'flows/hello-world');
  cpSync(path.join(root, 'flows/hello-world'), flow, { recursive: true });
  writeFileSync(path.join(directory, 'headgate.yml'), 'project: acme\n');
}

function changesOf({ stacks }) {
  return stacks.flatMap(({ changes }) => changes);
}

const origin = 'https://github.com/Acme-Inc/flows.git';

function commandIn(directory, program, url) {
  run('git', ['init', '-q', directory]);
  run('git', ['-C', directory, 'remote', 'add', 'origin', origin]);
  const env = {
    PATH: process.env.PATH,
    HOME: directory,
    USER: 'somebody',
    AWS_ENDPOINT_URL: url,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'x',
    AWS_SECRET_ACCESS_KEY: 'x',
  };
  // State on this machine: there is no repository behind `origin`.
  const start = (argv, where = ['--local']) => {
    const all = [program, argv[0], '--json', ...where, '--cwd', directory, ...argv.slice(1)];
    return spawnSync(process.execPath, all, { env, encoding: 'utf8' });
  };
  const done = (argv, { status, stdout, stderr }) => {
    if (status !== 0) throw new Error(`headgate ${argv.join(' ')} exits with ${status}:\n${stderr}${stdout}`);
    return JSON.parse(stdout);
  };
  const headgate = (...argv) => done(argv, start(argv));
  /** With a repository behind `origin`, and what headgate.yml says of AWS. */
  headgate.atOrigin = (...argv) => {
    const bare = path.join(directory, '.git/origin.git');
    run('git', ['init', '-q', '--bare', bare]);
    run('git', ['-C', directory, 'remote', 'set-url', 'origin', bare]);
    const result = start(argv, []);
    run('git', ['-C', directory, 'remote', 'set-url', 'origin', origin]);
    return done(argv, result);
  };
  /** The one problem of a command that the world refuses. */
  headgate.refused = (...argv) => {
    const { status, stdout, stderr } = start(argv);
    if (status !== 3) throw new Error(`headgate ${argv.join(' ')} exits with ${status}:\n${stderr}${stdout}`);
    return JSON.parse(stdout).problems[0];
  };
  return headgate;
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

function check(holds, what, seen) {
  if (!holds) throw new Error(`Not so: ${what}.\n${JSON.stringify(seen, null, 1)}`);
}
