export type Output = {
  /** Whole lines of ours. They begin a line also after somebody has printed half of one. */
  write(text: string): void;
  /** Called before anything else is printed, so that all comes in the order in which it was said. */
  beforeOthers(flush: () => void): void;
};

/** Takes over standard output of the process. */
export function takeOutput(): Output {
  const { stdout } = process;
  const write = stdout.write.bind(stdout);
  let isMidLine = false;
  let flushOurs: (() => void) | undefined;
  stdout.write = ((chunk: string | Uint8Array, ...rest: never[]) => {
    flushOurs?.();
    const last = chunk.at(-1);
    if (last !== undefined) isMidLine = last !== '\n' && last !== 10;
    return write(chunk as string, ...rest);
  }) as typeof stdout.write;
  return {
    write(text) {
      write(isMidLine ? `\n${text}` : text);
      isMidLine = false;
    },
    beforeOthers(flush) {
      flushOurs = flush;
    },
  };
}

/** Until the operating system has everything: on some systems writing to a pipe goes on in the background. */
export async function written(): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) {
    await new Promise<void>((resolve) => {
      stream.write('', () => resolve());
    });
  }
}
