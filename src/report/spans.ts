/** Stretches of a text that are not shown. */
export type Span = { readonly from: number; readonly to: number };

export const redactionMark = '***';

/** In order, and apart from each other. */
export function merge(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last === undefined || span.from > last.to) merged.push(span);
    else if (span.to > last.to) merged[merged.length - 1] = { from: last.from, to: span.to };
  }
  return merged;
}

export function cover(text: string, spans: readonly Span[]): string {
  let shown = '';
  let done = 0;
  for (const { from, to } of spans) {
    if (from >= text.length) break;
    shown += `${text.slice(done, from)}${redactionMark}`;
    done = to;
  }
  return shown + text.slice(done);
}

/** Finds in the joined lines, and covers each line's share of what was found. */
export function coverAcross(
  lines: readonly string[],
  separator: string,
  find: (joined: string) => readonly Span[],
): string[] {
  const spans = merge(find(lines.join(separator)));
  let next = 0;
  let start = 0;
  return lines.map((line) => {
    const end = start + line.length;
    while ((spans[next]?.to ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    const own: Span[] = [];
    for (let index = next; (spans[index]?.from ?? Number.POSITIVE_INFINITY) < end; index += 1) {
      const { from, to } = spans[index] ?? { from: end, to: end };
      own.push({ from: Math.max(from - start, 0), to: Math.min(to - start, line.length) });
    }
    start = end + separator.length;
    return cover(line, own);
  });
}
