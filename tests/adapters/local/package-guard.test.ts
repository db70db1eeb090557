import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { localLogs } from '../../../src/adapters/local/logs.ts';
import { definitionOf, endOf, type Playground, playground, start } from './playground.ts';

// Real processes on a busy machine take their time.
jest.setTimeout(60_000);

let place: Playground;
beforeEach(async () => {
  place = await playground();
  await place.write({
    // What a bundler cannot see is left to run time: sharp, transports of pino, and drivers are such packages.
    'node_modules/native/package.json': '{"name":"native"}',
    'node_modules/native/index.js': 'module.exports = require(["native", "linux"].join("-"));',
    'node_modules/native-linux/package.json': '{"name":"native-linux","main":"./index.js"}',
    'node_modules/native-linux/index.js': 'module.exports = require("inner");',
    'node_modules/inner/package.json': '{"name":"inner"}',
    'node_modules/inner/index.js': 'exports.v = "found";',
  });
});
afterEach(() => place.remove());

async function printed(code: string, external?: readonly string[]): Promise<string> {
  await place.write({ 'flows/x/index.ts': code });
  const program = {
    kind: 'entrypoint',
    file: 'index.ts',
    ...(external === undefined ? {} : { external }),
  } as const;
  const handle = await start(place, definitionOf('x', { program }), `run-${external?.join() ?? ''}`);
  await endOf(place.executor, handle);
  const lines = await localLogs(place).tail(handle, 'a' as never, 100);
  return lines.map(({ text }) => text).join('\n');
}

const dynamic = (name: string): string =>
  `await import(['${name.slice(0, 3)}', '${name.slice(3)}'].join(''))`;

describe('a run on a laptop finds no package that its image would not hold', () => {
  it('through `require`', async () => {
    const text = await printed("import native from 'native';\nconsole.log('value', native.v);\n");
    expect(text).toContain("Cannot find package 'native-linux': it is in the repository's node_modules");
    expect(text).toContain('name it under `external` in flow.yml');
  });

  it('through `import`', async () => {
    const text = await printed(`console.log('value', (${dynamic('native-linux')}).default.v);\n`);
    expect(text).toContain("Cannot find package 'native-linux'");
  });

  it.each([
    ["require.resolve(['native', 'linux'].join('-'))", 'MODULE_NOT_FOUND'],
    [dynamic('native-linux'), 'ERR_MODULE_NOT_FOUND'],
  ])('and programs that do without go on as there: %s', async (code, expected) => {
    const attempt = `try { ${code}; console.log('found'); } catch (error) { console.log('without', (error as { code: string }).code); }\n`;
    expect(await printed(attempt)).toBe(`without ${expected}`);
  });

  it('in a worker either', async () => {
    const inner =
      "try { require('inner'); console.log('found'); } catch (error) { console.log(error.code); }";
    const code = `import { Worker } from 'node:worker_threads';\nnew Worker(${JSON.stringify(inner)}, { eval: true });\n`;
    expect(await printed(code)).toBe('MODULE_NOT_FOUND');
  });
});

describe('what a run may find', () => {
  it('are modules of Node.js, files of its own, and absolute paths', async () => {
    await place.write({ 'elsewhere.mjs': "export const v = 'by its path';" });
    const file = path.join(place.root, 'elsewhere.mjs');
    const code = [
      "import { writeFileSync } from 'node:fs';",
      "writeFileSync('own.mjs', 'export const v = 1;');",
      "const own = './own.mjs';",
      `const other = ['${file}'].join('');`,
      "const os = ['o', 's'].join('');",
      'console.log((await import(own)).v, (await import(other)).v, typeof (await import(os)).cpus);',
    ].join('\n');
    expect(await printed(code)).toBe('1 by its path function');
  });

  it('are packages that the manifest names as `external`, with what these need themselves', async () => {
    const code = "import native from 'native-linux';\nconsole.log('value', native.v);\n";
    expect(await printed(code, ['native-linux'])).toBe('value found');
    const other = "import inner from 'inner';\nimport native from 'native';\nconsole.log(inner, native.v);\n";
    expect(await printed(other, ['inner'])).toContain("Cannot find package 'native-linux'");
  });

  it('is left to a `command`, whose image may hold anything', async () => {
    await place.write({ 'flows/c/main.mjs': "import native from 'native'; console.log(native.v);" });
    const handle = await start(place, definitionOf('c'), 'run-1');
    await endOf(place.executor, handle);
    const [line] = await localLogs(place).tail(handle, 'a' as never, 100);
    expect(line?.text).toBe('found');
  });
});
