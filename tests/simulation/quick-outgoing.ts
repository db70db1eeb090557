import { createOutgoing, type Outgoing } from '../../src/report/outgoing.ts';
import { createRedactor } from '../../src/report/redact.ts';

const mostKept = 50_000;
/** Stands for a bug that nobody knows of yet: what holds it cannot be shown. */
export const indigestible = 'indigestible';

/** The real choke point, asked once about each text: histories differ in few of theirs. */
export function quickOutgoing(secret: string): Outgoing {
  const real = createOutgoing(createRedactor([secret]));
  const once = <T>(ask: (text: string, limit?: number) => T) => {
    const answers = new Map<string, T>();
    return (text: string, limit?: number): T => {
      if (text.includes(indigestible)) throw new RangeError('Maximum call stack size exceeded');
      const key = `${limit} ${text}`;
      const known = answers.get(key);
      if (known !== undefined) return known;
      if (answers.size >= mostKept) answers.clear();
      const answer = ask(text, limit);
      answers.set(key, answer);
      return answer;
    };
  };
  const onLines = <T>(ask: (lines: readonly string[], bounds: never) => T) => {
    const quick = once((text) => {
      const [lines, bounds] = JSON.parse(text) as [string[], never];
      return ask(lines, bounds);
    });
    return (lines: readonly string[], bounds?: unknown): T => quick(JSON.stringify([lines, bounds]));
  };
  return {
    ...real,
    inline: once(real.inline),
    code: once(real.code),
    title: once(real.title),
    block: onLines(real.block),
    lines: onLines(real.lines),
    document: real.document,
    whole: real.whole,
  };
}
