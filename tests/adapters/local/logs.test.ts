import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readSlice, readTail } from '../../../src/adapters/local/log-reader.ts';
import { type LogLimits, openLog, splitLines } from '../../../src/adapters/local/log-writer.ts';
import { localLogs } from '../../../src/adapters/local/logs.ts';
import type { FlowName } from '../../../src/core/flow.ts';
import { type Playground, playground } from './playground.ts';

const flow = 'a' as FlowName;
const handle = `local-${'a'.repeat(32)}`;
let place: Playground;
let run: string;
beforeEach(async () => {
  place = await playground();
  run = path.join(place.directory, 'runs', handle);
  await mkdir(run, { recursive: true });
});
afterEach(() => place.remove());

function fill(file: string, lines: readonly string[], limits: LogLimits): void {
  const log = openLog(file, limits);
  for (const line of lines) log.write(Buffer.from(`${line}\n`));
  log.close();
}

async function allOf(file: string, limitBytes: number): Promise<readonly string[]> {
  const lines: string[] = [];
  let position = 0;
  for (;;) {
    const slice = await readSlice(file, position, limitBytes);
    lines.push(...slice.lines);
    position = slice.next;
    if (slice.isAtEnd) return lines;
  }
}

describe('the log of a local attempt', () => {
  const limits = { headBytes: 100, pieceBytes: 50 };
  const lines = Array.from({ length: 100 }, (_, index) => `line ${String(index).padStart(4, '0')}`);

  it('keeps the beginning and the end of what is too long, and says how much is missing between', async () => {
    const file = path.join(run, 'log');
    fill(file, lines, limits);
    const kept = await allOf(file, 1_000_000);
    expect(kept.slice(0, 10)).toEqual(lines.slice(0, 10));
    expect(kept[10]).toBe('[headgate] 800 bytes of this log were not kept.');
    expect(kept.slice(11)).toEqual(lines.slice(90));
    const sizes = await Promise.all(
      (await readdir(run)).map(async (name) => (await stat(path.join(run, name))).size),
    );
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(200);
  });

  it('reads the same in small pages as in one, and its tail is the end of that', async () => {
    const file = path.join(run, 'log');
    fill(file, lines, limits);
    const whole = await allOf(file, 1_000_000);
    expect(await allOf(file, 25)).toEqual(whole);
    expect(await readTail(file, 7, 1_000)).toEqual(whole.slice(-7));
  });

  it('takes lines of any length and order without losing one while there is room', async () => {
    const file = path.join(run, 'log');
    let count = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ maxLength: 60 }).map((text) => text.replaceAll(/[\n\r]/g, ''))),
        async (texts) => {
          const own = `${file}-${count++}-`;
          fill(own, texts, { headBytes: 10_000, pieceBytes: 10_000 });
          expect(await allOf(own, 64)).toEqual(texts.map((text) => Buffer.from(text).toString()));
        },
      ),
      { numRuns: 50 },
    );
  });

  it('holds the last line back until it is whole', async () => {
    await writeFile(path.join(run, 'log'), 'one\ntwo\nthr');
    const first = await localLogs(place).read(handle, flow, undefined);
    expect(first.lines).toEqual([{ text: 'one' }, { text: 'two' }]);
    await writeFile(path.join(run, 'log'), 'one\ntwo\nthree\n');
    await writeFile(path.join(run, 'end.json'), '{"class":"exit-zero","at":1}');
    expect(await localLogs(place).read(handle, flow, first.cursor)).toEqual({ lines: [{ text: 'three' }] });
  });

  it('goes on from a cursor while the attempt runs, and has none when all was read after the end', async () => {
    await writeFile(path.join(run, 'log'), 'one\r\n');
    const first = await localLogs(place).read(handle, flow, undefined);
    expect(first).toEqual({ lines: [{ text: 'one' }], cursor: '5' });
    const second = await localLogs(place).read(handle, flow, first.cursor);
    expect(second).toEqual({ lines: [], cursor: '5' });
    await writeFile(path.join(run, 'end.json'), '{"class":"exit-zero","at":1}');
    expect(await localLogs(place).read(handle, flow, second.cursor)).toEqual({ lines: [] });
  });

  it('takes a cursor that is none as the beginning, and knows where a person can read it', async () => {
    await writeFile(path.join(run, 'log'), 'one\n');
    expect((await localLogs(place).read(handle, flow, '../../x')).lines).toEqual([{ text: 'one' }]);
    expect(localLogs(place).place(handle, flow)).toBe(path.join(run, 'log'));
    expect(localLogs(place).place('elsewhere', flow)).toBeUndefined();
  });
});

describe('splitting output into lines', () => {
  function split(chunks: readonly string[]): string[] {
    const seen: string[] = [];
    const splitter = splitLines((lines) => seen.push(lines.toString()));
    for (const chunk of chunks) splitter.push(Buffer.from(chunk));
    splitter.end();
    return seen;
  }

  it('passes on whole lines, and the last one with an end', () => {
    expect(split(['a', 'b\nc', '\nd'])).toEqual(['ab\n', 'c\n', 'd\n']);
    expect(split([])).toEqual([]);
  });

  it('cuts a line that never ends', () => {
    const pieces = split(Array.from({ length: 100 }, () => 'x'.repeat(10_000)));
    expect(pieces.length).toBeGreaterThan(1);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(300_000);
    expect(pieces.join('').replaceAll('\n', '').length).toBe(1_000_000);
  });
});
