import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { localLogs } from '../../../src/adapters/local/logs.ts';
import { identityOf } from '../../../src/adapters/local/process-identity.ts';
import {
  definitionOf,
  endOf,
  fileText,
  type Playground,
  playground,
  requestOf,
  sightingOf,
  start,
  textOf,
  until,
} from './playground.ts';

// Real processes on a busy machine take their time.
jest.setTimeout(60_000);

let place: Playground;
beforeEach(async () => {
  place = await playground();
});
afterEach(() => place.remove());

async function linesOf(handle: string): Promise<readonly string[]> {
  const logs = localLogs(place);
  return (await logs.tail(handle, 'a' as never, 100)).map(({ text }) => text);
}

describe('the local executor', () => {
  it('sees a program that exits with 0 as an end with exit code 0, and keeps what it printed', async () => {
    await place.write({ 'flows/hello/main.mjs': 'console.log("to out"); console.error("to err");' });
    const handle = await start(place, definitionOf('hello'), 'run-1');
    const end = await endOf(place.executor, handle);
    expect(end.ending).toMatchObject({ class: 'exit-zero', exitCode: 0 });
    expect(end.startedAt).toBeLessThanOrEqual(end.ending.at);
    expect([...(await linesOf(handle))].sort()).toEqual(['to err', 'to out']);
  });

  it('sees any other exit code, and death by a signal as 128 and its number', async () => {
    await place.write({
      'flows/three/main.mjs': 'process.exit(3)',
      'flows/killed/main.mjs': 'process.kill(process.pid, "SIGKILL")',
    });
    const three = await start(place, definitionOf('three'), 'run-1');
    const killed = await start(place, definitionOf('killed'), 'run-2');
    expect((await endOf(place.executor, three)).ending).toMatchObject({ class: 'exit-code', exitCode: 3 });
    expect((await endOf(place.executor, killed)).ending).toMatchObject({ class: 'exit-code', exitCode: 137 });
  });

  it('says that a program which does not exist cannot start', async () => {
    await place.write({ 'flows/absent/readme.txt': 'nothing here' });
    const definition = definitionOf('absent', { program: { kind: 'command', argv: ['no-such-program'] } });
    const end = await endOf(place.executor, await start(place, definition, 'run-1'));
    expect(end.ending.class).toBe('cannot-start');
    expect(end.ending.detail).toContain('no-such-program');
  });

  it('runs an entrypoint from its bundle, and names the TypeScript line in a stack trace', async () => {
    await place.write({
      'lib/money.ts':
        'export function pay(amount: number): never {\n  throw new Error("cannot pay " + amount);\n}\n',
      'flows/pay/index.ts': "import { pay } from '../../lib/money.ts';\n\npay(7);\n",
    });
    const definition = definitionOf('pay', { program: { kind: 'entrypoint', file: 'index.ts' } });
    const handle = await start(place, definition, 'run-1');
    expect((await endOf(place.executor, handle)).ending).toMatchObject({ class: 'exit-code', exitCode: 1 });
    const log = (await linesOf(handle)).join('\n');
    expect(log).toContain('cannot pay 7');
    expect(log).toContain('lib/money.ts:2:9');
    expect(log).toContain('flows/pay/index.ts:3:1');
  });

  it("starts in the flow's folder, as the image does, where its inputs lie", async () => {
    await place.write({
      'flows/reads/index.ts':
        "import { readFileSync } from 'node:fs'; console.log(readFileSync('texts/a.txt', 'utf8'));",
      'flows/reads/texts/a.txt': 'found',
    });
    const program = { kind: 'entrypoint', file: 'index.ts' } as const;
    const handle = await start(place, definitionOf('reads', { program, inputs: ['texts/*'] }), 'run-1');
    expect((await endOf(place.executor, handle)).ending.class).toBe('exit-zero');
    expect(await linesOf(handle)).toEqual(['found']);
  });

  it('runs the code of the registered revision, whatever the working tree says later', async () => {
    await place.write({ 'flows/pinned/main.mjs': 'console.log("first")' });
    const first = definitionOf('pinned', { fingerprint: '1'.repeat(64) });
    const revision = await place.executor.register(first);
    await place.write({ 'flows/pinned/main.mjs': 'console.log("second")' });
    await place.executor.register(definitionOf('pinned', { fingerprint: '2'.repeat(64) }));
    const [answer] = await place.executor.launch([requestOf(first, revision, 'run-1')]);
    const handle = answer?.kind === 'launched' ? answer.handle : '';
    await endOf(place.executor, handle);
    expect(await linesOf(handle)).toEqual(['first']);
    expect(revision).toBe('local:pinned:111111111111');
  });

  it('finds the revision of a fingerprint that was registered, and no other', async () => {
    await place.write({ 'flows/known/main.mjs': '' });
    const definition = definitionOf('known');
    expect(await place.executor.findRevision(definition)).toBeUndefined();
    const revision = await place.executor.register(definition);
    expect(await place.executor.findRevision(definition)).toBe(revision);
    expect(
      await place.executor.findRevision(definitionOf('known', { fingerprint: 'e'.repeat(64) })),
    ).toBeUndefined();
  });

  it('gives every attempt its own files, so that none can change what the next one starts from', async () => {
    await place.write({
      'flows/selfish/main.mjs':
        'import { readFileSync, writeFileSync } from "node:fs"; console.log(readFileSync("note.txt", "utf8")); writeFileSync("note.txt", "changed");',
      'flows/selfish/note.txt': 'as committed',
    });
    const definition = definitionOf('selfish');
    const one = await start(place, definition, 'run-1');
    await endOf(place.executor, one);
    const two = await start(place, definition, 'run-2');
    await endOf(place.executor, two);
    expect(await linesOf(two)).toEqual(['as committed']);
  });

  it('runs attempts of different runs at the same time', async () => {
    await place.write({
      // Each waits for a sign of the other: they end only if both run at once.
      'flows/pair/main.mjs': `import { existsSync, writeFileSync } from 'node:fs';
        const [mine, other] = process.env.HEADGATE_RUN_ID === 'run-1' ? ['a', 'b'] : ['b', 'a'];
        writeFileSync(process.env.MEETING + mine, '');
        setInterval(() => { if (existsSync(process.env.MEETING + other)) process.exit(0); }, 10);`,
    });
    const definition = definitionOf('pair', { environment: { MEETING: path.join(place.root, 'meet-') } });
    const revision = await place.executor.register(definition);
    const answers = await place.executor.launch([
      requestOf(definition, revision, 'run-1'),
      requestOf(definition, revision, 'run-2'),
    ]);
    for (const answer of answers) {
      const handle = answer.kind === 'launched' ? answer.handle : '';
      expect((await endOf(place.executor, handle)).ending.class).toBe('exit-zero');
    }
  });

  it('ends with the program: what it left running in its group is gone too', async () => {
    await place.write({
      'flows/parent/main.mjs': `import { spawn } from 'node:child_process'; import { writeFileSync } from 'node:fs';
        const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
        writeFileSync(process.env.NOTE, String(child.pid)); process.exit(0);`,
    });
    const note = path.join(place.root, 'child-pid');
    const handle = await start(place, definitionOf('parent', { environment: { NOTE: note } }), 'run-1');
    expect((await endOf(place.executor, handle)).ending.class).toBe('exit-zero');
    const pid = Number(await fileText(note));
    await until('the end of the child', async () => identityOf(pid) === undefined || undefined);
  });
});

