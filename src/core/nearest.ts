/** Edits that turn one text into the other; a swap of neighbours counts as one. */
function distance(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, index) => index)];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    rows.push(current);
    for (let column = 1; column <= to.length; column += 1) {
      const cost = from[row - 1] === to[column - 1] ? 0 : 1;
      let best = Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + cost);
      const isSwap = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (row > 1 && column > 1 && isSwap) best = Math.min(best, at(row - 2, column - 2) + 1);
      current[column] = best;
    }
  }
  return at(from.length, to.length);
}

/** The candidate that was probably meant: at most a third of it mistyped. The first of equally near ones. */
export function nearest(text: string, candidates: Iterable<string>): string | undefined {
  const plain = text.toLowerCase().slice(0, 64);
  let best: { readonly candidate: string; readonly edits: number } | undefined;
  for (const candidate of candidates) {
    const allowed = Math.max(1, Math.floor(Math.max(candidate.length, plain.length) / 3));
    if (Math.abs(candidate.length - plain.length) > allowed) continue;
    const edits = distance(plain, candidate.toLowerCase());
    if (edits <= allowed && (best === undefined || edits < best.edits)) best = { candidate, edits };
  }
  return best?.candidate;
}
