import type { Terminal } from '../../report/terminal.ts';

/** Where somebody watches: lines that stay, and below them, on a terminal, a block that is redrawn. */
export type Screen = {
  /** False: what is written stays as it is, as in the log of a CI job. */
  readonly isLive: boolean;
  say(lines: readonly string[]): void;
  /** Only on a live screen. */
  show(block: readonly string[]): void;
};

export type Sink = {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
};

type Environment = { readonly [name: string]: string | undefined };

/** CI=true is what every CI service sets; TERM=dumb is a terminal that cannot move its cursor. */
export function isLiveScreen(sink: Sink, environment: Environment): boolean {
  const isCi = (environment['CI'] ?? '') !== '' && environment['CI'] !== 'false';
  return sink.isTTY === true && !isCi && environment['TERM'] !== 'dumb';
}

export function createScreen(sink: Sink, isLive: boolean): Screen {
  let drawn = 0;
  const erase = () => (drawn === 0 ? '' : `\u001b[${drawn}A\u001b[0J`);
  return {
    isLive,
    say(lines) {
      if (lines.length === 0) return;
      sink.write(`${erase()}${lines.map((line) => `${line}\n`).join('')}`);
      drawn = 0;
    },
    show(block) {
      if (!isLive || (block.length === 0 && drawn === 0)) return;
      sink.write(`${erase()}${block.map((line) => `${line}\n`).join('')}`);
      drawn = block.length;
    },
  };
}

/** Without the last column: a terminal that wraps there would make two lines of one. One that says 0 does not know. */
export function columnsOf(sink: Sink, { columns }: Terminal): number {
  return Math.max((sink.columns || columns || 80) - 1, 20);
}