describe('observing', () => {
  it('leaves out a handle whose files cannot be read, and answers for the others', async () => {
    await place.write({ 'flows/hello/main.mjs': '' });
    const handle = await start(place, definitionOf('hello'), 'run-1');
    await endOf(place.executor, handle);
    const broken = `local-${'b'.repeat(32)}`;
    // A directory where a file should be: reading it fails for every user, root included.
    await place.write({ [`.headgate/runs/${broken}/end.json/x`]: '' });
    const sightings = await place.executor.observe([broken, handle]);
    expect([...sightings.keys()]).toEqual([handle]);
  });
});

describe('the environment of a local attempt', () => {
  const printAll = 'console.log(JSON.stringify(process.env))';

  it('is what is named and nothing else of the shell that launched it', async () => {
    await place.write({ 'flows/env/main.mjs': printAll, '.env': 'TOKEN="from file"\n' });
    process.env['LEAKED_FROM_SHELL'] = 'x';
    const definition = definitionOf('env', {
      environment: { LOG_LEVEL: 'info' },
      secrets: { TOKEN: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:t-AbCdEf' },
    });
    const handle = await start(place, definition, 'run-1');
    delete process.env['LEAKED_FROM_SHELL'];
    await endOf(place.executor, handle);
    const seen = JSON.parse((await linesOf(handle)).join('')) as { [name: string]: string };
    expect(seen).toMatchObject({
      LOG_LEVEL: 'info',
      TOKEN: 'from file',
      HEADGATE_FLOW: 'env',
      HEADGATE_RUN_ID: 'run-1',
      HEADGATE_COMMIT: 'c'.repeat(40),
    });
    const allowed = ['PATH', 'HOME', 'LANG', 'TZ', 'TMPDIR', 'LOG_LEVEL', 'TOKEN'];
    expect(
      Object.keys(seen).filter((name) => !allowed.includes(name) && !name.startsWith('HEADGATE_')),
    ).toEqual([]);
  });

  it('refuses to start without a secret, and names the variable', async () => {
    await place.write({ 'flows/env/main.mjs': printAll });
    const definition = definitionOf('env', {
      secrets: { TOKEN: 'arn:aws:ssm:us-east-1:123456789012:parameter/t' },
    });
    const revision = await place.executor.register(definition);
    const [answer] = await place.executor.launch([requestOf(definition, revision, 'run-1')]);
    expect(answer).toMatchObject({ kind: 'refused', ending: { class: 'secrets' } });
    expect(JSON.stringify(answer)).toContain('Write it into .env, as TOKEN=...');
    expect(
      (await place.executor.look([requestOf(definition, revision, 'run-1').startedBy], new Set())).get(
        requestOf(definition, revision, 'run-1').startedBy,
      ),
    ).toEqual([]);
  });

  it('writes no secret to any file of the run', async () => {
    await place.write({ 'flows/env/main.mjs': '', '.env': 'TOKEN=very-secret-value\n' });
    const definition = definitionOf('env', {
      secrets: { TOKEN: 'arn:aws:ssm:us-east-1:123456789012:parameter/t' },
    });
    const handle = await start(place, definition, 'run-1');
    await endOf(place.executor, handle);
    for (const file of [
      'request.json',
      'program.json',
      'end.json',
      'claim/supervisor.json',
      'supervisor.log',
    ])
      expect(await textOf(path.join(place.directory, 'runs', handle, file))).not.toContain(
        'very-secret-value',
      );
  });
});

describe('what comes from state', () => {
  it.each(['local-../../../etc', '../x', 'local-0', '', `local-${'0'.repeat(32)}`])(
    'knows nothing of the handle %j',
    async (handle) => {
      expect(await sightingOf(place.executor, handle)).toEqual({ kind: 'missing' });
      expect(await place.executor.stop(handle, 'headgate:cancelled')).toBe(false);
      expect(await localLogs(place).tail(handle, 'a' as never, 5)).toEqual([]);
    },
  );

  it.each(['local:other:111111111111', 'local:hello:../../..', 'local:hello:ffffffffffff', 'arn:aws:ecs:x'])(
    'refuses the revision %j',
    async (revision) => {
      await place.write({ 'flows/hello/main.mjs': '' });
      const definition = definitionOf('hello', { fingerprint: '1'.repeat(64) });
      await place.executor.register(definition);
      const [answer] = await place.executor.launch([requestOf(definition, revision, 'run-1')]);
      expect(answer).toMatchObject({ kind: 'refused', ending: { class: 'refused' } });
    },
  );
});
