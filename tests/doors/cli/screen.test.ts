import { describe, expect, it } from '@jest/globals';
import { columnsOf, createScreen, isLiveScreen } from '../../../src/doors/cli/screen.ts';

function sinkOf(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, columns: 40, written, write: (text: string) => written.push(text) };
}

describe('the screen of a run', () => {
  it('is live only on a terminal that a person looks at', () => {
    expect(isLiveScreen(sinkOf(true), {})).toBe(true);
    expect(isLiveScreen(sinkOf(true), { CI: 'false' })).toBe(true);
    expect(isLiveScreen(sinkOf(true), { CI: 'true' })).toBe(false);
    expect(isLiveScreen(sinkOf(true), { TERM: 'dumb' })).toBe(false);
    expect(isLiveScreen(sinkOf(false), {})).toBe(false);
  });

  it('draws its block anew below the lines that stay, and takes it away at the end', () => {
    const sink = sinkOf(true);
    const screen = createScreen(sink, true);
    screen.show(['one open', 'two open']);
    screen.say(['a line']);
    screen.show(['one open']);
    screen.show([]);
    screen.show([]);
    expect(sink.written).toEqual([
      'one open\ntwo open\n',
      '\u001b[2A\u001b[0Ja line\n',
      'one open\n',
      '\u001b[1A\u001b[0J',
    ]);
  });

  it('writes plain lines and nothing else where nobody can see a block', () => {
    const sink = sinkOf(false);
    const screen = createScreen(sink, false);
    screen.show(['one open']);
    screen.say(['a line']);
    screen.say([]);
    expect(sink.written).toEqual(['a line\n']);
  });

  it('leaves the last column free, and takes a width of 0 for none', () => {
    expect(columnsOf({ columns: 100, write: () => true }, { isColoured: false })).toBe(99);
    expect(columnsOf({ columns: 0, write: () => true }, { isColoured: false })).toBe(79);
  });
});
